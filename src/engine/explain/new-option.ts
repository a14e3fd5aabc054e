/**
 * A way out that no list has: one more option on a single issue. No rule, red line, condition or adjustment speaks of an
 * option that does not exist, so what remains is the zone of the other issues and what the option would have to be worth.
 */
import type { Pattern, Problem } from '../problem.ts';
import { issueCount, leastSigned } from '../problem.ts';
import type { Units } from '../units.ts';
import {
  columnOf,
  inPoints,
  isNarrow,
  larger,
  leastBetween,
  minus,
  mostBetween,
  smaller,
  unitsBetween,
} from '../units.ts';
import { seekBest, seekDeal } from '../budget.ts';
import { listCoalitions } from '../coalitions.ts';
import type { Region } from '../region.ts';
import type { Effort } from '../search/maximise.ts';
import { minimumObjective } from '../search/objective.ts';
import type { CoalitionZone } from '../solution/solutions.ts';

/** An issue on which a new option could open the zone. */
export interface NewOption {
  readonly issue: number;
  /** Who would sign. */
  readonly coalition: readonly number[];
  /** The least that the option must be worth, none of them below another in every party. */
  readonly least: readonly LeastWorth[];
}

export interface LeastWorth {
  /** By party, in points: no less than its worst option on the issue; null for a party outside the coalition. */
  readonly points: readonly (number | null)[];
  /** By party: where that lies between its worst option on the issue (0) and its best (1); null as above, or where all are equal. */
  readonly share: readonly (number | null)[];
  /** False where the search was given up: less may do. */
  readonly proven: boolean;
}

/**
 * The issues on which a new option would open the zone, if it were worth no more to any party than the best that the
 * issue has for it now, in the order of the issues. For each, minimal vectors of what it would have to be worth: one for
 * each party that is spared first, the others in their order. `complete` is false where an issue was not decided.
 */
export function newOptions(
  problem: Problem,
  effort: Effort,
  nodes: number,
): { readonly found: readonly NewOption[]; readonly complete: boolean } {
  const found: NewOption[] = [];
  let complete = true;
  for (let issue = 0; issue < issueCount(problem); issue++) {
    const rest = withoutIssue(problem, issue);
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

/** What the options of the issue are worth to each party, in units. */
interface Bounds {
  readonly worst: readonly Units[];
  readonly best: readonly Units[];
}

function boundsOf({ offsets, parties }: Problem, issue: number): Bounds {
  const [from, to] = [offsets[issue]!, offsets[issue + 1]!];
  return {
    worst: parties.map(({ contributions }) => leastBetween(contributions, from, to)),
    best: parties.map(({ contributions }) => mostBetween(contributions, from, to)),
  };
}

/** The problem in which the issue has one option, of which nothing speaks and which is worth 0 to everybody. */
function withoutIssue(problem: Problem, issue: number): Problem {
  const { offsets, parties, forbidden, sums, consent } = problem;
  const [start, end] = [offsets[issue]!, offsets[issue + 1]!];
  const silent = ({ clauses }: Pattern): boolean => clauses.every((clause) => clause.issue !== issue);
  return {
    offsets: offsets.map((offset, k) => (k <= issue ? offset : offset - (end - start) + 1)),
    parties: parties.map((party) => ({
      ...party,
      contributions: columnOf(
        [
          ...unitsBetween(party.contributions, 0, start),
          0,
          ...unitsBetween(party.contributions, end, offsets.at(-1)!),
        ].map(BigInt),
        isNarrow(party.contributions),
      ),
      adjustments: party.adjustments.filter(({ when }) => silent(when)),
      redLines: party.redLines.filter(silent),
    })),
    forbidden: forbidden.filter(silent),
    sums: sums.map(({ amounts, atMost }) => ({
      amounts: Float64Array.from([...amounts.subarray(0, start), 0, ...amounts.subarray(end)]),
      atMost,
    })),
    consent: { ...consent, conditional: consent.conditional.filter(({ when }) => silent(when)) },
  };
}

/** The deals of the rest that the coalition would sign beside an option that is the best there is for each of it. */
function atBest(rest: Problem, { parties, region }: CoalitionZone, { best }: Bounds): Region {
  return withNeeds(rest, parties, region, best);
}

/** The region in which the option is worth so much to each member. */
function withNeeds(rest: Problem, members: readonly number[], region: Region, worth: readonly Units[]): Region {
  const floors = region.floors.map((floor, party) =>
    members.includes(party) ? minus(leastSigned(rest.parties[party]!), worth[party]!) : floor,
  );
  return { ...region, floors };
}

function leastWorths(
  rest: Problem,
  zone: CoalitionZone,
  bounds: Bounds,
  effort: Effort,
  nodes: number,
): readonly LeastWorth[] {
  const { parties: members, region } = zone;
  const vectors = members.map((first) => {
    const worth = [...bounds.best];
    let proven = true;
    for (const party of [first, ...members.filter((other) => other !== first)]) {
      const objective = minimumObjective([{ party, offset: 0, divisor: 1, power: 1 }]);
      const within = withNeeds(rest, members, region, worth);
      const { best, proven: sure } = seekBest(rest, within, objective, effort, nodes);
      proven &&= sure;
      if (best === null) continue;
      const need = minus(leastSigned(rest.parties[party]!), best.utility[party]!);
      worth[party] = smaller(worth[party]!, larger(bounds.worst[party]!, need));
    }
    return { worth, proven };
  });
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
