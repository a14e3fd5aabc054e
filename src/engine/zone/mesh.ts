/**
 * Bounds from one side on how many ways on there are, as a function of what parties still need: linear in each need
 * between the points of a mesh, one mesh before each layer.
 *
 * With the needs n before a layer there are as many ways on as all options have together with n less what they give.
 * Between two points of the mesh that sum bends only where the mesh behind has a point, so the points are raised until no
 * bend lies above (an upper bound), or lowered until none lies below (a lower bound); see `MeshLine`. Needs are never
 * rounded: where rounding is off by the width of its grid in every layer, this is off by the square of the mesh's.
 *
 * From an upper bound deals are drawn: an option with a chance in proportion to the bound behind it. The options' bounds
 * together are at most the bound before them; the part they are of it is the chance that the deal is kept with (von
 * Neumann 1951), and then every deal that meets the needs has the same.
 *
 * Hot code: typed arrays, and loops that allocate nothing.
 */
import type { Random } from '../random.ts';
import { MeshEnd } from './mesh-end.ts';
import { MeshLine } from './mesh-line.ts';
import { MeshOffers } from './mesh-offers.ts';
import type { Bound, Window } from './mesh-line.ts';

/** What a mesh lies over. Needs and gains are numbers on a scale of the party's own. */
export interface MeshLayers {
  /** By layer and option: what every way on with the option counts for. */
  readonly factors: readonly Float64Array[];
  /** By layer: `next[state * options + option]`, where the rules lead, or -1. */
  readonly next: readonly Int32Array[];
  /** States of the rules before each layer, and behind the last. */
  readonly sizes: readonly number[];
  /** By party. */
  readonly needs: readonly number[];
  /** By party, layer and option: at least 0. */
  readonly gains: readonly (readonly Float64Array[])[];
  /** By party and boundary, where the mesh has its points; the last from 0 on, so narrow that needs in it are as good as met. */
  readonly windows: readonly (readonly Window[])[];
}

/** Draws that are made together: few for a start. */
const MOST_AT_ONCE = 4096;
const AT_ONCE = 32;

/** Values are rounded to 24 bits, and kept this much on the safe side; no smaller ones are told apart. */
const SPARE = 2 ** -22;
const LEAST = 2 ** -120;

export class Mesh {
  /** Logarithm of the bound on all ways; -Infinity: there are none. */
  readonly log: number;
  /** By layer the option that was drawn last. */
  readonly path: number[];
  readonly #layers: MeshLayers;
  readonly #points: number;
  readonly #cells: number;
  readonly #bound: Bound;
  /** By boundary, then by state and point. Only those behind the first layer are kept, unless deals are to be drawn. */
  readonly #values: Float32Array[] = [];
  /** By boundary: what its values are counted in, in those of the boundary behind. */
  readonly #units: number[] = [];
  readonly #end: MeshEnd;
  #batch: Batch;
  /** The draw of the batch that comes next. */
  #next = AT_ONCE / 2;
  readonly #needs: Float64Array;
  readonly #offers: MeshOffers;

  /** `points`: of each party, at least 2. `drawn`: whether deals are to be drawn. */
  constructor(layers: MeshLayers, points: number, bound: Bound, drawn: boolean) {
    const { sizes, factors, needs } = layers;
    this.#layers = layers;
    this.#points = points;
    this.#cells = points ** needs.length;
    this.#bound = bound;
    this.path = factors.map(() => 0);
    this.#needs = new Float64Array(needs.length);
    this.#offers = new MeshOffers(layers, points);
    this.#end = new MeshEnd(layers);
    this.#batch = newBatch(AT_ONCE / 2, 0, 0);
    let log = 0;
    let sums = this.#end.values(points, bound);
    for (let boundary = this.#end.boundary; ; boundary--) {
      const unit = sums.reduce((a, b) => (a > b ? a : b), 0);
      log += unit === 0 ? -Infinity : Math.log(unit);
      const values = stored(sums, unit, bound);
      if (drawn || boundary <= 1) this.#values[boundary] = values;
      this.#units[boundary] = unit;
      if (boundary <= 1) break;
      sums = this.#before(boundary - 1, values);
    }
    this.#needs.set(needs);
    if (sizes[0] === 0) this.log = -Infinity;
    else this.log = factors.length === 0 ? 0 : log + Math.log(this.#offers.before(0, 0, this.#needs, this.#values[1]!));
  }

  /** The values before a layer, from those behind it. */
  #before(layer: number, ahead: Float32Array): Float64Array {
    const { factors, next, sizes, gains, windows } = this.#layers;
    const cells = this.#cells;
    const options = factors[layer]!.length;
    const sums = new Float64Array(sizes[layer]! * cells);
    let [moved, spare] = [new Float64Array(cells), new Float64Array(cells)];
    for (let option = 0; option < options; option++) {
      const lines = gains.map(
        (of, party) =>
          new MeshLine(
            windows[party]![layer]!,
            windows[party]![layer + 1]!,
            of[layer]![option]!,
            this.#points,
            this.#bound,
          ),
      );
      const factor = factors[layer]![option]!;
      for (let follower = 0; follower < sizes[layer + 1]!; follower++) {
        let isMoved = false;
        for (let state = 0; state < sizes[layer]!; state++) {
          if (next[layer]![state * options + option] !== follower) continue;
          if (!isMoved) {
            moved.set(ahead.subarray(follower * cells, (follower + 1) * cells));
            for (const line of lines) {
              line.moveAll(moved, spare);
              [moved, spare] = [spare, moved];
            }
            isMoved = true;
          }
          const from = state * cells;
          for (let cell = 0; cell < cells; cell++) sums[from + cell]! += factor * moved[cell]!;
        }
      }
    }
    return sums;
  }

  /**
   * Draws `path`, and returns with which chance it is to be kept, so that every way that meets the needs has the same: 0
   * for others. On average that is the part that those ways are of the bound. Of a mesh of upper bounds that was made to
   * draw from, and has a way.
   */
  draw(random: Random): number {
    if (this.#next === this.#batch.chances.length) {
      this.#batch = newBatch(Math.min(MOST_AT_ONCE, 2 * this.#next), this.path.length, this.#needs.length);
      this.#next = 0;
      this.#drawBatch(random);
    }
    const { chances, paths } = this.#batch;
    const draw = this.#next++;
    const layers = this.path.length;
    for (let layer = 0; layer < layers; layer++) this.path[layer] = paths[draw * layers + layer]!;
    return chances[draw]!;
  }

  /** Many at once, layer by layer: the values of one layer stay near at hand where those of all do not. */
  #drawBatch(random: Random): void {
    const { factors, next, needs: start, gains } = this.#layers;
    const { needs, chances, left, states, paths } = this.#batch;
    const own = this.#needs;
    const { offers } = this.#offers;
    const parties = start.length;
    const layers = this.path.length;
    own.set(start);
    left.fill(this.#offers.before(0, 0, this.#needs, this.#values[1]!));
    for (let draw = 0; draw < left.length; draw++) needs.set(start, draw * parties);
    for (let layer = 0; layer < this.#end.boundary; layer++) {
      const options = factors[layer]!.length;
      for (let draw = 0; draw < left.length; draw++) {
        if (chances[draw] === 0) continue;
        const at = draw * parties;
        for (let party = 0; party < parties; party++) own[party] = needs[at + party]!;
        const sum = this.#offers.before(layer, states[draw]!, own, this.#values[layer + 1]!);
        chances[draw]! *= Math.min(1, sum / left[draw]!);
        if (sum === 0) continue;
        let passed = random() * sum;
        let option = 0;
        while (option < options - 1 && passed >= offers[option]!) passed -= offers[option++]!;
        while (offers[option] === 0) option--;
        left[draw] = (offers[option]! / factors[layer]![option]!) * this.#units[layer + 1]!;
        states[draw] = next[layer]![states[draw]! * options + option]!;
        paths[draw * layers + layer] = option;
        for (let party = 0; party < parties; party++) needs[at + party]! -= gains[party]![layer]![option]!;
      }
    }
    for (let draw = 0; draw < left.length; draw++) {
      if (chances[draw] === 0) continue;
      const open = needs.subarray(draw * parties, (draw + 1) * parties);
      const sum = this.#end.draw(states[draw]!, open, random, paths, draw * layers);
      chances[draw]! *= Math.min(1, sum / left[draw]!);
    }
  }
}

/** Draws under way. */
interface Batch {
  readonly chances: Float64Array;
  /** By draw, the bound on what comes after its way so far. */
  readonly left: Float64Array;
  readonly states: Int32Array;
  /** By draw and party. */
  readonly needs: Float64Array;
  /** By draw and layer, the option drawn. */
  readonly paths: Int32Array;
}

function newBatch(draws: number, layers: number, parties: number): Batch {
  return {
    chances: new Float64Array(draws).fill(1),
    left: new Float64Array(draws),
    states: new Int32Array(draws),
    needs: new Float64Array(draws * parties),
    paths: new Int32Array(draws * layers),
  };
}

/** The values in units of the largest, on the safe side. */
function stored(values: Float64Array, unit: number, bound: Bound): Float32Array {
  const perUnit = unit === 0 ? 0 : (bound === 'upper' ? 1 + SPARE : 1 - SPARE) / unit;
  const out = new Float32Array(values.length);
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell]! * perUnit;
    out[cell] = value < LEAST ? (bound === 'upper' && value > 0 ? LEAST : 0) : value;
  }
  return out;
}
