/**
 * The walk where everybody has to sign and only sums decide: no patterns, no number of signers, no big integers.
 *
 * Hot code, and the commonest case of all. Besides what every walk does, it keeps a list of the words of inner deals in
 * which some deal can still be in the zone (or one signature short of it). The list gets shorter with every outer issue,
 * so that most words are never looked at; and a word that one party refuses altogether is not looked at for the next.
 */
import { leastSigned } from '../problem.ts';
import type { NarrowProblem, Problem } from '../problem.ts';
import { bitCount, PlaceCounts } from './bits.ts';
import { columnsOf, onlySumsDecide } from './columns.ts';
import { InnerDeals } from './inner.ts';
import { Ladder } from './ladder.ts';
import type { Plan } from './plan.ts';
import { Teller } from './teller.ts';
import type { Watcher } from './teller.ts';

/** Whether this walk goes through the problem, by this plan. */
export function isUnanimous(problem: Problem, { outer, laddered }: Plan): problem is NarrowProblem {
  return laddered && outer.length > 0 && onlySumsDecide(problem);
}

/** Outer issues, counted from the last one, before which words are listed; earlier too few of them can be left out. */
const LISTED = 3;
/** Parties looked at together. */
const AT_ONCE = 4;

/** One stretch of the inner deals. */
export class UnanimousPart {
  /** By party, deals that it alone keeps out; all 0 unless blame is asked for. */
  readonly soleBlockers: Float64Array;
  readonly #offsets: Int32Array;
  readonly #outer: readonly number[];
  readonly #parties: number;
  readonly #blame: boolean;
  readonly #floors: Float64Array;
  readonly #gains: readonly Float64Array[];
  readonly #ladders: readonly Ladder[];
  /** By party: the rows of its ladder; and one row of all deals. */
  readonly #rows: readonly Int32Array[];
  readonly #from: Int32Array;
  readonly #full: Int32Array;
  readonly #inner: InnerDeals;
  readonly #flows: Float64Array;
  readonly #places: PlaceCounts;
  /** By depth and party: what the outer issues give so far; at most what those from there on add, without and with inner ones. */
  readonly #given: Float64Array;
  readonly #rest: Float64Array;
  readonly #most: Float64Array;
  /** By depth: words in which a deal may be left. The deals of the last words met, and those that one party refuses. */
  readonly #lists: readonly Int32Array[];
  readonly #hits: Int32Array;
  readonly #lacks: Int32Array;
  readonly #teller: Teller | null;

  constructor(
    problem: NarrowProblem,
    plan: Plan,
    first: number,
    blame: boolean,
    flows: Float64Array,
    watcher: Watcher | null,
  ) {
    const { parties, offsets } = problem;
    const { outer } = plan;
    const inner = new InnerDeals(problem, plan, first);
    const values = columnsOf(problem).map((column) => inner.values(column));
    this.#offsets = offsets;
    this.#outer = outer;
    this.#parties = parties.length;
    this.#blame = blame;
    this.#floors = Float64Array.from(parties, leastSigned);
    this.#gains = parties.map(({ contributions }) => contributions);
    this.#ladders = values.map((column) => new Ladder(column));
    this.#full = inner.full;
    this.#rows = this.#ladders.map(({ rows }) => rows);
    this.#from = new Int32Array(parties.length);
    this.#inner = inner;
    this.#flows = flows;
    this.#places = new PlaceCounts(inner.size);
    this.soleBlockers = new Float64Array(parties.length);
    this.#given = new Float64Array((outer.length + 1) * parties.length);
    this.#rest = mostOfRest(problem, outer);
    this.#most = this.#rest.map((units, cell) => units + this.#ladders[cell % parties.length]!.most);
    const words = inner.full.length;
    this.#lists = Array.from({ length: outer.length + 2 }, () => Int32Array.from({ length: words }, (_, word) => word));
    this.#hits = new Int32Array(words);
    this.#lacks = new Int32Array(words);
    this.#teller = watcher === null ? null : new Teller(watcher, outer, inner, values);
  }

  /** The number of deals in the zone. */
  run(): number {
    const count = this.#descend(0, this.#full.length);
    this.#inner.addFlows(this.#places.counts(), this.#flows);
    return count;
  }

  /** The deals below so many outer issues decided, with the first so many words of their list. */
  #descend(depth: number, listed: number): number {
    const parties = this.#parties;
    const [given, most] = [this.#given, this.#most];
    const here = depth * parties;
    let refusing = 0;
    for (let party = 0; party < parties; party++) {
      if (given[here + party]! + most[here + party]! < this.#floors[party]!) refusing++;
    }
    if (refusing > (this.#blame ? 1 : 0)) return 0;
    if (this.#teller !== null && !this.#isMinded(this.#teller, here)) return 0;
    if (depth === this.#outer.length) return this.#look(depth, listed);
    const words = this.#outer.length - depth < LISTED ? this.#meet(depth, listed) : listed;
    if (words === 0) return 0;
    const issue = this.#outer[depth]!;
    const next = here + parties;
    let count = 0;
    const first = this.#offsets[issue]!;
    for (let row = first; row < this.#offsets[issue + 1]!; row++) {
      if (this.#teller !== null) this.#teller.chosen[depth] = row - first;
      for (let party = 0; party < parties; party++) {
        given[next + party] = given[here + party]! + this.#gains[party]![row]!;
      }
      const found = this.#descend(depth + 1, words);
      this.#flows[row]! += found;
      count += found;
    }
    return count;
  }

  #isMinded(teller: Teller, here: number): boolean {
    for (let party = 0; party < this.#parties; party++) {
      teller.most[party] = this.#given[here + party]! + this.#most[here + party]!;
    }
    return teller.minds();
  }

  /** Goes through the deals of all outer issues decided. */
  #look(depth: number, listed: number): number {
    const met = this.#meet(depth, listed);
    const list = this.#lists[depth + 1]!;
    const hits = this.#hits;
    if (this.#teller !== null) this.#teller.base.set(this.#given.subarray(depth * this.#parties));
    let count = 0;
    for (let k = 0; k < met; k++) {
      const deals = hits[k]!;
      if (deals === 0) continue;
      count += bitCount(deals);
      this.#places.addWord(list[k]!, deals);
      if (this.#teller !== null) this.#teller.tell(list[k]!, deals);
    }
    if (this.#blame) this.#accuse(list, met);
    return count;
  }

  /**
   * Lists behind the depth those words listed before it in which all parties may accept a deal (or all but one, where
   * blame is asked for), whatever is decided from there on; and how many they are. `hits` and `lacks` are these deals.
   */
  #meet(depth: number, listed: number): number {
    const here = depth * this.#parties;
    for (let party = 0; party < this.#parties; party++) {
      const sure = this.#given[here + party]! + this.#rest[here + party]!;
      this.#from[party] = this.#ladders[party]!.rowFor(this.#floors[party]! - sure);
    }
    const [list, next] = [this.#lists[depth]!, this.#lists[depth + 1]!];
    if (this.#blame) return this.#meetButOne(list, listed, next);
    let met = this.#meetSome(0, list, listed, next);
    for (let first = AT_ONCE; first < this.#parties && met > 0; first += AT_ONCE) {
      met = this.#meetSome(first, next, met, next);
    }
    return met;
  }

  /** What a few parties accept; of what those before accept, unless they are the first. The lists may be one and the same. */
  #meetSome(first: number, list: Int32Array, listed: number, next: Int32Array): number {
    const last = this.#parties - 1;
    // The last party stands in where there are fewer.
    const [second, third, fourth] = [Math.min(first + 1, last), Math.min(first + 2, last), Math.min(first + 3, last)];
    const [a, b, c, d] = [this.#rows[first]!, this.#rows[second]!, this.#rows[third]!, this.#rows[fourth]!];
    const from = this.#from;
    const [fromA, fromB, fromC, fromD] = [from[first]!, from[second]!, from[third]!, from[fourth]!];
    const hits = this.#hits;
    let met = 0;
    for (let k = 0; k < listed; k++) {
      const word = list[k]!;
      let deals = a[fromA + word]! & b[fromB + word]! & c[fromC + word]! & d[fromD + word]!;
      if (first > 0) deals &= hits[k]!;
      if (deals === 0) continue;
      next[met] = word;
      hits[met++] = deals;
    }
    return met;
  }

  #meetButOne(list: Int32Array, listed: number, next: Int32Array): number {
    const [rows, from, full, hits, lacks] = [this.#rows, this.#from, this.#full, this.#hits, this.#lacks];
    let met = 0;
    for (let k = 0; k < listed; k++) {
      const word = list[k]!;
      let none = full[word]!;
      let one = 0;
      for (let party = 0; party < rows.length && (none | one) !== 0; party++) {
        const signs = rows[party]![from[party]! + word]!;
        one = (one & signs) | (none & ~signs);
        none &= signs;
      }
      if ((none | one) === 0) continue;
      next[met] = word;
      hits[met] = none;
      lacks[met++] = one;
    }
    return met;
  }

  /** Adds up whom each deal lacks alone, over the words met last. */
  #accuse(list: Int32Array, met: number): void {
    const [rows, from, lacks] = [this.#rows, this.#from, this.#lacks];
    for (let k = 0; k < met; k++) {
      let left = lacks[k]!;
      for (let party = 0; left !== 0; party++) {
        const refused = left & ~rows[party]![from[party]! + list[k]!]!;
        if (refused === 0) continue;
        this.soleBlockers[party]! += bitCount(refused);
        left &= ~refused;
      }
    }
  }
}

/** By depth and party, the most that the outer issues from there on can add. */
function mostOfRest({ parties, offsets }: NarrowProblem, outer: readonly number[]): Float64Array {
  const most = new Float64Array((outer.length + 1) * parties.length);
  for (let depth = outer.length - 1; depth >= 0; depth--) {
    const issue = outer[depth]!;
    parties.forEach(({ contributions }, party) => {
      let best = -Infinity;
      for (let row = offsets[issue]!; row < offsets[issue + 1]!; row++) best = Math.max(best, contributions[row]!);
      most[depth * parties.length + party] = most[(depth + 1) * parties.length + party]! + best;
    });
  }
  return most;
}
