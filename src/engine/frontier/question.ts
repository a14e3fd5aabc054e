/** The question of a frontier answered whole: whose deals, which of them are efficient, and what lies near them. */
import type { Frontier } from '../answer.ts';
import { firstWithDeal } from '../coalitions.ts';
import type { Draft } from '../draft.ts';
import type { Problem } from '../problem.ts';
import { spaceSize } from '../problem.ts';
import { coalitionRegion, spaceRegion } from '../region.ts';
import { findDeal } from '../search/maximise.ts';
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
  /** Solutions and complete drafts, with the points nearest to them. */
  readonly landmarks: readonly Landmark[];
}

const NO_POINTS: Frontier = { exact: true, epsilon: 0, points: [], nodes: 0 };

/** Answers the question; see `frontier` for how it is watched and stopped. */
export function answerFrontier(
  problem: Problem,
  { inZone, coalition, drafts, options }: FrontierQuestion,
  watch: Pick<FrontierOptions, 'onProgress' | 'stop'> = {},
): FrontierAnswer {
  const effort: Effort = { nodes: 0 };
  const zone = zoneOf(problem, coalition, effort);
  const region = inZone ? (zone?.region ?? null) : spaceRegion(problem);
  const found = region === null ? NO_POINTS : frontier(problem, region, { ...options, ...watch });
  return {
    space: spaceSize(problem),
    scope: inZone ? { kind: 'zone', signers: zone?.parties ?? coalition } : { kind: 'space' },
    frontier: found,
    landmarks: landmarks(problem, found.points, zone, drafts, effort),
  };
}

/** The zone of the named signers, or of the largest coalition that has a deal; null when it is empty. */
function zoneOf(problem: Problem, coalition: readonly number[] | null, effort: Effort): CoalitionZone | null {
  if (coalition === null) return firstWithDeal(problem, effort);
  const region = coalitionRegion(problem, coalition);
  return region === null || findDeal(problem, region, effort) === null ? null : { parties: coalition, region };
}
