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
  /** The points given that lie between two asked for, by the first of these: where they begin in the two lists after. */
  readonly first: Int32Array;
  /** Each of them, and in which part of the way between those two it lies. */
  readonly bends: Int32Array;
  readonly parts: Float64Array;
}

export class MeshLine {
  readonly #bound: Bound;
  readonly #places: Places;
  readonly #given: Float64Array;

  constructor(asked: Window, given: Window, gain: number, points: number, bound: Bound) {
    this.#bound = bound;
    this.#given = new Float64Array(points);
    this.#places = placesOf(asked, given, gain, points, bound);
  }

  /**
   * Moves all lines of a mesh in which this party's points are the slowest: the values at the points asked for, which
   * become the fastest.
   */
  moveAll(values: Float64Array, out: Float64Array): void {
    const given = this.#given;
    const points = given.length;
    const lines = values.length / points;
    const [gather, move] = this.#bound === 'upper' ? [gatherUp, moveUp] : [gatherDown, moveDown];
    for (let line = 0; line < lines; line++) {
      const to = line * points;
      if (gather(values, line, lines, given) === 0) out.fill(0, to, to + points);
      else move(this.#places, given, out, to);
    }
  }
}

/** The values of a line, made to fall with the need, as the ways on do: to the safe side. Returns the largest. */
function gatherUp(values: Float64Array, line: number, lines: number, given: Float64Array): number {
  let least = 0;
  for (let point = given.length - 1, at = line + point * lines; point >= 0; point--, at -= lines) {
    const value = values[at]!;
    if (value > least) least = value;
    given[point] = least;
  }
  return least;
}

function gatherDown(values: Float64Array, line: number, lines: number, given: Float64Array): number {
  let most = values[line]!;
  for (let point = 0, at = line; point < given.length; point++, at += lines) {
    const value = values[at]!;
    if (value < most) most = value;
    given[point] = most;
  }
  return given[0]!;
}

function moveUp(
  { points, below, beyond, first, bends, parts }: Places,
  given: Float64Array,
  out: Float64Array,
  to: number,
): void {
  let index = below[0]!;
  let from = given[index]! + beyond[0]! * (given[index + 1]! - given[index]!);
  let before = 0;
  let bend = 0;
  for (let point = 1; point < points; point++) {
    index = below[point]!;
    const end = given[index]! + beyond[point]! * (given[index + 1]! - given[index]!);
    const rise = end - from;
    let most = 0;
    for (const stop = first[point]!; bend < stop; bend++) {
      const above = given[bends[bend]!]! - from - rise * parts[bend]!;
      if (above > most) most = above;
    }
    out[to + point - 1] = from + (before > most ? before : most);
    before = most;
    from = end;
  }
  out[to + points - 1] = from + before;
}

function moveDown(
  { points, below, beyond, first, bends, parts }: Places,
  given: Float64Array,
  out: Float64Array,
  to: number,
): void {
  let index = below[0]!;
  let from = given[index]! + beyond[0]! * (given[index + 1]! - given[index]!);
  let before = 1;
  let bend = 0;
  for (let point = 1; point < points; point++) {
    index = below[point]!;
    const end = given[index]! + beyond[point]! * (given[index + 1]! - given[index]!);
    const rise = end - from;
    let least = 1;
    for (const stop = first[point]!; bend < stop; bend++) {
      const line = from + rise * parts[bend]!;
      if (given[bends[bend]!]! < least * line) least = given[bends[bend]!]! / line;
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
  const [bends, parts] = [new Array<number>(), new Array<number>()];
  const scale = (points - 1) / (given.to - given.from);
  const step = ((asked.to - asked.from) / (points - 1)) * scale;
  const at = Float64Array.from(below, (_, point) => (asked.from - gain - given.from) * scale + point * step);
  for (let point = 0; point < points; point++) {
    const within = Math.max(0, Math.min(points - 1, at[point]!));
    below[point] = Math.min(points - 2, Math.floor(within));
    beyond[point] = within - below[point]!;
    first[point] = bends.length;
    const last = point === points - 1 ? -1 : Math.min(points - 1, Math.floor(at[point + 1]!));
    for (let bend = Math.ceil(within); bend <= last; bend++) {
      bends.push(bend);
      parts.push((bend - at[point]!) / step);
    }
  }
  // The outermost point stands for all needs beyond it: for none at all, or for one that cannot be met.
  if (bound === 'upper') below[0] = beyond[0] = 0;
  else [below[points - 1], beyond[points - 1]] = [points - 2, 1];
  return { points, below, beyond, first, bends: Int32Array.from(bends), parts: Float64Array.from(parts) };
}
