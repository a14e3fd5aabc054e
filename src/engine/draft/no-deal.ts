/** No deal held against the parties: what each has without one, and whether a deal is better for some and worse for none. */
import type { NoDealAnswer } from '../answer.ts';
import { within } from '../budget.ts';
import type { Problem } from '../problem.ts';
import type { Effort } from '../search/maximise.ts';
import { inPoints } from '../units.ts';
import { seekBetter } from './efficiency.ts';

/** Nodes for the question, as a part of those of one question. */
const SHARE = 1 / 2;

/** `nodes`: for one question. Deals that beat it keep the public rules, as those that beat a draft. */
export function assessNoDeal(problem: Problem, nodes: number, effort: Effort): NoDealAnswer {
  const units = problem.parties.map(({ disagreement }) => disagreement);
  const better = within(effort, nodes * SHARE, (limited) => seekBetter(problem, units, limited, nodes * SHARE));
  return {
    utility: problem.parties.map(({ scale }, party) => inPoints(units[party]!, scale)),
    efficient: better === undefined ? null : better === null,
    dominatedBy: better ?? null,
  };
}
