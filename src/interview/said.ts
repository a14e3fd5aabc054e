/**
 * Numbers as a person says them in an interview, and how exactly they are meant: pure arithmetic, no files, no screen.
 *
 * Somebody who says 60 does not mean 61 to be wrong. A round number is taken as meant to the next round ones on either
 * side, and only what contradicts itself makes an interval wider (`checks.ts`).
 */

/** low <= value <= high. */
export interface Said {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What the swing that is lifted first counts: the others are compared with it. */
export const REFERENCE: Said = exactly(100);

/** The best option of an issue and the worst one: they are what the scale is made of. */
export const BEST: Said = exactly(100);
export const WORST: Said = exactly(0);

/** Half the step in which the number is said: tens, fives, or single points. */
export function marginOf(points: number): number {
  if (points % 10 === 0) return 5;
  return points % 5 === 0 ? 2.5 : 0.5;
}

/** What a swing is worth beside the reference: at least 0, and more than 100 where the person says so. */
export function saidWeight(points: number): Said {
  return { value: points, low: Math.max(0, points - marginOf(points)), high: points + marginOf(points) };
}

/** How good an option is between the worst (0) and the best (100) of its issue. */
export function saidValue(points: number): Said {
  const margin = marginOf(points);
  return { value: points, low: Math.max(0, points - margin), high: Math.min(100, points + margin) };
}

function exactly(value: number): Said {
  return { value, low: value, high: value };
}

/**
 * Weights that add up to 1: each swing's points as a part of all points (swing weighting; von Winterfeldt and Edwards
 * 1986). @throws RangeError where no swing is worth anything
 */
export function normalised(points: readonly number[]): readonly number[] {
  const sum = points.reduce((all, each) => all + each, 0);
  if (!(sum > 0)) throw new RangeError('no swing is worth anything');
  return points.map((each) => each / sum);
}
