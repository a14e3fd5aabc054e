/**
 * The whole answer to a problem: is there a deal, how many, which are best by each standard, who blocks each draft; and
 * when there is none, which demands collide and what would open the zone.
 */
import type { Answer, DealCount, DraftAnswer } from './answer.ts';
import { questionNodes, wholeAnswer, within } from './budget.ts';
import type { Coalitions } from './coalitions.ts';
import { listCoalitions } from './coalitions.ts';
import { collisionOf, countsOfOpenings, withCounts } from './conflict/collision.ts';
import type { UncountedCollision } from './conflict/collision.ts';
import { describeCoalitions, describeZone } from './zone/describe-zone.ts';
import { assessDraft, completeDeals } from './draft/draft.ts';
import { assessNoDeal } from './draft/no-deal.ts';
import type { Draft, DraftLimits } from './draft/draft.ts';
import { knotOf } from './explain/knot.ts';
import { emptinessOf } from './zone/emptiness.ts';
import type { Problem } from './problem.ts';
import { spaceSize } from './problem.ts';
import { coalitionRegion } from './region.ts';
import type { Effort } from './search/maximise.ts';
import { slackWithin } from './slack.ts';
import { allSolutions } from './solution/all-solutions.ts';
import type { CoalitionZone } from './solution/solutions.ts';
import type { CountBudget } from './zone/count.ts';
import { countOf, countsWithoutEach, soleBlockerCounts, soleBlockersFrom } from './zone/roads.ts';
import type { Counting } from './zone/roads.ts';
import { lawfulCount } from './conflict/lawful.ts';

export interface SolveOptions extends CountBudget {
  readonly drafts: readonly Draft[];
  /** By draft, the problem it is held against; null, or absent altogether: the problem itself. */
  readonly draftProblems?: readonly (Problem | null)[];
  /** What no deal is held against: a problem, or true for the problem itself; false, or absent: it is not. */
  readonly noDeal?: Problem | boolean;
  /** The signers to solve for; null: the largest coalition that has a deal. */
  readonly coalition: readonly number[] | null;
  /** Most equally good deals to list per solution; more are counted. */
  readonly ties: number;
  /** Search nodes that one question may take; what then is not proven is said. Absent: some seconds' worth. */
  readonly nodes?: number;
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
  const searched = search(problem, options, onProgress);
  const first = countsAtOnce(problem, options) ?? [];
  const later = countsThen(problem, searched, options);
  return answered(problem, searched, { first: first.map(countOf), later: later.map(countOf) });
}

/** An answer without the counts that can be made apart from it, side by side. */
export interface Searched extends Omit<Answer, 'zone' | 'collision'> {
  /** Who keeps deals out: null where counts tell it. */
  readonly zone: Omit<Answer['zone'], 'soleBlocker'> & { readonly soleBlocker: readonly DealCount[] | null };
  readonly collision: UncountedCollision | null;
  /** The zone as it was counted, before what searches showed of its options. */
  readonly counted: DealCount;
}

/** The counts that can be made before anything is searched; null where nothing is left to count apart. */
export function countsAtOnce(problem: Problem, { states, seed }: CountBudget): readonly Counting[] | null {
  return countsWithoutEach(problem, { states, seed });
}

/** Those that can be made once the rest is known. */
export function countsThen(problem: Problem, { collision }: Searched, budget: CountBudget): readonly Counting[] {
  return collision === null ? [] : countsOfOpenings(problem, collision, budget);
}

/** The whole answer, with the counts in the order in which they were asked for. */
export function answered(
  problem: Problem,
  { zone, collision, counted: count, ...rest }: Searched,
  counts: { readonly first: readonly DealCount[]; readonly later: readonly DealCount[] },
): Answer {
  const soleBlocker = zone.soleBlocker ?? soleBlockersFrom(problem, count, counts.first);
  return {
    ...rest,
    zone: { ...zone, soleBlocker },
    collision: collision === null ? null : withCounts(collision, counts.later),
  };
}

/** All that is not left to count apart. `onProgress` is told what comes next. */
export function search(
  problem: Problem,
  options: SolveOptions,
  onProgress: (progress: SolveProgress) => void = () => {},
): Searched {
  const nodes = options.nodes ?? questionNodes(problem);
  const limits = { ...options, nodes };
  const effort: Effort = wholeAnswer(problem, nodes);
  onProgress('zone');
  const listed = listCoalitions(problem);
  const emptiness = emptinessOf(problem, options, effort, nodes);
  const zone = describeZone(problem, listed, emptiness, limits, effort);
  const { count } = emptiness.counted;
  const isLeft = countsAtOnce(problem, options) !== null;
  const soleBlocker = isLeft ? null : soleBlockerCounts(problem, count, options);
  const asked = options.coalition === null ? null : askedCoalition(problem, options.coalition);
  const slack = slackWithin(problem, asked?.parties ?? null, effort, nodes);
  onProgress('coalitions');
  const coalitions = describeCoalitions(problem, listed, zone, limits, effort);
  onProgress('solutions');
  const signers = options.coalition === null ? emptiness.signers : asked;
  const known = [...(emptiness.signers === null ? [] : [emptiness.signers.deal]), ...completeDeals(options.drafts)];
  const found = zone.empty === true || signers === null ? null : allSolutions(problem, signers, known, limits, effort);
  onProgress('ways out');
  const collision = zone.empty === true ? collisionOf(problem, options.ties, effort, nodes) : null;
  const knot = collision === null ? null : knotOf(problem, effort, nodes);
  onProgress('drafts');
  const drafts = options.drafts.map((draft, k) => {
    const own = options.draftProblems?.[k] ?? null;
    const among = options.drafts.length;
    return own === null
      ? assessOne(problem, draft, listed, { nodes, among }, effort)
      : assessOne(own, draft, listCoalitions(own), { nodes, among }, effort);
  });
  return {
    space: spaceSize(problem),
    lawful: lawfulCount(problem, options),
    zone: { ...zone, soleBlocker },
    counted: count,
    coalitions,
    coalitionsCut: listed.cut,
    coalition: zone.empty === true || signers === null ? null : signers.parties,
    coalitionProven: options.coalition === null ? emptiness.largest : (found?.decided ?? true),
    solutions: found?.solutions ?? null,
    uniformSlack: slack.points,
    uniformSlackExact: slack.exact,
    uniformSlackProven: slack.proven,
    collision,
    knot,
    drafts,
    noDeal: noDealOf(problem, options, nodes, effort),
    nodes: effort.nodes,
  };
}

function noDealOf(problem: Problem, { noDeal = false }: SolveOptions, nodes: number, effort: Effort): Answer['noDeal'] {
  if (noDeal === false) return null;
  return assessNoDeal(noDeal === true ? problem : noDeal, nodes, effort);
}

function askedCoalition(problem: Problem, parties: readonly number[]): CoalitionZone | null {
  const region = coalitionRegion(problem, parties);
  return region === null ? null : { parties, region };
}

/** Nodes for a draft, in those of one question: all drafts share them, but each has some; and for each question about it. */
const LEAST_FOR_DRAFT = 1 / 4;
const DRAFT_SHARE = 1 / 2;

/** The drafts' answers, each within its part of the nodes. */
export function assessDrafts(
  problem: Problem,
  drafts: readonly Draft[],
  listed: Coalitions,
  nodes: number,
  effort: Effort,
): Answer['drafts'] {
  return drafts.map((draft) => assessOne(problem, draft, listed, { nodes, among: drafts.length }, effort));
}

/** One of so many drafts. */
function assessOne(
  problem: Problem,
  draft: Draft,
  { zones, cut }: Coalitions,
  { nodes, among }: { readonly nodes: number; readonly among: number },
  effort: Effort,
): DraftAnswer {
  const regions = zones.map(({ region }) => region);
  const granted = nodes * Math.max(1 / among, LEAST_FOR_DRAFT);
  const limits: DraftLimits = { nodes: granted * DRAFT_SHARE, wholeZone: !cut };
  const found = within(effort, granted, (limited) => assessDraft(problem, draft, regions, limited, limits));
  if (found === undefined) throw new RangeError('every question about a draft is given up by itself');
  return found;
}
