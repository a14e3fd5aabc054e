/** Single clauses of a draft that somebody would rather have otherwise and nobody minds. */
import type { Draft } from '../draft/draft.ts';
import { hasOption } from '../option-set.ts';
import type { Pattern, Party, Problem } from '../problem.ts';
import { issueCount, optionCount } from '../problem.ts';
import { inPoints, minus, negative, plus, unitsOf } from '../units.ts';
import type { ClauseChange, PleasingChange } from './answer.ts';

/**
 * Changes of one clause that gain some party points and cost no party any, break no rule and cross no red line that the
 * draft does not break or cross already. In a draft with open issues that holds for every completion. Most points first.
 */
export function pleasingChanges(problem: Problem, draft: Draft): readonly PleasingChange[] {
  const barriers = [...problem.forbidden, ...problem.parties.flatMap(({ redLines }) => redLines)];
  const changes = Array.from({ length: issueCount(problem) }, (_, issue) =>
    Array.from({ length: optionCount(problem, issue) }, (__, option) => ({ issue, option })),
  ).flat();
  const total = (gain: readonly number[]): number => gain.reduce((sum, points) => sum + points, 0);
  return changes
    .filter(({ issue, option }) => (draft[issue] ?? option) !== option)
    .filter((change) => !barriers.some((pattern) => mayNewlyMatch(draft, change, pattern)))
    .map((change) => ({ ...change, gain: problem.parties.map((party) => leastGain(problem, party, draft, change)) }))
    .filter(({ gain }) => gain.every((points) => points >= 0) && gain.some((points) => points > 0))
    .sort((a, b) => total(b.gain) - total(a.gain) || a.issue - b.issue || a.option - b.option);
}

/** Points that the change gains the party in the completion where it gains least, adjustments taken one by one. */
function leastGain(problem: Problem, party: Party, draft: Draft, { issue, option }: ClauseChange): number {
  const first = problem.offsets[issue]!;
  let units = minus(unitsOf(party.contributions, first + option), unitsOf(party.contributions, first + draft[issue]!));
  for (const { when, units: worth } of party.adjustments) {
    const turn = turnOf(draft, { issue, option }, when);
    if (turn === 0) continue;
    const rest = restMatches(draft, issue, when);
    const gained = turn > 0 ? worth : negative(worth);
    if (rest === true || (rest === 'open' && gained < 0)) units = plus(units, gained);
  }
  return inPoints(units, party.scale);
}

/** 1 where the change makes the pattern's clause on its issue hold, -1 where it ends that, 0 where nothing changes. */
function turnOf(draft: Draft, { issue, option }: ClauseChange, pattern: Pattern): -1 | 0 | 1 {
  const clause = pattern.clauses.find((candidate) => candidate.issue === issue);
  if (clause === undefined) return 0;
  const before = hasOption(clause.options, draft[issue]!);
  const after = hasOption(clause.options, option);
  return before === after ? 0 : after ? 1 : -1;
}

/** Whether the pattern's other clauses hold: in all completions, in none, or it is open. */
function restMatches(draft: Draft, issue: number, { clauses }: Pattern): boolean | 'open' {
  const others = clauses.filter((clause) => clause.issue !== issue);
  const fails = others.some((clause) => {
    const option = draft[clause.issue] ?? null;
    return option !== null && !hasOption(clause.options, option);
  });
  if (fails) return false;
  return others.some((clause) => (draft[clause.issue] ?? null) === null) ? 'open' : true;
}

function mayNewlyMatch(draft: Draft, change: ClauseChange, pattern: Pattern): boolean {
  return turnOf(draft, change, pattern) === 1 && restMatches(draft, change.issue, pattern) !== false;
}
