/**
 * Neighbouring layers of a diagram as one, whose options are the combinations of theirs.
 *
 * A mesh is off by about as much at each boundary, whatever the layers between give; with fewer boundaries it is off less
 * often. A layer then has more options to go through, which the same time pays for with wider steps of the mesh: while
 * combinations are few, fewer boundaries are the better bargain.
 */
import type { Diagram } from './diagram.ts';

export interface JoinedLayers {
  /** By layer, the combinations: of each the options of the layers joined. */
  readonly options: readonly (readonly (readonly number[])[])[];
  /** By layer: `next[state * combinations + combination]`, where the rules lead, or -1. */
  readonly next: readonly Int32Array[];
  /** States of the rules before each layer, and behind the last. */
  readonly sizes: readonly number[];
  /** By party, layer and combination: what it gives. */
  readonly gains: readonly (readonly Float64Array[])[];
}

interface Layer {
  readonly options: readonly (readonly number[])[];
  readonly next: Int32Array;
  readonly size: number;
  /** By party. */
  readonly gains: readonly Float64Array[];
}

/** Layers joined from the last on, as long as one has at most so many combinations. `gains`: by party, layer and option. */
export function joinLayers(
  { next, sizes }: Pick<Diagram, 'next' | 'sizes'>,
  gains: JoinedLayers['gains'],
  most: number,
): JoinedLayers {
  const joined: Layer[] = [];
  for (let layer = next.length - 1; layer >= 0; layer--) {
    const size = sizes[layer]!;
    const count = next[layer]!.length / Math.max(1, size);
    const own: Layer = {
      options: Array.from({ length: count }, (_, option) => [option]),
      next: next[layer]!,
      size,
      gains: gains.map((of) => of[layer]!),
    };
    const [behind] = joined;
    if (behind !== undefined && count * behind.options.length <= most) joined[0] = join(own, behind);
    else joined.unshift(own);
  }
  return {
    options: joined.map(({ options }) => options),
    next: joined.map((layer) => layer.next),
    sizes: [...joined.map(({ size }) => size), sizes.at(-1)!],
    gains: gains.map((_, party) => joined.map((layer) => layer.gains[party]!)),
  };
}

function join(first: Layer, second: Layer): Layer {
  const options = first.options.flatMap((own) => second.options.map((then) => [...own, ...then]));
  const next = new Int32Array(first.size * options.length);
  let at = 0;
  for (const middle of first.next) {
    for (let option = 0; option < second.options.length; option++) {
      next[at++] = middle < 0 ? -1 : second.next[middle * second.options.length + option]!;
    }
  }
  const gains = first.gains.map((own, party) =>
    Float64Array.from([...own].flatMap((units) => [...second.gains[party]!].map((more) => units + more))),
  );
  return { options, next, size: first.size, gains };
}

/** The options of the layers as they were, of a path through joined ones. */
export function pathThrough({ options }: JoinedLayers, path: readonly number[]): readonly number[] {
  return path.flatMap((option, layer) => options[layer]![option]!);
}
