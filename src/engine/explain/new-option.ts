/**
 * A way out that no list has: one more option on a single issue. No rule, red line, condition or adjustment speaks of an
 * option that does not exist, so what remains is the zone of the other issues and what the option would have to be worth.
 */
import type { LeastWorth, NewOption, NewOptions } from '../answer.ts';
import { seekBest, seekDeal } from '../budget.ts';
import { listCoalitions } from '../coalitions.ts';
import type { Bounds } from '../conflict/left-open.ts';
import { boundsOf, leavingOpen, withWorth } from '../conflict/left-open.ts';
import type { Problem } from '../problem.ts';
import { leastSigned } from '../problem.ts';
import type { Region } from '../region.ts';
import type { Effort } from '../search/maximise.ts';
import { minimumObjective } from '../search/objective.ts';
import type { CoalitionZone } from '../solution/solutions.ts';
import type { Units } from '../units.ts';
import { inPoints, larger, minus, smaller } from '../units.ts';

/**
 * Those of the issues on which a new option would open the zone, if it were worth no more to any party than the best
 * that the issue has for it now, in the order given. For each, minimal vectors of what it would have to be worth: one
 * for each party that is spared first, the others in their order.
 */
export function newOptions(problem: Problem, among: readonly number[], effort: Effort, nodes: number): NewOptions {
  const found: NewOption[] = [];
  let complete = true;
  for (const issue of among) {
    const rest = leavingOpen(problem, [issue]);
    const bounds = boundsOf(problem, issue);
    for (const zone of listCoalitions(rest).zones) {
      const region = atBest(rest, zone, bounds);
      const some = seekDeal(rest, region, effort, nodes);
      if (some === undefined) complete = false;
      if (!some) continue;
      found.push({ issue, coalition: zone.parties, least: leastWorths(rest, zone, bounds, effort, nodes) });
      break;
    }
  }
  return { found, complete };
}

/** The deals of the rest that the coalition would sign beside an option that is the best there is for each of it. */
function atBest(rest: Problem, { parties, region }: CoalitionZone, { best }: Bounds): Region {
  return withWorth(rest, parties, region, best);
}

function leastWorths(
  rest: Problem,
  zone: CoalitionZone,
  bounds: Bounds,
  effort: Effort,
  nodes: number,
): readonly LeastWorth[] {
  const { parties: members, region } = zone;
  const nothing = seekDeal(rest, withWorth(rest, members, region, bounds.worst), effort, nodes);
  const vectors = nothing
    ? [{ worth: bounds.worst, proven: true }]
    : members.map((first) => leastWorth(rest, zone, bounds, first, effort, nodes));
  const distinct = new Map(vectors.map((vector) => [vector.worth.join(), vector]));
  return [...distinct.values()].map(({ worth, proven }) => ({
    proven,
    points: worth.map((units, party) => (members.includes(party) ? inPoints(units, rest.parties[party]!.scale) : null)),
    share: worth.map((units, party) => {
      const [least, most] = [bounds.worst[party]!, bounds.best[party]!];
      return members.includes(party) && most > least ? inPoints(minus(units, least), minus(most, least)) : null;
    }),
  }));
}

/** What the option has to be worth where one party is spared first, and the others in their order. */
function leastWorth(
  rest: Problem,
  { parties: members, region }: CoalitionZone,
  { worst, best }: Bounds,
  first: number,
  effort: Effort,
  nodes: number,
): { readonly worth: readonly Units[]; readonly proven: boolean } {
  const worth = [...best];
  let proven = true;
  for (const party of [first, ...members.filter((other) => other !== first)]) {
    const objective = minimumObjective([{ party, offset: 0, divisor: 1, power: 1 }]);
    const within = withWorth(rest, members, region, worth);
    const { best: found, proven: sure } = seekBest(rest, within, objective, effort, nodes);
    proven &&= sure;
    if (found === null) continue;
    const need = minus(leastSigned(rest.parties[party]!), found.utility[party]!);
    worth[party] = smaller(worth[party]!, larger(worst[party]!, need));
  }
  return { worth, proven };
}
