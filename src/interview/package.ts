/**
 * What a party has said of its weights and values, and what a package of options is worth to it by that: the number
 * itself, and between which numbers it lies when everything said is only meant within its interval.
 */
import { normalised } from './said.ts';
import type { Said } from './said.ts';

/** By issue; values by option. At least one weight is above 0. */
export interface Profile {
  readonly weights: readonly Said[];
  readonly values: readonly (readonly Said[])[];
}

/** One option of each issue, by number. */
export type Package = readonly number[];

/** Points from 0 to 100: the weighted average of the values. */
export function utilityOf({ weights, values }: Profile, options: Package): number {
  const shares = normalised(weights.map(({ value }) => value));
  return options.reduce((sum, option, issue) => sum + shares[issue]! * values[issue]![option]!.value, 0);
}

/** The least and the most points that weights and values within their intervals give the package. */
export function utilityRange(profile: Profile, options: Package): { readonly least: number; readonly most: number } {
  const worths = options.map((option, issue) => profile.values[issue]![option]!);
  return {
    least: leastAverage(
      profile.weights,
      worths.map(({ low }) => low),
    ),
    most: -leastAverage(
      profile.weights,
      worths.map(({ high }) => -high),
    ),
  };
}

/**
 * The least weighted average of the values when each weight may lie anywhere in its interval: values below it take their
 * highest weight and values above it their lowest, so one of the splits of the ascending values is the least.
 */
function leastAverage(weights: readonly Said[], values: readonly number[]): number {
  const ascending = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  let least = Infinity;
  for (let split = 0; split <= ascending.length; split++) {
    let [sum, all] = [0, 0];
    for (const [place, issue] of ascending.entries()) {
      const weight = place < split ? weights[issue]!.high : weights[issue]!.low;
      sum += weight * values[issue]!;
      all += weight;
    }
    if (all > 0) least = Math.min(least, sum / all);
  }
  return least;
}
