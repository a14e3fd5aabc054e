/**
 * How far one number can move before the verdict, or the recommended deal, changes.
 *
 * No grid is searched: a single deal is acceptable on one side of some step of a number's line, so the next place to look
 * is known exactly (as in Newton's method for the largest of linear functions; Dinkelbach 1967). What is found is proven
 * between two neighbouring steps.
 */
import { granting, inTurn, remembering, within } from '../budget.ts';
import { firstWithDeal } from '../coalitions.ts';
import { inZone } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import { findDeal, maximise } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { minimumObjective } from '../search/objective.ts';
import { dealReaches } from './deal-reach.ts';
import type { DealReaches, Reach, Recommendation } from './deal-reach.ts';
import { LineNotes } from './line-notes.ts';
import type { NumberLine } from './number-line.ts';
import { furthest, problemAt } from './number-line.ts';

export type { Reach, Recommendation } from './deal-reach.ts';

export interface Breakpoints {
  readonly verdict: { readonly down: Reach; readonly up: Reach };
  /**
   * For as long as the recommended deal can be signed and no deal of the same signers is better; null where none is
   * recommended, or a signer gains nothing by a Nash deal.
   */
  readonly deal: DealReaches | null;
}

/**
 * The breakpoints of each line, in their order, as far as so many nodes for all of them show; `onProgress` is told how
 * many are done.
 */
export function breakpoints(
  problem: Problem,
  lines: readonly NumberLine[],
  recommended: Recommendation | null,
  onProgress: (done: number) => void,
  granted = Infinity,
): readonly Breakpoints[] {
  const effort = granting(problem, granted);
  const notes = new LineNotes();
  let done = 0;
  return inTurn(lines, { granted, part: granted / lines.length }, effort, (line, nodes) => {
    const reach = (end: number): Reach => verdictWithin(problem, line, end, notes, effort, nodes / 4);
    const found = {
      verdict: { down: reach(line.least), up: reach(line.most) },
      deal: recommended === null ? null : dealReaches(problem, line, recommended, notes, effort, nodes / 4),
    };
    onProgress(++done);
    return found;
  });
}

/** The reach; nothing beyond where the number stands where so many nodes do not do. */
function verdictWithin(
  problem: Problem,
  line: NumberLine,
  end: number,
  notes: LineNotes,
  effort: Effort,
  nodes: number,
): Reach {
  const found = within(effort, nodes, (limited) =>
    verdictReach(problem, line, end, (step) => {
      const there = problemAt(problem, line, step);
      return remembering(limited, Infinity, notes.open(there), (part) => dealAt(there, line, part));
    }),
  );
  return found ?? { until: line.at, changes: false, changedBy: null };
}

/** @throws OutOfNodes */
function verdictReach(problem: Problem, line: NumberLine, end: number, dealOf: (step: number) => Deal | null): Reach {
  const towards = Math.sign(end - line.at);
  const known = dealOf(line.at);
  if (known === null) {
    // A coalition that cannot agree here and can further on can from there to the end: its best is convex in the step.
    const until = furthest(line.at, end, (step) => dealOf(step) === null);
    return { until, changes: until !== end, changedBy: null };
  }
  for (let deal = known, from = line.at; ;) {
    const current = deal;
    const until = furthest(from, end, (step) => inZone(problemAt(problem, line, step), current));
    if (until === end) return { until, changes: false, changedBy: null };
    const next = dealOf(until + towards);
    if (next === null) return { until, changes: true, changedBy: null };
    deal = next;
    from = until + towards;
  }
}

/** A deal of the zone, the best for the party of the line among those of its signers; null: there is none. */
function dealAt(there: Problem, line: NumberLine, effort: Effort): Deal | null {
  const zone = firstWithDeal(there, effort);
  if (zone === null) return null;
  const best = zone.parties.includes(line.party)
    ? maximise(there, zone.region, minimumObjective([{ party: line.party, offset: 0, divisor: 1, power: 1 }]), effort)
    : findDeal(there, zone.region, effort);
  if (best === null) throw new RangeError('a zone with a deal has a best one');
  return best.deal;
}
