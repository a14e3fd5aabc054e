import { describe, expect, it } from 'vitest';
import type { Random } from '../../../src/engine/random.ts';
import { seededRandom } from '../../../src/engine/random.ts';
import { Mesh } from '../../../src/engine/zone/mesh.ts';
import type { MeshLayers } from '../../../src/engine/zone/mesh.ts';
import { MeshLine } from '../../../src/engine/zone/mesh-line.ts';
import type { Window } from '../../../src/engine/zone/mesh-line.ts';
import { runs } from '../../runs.ts';

const EDGE = 1e-10;

/** Layers of two or three options, with needs that some of the ways meet, and windows of any kind. */
function randomLayers(random: Random): MeshLayers {
  const parties = 1 + Math.floor(random() * 3);
  const layers = 11;
  const options = Array.from({ length: layers }, (_, layer) => (layer % 5 === 0 ? 3 : 2));
  // Round numbers, so that needs are met exactly now and then.
  const gains = Array.from({ length: parties }, () =>
    options.map((count) => Float64Array.from({ length: count }, () => Math.floor(random() * 20) / 200)),
  );
  const most = gains.map((own) => own.reduce((sum, values) => sum + Math.max(...values), 0));
  const wide = random();
  const windows = gains.map((own, party) =>
    [...options, null].map((count, layer) => {
      if (count === null) return { from: 0, to: EDGE };
      const open = own.slice(layer).reduce((sum, values) => sum + Math.max(...values), 0);
      const from = open * random() * 0.5 * wide;
      return { from, to: from + EDGE + (open - from) * (1 - 0.5 * random() * wide) + most[party]! * 0.01 };
    }),
  );
  const next = options.map((count, layer) => Int32Array.from({ length: 2 * count }, (_, k) => nextOf(k, count, layer)));
  return {
    factors: options.map((count) => Float64Array.from({ length: count }, () => 0.2 + random())),
    next: next.map((of, layer) => (layer === 0 ? of.slice(0, options[0]) : of)),
    sizes: [1, ...options.map(() => 2)],
    needs: most.map((units) => Math.round(units * (0.35 + 0.5 * random()) * 200) / 200),
    gains,
    windows,
  };
}

/** Two states of the rules: the last option leads to the other, and may not be taken twice in a row in some layers. */
function nextOf(k: number, options: number, layer: number): number {
  const [state, option] = [Math.floor(k / options), k % options];
  if (option < options - 1) return 0;
  return state === 1 && layer % 2 === 0 ? -1 : 1;
}

/** Every way that meets the needs, with what it counts for. */
function waysOf({ factors, next, needs, gains }: MeshLayers, short: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const follow = (path: readonly number[], state: number, counts: number): void => {
    const layer = path.length;
    if (layer === factors.length) {
      const met = needs.every(
        (need, party) => path.reduce((sum, option, at) => sum + gains[party]![at]![option]!, 0) >= need + short,
      );
      if (met) found.set(path.join(), counts);
      return;
    }
    factors[layer]!.forEach((factor, option) => {
      const follower = next[layer]![state * factors[layer]!.length + option]!;
      if (follower >= 0) follow([...path, option], follower, counts * factor);
    });
  };
  follow([], 0, 1);
  return found;
}

function total(ways: ReadonlyMap<string, number>): number {
  return [...ways.values()].reduce((sum, counts) => sum + counts, 0);
}

describe('a mesh', () => {
  it('bounds what all ways count for from either side, the closer the more points it has', () => {
    let close = 0;
    for (let seed = 0; seed < runs(200); seed++) {
      const random = seededRandom(`mesh/${seed}`);
      const layers = randomLayers(random);
      const points = 2 + Math.floor(random() * 10);
      const least = total(waysOf(layers, EDGE));
      const most = total(waysOf(layers, -EDGE));
      const tolerance = 1e-9 * most;
      const meet = { ...layers, needs: layers.needs.map((need) => need + EDGE) };
      const low = Math.exp(new Mesh(meet, points, 'lower', false).log);
      const high = Math.exp(new Mesh(layers, points, 'upper', false).log);
      expect(low).toBeLessThanOrEqual(most + tolerance);
      expect(high).toBeGreaterThanOrEqual(least - tolerance);
      const fine = Math.exp(new Mesh(layers, 40, 'upper', false).log);
      expect(fine).toBeGreaterThanOrEqual(least - tolerance);
      if (fine < 2 * most) close++;
    }
    expect(close).toBeGreaterThan(runs(200) / 2);
  });

  it('draws every way that meets the needs as often as it counts for, and tells their total', () => {
    for (let seed = 0; seed < runs(40); seed++) {
      const random = seededRandom(`draw/${seed}`);
      const layers = randomLayers(random);
      const ways = waysOf(layers, -EDGE);
      const mesh = new Mesh(layers, 4, 'upper', true);
      const [firsts, seen] = [new Map<string, number>(), new Map<string, number>()];
      for (const [path, counts] of ways) add(firsts, path.slice(0, 9), counts);
      const draws = 5000;
      let kept = 0;
      for (let draw = 0; draw < draws; draw++) {
        const chance = ways.size === 0 ? 0 : mesh.draw(random);
        expect(chance).toBeLessThanOrEqual(1);
        if (chance === 0) continue;
        const path = mesh.path.join();
        expect(ways.has(path)).toBe(true);
        add(seen, path.slice(0, 9), chance);
        kept += chance;
      }
      if (ways.size === 0) continue;
      const high = Math.exp(mesh.log);
      const truth = total(ways);
      // The chances have a spread of at most one half: six standard deviations.
      expect(Math.abs((high * kept) / draws - truth) / high).toBeLessThan(3 / Math.sqrt(draws));
      for (const [first, counts] of firsts) {
        expect(Math.abs((seen.get(first) ?? 0) / draws - counts / high)).toBeLessThan(3 / Math.sqrt(draws));
      }
    }
  });
});

function add(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

describe('a line of a mesh', () => {
  it('is never below what it stands for, or never above', () => {
    for (let seed = 0; seed < runs(500); seed++) {
      const random = seededRandom(`line/${seed}`);
      const points = 2 + Math.floor(random() * 8);
      const given = { from: random(), to: 1 + 2 * random() };
      const asked = { from: 2 * random(), to: 2 + random() };
      const gain = random();
      const values = Float64Array.from({ length: points }, () => random())
        .sort()
        .reverse();
      if (random() < 0.5) values[points - 1] = 0;
      const upper = new Float64Array(points);
      new MeshLine(asked, given, gain, points, 'upper').moveAll(values.slice(), upper);
      // Needs beyond a mesh of lower bounds are lost: its last value is 0.
      values[points - 1] = 0;
      const lower = new Float64Array(points);
      new MeshLine(asked, given, gain, points, 'lower').moveAll(values.slice(), lower);
      for (let at = 0; at <= 200; at++) {
        const need = -1 + 5 * (at / 200);
        const value = valueAt(values, given, need - gain);
        expect(valueAt(upper, asked, need)).toBeGreaterThanOrEqual(value - 1e-12);
        if (need <= asked.to) expect(valueAt(lower, asked, need)).toBeLessThanOrEqual(value + 1e-12);
      }
    }
  });
});

function valueAt(values: Float64Array, { from, to }: Window, need: number): number {
  const at = Math.max(0, Math.min(values.length - 1, ((need - from) * (values.length - 1)) / (to - from)));
  const below = Math.min(values.length - 2, Math.floor(at));
  return values[below]! + (at - below) * (values[below + 1]! - values[below]!);
}
