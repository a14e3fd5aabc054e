/**
 * The efficient frontier of a region (Pareto 1906): the deals that no other deal of the region beats, whole where it
 * fits the budget, else as a spread of points with a proven distance to every other efficient deal.
 */
import type { Frontier, FrontierPoint } from '../answer.ts';
import { nodeLength } from '../question-nodes.ts';
import { compareDeals } from '../deal.ts';
import type { Problem } from '../problem.ts';
import type { Region } from '../region.ts';
import type { Effort } from '../search/maximise.ts';
import { isNarrow } from '../units.ts';
import type { CountBudget } from '../zone/counting.ts';
import { exactFrontier } from './exact.ts';
import type { Measure } from './measure.ts';
import { measureUnits } from './measure.ts';
import { describePoint } from './points.ts';
import { spreadFrontier } from './spread.ts';

/** Budget and seed of `CountBudget` are for the variants of a point, where a search cannot count them. */
export interface FrontierOptions extends CountBudget {
  /** By the measure, at least 0; 0 asks for the whole frontier. */
  readonly epsilon: number;
  /** Of epsilon here and in the answer; absent: points. */
  readonly measure?: Measure;
  /** Most points of the answer, at least 1. */
  readonly maxPoints: number;
  /** Most utility vectors that the search for the whole frontier keeps at a time. */
  readonly vectors: number;
  /** Nodes after which the search of one part of a spread is given up; what is then proven is said. */
  readonly patience?: number;
  /** Nodes of a small problem after which a spread is ended, fewer where each takes longer; what is then proven is said. Absent: none. */
  readonly nodes?: number;
  /** Told after every step that takes time. */
  readonly onProgress?: (progress: FrontierProgress) => void;
  /** Asked between steps; true ends the search with what is proven by then. */
  readonly stop?: () => boolean;
}

export type FrontierProgress =
  | {
      readonly kind: 'exact';
      /** Issues decided, of how many, and the utility vectors kept. */
      readonly issues: number;
      readonly of: number;
      readonly vectors: number;
    }
  | {
      readonly kind: 'spread';
      readonly points: number;
      /** What would be guaranteed if the search ended now. */
      readonly epsilon: number;
    };

/** The spread that stands in where the whole frontier was asked for and does not fit. */
const EPSILON_INSTEAD: Readonly<Record<Measure, number>> = { points: 5, share: 0.05 };

const MOST_PARTIES = 40;

/** Most searches of a zone take a few thousand nodes. */
const PATIENCE = 1_500_000;

/**
 * The frontier of a region of at most 40 parties' deals, no option fixed in advance; with no points when the region is
 * empty. All parties of the problem count, in the region's floors or not. Deterministic unless `stop` is not.
 * @throws RangeError for more parties or an option out of range
 */
export function frontier(problem: Problem, region: Region, options: FrontierOptions): Frontier {
  const { epsilon, maxPoints } = options;
  if (problem.parties.length > MOST_PARTIES) throw new RangeError(`a frontier has at most ${MOST_PARTIES} parties`);
  if (!(epsilon >= 0)) throw new RangeError(`epsilon is ${epsilon}; it must be 0 or more`);
  if (!(maxPoints >= 1)) throw new RangeError(`maxPoints is ${maxPoints}; it must be 1 or more`);
  if (region.fixed !== undefined) throw new RangeError('the region of a frontier fixes no options');
  if (epsilon > 0) return spread(problem, region, epsilon, options);
  const points = whole(problem, region, options);
  return points === null
    ? spread(problem, region, EPSILON_INSTEAD[options.measure ?? 'points'], options)
    : { exact: true, epsilon: 0, points, nodes: 0 };
}

/** All points, greatest sum first; null when they do not fit. */
function whole(problem: Problem, region: Region, options: FrontierOptions): readonly FrontierPoint[] | null {
  const { onProgress, stop } = options;
  const most = Math.min(options.vectors, mostVectors(problem));
  const points = exactFrontier(problem, region, {
    vectors: most,
    looks: most * LOOKS_PER_VECTOR,
    onLayer: (issues, of, vectors) => onProgress?.({ kind: 'exact', issues, of, vectors }),
    stop: () => stop?.() ?? false,
  });
  if (points === null || points.length > options.maxPoints) return null;
  const total = ({ utility }: FrontierPoint): number => utility.reduce((sum, value) => sum + value, 0);
  return points
    .map((point) => ({ point, sum: total(point) }))
    .sort((a, b) => b.sum - a.sum || compareDeals(a.point.deal, b.point.deal))
    .map(({ point }) => point);
}

/** Looks at other vectors that finding out whether one is beaten may take, for each that may be kept. */
const LOOKS_PER_VECTOR = 4000;

/** Bytes for the candidates of one issue. */
const MEMORY = 1.5e8;
const BYTES_PER_UNIT = 8;
const BYTES_PER_CANDIDATE = 24;
const BYTES_PER_WIDE_UNIT = 48;

/** Vectors whose candidates, one for every option of an issue, fit the memory. */
function mostVectors({ offsets, parties, sums }: Problem): number {
  const wide = parties.filter(({ contributions }) => !isNarrow(contributions)).length;
  const bytes = (parties.length + sums.length) * BYTES_PER_UNIT + wide * BYTES_PER_WIDE_UNIT + BYTES_PER_CANDIDATE;
  const options = offsets.slice(1).reduce((most, end, issue) => Math.max(most, end - offsets[issue]!), 1);
  return Math.ceil(MEMORY / (options * bytes));
}

/** Points in the order they were found: the greatest sum first, then what was furthest from those before. */
function spread(problem: Problem, region: Region, epsilon: number, options: FrontierOptions): Frontier {
  const { maxPoints, onProgress, stop } = options;
  const effort: Effort = { nodes: 0 };
  const nodes = (options.nodes ?? Infinity) / nodeLength(problem);
  const points: FrontierPoint[] = [];
  const proven = spreadFrontier(
    problem,
    region,
    {
      epsilon,
      measures: measureUnits(problem, options.measure ?? 'points'),
      maxPoints,
      patience: options.patience ?? PATIENCE,
      firstPatience: Math.max(options.patience ?? PATIENCE, nodes),
      onPoint: (found, room) => {
        points.push(describePoint(problem, region, found, options, effort));
        onProgress?.({ kind: 'spread', points: points.length, epsilon: roundedUp(room, epsilon) });
      },
      stop: () => effort.nodes > nodes || (stop?.() ?? false),
    },
    effort,
  );
  return { exact: false, epsilon: roundedUp(proven, epsilon), points, nodes: effort.nodes };
}

/** A proven distance to a digit behind those of epsilon, never less than it is. */
function roundedUp(room: number, epsilon: number): number {
  const digits = 10 ** Math.max(1, 1 + Math.ceil(-Math.log10(epsilon)));
  return room <= epsilon ? epsilon : Math.ceil(room * digits + 1e-6) / digits;
}
