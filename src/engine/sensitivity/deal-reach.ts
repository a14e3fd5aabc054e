/**
 * How far a number can move along its line with the recommended deal still a best one for its signers.
 *
 * The line is walked in stretches from where the number stands. A stretch is either proven to hold no better deal, or
 * its first step with one is found, or it is too long to settle and a part of it comes first; a stretch of one step is
 * an ordinary search. So every step up to the end of the reach is proven, whatever the solution.
 */
import type { SolutionName } from '../answer.ts';
import type { Deal, Problem } from '../problem.ts';
import { OutOfNodes } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { nash } from '../solution/nash.ts';
import { firstByLeximin } from './leximin-rivals.ts';
import type { LineDeal } from './line-reading.ts';
import { LineReading } from './line-reading.ts';
import { LineTerms } from './line-terms.ts';
import type { StretchTerms } from './line-terms.ts';
import type { LineNotes } from './line-notes.ts';
import type { NumberLine } from './number-line.ts';
import { furthest } from './number-line.ts';
import type { Stretch } from './stretch.ts';
import { firstBySum } from './sum-rivals.ts';

/** One way along the line. */
export interface Reach {
  /** Last step, from where the number stands, up to which nothing changes at any step. */
  readonly until: number;
  /** True: it does change with the next step. False: the end of the line, or nothing more is proven. */
  readonly changes: boolean;
  /**
   * Where nothing more is proven: a step further on by which it has changed, the nearest one known; null where there is
   * none, and where all is proven.
   */
  readonly changedBy: number | null;
}

/** What is recommended as the numbers stand. */
export interface Recommendation {
  readonly solution: SolutionName;
  readonly coalition: readonly number[];
  readonly deal: Deal;
}

export interface DealReaches {
  readonly down: Reach;
  readonly up: Reach;
}

/** Nodes for one way along one line, where it is granted so many. */
const MOST_NODES = 1_500_000;
/** For one stretch of it, and for looking further on once the rest is used up; parts of what is granted where that is less. */
const NODES_OF_STRETCH = 150_000;
const OF_STRETCH = 1 / 2;
const NODES_FURTHER_ON = 200_000;
const FURTHER_ON = 1 / 4;

/** Steps looked at further on, each halving what is not known. */
const LOOKS_FURTHER_ON = 8;

/** Stretches of one way; a walk that needs more would go on step by step. */
const MOST_STRETCHES = 100;

/** Nash deals looked through at the step where the last gain goes. */
const MOST_TIES = 1000;

/** Part of the way that is tried first, and by how much a stretch grows or shrinks. */
const FIRST_PART = 64;
const GROWTH = 4;

/**
 * Both ways, each with at most so many nodes of the effort; null where a signer gains nothing by a Nash deal, so that
 * products compare nothing.
 */
export function dealReaches(
  problem: Problem,
  line: NumberLine,
  recommended: Recommendation,
  notes: LineNotes,
  effort: Effort,
  nodes: number,
): DealReaches | null {
  const { solution, coalition } = recommended;
  const reading = new LineReading(problem, line, coalition);
  const still = (until: number): Reach => ({ until, changes: false, changedBy: null });
  const deal = reading.read(recommended.deal);
  if (solution === 'nash' && !gains(reading, deal, line.at)) return null;
  if (!reading.concerns) return { down: still(line.least), up: still(line.most) };
  const walk = new Walk(reading, solution, deal, notes, Math.min(MOST_NODES, nodes));
  const found = { down: walk.towards(line.least), up: walk.towards(line.most) };
  effort.nodes += walk.spent;
  return found;
}

/** What is known of a stretch. Split: nothing yet; a shorter one comes first, up to the step named if one is. */
type Settled =
  | { readonly kind: 'none' }
  | { readonly kind: 'better'; readonly at: number }
  | { readonly kind: 'split'; readonly split: number | null };

class Walk {
  readonly #reading: LineReading;
  readonly #solution: SolutionName;
  readonly #deal: LineDeal;
  readonly #terms: LineTerms;
  readonly #notes: LineNotes;
  readonly #nodes: number;
  /** Nodes it took. */
  spent = 0;

  /** `nodes`: for each way. */
  constructor(reading: LineReading, solution: SolutionName, deal: LineDeal, notes: LineNotes, nodes: number) {
    this.#reading = reading;
    this.#solution = solution;
    this.#deal = deal;
    this.#notes = notes;
    this.#terms = new LineTerms(reading, solution);
    this.#nodes = nodes;
  }

  #nodesOfStretch(): number {
    return Math.min(NODES_OF_STRETCH, this.#nodes * OF_STRETCH);
  }

  towards(end: number): Reach {
    const { at } = this.#reading.line;
    const towards = Math.sign(end - at);
    const signed = furthest(at, end, (step) => this.#stands(step));
    const gone = signed === end ? null : signed + towards;
    let [until, nodes] = [at, 0];
    let length = this.#isPlain() ? Infinity : Math.ceil(Math.abs(signed - at) / FIRST_PART);
    let next: number | null = null;
    for (let stretches = 0; until !== signed; stretches++) {
      if (stretches === MOST_STRETCHES || nodes > this.#nodes) return this.#given(until, end, gone);
      const to: number = next ?? (Math.abs(signed - until) <= length ? signed : until + towards * length);
      const tried = Math.abs(to - until);
      const effort: Effort = { nodes: 0, limit: this.#nodesOfStretch() };
      // The step before is proven and its ideals are known; where they jump after it, one step is looked at by itself.
      const found = this.#settled({ from: tried === 1 ? to : until, to }, effort);
      nodes += effort.nodes;
      this.spent += effort.nodes;
      if (found.kind === 'better') return { until: found.at - towards, changes: true, changedBy: null };
      if (found.kind === 'none') {
        until = to;
        if (next === null) length = tried * GROWTH;
        next = null;
      } else if (tried === 1) {
        return this.#given(until, end, gone);
      } else if (found.split !== null) {
        next = found.split === until ? until + towards : found.split;
      } else {
        length = Math.ceil(tried / GROWTH);
        next = null;
      }
    }
    if (gone === null) return { until, changes: false, changedBy: null };
    const isBest = this.#isBestWithoutGain(gone);
    if (isBest === false) return { until, changes: true, changedBy: null };
    // With the next step a deal that gains nothing can be signed no more.
    const beyond = gone === end ? null : gone + towards;
    return isBest === true
      ? { until: gone, changes: beyond !== null, changedBy: null }
      : { until, changes: false, changedBy: beyond };
  }

  /**
   * Whether the deal is a Nash deal at a step where a signer gains nothing by it and can still sign it, so that products
   * compare nothing; undefined: not settled.
   */
  #isBestWithoutGain(step: number): boolean | undefined {
    const reading = this.#reading;
    if (this.#solution !== 'nash' || !reading.canSign(this.#deal, step)) return false;
    const { there, region } = reading.at(step);
    const effort: Effort = { nodes: 0, limit: this.#nodesOfStretch() };
    try {
      const { deals, total } = nash(there, region, reading.coalition, MOST_TIES, effort);
      const key = this.#deal.deal.join();
      if (deals.some((deal) => deal.join() === key)) return true;
      return total === BigInt(deals.length) ? false : undefined;
    } catch (error) {
      if (error instanceof OutOfNodes) return undefined;
      throw error;
    } finally {
      this.spent += effort.nodes;
    }
  }

  /** Where on the stretch the deal is first beaten. */
  #settled(stretch: Stretch, effort: Effort): Settled {
    try {
      const read = this.#terms.over(stretch.from, stretch.to, effort);
      if (!read.ok) return { kind: 'split', split: read.split };
      const at = this.#firstBetter(read.terms, stretch, effort);
      if (at === undefined) return { kind: 'split', split: null };
      return at === null ? { kind: 'none' } : { kind: 'better', at };
    } catch (error) {
      if (!(error instanceof OutOfNodes)) throw error;
      return { kind: 'split', split: null };
    }
  }

  /** One straight line for all: worth trying the whole way at once. */
  #isPlain(): boolean {
    return this.#solution === 'nash' || this.#solution === 'utilitarian';
  }

  #stands(step: number): boolean {
    const reading = this.#reading;
    return reading.canSign(this.#deal, step) && (this.#solution !== 'nash' || gains(reading, this.#deal, step));
  }

  #firstBetter(terms: StretchTerms, stretch: Stretch, effort: Effort): number | null | undefined {
    switch (this.#solution) {
      case 'nash':
      case 'utilitarian':
      case 'relative-utilitarian':
        return firstBySum(this.#reading, terms, this.#deal, this.#solution === 'nash', stretch, this.#notes, effort);
      case 'kalai-smorodinsky':
      case 'egalitarian':
      case 'equal-loss':
        return firstByLeximin(this.#reading, terms, this.#deal, stretch, effort);
    }
  }

  /** Proven up to a step only: looks at single steps further on for one by which the deal has changed. */
  #given(until: number, end: number, gone: number | null): Reach {
    const towards = Math.sign(end - until);
    const last = gone === null ? end : gone - towards;
    let [same, by] = [until, gone];
    const effort: Effort = { nodes: 0, limit: Math.min(NODES_FURTHER_ON, this.#nodes * FURTHER_ON) };
    const changedAt = (step: number): boolean =>
      !this.#stands(step) || this.#settled({ from: step, to: step }, effort).kind === 'better';
    if (changedAt(last)) by = last;
    for (let looks = 0; by !== null && Math.abs(by - same) > 1 && looks < LOOKS_FURTHER_ON; looks++) {
      const middle = Math.trunc((same + by) / 2);
      if (changedAt(middle)) by = middle;
      else same = middle;
    }
    this.spent += effort.nodes;
    return { until, changes: false, changedBy: by };
  }
}

function gains(reading: LineReading, deal: LineDeal, step: number): boolean {
  const { party, at } = reading.line;
  const { parties } = reading.at(at).there;
  const units = deal.unitsAt(step);
  return reading.coalition.every(
    (k) => units[k]! > (k === party ? reading.disagreementAt(step) : parties[k]!.disagreement),
  );
}
