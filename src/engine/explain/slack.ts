/** How far thresholds can move with a deal left: all together, and each alone. */
import { firstWithDeal, listCoalitions } from '../coalitions.ts';
import type { Problem } from '../problem.ts';
import { coalitionRegion } from '../region.ts';
import { maximise } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { minimumObjective } from '../search/objective.ts';
import { uniformSlack } from '../slack.ts';
import type { CoalitionZone } from '../solution/solutions.ts';
import type { Headroom, Slack } from './answer.ts';
import { neededSigners } from './signers.ts';

/** The slack of a problem; `zone` is that of the largest coalition with a deal, null when there is none. */
export function slackOf(problem: Problem, zone: CoalitionZone | null, effort: Effort): Slack {
  const together = zone ?? listCoalitions(problem).zones[0] ?? null;
  return {
    uniform: together === null ? null : uniformSlack(problem, together, effort),
    headroom: problem.parties.map((_, party) => headroomOf(problem, party, effort)),
  };
}

/** See `Headroom`. Red lines of the party itself stay. */
export function headroomOf(problem: Problem, party: number, effort: Effort): Headroom {
  const asking = (reservation: number): Problem => ({
    ...problem,
    parties: problem.parties.map((of, index) => (index === party ? { ...of, reservation } : of)),
  });
  if (firstWithDeal(asking(Number.MAX_SAFE_INTEGER), effort) !== null) return { kind: 'unneeded' };
  const anything = asking(Number.MIN_SAFE_INTEGER);
  const objective = minimumObjective([{ party, offset: 0, divisor: 1, power: 1 }]);
  let most = -Infinity;
  for (const signers of neededSigners(problem)) {
    if (!signers.includes(party)) continue;
    const region = coalitionRegion(anything, signers);
    const best = region === null ? null : maximise(anything, region, objective, effort);
    most = Math.max(most, best?.utility[party] ?? -Infinity);
  }
  const { reservation, scale } = problem.parties[party]!;
  return most === -Infinity ? { kind: 'apart' } : { kind: 'points', points: (most - reservation) / scale };
}
