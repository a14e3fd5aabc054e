/**
 * What each option of a layer has behind it, for given needs: read off a mesh.
 *
 * Hot code: see `Mesh`.
 */
import type { MeshLayers } from './mesh.ts';

export class MeshOffers {
  /** By option of the layer asked for last. */
  readonly offers: Float64Array;
  readonly #layers: MeshLayers;
  readonly #points: number;
  /** By layer and party, steps of the mesh behind for one need; and by option and party, those that are less for it. */
  readonly #perNeed: readonly Float64Array[];
  readonly #places: readonly Float64Array[];
  /** From the lowest corner of a cell to each of them; their values; and by party how far a need lies in the cell. */
  readonly #steps: Int32Array;
  readonly #around: Float64Array;
  readonly #beyond: Float64Array;

  constructor(layers: MeshLayers, points: number) {
    const { factors, gains, windows, needs } = layers;
    this.#layers = layers;
    this.#points = points;
    this.offers = new Float64Array(factors.reduce((most, { length }) => Math.max(most, length), 1));
    this.#perNeed = factors.map((_, layer) =>
      Float64Array.from(windows, (of) => (points - 1) / (of[layer + 1]!.to - of[layer + 1]!.from)),
    );
    this.#places = factors.map(({ length }, layer) =>
      Float64Array.from({ length: length * needs.length }, (_, index) => {
        const party = index % needs.length;
        const gain = gains[party]![layer]![Math.floor(index / needs.length)]!;
        return (gain + windows[party]![layer + 1]!.from) * this.#perNeed[layer]![party]!;
      }),
    );
    this.#steps = stepsAround(needs.length, points);
    this.#around = new Float64Array(2 ** needs.length);
    this.#beyond = new Float64Array(needs.length);
  }

  /** Writes `offers` of a layer; their sum. `values`: of the mesh behind the layer. */
  before(layer: number, state: number, needs: Float64Array, values: Float32Array): number {
    const { factors, next } = this.#layers;
    const { offers } = this;
    const [steps, around, beyond] = [this.#steps, this.#around, this.#beyond];
    const [places, perNeed] = [this.#places[layer]!, this.#perNeed[layer]!];
    const [follow, counts] = [next[layer]!, factors[layer]!];
    const points = this.#points;
    const parties = needs.length;
    const corners = steps.length;
    let sum = 0;
    for (let option = 0; option < counts.length; option++) {
      const follower = follow[state * counts.length + option]!;
      offers[option] = 0;
      if (follower < 0) continue;
      let cell = follower;
      for (let party = 0; party < parties; party++) {
        const place = needs[party]! * perNeed[party]! - places[option * parties + party]!;
        const below = place <= 0 ? 0 : place >= points - 1 ? points - 2 : Math.floor(place);
        beyond[party] = place <= 0 ? 0 : place >= points - 1 ? 1 : place - below;
        cell = cell * points + below;
      }
      for (let corner = 0; corner < corners; corner++) around[corner] = values[cell + steps[corner]!]!;
      for (let party = 0, half = corners >> 1; party < parties; party++, half >>= 1) {
        const part = beyond[party]!;
        for (let corner = 0; corner < half; corner++) {
          around[corner]! += part * (around[corner + half]! - around[corner]!);
        }
      }
      const offer = counts[option]! * around[0]!;
      offers[option] = offer;
      sum += offer;
    }
    return sum;
  }
}

/** From the lowest corner of a cell to each, told by bits: the first party's is the highest. */
function stepsAround(parties: number, points: number): Int32Array {
  return Int32Array.from({ length: 2 ** parties }, (_, corner) => {
    let step = 0;
    for (let party = 0; party < parties; party++) step = step * points + ((corner >> (parties - 1 - party)) & 1);
    return step;
  });
}
