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
  /** On a score sheet, whose weights are points that are added up: what everything at its worst is worth. */
  readonly base?: number;
}

/** One option of each issue, by number. */
export type Package = readonly number[];

/** What everything at its best is worth above everything at its worst, in points. */
export function wholeOf({ weights, base }: Profile): number {
  return base === undefined ? 100 : weights.reduce((sum, { value }) => sum + value, 0);
}

/** Points: the weighted average of the values, from 0 to 100, or the sum of a score sheet. */
export function utilityOf({ weights, values, base }: Profile, options: Package): number {
  if (base !== undefined)
    return base + summed(options, (issue, option) => weights[issue]!.value * values[issue]![option]!.value);
  const shares = normalised(weights.map(({ value }) => value));
  return options.reduce((sum, option, issue) => sum + shares[issue]! * values[issue]![option]!.value, 0);
}

/** The least and the most points that weights and values within their intervals give the package. */
export function utilityRange(profile: Profile, options: Package): { readonly least: number; readonly most: number } {
  const { weights, values, base } = profile;
  if (base !== undefined) {
    return {
      least: base + summed(options, (issue, option) => weights[issue]!.low * values[issue]![option]!.low),
      most: base + summed(options, (issue, option) => weights[issue]!.high * values[issue]![option]!.high),
    };
  }
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

/** Of products of a swing and a value from 0 to 100. */
function summed(options: Package, worth: (issue: number, option: number) => number): number {
  return options.reduce((sum, option, issue) => sum + worth(issue, option) / 100, 0);
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
