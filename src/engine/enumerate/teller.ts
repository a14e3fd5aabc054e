/** Tells the deals of a zone one after the other, as a walk meets them. */
import type { Deal } from '../problem.ts';
import type { InnerDeals } from './inner.ts';
import type { Values } from './ladder.ts';

/** Who is told deals. All utilities are in units by party, sum rules last, and change once they are looked at. */
export interface Watcher {
  /** Whether deals that give nobody more than this are of any interest. */
  minds(most: Float64Array): boolean;
  /** A deal of the zone; it is made only where it is asked for. */
  see(utility: Float64Array, dealAt: () => Deal): void;
}

/** Hot code: it stands between the words of a walk and its watcher. */
export class Teller {
  /** Option of each outer issue: the walk writes here what it has decided. */
  readonly chosen: Int32Array;
  /** By party, what the outer issues give, and what each inner deal adds: to be written before deals are told. */
  readonly base: Float64Array;
  readonly values: Values[];
  /** By party, what is given at most: to be written before it is asked whether anybody minds. */
  readonly most: Float64Array;
  readonly #watcher: Watcher;
  readonly #utility: Float64Array;
  readonly #dealAt: () => Deal;
  #place = 0;

  constructor(watcher: Watcher, outer: readonly number[], inner: InnerDeals, values: readonly Values[]) {
    const parties = values.length;
    this.chosen = new Int32Array(outer.length);
    this.base = new Float64Array(parties);
    this.values = [...values];
    this.most = new Float64Array(parties);
    this.#watcher = watcher;
    this.#utility = new Float64Array(parties);
    this.#dealAt = () => {
      const deal: number[] = [];
      outer.forEach((issue, depth) => (deal[issue] = this.chosen[depth]!));
      inner.write(this.#place, deal);
      return deal;
    };
  }

  minds(): boolean {
    return this.#watcher.minds(this.most);
  }

  /** Tells the inner deals of a word. */
  tell(word: number, deals: number): void {
    const utility = this.#utility;
    for (let left = deals; left !== 0; left &= left - 1) {
      const place = word * 32 + 31 - Math.clz32(left & -left);
      for (let party = 0; party < utility.length; party++) {
        utility[party] = this.base[party]! + Number(this.values[party]![place]);
      }
      this.#place = place;
      this.#watcher.see(utility, this.#dealAt);
    }
  }
}
