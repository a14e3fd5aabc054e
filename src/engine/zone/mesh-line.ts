/**
 * One party's points of a mesh, seen through one option: the values before a layer from those behind it.
 *
 * Values are given at evenly spaced needs, straight in between, constant outside. With the option's gain they are the
 * same line moved, which bends where it has points, and the points asked for lie elsewhere. Between two of these the new
 * line is held against every bend, and its ends are raised (or lowered) until it is on the safe side.
 *
 * Hot code: see `Mesh`.
 */

/** Needs between which points lie evenly, the first and the last on its ends. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

export type Bound = 'upper' | 'lower';

/** Where the points asked for lie among those given. */
interface Places {
  readonly points: number;
  /** By point asked for: the point given at or below it, and how far it lies beyond that one, in parts of a step. */
  readonly below: Int32Array;
  readonly beyond: Float64Array;
  /** By step between two points asked for: the first and the last point given that lies within. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** By point asked for, how many steps of those given it lies from the first; and how many asked for make one given. */
  readonly at: Float64Array;
  readonly perStep: number;
}

export class MeshLine {
  readonly #points: number;
  readonly #bound: Bound;
  readonly #places: Places;
  readonly #given: Float64Array;

  constructor(asked: Window, given: Window, gain: number, points: number, bound: Bound) {
    this.#points = points;
    this.#bound = bound;
    this.#given = new Float64Array(points);
    this.#places = placesOf(asked, given, gain, points, bound);
  }

  /**
   * Moves all lines of a mesh in which this party's points are the slowest: the values at the points asked for, which
   * become the fastest.
   */
  moveAll(values: Float64Array, out: Float64Array): void {
    const points = this.#points;
    const lines = values.length / points;
    const move = this.#bound === 'upper' ? moveUp : moveDown;
    for (let line = 0; line < lines; line++) {
      const given = this.#given;
      for (let point = 0, at = line; point < points; point++, at += lines) given[point] = values[at]!;
      move(this.#places, given, out, line * points);
    }
  }
}

/** `given` is made to fall with the need, as the ways on do: to the safe side. */
function moveUp(
  { points, below, beyond, first, last, at, perStep }: Places,
  given: Float64Array,
  out: Float64Array,
  to: number,
): void {
  let next = given[points - 1]!;
  for (let point = points - 2; point >= 0; point--) {
    const value = given[point]!;
    if (value < next) given[point] = next;
    else next = value;
  }
  let index = below[0]!;
  let from = given[index]! + beyond[0]! * (given[index + 1]! - given[index]!);
  let before = 0;
  for (let point = 1; point < points; point++) {
    index = below[point]!;
    const end = given[index]! + beyond[point]! * (given[index + 1]! - given[index]!);
    const slope = (end - from) * perStep;
    const start = from - slope * at[point - 1]!;
    let most = 0;
    for (let bend = first[point - 1]!, stop = last[point - 1]!; bend <= stop; bend++) {
      const above = given[bend]! - start - slope * bend;
      if (above > most) most = above;
    }
    out[to + point - 1] = from + (before > most ? before : most);
    before = most;
    from = end;
  }
  out[to + points - 1] = from + before;
}

function moveDown(
  { points, below, beyond, first, last, at, perStep }: Places,
  given: Float64Array,
  out: Float64Array,
  to: number,
): void {
  let next = given[0]!;
  for (let point = 1; point < points; point++) {
    const value = given[point]!;
    if (value > next) given[point] = next;
    else next = value;
  }
  let index = below[0]!;
  let from = given[index]! + beyond[0]! * (given[index + 1]! - given[index]!);
  let before = 1;
  for (let point = 1; point < points; point++) {
    index = below[point]!;
    const end = given[index]! + beyond[point]! * (given[index + 1]! - given[index]!);
    const slope = (end - from) * perStep;
    let least = 1;
    for (let bend = first[point - 1]!, stop = last[point - 1]!; bend <= stop; bend++) {
      const line = from + slope * (bend - at[point - 1]!);
      if (given[bend]! < least * line) least = given[bend]! / line;
    }
    out[to + point - 1] = from * (before < least ? before : least);
    before = least;
    from = end;
  }
  out[to + points - 1] = from * before;
}

function placesOf(asked: Window, given: Window, gain: number, points: number, bound: Bound): Places {
  const below = new Int32Array(points);
  const beyond = new Float64Array(points);
  const first = new Int32Array(points);
  const last = new Int32Array(points);
  const scale = (points - 1) / (given.to - given.from);
  const step = ((asked.to - asked.from) / (points - 1)) * scale;
  const at = Float64Array.from(below, (_, point) => (asked.from - gain - given.from) * scale + point * step);
  for (let point = 0; point < points; point++) {
    const within = Math.max(0, Math.min(points - 1, at[point]!));
    below[point] = Math.min(points - 2, Math.floor(within));
    beyond[point] = within - below[point]!;
    first[point] = Math.min(points, Math.ceil(within));
    last[point] = point === points - 1 ? -1 : Math.max(-1, Math.min(points - 1, Math.floor(at[point + 1]!)));
  }
  // The outermost point stands for all needs beyond it: for none at all, or for one that cannot be met.
  if (bound === 'upper') below[0] = beyond[0] = 0;
  else [below[points - 1], beyond[points - 1]] = [points - 2, 1];
  return { points, below, beyond, first, last, at, perStep: 1 / step };
}
