/** How far thresholds can move with a deal left: all together, and each alone. */
import { within } from '../budget.ts';
import { lowestTerms } from '../ratio.ts';
import { findSigners } from '../coalitions.ts';
import type { Problem } from '../problem.ts';
import { asksNothing, asksTooMuch } from '../problem.ts';
import { coalitionRegion } from '../region.ts';
import { maximise, OutOfNodes } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { minimumObjective } from '../search/objective.ts';
import { slackWithin } from '../slack.ts';
import { inPoints, larger, minus } from '../units.ts';
import type { Units } from '../units.ts';
import type { Headroom, Slack } from './answer.ts';
import { MOST_SETS, neededSigners } from '../signers.ts';

/** The slack of a problem. `nodes`: for one question. */
export function slackOf(problem: Problem, effort: Effort, nodes: number): Slack {
  const { points, exact, proven } = slackWithin(problem, null, effort, nodes);
  const share = nodes / problem.parties.length;
  return {
    uniform: points,
    uniformExact: exact,
    uniformProven: proven,
    headroom: problem.parties.map(
      (_, party) => within(effort, share, (limited) => headroomOf(problem, party, limited)) ?? { kind: 'unknown' },
    ),
  };
}

/** See `Headroom`. Red lines of the party itself stay. @throws OutOfNodes where the effort has a limit */
export function headroomOf(problem: Problem, party: number, effort: Effort): Headroom {
  const asking = (reservation: Units): Problem => ({
    ...problem,
    parties: problem.parties.map((of, index) => (index === party ? { ...of, reservation } : of)),
  });
  const others = findSigners(asking(asksTooMuch(problem.parties[party]!)), effort, Infinity);
  if (others.signers !== null) return { kind: 'unneeded' };
  const sets = neededSigners(problem);
  // Signers that were cut off the list may have the best deal.
  if (!others.proven || sets.length === MOST_SETS) throw new OutOfNodes();
  const anything = asking(asksNothing(problem.parties[party]!));
  const objective = minimumObjective([{ party, offset: 0, divisor: 1, power: 1 }]);
  let most: Units = -Infinity;
  for (const signers of sets) {
    if (!signers.includes(party)) continue;
    const region = coalitionRegion(anything, signers);
    const best = region === null ? null : maximise(anything, region, objective, effort);
    most = larger(most, best?.utility[party] ?? -Infinity);
  }
  if (most === -Infinity) return { kind: 'apart' };
  const { reservation, scale, strict } = problem.parties[party]!;
  const room = minus(most, reservation);
  const exact = { ...lowestTerms({ num: room, den: scale }), attained: !strict };
  return { kind: 'points', points: inPoints(room, scale), exact };
}
