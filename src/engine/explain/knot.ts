/**
 * The knot of an empty zone: how many issues can be settled together, and which ones have to stay open. Thresholds are
 * left aside at first, so that what is found holds for any numbers; then the rest is held against them.
 */
import type { Knot, OpenSet } from '../answer.ts';
import { seekDeal, within } from '../budget.ts';
import { findSigners, listCoalitions } from '../coalitions.ts';
import { boundsOf, leavingOpen, withWorth } from '../conflict/left-open.ts';
import type { Bounds } from '../conflict/left-open.ts';
import type { Pattern, Problem, SumRule } from '../problem.ts';
import { allIssues, asksNothing } from '../problem.ts';
import { OutOfNodes } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { plus } from '../units.ts';
import type { Units } from '../units.ts';
import { allRepairs } from './conflicts.ts';
import { newOptions } from './new-option.ts';

/** Sets of one size that are looked for. */
const MOST_SETS = 4;

/** Nodes of all questions, in those of one; and the part of them that one may take. */
const QUESTIONS = 4;
const SHARE = 1 / 16;

/** The knot of a problem whose zone is proven empty; null where it is not known, or where no deal keeps the rules. */
export function knotOf(problem: Problem, effort: Effort, nodes: number): Knot | null {
  return within(effort, nodes * QUESTIONS, (limited) => findKnot(problem, limited, nodes * SHARE)) ?? null;
}

function findKnot(problem: Problem, effort: Effort, nodes: number): Knot | null {
  const free = askingNothing(problem);
  const spoken = spokenOf(problem);
  const meets = (kept: readonly number[]): boolean => {
    const settled = new Set(kept.map((element) => spoken[element]!));
    const open = spoken.filter((issue) => !settled.has(issue));
    const { signers, proven } = findSigners(leavingOpen(free, open), effort, nodes);
    if (signers === null && !proven) throw new OutOfNodes();
    return signers !== null;
  };
  const isClosed = !meets([...spoken.keys()]);
  if (isClosed && !meets([])) return null;
  const found = isClosed ? leastOpen(spoken, meets) : { sets: [[]], minimal: true, complete: true };
  if (found === null) return null;
  const open = found.sets.map((issues) => openSet(problem, issues, effort, nodes));
  const candidates = isClosed ? open.flatMap(({ issues }) => (issues.length === 1 ? issues : [])) : allIssues(problem);
  const { found: options, complete } = newOptions(problem, candidates, effort, nodes);
  const { minimal, complete: all } = found;
  return { open, minimal, complete: all, newOptions: { found: options, complete: complete && all } };
}

/** The smallest sets of issues without which the others can be settled; some set where the search ends before. */
function leastOpen(
  spoken: readonly number[],
  meets: (kept: readonly number[]) => boolean,
): { readonly sets: readonly (readonly number[])[]; readonly minimal: boolean; readonly complete: boolean } | null {
  const { repairs, conflicts, complete } = allRepairs(spoken.length, meets, MOST_SETS, true);
  const named = (set: readonly number[]): readonly number[] => set.map((element) => spoken[element]!);
  const smallest = repairs.filter(({ length }) => length === repairs[0]!.length);
  if (smallest.length > 0) return { sets: smallest.map(named), minimal: true, complete };
  const met = [...new Set(conflicts.flat())].sort((a, b) => a - b);
  const others = [...spoken.keys()].filter((element) => !met.includes(element));
  return meets(others) ? { sets: [named(met)], minimal: false, complete: false } : null;
}

function askingNothing(problem: Problem): Problem {
  return { ...problem, parties: problem.parties.map((party) => ({ ...party, reservation: asksNothing(party) })) };
}

/** Issues that a red line, a rule or the condition of a signature speaks of. */
function spokenOf(problem: Problem): readonly number[] {
  const { forbidden, parties, consent, sums } = problem;
  const patterns: readonly Pattern[] = [
    ...forbidden,
    ...parties.flatMap(({ redLines }) => redLines),
    ...consent.conditional.map(({ when }) => when),
  ];
  const named = new Set(patterns.flatMap(({ clauses }) => clauses.map(({ issue }) => issue)));
  return allIssues(problem).filter((issue) => named.has(issue) || sums.some((sum) => counts(problem, sum, issue)));
}

function counts({ offsets }: Problem, { amounts }: SumRule, issue: number): boolean {
  return amounts.subarray(offsets[issue], offsets[issue + 1]).some((amount) => amount !== 0);
}

function openSet(problem: Problem, issues: readonly number[], effort: Effort, nodes: number): OpenSet {
  if (issues.length === 0) return { issues, rest: 'short' };
  const bounds = issues.map((issue) => boundsOf(problem, issue));
  const worth = (of: keyof Bounds): readonly Units[] =>
    problem.parties.map((_, party) => bounds.reduce<Units>((sum, each) => plus(sum, each[of][party]!), 0));
  const rest = leavingOpen(problem, issues);
  const { zones, cut } = listCoalitions(rest);
  const reached = (at: readonly Units[]): boolean | undefined => {
    const found = zones.map(({ parties, region }) =>
      seekDeal(rest, withWorth(rest, parties, region, at), effort, nodes),
    );
    if (found.some((deal) => deal)) return true;
    return cut || found.includes(undefined) ? undefined : false;
  };
  if (reached(worth('worst')) === true) return { issues, rest: 'enough' };
  const best = reached(worth('best'));
  return { issues, rest: best === undefined ? 'unknown' : best ? 'depends' : 'short' };
}
