/** By how much one key press moves a number, from the size of the numbers around it. */
import type { Party, Scenario } from '../../../scenario/scenario.ts';
import { worthRange } from '../../../scenario/format/worth.ts';

/** Large steps are this many small ones. */
export const LARGE = 5;

/**
 * About a hundredth of the sum of the party's weights, at most an eighth of its largest: 1 for weights that sum to 100. From
 * the file's weights, so that it stays while they are turned.
 */
export function weightStep({ preferences }: Party): number {
  if (preferences.form === 'scores') return FACTOR_STEP;
  const weights = preferences.issues.map(({ weight }) => weight.value);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return roundStep(Math.min(sum / 80, Math.max(...weights) / 8));
}

/** Of the factor that all scores of an issue are multiplied with. */
export const FACTOR_STEP = 0.1;

/** 1 point of 100; about a hundredth of a score sheet. */
export function pointsStep({ issues }: Scenario, { preferences }: Party): number {
  if (preferences.form === 'weights') return roundStep(100 / 80);
  const span = preferences.issues.reduce((sum, own, k) => {
    const { least, most } = worthRange(issues[k]!, own);
    return sum + most - least;
  }, 0);
  return roundStep(span / 80);
}

/** The largest of 1, 2, 5, 10, 20... (and tenths of them) that is not above the size. */
function roundStep(size: number): number {
  if (!(size > 0) || !Number.isFinite(size)) return 1;
  const power = 10 ** Math.floor(Math.log10(size));
  const lead = [5, 2].find((digit) => digit * power <= size) ?? 1;
  return plain(lead * power);
}

/** Without the digits that binary arithmetic adds at the end. */
export function plain(value: number): number {
  return Number(value.toPrecision(12));
}
