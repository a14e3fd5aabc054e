/** The zone and its coalitions in full: how many deals, with which options, who blocks how many, who could get what. */
import type { Coalition, DealCount, OptionStatus, Zone } from '../answer.ts';
import { seekDeal, within } from '../budget.ts';
import type { Coalitions } from '../coalitions.ts';
import type { Emptiness } from './emptiness.ts';
import { NO_DEALS } from './emptiness.ts';
import { optionStatus } from './option-status.ts';
import type { Problem } from '../problem.ts';
import { issueCount } from '../problem.ts';
import type { Region } from '../region.ts';
import type { Effort } from '../search/maximise.ts';
import { idealsWithin } from '../solution/ideals.ts';
import type { CoalitionZone } from '../solution/solutions.ts';
import { aside, atLeastOne, atMost } from './counting.ts';
import type { CountBudget } from './counting.ts';
import { coalitionCounts, countZone } from './roads.ts';
import { inPoints, largest } from '../units.ts';

/** `nodes`: for one question. */
export interface ZoneLimits extends CountBudget {
  readonly nodes: number;
}

/** Nodes that asking for options may take in all, in those of one question, and for one option. */
const STATUS_QUESTIONS = 5 / 8;
const STATUS_SHARE = 1 / 16;

/** All but who keeps deals out. */
export function describeZone(
  problem: Problem,
  coalitions: Coalitions,
  { empty, counted }: Emptiness,
  limits: ZoneLimits,
  effort: Effort,
): Omit<Zone, 'soleBlocker'> {
  const { count, shares } = counted;
  const rows = Array.from({ length: problem.offsets[issueCount(problem)]! }, (_, row) => row);
  const status = statusOf(problem, coalitions, counted, empty, limits, effort);
  return {
    empty,
    count: atMost(count, livingCombinations(problem, status)),
    shares: rows.map((row) => (empty === true ? 0 : (shares?.[row] ?? null))),
    status,
    ideal: bestInZone(problem, coalitions, empty, limits, effort),
  };
}

/** Combinations of the options not proven dead: no more deals than these. */
function livingCombinations(problem: Problem, status: readonly OptionStatus[]): bigint {
  return Array.from({ length: issueCount(problem) }, (_, issue) => {
    const options = status.slice(problem.offsets[issue], problem.offsets[issue + 1]);
    return BigInt(options.filter((state) => state !== 'dead').length);
  }).reduce((product, living) => product * living, 1n);
}

/** How each option stands: read off exact shares; else what a sample has not shown is searched for. */
function statusOf(
  problem: Problem,
  { zones, cut }: Coalitions,
  { count, shares }: Emptiness['counted'],
  empty: boolean | null,
  { nodes }: ZoneLimits,
  effort: Effort,
): readonly OptionStatus[] {
  if (empty !== false) {
    const status = empty === null ? 'unknown' : 'dead';
    return Array.from({ length: problem.offsets.at(-1)! }, (): OptionStatus => status);
  }
  const known = count.kind === 'exact' && shares !== null;
  const knowledge = {
    regions: known ? [] : zones.map(({ region }) => region),
    complete: known || !cut,
    alive: (row: number) => shares !== null && shares[row]! > 0,
  };
  const asked = within(effort, nodes * STATUS_QUESTIONS, (limited) =>
    optionStatus(problem, knowledge, limited, nodes * STATUS_SHARE),
  );
  if (asked === undefined) throw new RangeError('every option is given up by itself');
  return asked;
}

/** Best utility of each party over the deals of all coalitions, in points; null where it is not proven. */
function bestInZone(
  problem: Problem,
  { zones, cut }: Coalitions,
  empty: boolean | null,
  { nodes }: ZoneLimits,
  effort: Effort,
): readonly (number | null)[] {
  const unknown = problem.parties.map(() => null);
  if (empty !== false || cut) return unknown;
  const share = nodes / (problem.parties.length + 1);
  const best = within(effort, nodes, (limited) => {
    const signed: Region[] = [];
    for (const { region } of zones) {
      const found = seekDeal(problem, region, limited, share);
      if (found === undefined) return null;
      if (found !== null) signed.push(region);
    }
    const ideals = signed.map((region) => idealsWithin(problem, region, limited, share));
    return problem.parties.map(({ scale }, party) => {
      const units = ideals.map((of) => of[party]!);
      return units.every(({ proven }) => proven) ? inPoints(largest(units.map((of) => of.units)), scale) : null;
    });
  });
  return best ?? unknown;
}

/** What a proven count says of emptiness; null where it says nothing. */
function emptyByCount(count: DealCount): boolean | null {
  if (count.kind === 'exact') return count.count === 0n;
  return count.high === 0n ? true : count.low > 0n ? false : null;
}

/** Each of the listed coalitions, and how many deals it has: never more than the zone, of which they are a part. */
export function describeCoalitions(
  problem: Problem,
  { zones, cut }: Coalitions,
  zone: Pick<Zone, 'empty' | 'count'>,
  limits: ZoneLimits,
  effort: Effort,
): readonly Coalition[] {
  const counts =
    zone.empty === false && zones.length > 1
      ? coalitionCounts(
          problem,
          zones.map(({ parties }) => parties),
          limits,
        )
      : null;
  const described = within(effort, limits.nodes, (limited) =>
    zones.map((coalition, index): Coalition => {
      const { parties } = coalition;
      const empty = zone.empty ?? null;
      const none = empty !== false ? empty : isEmpty(problem, coalition, limited, limits.nodes / zones.length);
      if (none === true) return { parties, empty: none, count: NO_DEALS.count };
      if (zones.length === 1 && !cut) return { parties, empty: none, count: zone.count };
      const count = counts?.[index] ?? countZone(signedBy(problem, coalition), aside(limits, zones.length)).count;
      const decided = none ?? emptyByCount(count);
      return { parties, empty: decided, count: decided === false ? atLeastOne(count) : count };
    }),
  );
  if (described === undefined) throw new RangeError('every coalition is given up by itself');
  const able = described.filter(({ empty }) => empty !== true);
  const only = able.length === 1 && !cut;
  return described.map((coalition) => {
    if (coalition.empty === true) return coalition;
    return { ...coalition, count: only ? zone.count : partOf(coalition.count, zone.count) };
  });
}

/** The count of some of the deals of a whole: an estimate of the part does not pass that of the whole. */
function partOf(count: DealCount, whole: DealCount): DealCount {
  const part = atMost(count, whole.kind === 'exact' ? whole.count : whole.high);
  if (part.kind === 'exact' || whole.kind === 'exact' || part.estimate <= whole.estimate) return part;
  const low = Number(part.low);
  const [from, to] = part.interval;
  return {
    ...part,
    estimate: Math.max(low, whole.estimate),
    interval: [Math.max(low, Math.min(from, whole.estimate)), Math.max(low, Math.min(to, whole.interval[1]))],
  };
}

function isEmpty(problem: Problem, { region }: CoalitionZone, effort: Effort, nodes: number): boolean | null {
  const found = seekDeal(problem, region, effort, nodes);
  return found === undefined ? null : found === null;
}

/** The problem of a coalition alone: its members all sign, and nothing is in it that would need anybody else. */
function signedBy(problem: Problem, { parties, region }: CoalitionZone): Problem {
  const everyone = parties.map((_, index) => index);
  return {
    offsets: problem.offsets,
    parties: parties.map((party) => ({ ...problem.parties[party]!, redLines: [] })),
    forbidden: region.forbidden,
    sums: region.sums,
    consent: { required: everyone, quorum: everyone.length, conditional: [] },
  };
}
