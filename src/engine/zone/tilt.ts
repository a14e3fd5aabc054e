/**
 * Deals of a region drawn from weighted options: each option the more often the more it is worth to the parties, with
 * one weight per party such that on average their needs are just met.
 *
 * Let s be the weighted sum of what a deal gives the parties beyond their needs. In the region s >= 0, so the sum of
 * exp(s) over all deals, which is one pass over the layers, is at least the region's number of deals (Chernoff 1952).
 * The least such bound over all weights gives the weights. A deal drawn with a chance in proportion to exp(s) and kept
 * with the chance exp(-s) has the same chance as every other (importance sampling by exponential change of measure).
 */
import type { Deal, Problem } from '../problem.ts';
import type { Random } from '../random.ts';
import { isInRegion } from '../region.ts';
import type { Region } from '../region.ts';
import { inPoints, larger, minus } from '../units.ts';
import type { Units } from '../units.ts';
import type { Automaton } from './automaton.ts';
import { layOutRegion, rulesAlone } from './automaton.ts';
import { askedOf, dealOfPath } from './count-region.ts';
import { coarseDiagram, exactDiagram } from './diagram.ts';
import type { Diagram } from './diagram.ts';
import { fromLog } from './tail-bound.ts';

/** Random trials that give every deal of a set the same chance, and no other deal any. */
export interface Trials {
  /** Certified: there are no more deals. */
  readonly most: bigint;
  /** The chance of a hit times this is the number of deals. */
  readonly total: number;
  /** A deal of the set, or null for a miss. */
  readonly draw: (random: Random) => Deal | null;
}

/** Rounds of fitting the weights one after the other; any weights will do, well fitted ones miss less often. */
const ROUNDS = 25;
/** All weights together: no two deals are told apart by more than numbers hold. */
const STRONGEST = 500;

/** Sums of logarithms are off by far less than this. */
const ROUNDING = 1e-9;

/** What the options of a region's layers are worth to those who need something, as shares of what they could get. */
interface Needs {
  /** By party what it needs. */
  readonly needs: readonly number[];
  /** By party, layer and option. */
  readonly gains: readonly (readonly Float64Array[])[];
}

/** Null when propagation alone proves that the region has no deal. `states`: for following the rules alone. */
export function tilted(problem: Problem, region: Region, states: number): Trials | null {
  const automaton = layOutRegion(problem, region, []);
  if (automaton === null) return null;
  const { needs, gains } = needsOf(automaton, region);
  const weights = fittedWeights(needs, gains);
  const needed = weights.reduce((sum, weight, party) => sum + weight * needs[party]!, 0);
  const worth = automaton.options.map((options, layer) =>
    Float64Array.from(options, (_, option) =>
      weights.reduce((sum, weight, party) => sum + weight * gains[party]![layer]![option]!, 0),
    ),
  );
  const weighted = new WeightedPaths(lawfulDiagram(automaton, region, states), worth);
  return {
    most: fromLog(weighted.log - needed),
    total: Math.exp(weighted.log - needed),
    draw: (random) => {
      if (weighted.log === -Infinity) return null;
      const beyond = weighted.draw(random) - needed;
      if (beyond < -ROUNDING || random() >= Math.exp(-beyond)) return null;
      const deal = dealOfPath(automaton, weighted.path);
      return isInRegion(problem, region, deal) ? deal : null;
    },
  };
}

/** Parties that ask for something; what adjustments could bring is not counted on. */
function needsOf({ parties, patterns }: Automaton, region: Region): Needs {
  const asking = parties.slice(0, askedOf(region).length);
  const ranges = asking.map(({ low, high }) => larger(1, minus(high[0]!, low[0]!)));
  return {
    needs: asking.map(({ need }, party) => {
      const without = patterns.reduce<Units>(
        (left, { effect }) =>
          effect.kind === 'adjust' && effect.party === party && effect.units > 0 ? minus(left, effect.units) : left,
        need,
      );
      return inPoints(without, ranges[party]!);
    }),
    gains: asking.map(({ gains }, party) =>
      gains.map((units) => Float64Array.from([...units], (gain) => inPoints(gain, ranges[party]!))),
    ),
  };
}

/** Weights of the parties that make the bound small, as if no rule tied issues: by steps of Newton, one at a time. */
function fittedWeights(needs: Needs['needs'], gains: Needs['gains']): Float64Array {
  const weights = new Float64Array(needs.length);
  const worth = (gains[0] ?? []).map((units) => new Float64Array(units.length));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [party, need] of needs.entries()) {
      let [mean, variance] = [0, 0];
      worth.forEach((options, layer) => {
        const own = gains[party]![layer]!;
        const most = options.reduce((a, b) => Math.max(a, b));
        let [total, first, second] = [0, 0, 0];
        for (let option = 0; option < options.length; option++) {
          const chance = Math.exp(options[option]! - most);
          total += chance;
          first += chance * own[option]!;
          second += chance * own[option]! ** 2;
        }
        mean += first / total;
        variance += second / total - (first / total) ** 2;
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

/** The deals that keep the rules; a superset where following the rules takes too many states. */
function lawfulDiagram(automaton: Automaton, region: Region, states: number): Diagram {
  const lawful = rulesAlone(automaton, askedOf(region).length);
  return exactDiagram(lawful, states) ?? coarseDiagram(lawful, 'down', states) ?? anyDeal(lawful);
}

/** All combinations of the options that are left: one state throughout. */
function anyDeal(automaton: Automaton): Diagram {
  return {
    automaton,
    next: automaton.options.map(({ length }) => new Int32Array(length)),
    sizes: [1, ...automaton.options.map(() => 1)],
  };
}

/** The paths of a diagram, each weighted by exp(its worth). */
class WeightedPaths {
  /** The logarithm of the sum of all weights. */
  readonly log: number;
  /** By layer the option that was drawn last. */
  readonly path: number[];
  readonly #next: Diagram['next'];
  readonly #worth: readonly Float64Array[];
  /** By layer, state and option, the weights of all ways on from the state with this option or one before it. */
  readonly #upTo: readonly Float64Array[];

  constructor({ next, sizes }: Diagram, worth: readonly Float64Array[]) {
    const upTo: Float64Array[] = [];
    let ahead = new Float64Array(sizes.at(-1)!).fill(1);
    let log = 0;
    for (let layer = worth.length - 1; layer >= 0; layer--) {
      // Weights are told in the largest of the layer.
      const most = worth[layer]!.reduce((a, b) => Math.max(a, b));
      const factors = worth[layer]!.map((value) => Math.exp(value - most));
      const options = factors.length;
      const sums = new Float64Array(sizes[layer]!);
      const here = new Float64Array(sums.length * options);
      let largest = 0;
      for (let state = 0; state < sums.length; state++) {
        let sum = 0;
        for (let option = 0; option < options; option++) {
          const follower = next[layer]![state * options + option]!;
          if (follower >= 0) sum += factors[option]! * ahead[follower]!;
          here[state * options + option] = sum;
        }
        sums[state] = sum;
        if (sum > largest) largest = sum;
      }
      upTo[layer] = here;
      log += most + Math.log(largest);
      ahead = largest === 0 ? sums : sums.map((sum) => sum / largest);
    }
    this.log = sizes[0] === 0 ? -Infinity : log;
    this.path = worth.map(() => 0);
    this.#next = next;
    this.#worth = worth;
    this.#upTo = upTo;
  }

  /** Draws `path` with a chance in proportion to its weight; what it is worth. There must be one. */
  draw(random: Random): number {
    let [state, worth] = [0, 0];
    for (let layer = 0; layer < this.path.length; layer++) {
      const upTo = this.#upTo[layer]!;
      const values = this.#worth[layer]!;
      const last = values.length - 1;
      const from = state * values.length;
      let option = 0;
      if (last > 0) {
        const at = random() * upTo[from + last]!;
        while (option < last && upTo[from + option]! <= at) option++;
      }
      this.path[layer] = option;
      worth += values[option]!;
      state = this.#next[layer]![from + option]!;
    }
    return worth;
  }
}
