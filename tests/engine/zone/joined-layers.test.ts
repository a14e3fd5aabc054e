import { describe, expect, it } from 'vitest';
import type { Random } from '../../../src/engine/random.ts';
import { seededRandom } from '../../../src/engine/random.ts';
import { joinLayers, pathThrough } from '../../../src/engine/zone/joined-layers.ts';
import type { JoinedLayers } from '../../../src/engine/zone/joined-layers.ts';
import { runs } from '../../runs.ts';

type Layers = Pick<JoinedLayers, 'next' | 'sizes' | 'gains'>;

function randomLayers(random: Random): Layers {
  const options = Array.from({ length: 1 + Math.floor(random() * 5) }, () => 1 + Math.floor(random() * 4));
  const sizes = [1, ...options.map(() => 1 + Math.floor(random() * 3))];
  return {
    sizes,
    next: options.map((count, layer) =>
      Int32Array.from({ length: sizes[layer]! * count }, () => Math.floor(random() * (sizes[layer + 1]! + 1)) - 1),
    ),
    gains: [0, 1].map(() =>
      options.map((count) => Float64Array.from({ length: count }, () => Math.floor(random() * 9))),
    ),
  };
}

interface Way {
  readonly path: readonly number[];
  readonly end: number;
  readonly gains: readonly number[];
}

function waysOf({ next, sizes, gains }: Layers): readonly Way[] {
  let ways: readonly Way[] = [{ path: [], end: 0, gains: gains.map(() => 0) }];
  next.forEach((follow, layer) => {
    const count = follow.length / sizes[layer]!;
    ways = ways.flatMap(({ path, end, gains: before }) =>
      Array.from({ length: count }, (_, option): Way => ({
        path: [...path, option],
        end: follow[end * count + option]!,
        gains: before.map((units, party) => units + gains[party]![layer]![option]!),
      })).filter((way) => way.end >= 0),
    );
  });
  return ways;
}

describe('joined layers', () => {
  it('have the ways of the layers, that end where these do and give as much', () => {
    let joins = 0;
    for (let seed = 0; seed < runs(500); seed++) {
      const random = seededRandom(`joined/${seed}`);
      const layers = randomLayers(random);
      const joined = joinLayers(layers, layers.gains, Math.floor(random() * 20));
      if (joined.next.length < layers.next.length) joins++;
      const ways = waysOf(joined).map((way) => ({ ...way, path: pathThrough(joined, way.path) }));
      expect(ways).toEqual(waysOf(layers));
      expect(joined.sizes).toHaveLength(joined.next.length + 1);
    }
    expect(joins).toBeGreaterThan(0);
  });

  it('are the layers themselves where nothing may be joined', () => {
    const layers = randomLayers(seededRandom('alone'));
    const { next, sizes, gains } = joinLayers(layers, layers.gains, 0);
    expect({ next, sizes, gains }).toEqual(layers);
  });
});
