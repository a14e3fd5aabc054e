import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type * as Engine from '../../src/engine/index.ts';
import { countZone } from '../../src/engine/index.ts';
import type { Problem } from '../../src/engine/index.ts';

const TWO_PARTIES: Problem = {
  offsets: Int32Array.of(0, 2, 5),
  parties: [
    [0, 40, 0, 30, 60],
    [60, 0, 40, 30, 0],
  ].map((points) => ({
    scale: 1,
    contributions: Float64Array.from(points),
    adjustments: [],
    redLines: [],
    disagreement: 30,
    reservation: 30,
    strict: false,
    power: 1,
  })),
  sums: [],
  forbidden: [],
  consent: { required: [0, 1], quorum: 2, conditional: [] },
};

describe('the engine', () => {
  it('bundles for a browser, without anything of Node, and gives the same answer there', async () => {
    const { outputFiles, warnings } = await build({
      entryPoints: [fileURLToPath(new URL('../../src/engine/index.ts', import.meta.url))],
      bundle: true,
      platform: 'browser',
      format: 'esm',
      write: false,
    });
    expect(warnings).toEqual([]);
    const code = outputFiles[0]!.text;
    expect(code).not.toMatch(/from\s*["']node:|require\(["'](node:)?(fs|path|crypto)/);
    const engine: typeof Engine = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
    const budget = { states: 1000, seed: '1' };
    expect(engine.countZone(TWO_PARTIES, budget)).toEqual(countZone(TWO_PARTIES, budget));
  });
});
