/** The question of a frontier answered whole: whose deals, which of them are efficient, and what lies near them. */
import type { Frontier } from '../answer.ts';
import { questionNodes } from '../question-nodes.ts';
import { seekDeal, wholeAnswer } from '../budget.ts';
import { findSigners } from '../coalitions.ts';
import type { Draft } from '../draft/draft.ts';
import type { Problem } from '../problem.ts';
import { spaceSize } from '../problem.ts';
import { coalitionRegion, spaceRegion } from '../region.ts';
import type { Effort } from '../search/maximise.ts';
import type { CoalitionZone } from '../solution/solutions.ts';
import type { FrontierOptions } from './frontier.ts';
import { frontier } from './frontier.ts';
import { landmarks } from './landmarks.ts';
import type { Landmark } from './landmarks.ts';

export interface FrontierQuestion {
  /** True: only deals of the zone, that of `coalition` or of the largest coalition with a deal. */
  readonly inZone: boolean;
  readonly coalition: readonly number[] | null;
  /** Drafts to place beside the points. */
  readonly drafts: readonly Draft[];
  /** True: no deal as well. */
  readonly noDeal?: boolean;
  readonly options: Omit<FrontierOptions, 'onProgress' | 'stop'>;
}

/** Whose deals the points are: those that the signers accept and that need nobody else, or all that keep the rules. */
export type FrontierScope =
  | { readonly kind: 'space' }
  /** No signers where no set of parties has a deal. */
  | { readonly kind: 'zone'; readonly signers: readonly number[] | null };

export interface FrontierAnswer {
  readonly space: bigint;
  readonly scope: FrontierScope;
  readonly frontier: Frontier;
  /** Solutions, complete drafts and no deal, with the points nearest to them. */
  readonly landmarks: readonly Landmark[];
}

const NO_POINTS: Frontier = { exact: true, epsilon: 0, points: [], nodes: 0 };
const UNDECIDED: Frontier = { exact: false, epsilon: Infinity, points: [], nodes: 0 };

/** Answers the question; see `frontier` for how it is watched and stopped. */
export function answerFrontier(
  problem: Problem,
  { inZone, coalition, drafts, noDeal = false, options }: FrontierQuestion,
  watch: Pick<FrontierOptions, 'onProgress' | 'stop'> = {},
): FrontierAnswer {
  const nodes = questionNodes(problem);
  const effort: Effort = wholeAnswer(problem, nodes);
  const { zone, proven } = zoneOf(problem, coalition, effort, nodes);
  const region = inZone ? (zone?.region ?? null) : spaceRegion(problem);
  const found =
    region === null ? (proven ? NO_POINTS : UNDECIDED) : frontier(problem, region, { ...options, ...watch });
  return {
    space: spaceSize(problem),
    scope: inZone ? { kind: 'zone', signers: zone?.parties ?? coalition } : { kind: 'space' },
    frontier: found,
    landmarks: landmarks(problem, found.points, zone, { drafts, noDeal }, effort, options.measure),
  };
}

interface Scope {
  readonly zone: CoalitionZone | null;
  /** False where no deal was found and none was ruled out. */
  readonly proven: boolean;
}

/** The zone of the named signers, or of the largest coalition that has a deal; null when it is empty. */
function zoneOf(problem: Problem, coalition: readonly number[] | null, effort: Effort, nodes: number): Scope {
  if (coalition === null) {
    const { signers, proven } = findSigners(problem, effort, nodes * 2);
    return { zone: signers, proven };
  }
  const region = coalitionRegion(problem, coalition);
  const found = region === null ? null : seekDeal(problem, region, effort, nodes);
  return { zone: found && region !== null ? { parties: coalition, region } : null, proven: found !== undefined };
}
