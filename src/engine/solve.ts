/**
 * The whole answer to a problem: is there a deal, how many, which are best by each standard, who blocks each draft; and
 * when there is none, which demands collide and what would open the zone.
 */
import type { Answer, DealCount } from './answer.ts';
import { questionNodes, wholeAnswer } from './budget.ts';
import { listCoalitions } from './coalitions.ts';
import { collisionOf, countsOfOpenings, withCounts } from './conflict/collision.ts';
import type { UncountedCollision } from './conflict/collision.ts';
import { describeCoalitions, describeZone } from './zone/describe-zone.ts';
import { assessStanding } from './draft/assess-drafts.ts';
import type { Assessed, Standing } from './draft/assess-drafts.ts';
import { completeDeals } from './draft/draft.ts';
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

export interface SearchOptions extends CountBudget, Pick<Standing, 'drafts' | 'nodes'> {
  /** The signers to solve for; null: the largest coalition that has a deal. */
  readonly coalition: readonly number[] | null;
  /** Most equally good deals to list per solution; more are counted. */
  readonly ties: number;
}

export interface SolveOptions extends SearchOptions, Standing {}

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
  onProgress('drafts');
  const assessed = assessStanding(problem, options);
  const first = countsAtOnce(problem, options) ?? [];
  const later = countsThen(problem, searched, options);
  return answered(problem, searched, assessed, { first: first.map(countOf), later: later.map(countOf) });
}

/** An answer without what can be told apart from it, side by side: counts, and how drafts stand. */
export interface Searched extends Omit<Answer, 'zone' | 'collision' | keyof Assessed> {
  /** Who keeps deals out: null where counts tell it. */
  readonly zone: Omit<Answer['zone'], 'soleBlocker'> & { readonly soleBlocker: readonly DealCount[] | null };
  readonly collision: UncountedCollision | null;
  /** The zone as it was counted, before what searches showed of its options. */
  readonly counted: DealCount;
  /** Search nodes used. */
  readonly nodes: number;
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
  { zone, collision, counted: count, nodes, ...rest }: Searched,
  assessed: Assessed,
  counts: { readonly first: readonly DealCount[]; readonly later: readonly DealCount[] },
): Answer {
  const soleBlocker = zone.soleBlocker ?? soleBlockersFrom(problem, count, counts.first);
  return {
    ...rest,
    zone: { ...zone, soleBlocker },
    collision: collision === null ? null : withCounts(collision, counts.later),
    drafts: assessed.drafts,
    noDeal: assessed.noDeal,
    nodes: nodes + assessed.nodes,
  };
}

/** All that is not left to be told apart. `onProgress` is told what comes next. */
export function search(
  problem: Problem,
  options: SearchOptions,
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
    nodes: effort.nodes,
  };
}

function askedCoalition(problem: Problem, parties: readonly number[]): CoalitionZone | null {
  const region = coalitionRegion(problem, parties);
  return region === null ? null : { parties, region };
}
