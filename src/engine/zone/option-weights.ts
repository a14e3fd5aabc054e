/**
 * What the options of a region are worth to the parties that need something, and one weight for each party such that on
 * average deals drawn by what their options are worth just meet the needs; and between which needs such deals lie.
 */
import type { Region } from '../region.ts';
import { inPoints, larger, minus } from '../units.ts';
import type { Units } from '../units.ts';
import type { Automaton } from './automaton.ts';
import { askedOf } from './count-region.ts';
import type { JoinedLayers } from './joined-layers.ts';
import type { Bound, Window } from './mesh-line.ts';

/** Standard deviations that a mesh has points for, on either side. */
const WINDOW = 2.5;
/** Needs, as shares of what could be got, are told apart no closer. */
const EDGE = 1e-10;

/** Rounds of fitting the weights one after the other; any weights will do, well fitted ones miss less often. */
const ROUNDS = 25;
/** All weights together: no two deals are told apart by more than numbers hold. */
const STRONGEST = 500;

/** What the options of a region's layers are worth to those who need something, as shares of what they could get. */
export interface Needs {
  /** By party what it needs. */
  readonly needs: readonly number[];
  /** By party, layer and option. */
  readonly gains: readonly (readonly Float64Array[])[];
}

/**
 * By party and boundary, between which needs the deals of interest lie, drawn by what options are worth: those that are
 * reached, and that make a difference to what is still to come.
 */
export function windowsOf(
  needs: readonly number[],
  gains: Needs['gains'],
  worth: readonly Float64Array[],
): readonly (readonly Window[])[] {
  return needs.map((need, party) => {
    const layers = worth.map((values, layer) => momentsOf(values, gains[party]![layer]!));
    let open = layers.reduce((sum, { most }) => sum + most, 0);
    let [mean, behind, ahead] = [need, 0, layers.reduce((sum, { variance }) => sum + variance, 0)];
    return [...layers, null].map((drawn): Window => {
      const spread = WINDOW * Math.sqrt(Math.max(0, Math.min(behind, ahead)));
      const from = Math.max(0, Math.min(open, mean - spread));
      if (drawn === null) return { from: 0, to: EDGE };
      const window = { from, to: Math.max(from + EDGE, Math.min(open, mean + spread)) };
      open -= drawn.most;
      mean -= drawn.mean;
      behind += drawn.variance;
      ahead -= drawn.variance;
      return window;
    });
  });
}

/** Of what options give, drawn by what they are worth. */
function momentsOf(
  worth: Float64Array,
  own: Float64Array,
): { readonly mean: number; readonly variance: number; readonly most: number } {
  const top = worth.reduce((a, b) => Math.max(a, b));
  let [total, first, second] = [0, 0, 0];
  for (let option = 0; option < worth.length; option++) {
    const chance = Math.exp(worth[option]! - top);
    total += chance;
    first += chance * own[option]!;
    second += chance * own[option]! ** 2;
  }
  return {
    mean: first / total,
    variance: second / total - (first / total) ** 2,
    most: own.reduce((a, b) => Math.max(a, b)),
  };
}

/**
 * Parties that ask for something, with adjustments as if all of them came true that help (upper), or all that hurt: no
 * deal of the region is short of the upper needs, and every deal that meets the lower ones is of the region.
 */
export function needsOf({ parties, patterns }: Automaton, region: Region, bound: Bound): Needs {
  const asking = parties.slice(0, askedOf(region).length);
  const ranges = asking.map(({ low, high }) => larger(1, minus(high[0]!, low[0]!)));
  return {
    needs: asking.map(({ need }, party) => {
      const without = patterns.reduce<Units>(
        (left, { effect }) =>
          effect.kind === 'adjust' && effect.party === party && effect.units > 0 === (bound === 'upper')
            ? minus(left, effect.units)
            : left,
        need,
      );
      return inPoints(without, ranges[party]!) + (bound === 'upper' ? -EDGE : 2 * EDGE - 0.5 / Number(ranges[party]!));
    }),
    gains: asking.map(({ gains }, party) =>
      gains.map((units) => Float64Array.from([...units], (gain) => inPoints(gain, ranges[party]!))),
    ),
  };
}

/** Weights of the parties that make the bound small, as if no rule tied issues: by steps of Newton, one at a time. */
export function fittedWeights({ needs, gains }: Needs): Float64Array {
  const weights = new Float64Array(needs.length);
  const worth = (gains[0] ?? []).map((units) => new Float64Array(units.length));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [party, need] of needs.entries()) {
      let [mean, variance] = [0, 0];
      worth.forEach((options, layer) => {
        const drawn = momentsOf(options, gains[party]![layer]!);
        mean += drawn.mean;
        variance += drawn.variance;
      });
      const spread = Math.sqrt(Math.max(variance, 1e-12));
      const step = Math.max(-1, Math.min(1, (need - mean) / spread)) / spread;
      const weight = Math.max(0, Math.min(STRONGEST / needs.length, weights[party]! + step));
      const change = weight - weights[party]!;
      weights[party] = weight;
      worth.forEach((options, layer) => {
        const own = gains[party]![layer]!;
        for (let option = 0; option < options.length; option++) options[option]! += change * own[option]!;
      });
    }
  }
  return weights;
}

/** What options are worth by layer, each party with its weight. */
export function worthOf(
  { options, gains }: Pick<JoinedLayers, 'options' | 'gains'>,
  weights: Float64Array,
): readonly Float64Array[] {
  return options.map((of, layer) =>
    Float64Array.from(of, (_, option) =>
      weights.reduce((sum, weight, party) => sum + weight * gains[party]![layer]![option]!, 0),
    ),
  );
}
