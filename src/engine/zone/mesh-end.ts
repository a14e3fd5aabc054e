/**
 * The last layers below a mesh, gone through way by way: near the end what is left comes in steps that a mesh tells badly.
 *
 * Hot code: see `Mesh`.
 */
import type { Random } from '../random.ts';
import type { MeshLayers } from './mesh.ts';
import type { Bound } from './mesh-line.ts';

/** Ways through them that are listed: for each state of the rules before them, and for all. */
const MOST_WAYS = 1000;
const MOST_IN_ALL = 20_000;

export class MeshEnd {
  /** Where the last layers begin. */
  readonly boundary: number;
  readonly #layers: MeshLayers;
  /** By state before them: of each way what it counts for, its options, and what it gives each party. */
  readonly #ways: readonly Ways[];
  readonly #passed: Float64Array;

  constructor(layers: MeshLayers) {
    const { factors, sizes } = layers;
    let boundary = factors.length;
    // The first layer is always told from its mesh.
    for (let ways = 1; boundary > 1; boundary--) {
      ways *= factors[boundary - 1]!.length;
      if (ways > MOST_WAYS || ways * sizes[boundary - 1]! > MOST_IN_ALL) break;
    }
    this.boundary = boundary;
    this.#layers = layers;
    this.#ways = Array.from({ length: sizes[boundary]! }, (_, state) => waysFrom(layers, boundary, state));
    this.#passed = new Float64Array(this.#ways.reduce((most, { factors: of }) => Math.max(most, of.length), 0));
  }

  /** By state and point of the mesh before them, how much the ways count for that leave no party short. */
  values(points: number, bound: Bound): Float64Array {
    const { needs, windows } = this.#layers;
    const cells = points ** needs.length;
    const values = new Float64Array(this.#ways.length * cells);
    this.#ways.forEach(({ factors, gains }, state) => {
      for (let way = 0; way < factors.length; way++) {
        let cell = 0;
        for (let party = 0; party < needs.length && cell >= 0; party++) {
          const { from, to } = windows[party]![this.boundary]!;
          const below = Math.floor(((gains[way * needs.length + party]! - from) * (points - 1)) / (to - from));
          // Lines between points must not pass below the step, or not above; the outermost point is for all beyond.
          const point =
            bound === 'upper' ? Math.max(0, Math.min(points - 1, below + 1)) : Math.min(points - 2, below - 1);
          cell = point < 0 ? -1 : cell * points + point;
        }
        if (cell >= 0) values[state * cells + cell]! += factors[way]!;
      }
    });
    for (let stride = 1; stride < cells; stride *= points) {
      for (let cell = values.length - 1; cell >= 0; cell--) {
        if (Math.floor(cell / stride) % points < points - 1) values[cell]! += values[cell + stride]!;
      }
    }
    return values;
  }

  /**
   * Draws one of the ways that meet the needs, and writes its options from `to` on, behind those before; how much all of
   * them count for.
   */
  draw(state: number, needs: Float64Array, random: Random, paths: Int32Array, to: number): number {
    const { factors, gains, options } = this.#ways[state]!;
    const passed = this.#passed;
    const parties = needs.length;
    let sum = 0;
    for (let way = 0; way < factors.length; way++) {
      let party = 0;
      while (party < parties && gains[way * parties + party]! >= needs[party]!) party++;
      if (party === parties) sum += factors[way]!;
      passed[way] = sum;
    }
    if (sum === 0) return 0;
    const way = firstAbove(passed, factors.length, random() * sum);
    const length = this.#layers.factors.length - this.boundary;
    for (let layer = 0; layer < length; layer++) paths[to + this.boundary + layer] = options[way * length + layer]!;
    return sum;
  }
}

/** The first of so many ascending sums that is more than this, which the last one is. */
function firstAbove(sums: Float64Array, count: number, value: number): number {
  let [from, to] = [0, count - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sums[middle]! > value) to = middle;
    else from = middle + 1;
  }
  return from;
}

interface Ways {
  readonly factors: Float64Array;
  readonly options: Int32Array;
  readonly gains: Float64Array;
}

function waysFrom({ factors, next, gains }: MeshLayers, boundary: number, state: number): Ways {
  const found = { factors: new Array<number>(), options: new Array<number>(), gains: new Array<number>() };
  const path: number[] = [];
  const follow = (layer: number, at: number, counts: number, given: readonly number[]): void => {
    if (layer === factors.length) {
      found.factors.push(counts);
      found.options.push(...path);
      found.gains.push(...given);
      return;
    }
    const options = factors[layer]!.length;
    for (let option = 0; option < options; option++) {
      const follower = next[layer]![at * options + option]!;
      if (follower < 0) continue;
      path.push(option);
      const sum = given.map((value, party) => value + gains[party]![layer]![option]!);
      follow(layer + 1, follower, counts * factors[layer]![option]!, sum);
      path.pop();
    }
  };
  follow(
    boundary,
    state,
    1,
    gains.map(() => 0),
  );
  return {
    factors: Float64Array.from(found.factors),
    options: Int32Array.from(found.options),
    gains: Float64Array.from(found.gains),
  };
}
