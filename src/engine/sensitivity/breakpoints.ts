/**
 * How far one number can move before the verdict, or the recommended deal, changes.
 *
 * No grid is searched: for a single deal, acceptance and the comparison with another deal change at most once along a
 * number's line, so the next place to look is known exactly (as in Newton's method for the largest of linear functions;
 * Dinkelbach 1967). What is found is proven between two neighbouring steps.
 */
import { firstWithDeal } from '../coalitions.ts';
import { inZone, utilityUnits } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import type { Region } from '../region.ts';
import { coalitionRegion, isInRegion } from '../region.ts';
import { findDeal, maximise, OutOfNodes } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { minimumObjective, productObjective, sumObjective } from '../search/objective.ts';
import type { Objective } from '../search/objective.ts';
import { gainTerms } from '../solution/terms.ts';
import type { NumberLine } from './number-line.ts';
import { furthest, problemAt } from './number-line.ts';

/** Solutions whose comparison of two deals changes at most once along a line. */
export type LineSolution = 'nash' | 'utilitarian';

/** What is recommended as the numbers stand. */
export interface Recommendation {
  readonly solution: LineSolution;
  readonly coalition: readonly number[];
  readonly deal: Deal;
}

/** One way along the line. */
export interface Reach {
  /** Last step, from where the number stands, up to which nothing changes. */
  readonly until: number;
  /** True: it does change with the next step. False: the end of the line, or nothing more is proven. */
  readonly changes: boolean;
}

export interface Breakpoints {
  readonly verdict: { readonly down: Reach; readonly up: Reach };
  /**
   * For as long as the recommended deal can be signed and no deal of the same signers is better; null where none is
   * recommended, a signer gains nothing by it, or the search was given up.
   */
  readonly deal: { readonly down: Reach; readonly up: Reach } | null;
}

/** Nodes for the deal of one number; the verdict is always searched to the end. */
const MOST_NODES = 1_000_000;

/** The breakpoints of each line, in their order; `onProgress` is told how many are done. */
export function breakpoints(
  problem: Problem,
  lines: readonly NumberLine[],
  recommended: Recommendation | null,
  onProgress: (done: number) => void,
): readonly Breakpoints[] {
  return lines.map((line, index) => {
    const found = {
      verdict: { down: verdictReach(problem, line, line.least), up: verdictReach(problem, line, line.most) },
      deal: recommended === null ? null : dealReaches(problem, line, recommended),
    };
    onProgress(index + 1);
    return found;
  });
}

function verdictReach(problem: Problem, line: NumberLine, end: number): Reach {
  const effort: Effort = { nodes: 0 };
  const towards = Math.sign(end - line.at);
  const known = dealAt(problem, line, line.at, effort);
  if (known === null) {
    // A coalition that cannot agree here and can further on can from there to the end: its best is convex in the step.
    const until = furthest(line.at, end, (step) => dealAt(problem, line, step, effort) === null);
    return { until, changes: until !== end };
  }
  for (let deal = known, from = line.at; ;) {
    const current = deal;
    const until = furthest(from, end, (step) => inZone(problemAt(problem, line, step), current));
    if (until === end) return { until, changes: false };
    const next = dealAt(problem, line, until + towards, effort);
    if (next === null) return { until, changes: true };
    deal = next;
    from = until + towards;
  }
}

/** A deal of the zone at a step, the best for the party of the line among those of its signers; null: there is none. */
function dealAt(problem: Problem, line: NumberLine, step: number, effort: Effort): Deal | null {
  const there = problemAt(problem, line, step);
  const zone = firstWithDeal(there, effort);
  if (zone === null) return null;
  const best = zone.parties.includes(line.party)
    ? maximise(there, zone.region, minimumObjective([{ party: line.party, offset: 0, divisor: 1, power: 1 }]), effort)
    : findDeal(there, zone.region, effort);
  if (best === null) throw new RangeError('a zone with a deal has a best one');
  return best.deal;
}

function dealReaches(problem: Problem, line: NumberLine, recommended: Recommendation): Breakpoints['deal'] {
  try {
    const effort: Effort = { nodes: 0, limit: MOST_NODES };
    const down = dealReach(problem, line, recommended, line.least, effort);
    const up = dealReach(problem, line, recommended, line.most, effort);
    return down === null || up === null ? null : { down, up };
  } catch (error) {
    if (!(error instanceof OutOfNodes)) throw error;
    return null;
  }
}

/**
 * Rivals are looked for at the far end. Each is better, and can be signed, on one stretch up to that end, and the end
 * moves to where the stretch begins. For a weight, who cannot sign a rival at the end might further in; its party's least
 * is left out of the search there, which can only find more rivals.
 */
function dealReach(
  problem: Problem,
  line: NumberLine,
  { solution, coalition, deal }: Recommendation,
  end: number,
  effort: Effort,
): Reach | null {
  const at = (step: number): Step => stepOf(problem, line, coalition, solution, step);
  const compareAt = (step: number, other: Deal): number => {
    const { there, objective } = at(step);
    return objective.compare(unitsOf(there, other), unitsOf(there, deal));
  };
  if (solution === 'nash' && !gains(at(line.at).there, coalition, deal)) return null;
  const signed = furthest(line.at, end, (step) => {
    const { there, region } = at(step);
    return isInRegion(there, region, deal) && (solution !== 'nash' || gains(there, coalition, deal));
  });
  const relaxed = line.kind === 'weight' && coalition.includes(line.party);
  let until = signed;
  let changes = signed !== end;
  for (;;) {
    const here = at(until);
    const rival = maximise(here.there, searched(here, line, coalition, solution, relaxed), here.objective, effort);
    if (rival === null || compareAt(until, rival.deal) <= 0) return { until, changes };
    const beats = (step: number): boolean =>
      compareAt(step, rival.deal) > 0 && (relaxed || isInRegion(at(step).there, at(step).region, rival.deal));
    // Only deals that the party's least keeps out now can be better from the start: nothing is proven then.
    if (beats(line.at)) return null;
    const outside = until;
    until = furthest(line.at, outside, (step) => !beats(step));
    const next = at(until + Math.sign(end - line.at));
    changes = isInRegion(next.there, next.region, rival.deal);
  }
}

interface Step {
  readonly there: Problem;
  readonly region: Region;
  readonly objective: Objective;
}

function stepOf(
  problem: Problem,
  line: NumberLine,
  coalition: readonly number[],
  solution: LineSolution,
  step: number,
): Step {
  const there = problemAt(problem, line, step);
  const region = coalitionRegion(there, coalition);
  if (region === null) throw new RangeError('a deal is recommended to parties that can sign one');
  const terms = gainTerms(there, coalition);
  return { there, region, objective: solution === 'nash' ? productObjective(terms) : sumObjective(terms) };
}

/** The deals among which a rival is looked for: for a product, those by which every signer gains. */
function searched(
  { there, region }: Step,
  line: NumberLine,
  coalition: readonly number[],
  solution: LineSolution,
  relaxed: boolean,
): Region {
  const floors = region.floors.map((floor, party) => {
    if (!coalition.includes(party)) return floor;
    const least = relaxed && party === line.party ? -Infinity : floor;
    return solution === 'nash' ? Math.max(least, there.parties[party]!.disagreement + 1) : least;
  });
  return { ...region, floors };
}

function gains(problem: Problem, coalition: readonly number[], deal: Deal): boolean {
  return coalition.every((party) => {
    const of = problem.parties[party]!;
    return utilityUnits(problem, of, deal) > of.disagreement;
  });
}

function unitsOf(problem: Problem, deal: Deal): readonly number[] {
  return problem.parties.map((party) => utilityUnits(problem, party, deal));
}
