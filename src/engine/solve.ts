/**
 * The whole answer to a problem: is there a deal, how many, which are best by each standard, who blocks each draft; and
 * when there is none, which demands collide and what would open the zone.
 */
import type { Answer } from './answer.ts';
import { answered, countsThen } from './answered.ts';
import type { Searched } from './answered.ts';
import { questionNodes } from './question-nodes.ts';
import { wholeAnswer } from './budget.ts';
import { listCoalitions } from './coalitions.ts';
import { collisionOf } from './conflict/collision.ts';
import { describeCoalitions, describeZone } from './zone/describe-zone.ts';
import { assessStanding } from './draft/assess-drafts.ts';
import type { Standing } from './draft/assess-drafts.ts';
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
import type { CountBudget } from './zone/counting.ts';
import { countOf, soleBlockerCounts } from './zone/roads.ts';
import { countsWithoutEach } from './zone/walkable.ts';
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
  const first = countsWithoutEach(problem, options) ?? [];
  const later = countsThen(problem, searched, options);
  return answered(problem, searched, assessed, { first: first.map(countOf), later: later.map(countOf) });
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
  const isLeft = countsWithoutEach(problem, options) !== null;
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
