/** Bargaining as a game for Gambit, on the command line. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readEfg, solveEfg } from '../questions/bargain/efg.ts';
import { winset } from './built.ts';

it('writes bargaining as a game for Gambit, whose solution is that of perfect foresight', async () => {
  const words = ['bargain', 'lease', '--equilibrium', '--rounds', '3', '--patience', 'bakery=0.9,owner=0.8'];
  const { status, stdout, stderr } = await winset([...words, '--efg']);
  expect([status, stderr]).toEqual([0, '']);
  const { players, root } = readEfg(stdout);
  expect(players).toEqual(['bakery', 'owner']);
  const { values } = z
    .object({ values: z.array(z.object({ exact: z.record(z.string(), z.string()) })) })
    .parse(JSON.parse((await winset([...words, '--json'])).stdout));
  const payoffs = solveEfg(root, [0, 1]).payoffs.map(([num, den]) => (den === 1n ? `${num}` : `${num}/${den}`));
  expect(payoffs).toEqual(players.map((id) => values[0]!.exact[id]));
});

it('writes no game that is too large, and none in two forms', async () => {
  const large = await winset(['bargain', 'lease', '--equilibrium', '--rounds', '9', '--efg']);
  expect([large.status, large.stdout]).toEqual([2, '']);
  expect(large.stderr).toMatch(
    /^error: 6 deals in 9 rounds make a game of .* nodes; --efg writes at most 100,000 nodes\n/,
  );
  expect(large.stderr).toContain('with --rounds 5 it has 53,');
  const both = await winset(['bargain', 'lease', '--equilibrium', '--efg', '--json']);
  expect([both.status, both.stdout]).toEqual([2, '']);
  expect(both.stderr).toContain("'--efg' cannot be used with option '--json'");
});
