/**
 * Where in a walk a column's floor is reached: for what the outer issues give, the set of inner deals that give the rest.
 *
 * Where no adjustment ties inner and outer issues, one ladder serves the whole walk. Where some do, each set of
 * adjustments that the outer issues leave open has its own values; those asked for often get a ladder too.
 */
import type { Pattern } from '../problem.ts';
import { minus, plus } from './columns.ts';
import type { Column, Units } from './columns.ts';
import type { InnerDeals } from './inner.ts';
import { raised } from './inner.ts';
import { Ladder, writeReaching } from './ladder.ts';
import type { Values } from './ladder.ts';
import { WORTH_A_LADDER } from './plan.ts';
import type { Plan } from './plan.ts';
import { Running } from './running.ts';
import type { Run } from './running.ts';

/** The inner deals' values under a set of adjustments. */
interface Rest {
  readonly values: Values;
  /** Times it was asked for without a ladder. */
  asked: number;
  ladder: Ladder | null;
}

/** What a set of adjustments comes to: units whatever the inner deal, and the values of the inner deals. */
export interface Settled {
  readonly shift: Units;
  readonly rest: Rest;
}

/** Bytes that all ladders of a column may take, and values that are remembered for it. */
const MOST_BYTES = 1 << 25;
const MOST_VALUES = 1 << 21;

/** An adjustment as far as it can still come. */
interface Prospect {
  readonly units: Units;
  /** Depth from which on its outer clauses all hold, where it is alive; Infinity where inner issues decide too. */
  readonly settledAt: number;
}

export class Reach {
  readonly running: Running<Settled>;
  /** The row found last: words of `rows` from `from` on. */
  rows: Int32Array;
  from = 0;
  /** What a deal of that row gives: the base, and what its inner deal has among the values. */
  base: Units = 0;
  values: Values;
  readonly #floor: Units;
  readonly #prospects: readonly Prospect[];
  readonly #scratch: Int32Array;
  #bytesLeft = MOST_BYTES;

  constructor({ adjustments, floor }: Column, values: Values, inner: InnerDeals, { outer, laddered }: Plan) {
    this.#floor = floor;
    this.values = values;
    this.#scratch = new Int32Array(inner.full.length);
    this.rows = this.#scratch;
    const matching: readonly (Int32Array | null)[] = adjustments.map(({ when }) => inner.matching(when));
    this.#prospects = adjustments.map(({ when, units }, k) => ({
      units,
      settledAt:
        matching[k] === null
          ? outer.findLastIndex((issue) => when.clauses.some((of) => of.issue === issue)) + 1
          : Infinity,
    }));
    const patterns: readonly Pattern[] = adjustments.map(({ when }) => when);
    const rests = new Map<string, Rest>();
    const mostRests = Math.ceil(MOST_VALUES / values.length);
    const restOf = (tied: readonly number[]): Rest => {
      const key = tied.join();
      let rest = rests.get(key);
      if (rest === undefined) {
        const own = tied.reduce((sums, k) => raised(sums, matching[k]!, adjustments[k]!.units), values);
        if (rests.size === mostRests) rests.clear();
        rest = { values: own, asked: 0, ladder: null };
        rests.set(key, rest);
      }
      return rest;
    };
    const always = new Set(patterns.keys());
    for (const [k, { clauses }] of patterns.entries()) {
      if (clauses.some(({ issue }) => outer.includes(issue))) always.delete(k);
    }
    const settle = (alive: readonly number[]): Settled => ({
      shift: alive.reduce<Units>(
        (sum, k) => (matching[k] === null ? plus(sum, adjustments[k]!.units) : sum),
        typeof floor === 'bigint' ? 0n : 0,
      ),
      rest: restOf(alive.filter((k) => matching[k] !== null)),
    });
    this.running = new Running(patterns, outer, settle, mostRests);
    // Nothing ties inner and outer issues: one ladder for all, where it pays.
    if (laddered && patterns.every((_, k) => always.has(k) || matching[k] === null)) {
      restOf([...always]).asked = WORTH_A_LADDER + 1;
    }
  }

  /** At most what adjustments come to below so many outer issues decided. */
  prospect(run: Run<Settled>, depth: number): Units {
    return (run.prospect ??= run.alive.reduce<Units>((sum, k) => {
      const { units, settledAt } = this.#prospects[k]!;
      return units > 0 || settledAt <= depth ? plus(sum, units) : sum;
    }, 0));
  }

  /** Finds the row of the inner deals that reach the floor together with what the outer issues give. */
  find(settled: Settled, given: Units): void {
    const { shift, rest } = settled;
    this.base = plus(given, shift);
    this.values = rest.values;
    const need = minus(this.#floor, this.base);
    if (rest.ladder === null && rest.asked++ > WORTH_A_LADDER && this.#bytesLeft > 0) {
      rest.ladder = new Ladder(rest.values);
      this.#bytesLeft -= rest.ladder.rows.byteLength;
    }
    if (rest.ladder === null) {
      writeReaching(rest.values, need, this.#scratch, 0);
      this.rows = this.#scratch;
      this.from = 0;
    } else {
      this.rows = rest.ladder.rows;
      this.from = rest.ladder.rowFor(need);
    }
  }
}
