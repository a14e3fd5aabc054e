/**
 * A walk through every deal of a space that is small enough for it: how many are in the zone, with which options, and how
 * many each party alone keeps out. Exact whatever the numbers.
 *
 * The space is halved (meet in the middle; Horowitz and Sahni 1974): outer deals are gone through one by one, and for
 * each one the inner deals that a party accepts are a row of bits known beforehand. So a deal costs a 32nd of a step per
 * party. Outer deals that two parties refuse whatever follows are cut off.
 */
import type { NarrowProblem, Pattern, Problem } from '../problem.ts';
import { PlaceCounts } from './bits.ts';
import { columnsOf, plus } from './columns.ts';
import type { Column, Units } from './columns.ts';
import { InnerDeals } from './inner.ts';
import { Joint } from './joint.ts';
import type { Plan } from './plan.ts';
import { Reach } from './reach.ts';
import type { Settled } from './reach.ts';
import { Running } from './running.ts';
import type { Run } from './running.ts';
import { Signing } from './signing.ts';
import type { Marks } from './signing.ts';
import { Teller } from './teller.ts';
import type { Watcher } from './teller.ts';
import { isUnanimous, UnanimousPart } from './unanimous.ts';

export interface Walked {
  readonly count: number;
  /** How many deals of the zone have each option, by flat option number. */
  readonly flows: Float64Array;
  /** By party, how many deals it alone keeps out of the zone; null unless asked. */
  readonly soleBlockers: readonly number[] | null;
}

/** `blame`: whether to find out who alone keeps deals out. */
export function walk(problem: Problem, plan: Plan, blame: boolean): Walked {
  const flows = new Float64Array(problem.offsets.at(-1)!);
  const soleBlockers = problem.parties.map(() => 0);
  const count = eachPart(problem, plan, blame, flows, null, (part) => {
    part.soleBlockers.forEach((deals, party) => (soleBlockers[party]! += deals));
  });
  return { count, flows, soleBlockers: blame ? soleBlockers : null };
}

/** Tells the deals of the zone, but for those that the watcher does not mind. */
export function tellDeals(problem: NarrowProblem, plan: Plan, watcher: Watcher): void {
  eachPart(problem, plan, false, new Float64Array(problem.offsets.at(-1)!), watcher);
}

/** Runs the walk for one stretch of the inner deals after the other; the number of deals met. */
function eachPart(
  problem: Problem,
  plan: Plan,
  blame: boolean,
  flows: Float64Array,
  watcher: Watcher | null,
  then: (part: UnanimousPart | Part) => void = () => {},
): number {
  let count = 0;
  for (let first = 0; first < plan.innerSize; first += plan.chunk) {
    const part = isUnanimous(problem, plan)
      ? new UnanimousPart(problem, plan, first, blame, flows, watcher)
      : new Part(problem, plan, first, blame, flows, watcher);
    count += part.run();
    then(part);
  }
  return count;
}

/**
 * How many deals each of several coalitions can sign: all of its members do, and no one else has to. They have all those
 * who must sign, and enough of them.
 */
export function walkCoalitions(
  problem: Problem,
  plan: Plan,
  coalitions: readonly (readonly number[])[],
): readonly number[] {
  const { parties, consent } = problem;
  const joint = new Joint(
    coalitions.map((coalition) => [
      ...coalition,
      ...[...parties.keys()]
        .filter((party) => !coalition.includes(party) && consent.conditional.some((other) => other.party === party))
        .map((party) => parties.length + party),
    ]),
  );
  const flows = new Float64Array(problem.offsets.at(-1)!);
  for (let first = 0; first < plan.innerSize; first += plan.chunk) {
    new Part(problem, plan, first, false, flows, null, joint).run();
  }
  return [...joint.counts];
}

/** The walk with one stretch of the inner deals. */
class Part {
  readonly #offsets: Int32Array;
  readonly #outer: readonly number[];
  readonly #inner: InnerDeals;
  readonly #blame: boolean;
  readonly #teller: Teller | null;
  readonly #joint: Joint | null;
  readonly #flows: Float64Array;
  readonly #columns: readonly Column[];
  readonly #reaches: readonly Reach[];
  readonly #marks: Running<Marks>;
  readonly #signing: Signing;
  readonly #places: PlaceCounts;
  readonly #required: readonly boolean[];
  /** More parties than this refuse only deals that nobody needs to look at; the same of those who must sign. */
  readonly #mostRefusing: number;
  readonly #mostMissing: number;
  /** By depth and column: what the outer issues give so far, and at most what is still to come without adjustments. */
  readonly #given: Units[];
  readonly #most: readonly Units[];
  readonly #runs: Run<Settled>[];
  readonly #markRuns: Run<Marks>[];

  constructor(
    problem: Problem,
    plan: Plan,
    first: number,
    blame: boolean,
    flows: Float64Array,
    watcher: Watcher | null,
    joint: Joint | null = null,
  ) {
    const { parties, consent, offsets } = problem;
    const { outer } = plan;
    const inner = new InnerDeals(problem, plan, first);
    const columns = columnsOf(problem);
    const values = columns.map((column) => inner.values(column));
    this.#offsets = offsets;
    this.#outer = outer;
    this.#inner = inner;
    this.#blame = blame;
    this.#teller = watcher === null ? null : new Teller(watcher, outer, inner, values);
    this.#joint = joint;
    this.#flows = flows;
    this.#columns = columns;
    this.#reaches = columns.map((column, index) => new Reach(column, values[index]!, inner, plan));
    this.#marks = marksOf(problem, inner, outer);
    this.#signing = new Signing(parties.length, consent, inner.full, blame);
    this.#places = new PlaceCounts(inner.size);
    this.#required = parties.map((_, party) => consent.required.includes(party));
    this.#mostMissing = blame ? 1 : 0;
    this.#mostRefusing = parties.length - consent.quorum + this.#mostMissing;
    this.#given = Array.from({ length: (outer.length + 1) * columns.length }, (_, cell) =>
      zeroOf(columns[cell % columns.length]!),
    );
    this.#most = columns.length === 0 ? [] : mostToCome(problem, columns, values.map(largest), outer);
    this.#runs = Array.from(
      { length: (outer.length + 1) * columns.length },
      (_, cell) => this.#reaches[cell % columns.length]!.running.root,
    );
    this.#markRuns = Array.from({ length: outer.length + 1 }, () => this.#marks.root);
  }

  get soleBlockers(): Float64Array {
    return this.#signing.soleBlockers;
  }

  /** The number of deals in the zone. */
  run(): number {
    const count = this.#hopeless(0) ? 0 : this.#descend(0);
    this.#inner.addFlows(this.#places.counts(), this.#flows);
    return count;
  }

  #descend(depth: number): number {
    if (depth === this.#outer.length) return this.#look();
    const columns = this.#columns.length;
    const issue = this.#outer[depth]!;
    const first = this.#offsets[issue]!;
    const options = this.#offsets[issue + 1]! - first;
    const here = depth * columns;
    const next = here + columns;
    let count = 0;
    for (let option = 0; option < options; option++) {
      for (let column = 0; column < columns; column++) {
        this.#given[next + column] = plus(this.#given[here + column]!, this.#columns[column]!.gains[first + option]!);
        this.#runs[next + column] = this.#reaches[column]!.running.step(this.#runs[here + column]!, depth, option);
      }
      if (this.#hopeless(depth + 1)) continue;
      if (this.#teller !== null) {
        this.#teller.chosen[depth] = option;
        if (!this.#isMinded(this.#teller, depth + 1)) continue;
      }
      this.#markRuns[depth + 1] = this.#marks.step(this.#markRuns[depth]!, depth, option);
      const found = this.#descend(depth + 1);
      this.#flows[first + option]! += found;
      count += found;
    }
    return count;
  }

  /** True when so many parties refuse whatever follows that no deal below is in the zone, or one party short of it. */
  #hopeless(depth: number): boolean {
    let refusing = 0;
    let missing = 0;
    for (let column = 0; column < this.#columns.length; column++) {
      if (this.#mostOf(depth, column) >= this.#columns[column]!.floor) continue;
      refusing++;
      if (this.#required[column] === true) missing++;
    }
    return refusing > this.#mostRefusing || missing > this.#mostMissing;
  }

  /** At most what the column comes to below so many outer issues decided. */
  #mostOf(depth: number, column: number): Units {
    const cell = depth * this.#columns.length + column;
    const adjusted = this.#reaches[column]!.prospect(this.#runs[cell]!, depth);
    return plus(plus(this.#given[cell]!, this.#most[cell]!), adjusted);
  }

  #isMinded(teller: Teller, depth: number): boolean {
    for (let column = 0; column < this.#columns.length; column++) {
      teller.most[column] = Number(this.#mostOf(depth, column));
    }
    return teller.minds();
  }

  #look(): number {
    const columns = this.#columns.length;
    const here = this.#outer.length * columns;
    for (let column = 0; column < columns; column++) {
      const reach = this.#reaches[column]!;
      reach.find(reach.running.meaning(this.#runs[here + column]!), this.#given[here + column]!);
    }
    const marks = this.#marks.meaning(this.#markRuns[this.#outer.length]!);
    const count = this.#signing.look(this.#reaches, marks);
    if (count > 0) this.#places.add(this.#signing.zone, count);
    if (count > 0 && this.#teller !== null) this.#tellZone(this.#teller);
    if (this.#joint !== null) this.#signing.join(this.#joint, marks);
    if (this.#blame) this.#signing.blame(marks);
    return count;
  }

  #tellZone(teller: Teller): void {
    this.#reaches.forEach(({ base, values }, column) => {
      teller.base[column] = Number(base);
      teller.values[column] = values;
    });
    const { zone } = this.#signing;
    for (let word = 0; word < zone.length; word++) if (zone[word] !== 0) teller.tell(word, zone[word]!);
  }
}

/** Words of marks that are remembered. */
const MOST_MARKED = 1 << 22;

/** What rules, red lines and conditions say about the inner deals, by what the outer issues leave open of them. */
function marksOf(
  { parties, forbidden, consent }: Problem,
  inner: InnerDeals,
  outer: readonly number[],
): Running<Marks> {
  const nobody = parties.map(() => null);
  const entries: readonly {
    readonly when: Pattern;
    readonly at: 'barred' | 'refused' | 'needed';
    readonly party: number;
  }[] = [
    ...forbidden.map((when) => ({ when, at: 'barred', party: 0 }) as const),
    ...parties.flatMap(({ redLines }, party) => redLines.map((when) => ({ when, at: 'refused', party }) as const)),
    ...consent.conditional.map(({ when, party }) => ({ when, at: 'needed', party }) as const),
  ];
  const rows = entries.map(({ when }) => inner.matching(when) ?? inner.full);
  return new Running(
    entries.map(({ when }) => when),
    outer,
    (alive) => {
      const marks = {
        barred: [null] as (Int32Array | null)[],
        refused: [...nobody] as (Int32Array | null)[],
        needed: [...nobody] as (Int32Array | null)[],
      };
      for (const entry of alive) {
        const { at, party } = entries[entry]!;
        const row = (marks[at][party] ??= new Int32Array(inner.full.length));
        for (let word = 0; word < row.length; word++) row[word]! |= rows[entry]![word]!;
      }
      return { ...marks, barred: marks.barred[0]! };
    },
    Math.ceil(MOST_MARKED / (inner.full.length * parties.length)),
  );
}

function zeroOf({ floor }: Column): Units {
  return typeof floor === 'bigint' ? 0n : 0;
}

function largest(values: ArrayLike<Units>): Units {
  let most = values[0]!;
  for (let place = 1; place < values.length; place++) if (values[place]! > most) most = values[place]!;
  return most;
}

/** By depth and column, the most that the outer issues from there on and the inner ones can add, adjustments apart. */
function mostToCome(
  problem: Problem,
  columns: readonly Column[],
  innerMost: readonly Units[],
  outer: readonly number[],
): readonly Units[] {
  const most: Units[] = Array.from({ length: (outer.length + 1) * columns.length }, () => 0);
  columns.forEach(({ gains }, column) => {
    let sum = innerMost[column]!;
    most[outer.length * columns.length + column] = sum;
    for (let depth = outer.length - 1; depth >= 0; depth--) {
      const issue = outer[depth]!;
      let best = gains[problem.offsets[issue]!]!;
      for (let row = problem.offsets[issue]! + 1; row < problem.offsets[issue + 1]!; row++) {
        if (gains[row]! > best) best = gains[row]!;
      }
      sum = plus(sum, best);
      most[depth * columns.length + column] = sum;
    }
  });
  return most;
}
