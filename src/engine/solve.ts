/**
 * The whole answer to a problem: is there a deal, how many, which are best by each standard, who blocks each draft; and
 * when there is none, which demands collide and what would open the zone.
 */
import type { Answer, Coalition, OptionStatus, Solution, SolutionName, Zone } from './answer.ts';
import { firstWithDeal, listCoalitions } from './coalitions.ts';
import type { Coalitions } from './coalitions.ts';
import { explainEmptyZone } from './collision.ts';
import { assessDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { optionStatus } from './option-status.ts';
import type { Problem } from './problem.ts';
import { issueCount, spaceSize } from './problem.ts';
import { coalitionRegion } from './region.ts';
import { findDeal } from './search/maximise.ts';
import type { Effort } from './search/maximise.ts';
import { uniformSlack } from './slack.ts';
import { idealUnits, solution } from './solution/solutions.ts';
import type { CoalitionZone } from './solution/solutions.ts';
import { aside, atLeastOne, countZone, soleBlockerCount } from './zone/count.ts';
import type { CountBudget } from './zone/count.ts';

export interface SolveOptions extends CountBudget {
  readonly drafts: readonly Draft[];
  /** The signers to solve for; null: the largest coalition that has a deal. */
  readonly coalition: readonly number[] | null;
  /** Most equally good deals to list per solution; more are counted. */
  readonly ties: number;
}

/** What is being worked on. */
export type SolveProgress = 'zone' | 'coalitions' | 'solutions' | 'ways out' | 'drafts';

/**
 * Solves the problem. Deterministic: equal problems, options and seed give equal answers. `onProgress` is told what
 * comes next.
 */
export function solve(
  problem: Problem,
  options: SolveOptions,
  onProgress: (progress: SolveProgress) => void = () => {},
): Answer {
  const effort: Effort = { nodes: 0 };
  onProgress('zone');
  const listed = listCoalitions(problem);
  const signing = firstWithDeal(problem, effort);
  const signers = options.coalition === null ? signing : askedCoalition(problem, options.coalition);
  const zone = describeZone(problem, listed, signing === null, options, effort);
  onProgress('coalitions');
  const coalitions = listed.zones.map((coalition) =>
    describeCoalition(problem, coalition, listed, zone, options, effort),
  );
  onProgress('solutions');
  const solutions = signing === null || signers === null ? null : solveFor(problem, signers, options, effort);
  onProgress('ways out');
  const collision = signing === null ? explainEmptyZone(problem, options.ties, options, effort) : null;
  onProgress('drafts');
  const regions = listed.zones.map(({ region }) => region);
  const drafts = options.drafts.map((draft) => assessDraft(problem, draft, regions, effort));
  return {
    space: spaceSize(problem),
    zone,
    coalitions,
    coalitionsCut: listed.cut,
    coalition: signing === null || signers === null ? null : signers.parties,
    solutions,
    uniformSlack: slackOf(problem, signers ?? listed.zones[0] ?? null, effort),
    collision,
    drafts,
    nodes: effort.nodes,
  };
}

function askedCoalition(problem: Problem, parties: readonly number[]): CoalitionZone | null {
  const region = coalitionRegion(problem, parties);
  return region === null ? null : { parties, region };
}

function slackOf(problem: Problem, zone: CoalitionZone | null, effort: Effort): number | null {
  return zone === null ? null : uniformSlack(problem, zone, effort);
}

/** All six solutions of a coalition, or null when it has no deal to sign. */
function solveFor(
  problem: Problem,
  zone: CoalitionZone,
  options: SolveOptions,
  effort: Effort,
): Readonly<Record<SolutionName, Solution>> | null {
  if (findDeal(problem, zone.region, effort) === null) return null;
  const ideals = idealUnits(problem, zone.region, effort);
  const find = (name: SolutionName): Solution => {
    const found = solution(problem, name, zone, ideals, options.ties);
    effort.nodes += found.nodes;
    return found;
  };
  return {
    nash: find('nash'),
    'kalai-smorodinsky': find('kalai-smorodinsky'),
    egalitarian: find('egalitarian'),
    utilitarian: find('utilitarian'),
    'relative-utilitarian': find('relative-utilitarian'),
    'equal-loss': find('equal-loss'),
  };
}

function describeZone(
  problem: Problem,
  coalitions: Coalitions,
  empty: boolean,
  options: SolveOptions,
  effort: Effort,
): Zone {
  const counted = empty ? NO_DEALS : countZone(problem, null, options);
  const { shares } = counted;
  const count = empty ? counted.count : atLeastOne(counted.count);
  const rows = Array.from({ length: problem.offsets[issueCount(problem)]! }, (_, row) => row);
  return {
    empty,
    count,
    shares: rows.map((row) => (empty ? 0 : (shares?.[row] ?? null))),
    status: empty ? rows.map(() => 'dead') : statusOf(problem, coalitions, shares, count.kind === 'exact', effort),
    soleBlocker: problem.parties.map((_, party) => soleBlockerCount(problem, party, count, options)),
    ideal: empty || coalitions.cut ? problem.parties.map(() => null) : bestInZone(problem, coalitions, effort),
  };
}

const NO_DEALS = { count: { kind: 'exact', count: 0n }, shares: null } as const;

/** Best utility of each party over the deals of all coalitions, in points. */
function bestInZone(problem: Problem, { zones }: Coalitions, effort: Effort): readonly number[] {
  const ideals = zones
    .filter(({ region }) => findDeal(problem, region, effort) !== null)
    .map(({ region }) => idealUnits(problem, region, effort));
  return problem.parties.map(({ scale }, party) => Math.max(...ideals.map((units) => units[party]!)) / scale);
}

/** Nodes that asking for options may take in all; those not reached by then are not known. */
const STATUS_NODES = 5_000_000;

/** How each option stands: read off exact shares; else what a sample has not shown is searched for. */
function statusOf(
  problem: Problem,
  { zones, cut }: Coalitions,
  shares: Float64Array | null,
  exact: boolean,
  effort: Effort,
): readonly OptionStatus[] {
  const known = exact && shares !== null;
  const limited: Effort = { nodes: 0, limit: STATUS_NODES };
  const status = optionStatus(
    problem,
    {
      regions: known ? [] : zones.map(({ region }) => region),
      complete: known || !cut,
      alive: (row) => shares !== null && shares[row]! > 0,
    },
    limited,
  );
  effort.nodes += limited.nodes;
  return status;
}

function describeCoalition(
  problem: Problem,
  coalition: CoalitionZone,
  listed: Coalitions,
  zone: Zone,
  options: SolveOptions,
  effort: Effort,
): Coalition {
  const { parties, region } = coalition;
  const empty = zone.empty || findDeal(problem, region, effort) === null;
  const only = listed.zones.length === 1 && !listed.cut;
  const count = empty
    ? NO_DEALS.count
    : only
      ? zone.count
      : atLeastOne(countZone(signedBy(problem, coalition), null, aside(options)).count);
  return { parties, empty, count };
}

/** The problem of a coalition alone: its members all sign, and nothing is in it that would need anybody else. */
function signedBy(problem: Problem, { parties, region }: CoalitionZone): Problem {
  const everyone = parties.map((_, index) => index);
  return {
    offsets: problem.offsets,
    parties: parties.map((party) => ({ ...problem.parties[party]!, redLines: [] })),
    forbidden: region.forbidden,
    consent: { required: everyone, quorum: everyone.length, conditional: [] },
  };
}
