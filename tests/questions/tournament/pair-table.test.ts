import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Tournament } from '../../../src/engine/bargain/many/payoffs.ts';
import { tournamentOf } from '../../../src/engine/bargain/many/payoffs.ts';
import { profileCount } from '../../../src/engine/bargain/many/profiles.ts';
import { fraction } from '../../../src/exact/fraction.ts';
import { pairTable } from '../../../src/questions/tournament/pair-table.ts';
import { readStrategy } from '../../../src/scenario/format/strategy.ts';
import type { Strategy } from '../../../src/scenario/scenario.ts';

const NAMES = ['boulware', 'linear', 'conceder'];

const played = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 }).chain((choices) => {
  const menus = choices.map((count) => NAMES.slice(0, count).map(strategyOf));
  const gains = fc.array(fc.integer({ min: -3, max: 9 }), { minLength: choices.length, maxLength: choices.length });
  const count = profileCount(menus);
  return fc.record({
    menus: fc.constant(menus),
    table: fc.array(gains, { minLength: count, maxLength: count }),
    row: fc.nat(choices.length - 1),
    step: fc.integer({ min: 1, max: choices.length - 1 }),
  });
});

it('has the mean gain of each pair of strategies, its best replies and its equilibria', () => {
  fc.assert(
    fc.property(played, ({ menus, table, row, step }) => {
      const column = (row + step) % menus.length;
      const tournament = tournamentAt(menus, table);
      const { rows, columns, cells } = pairTable({ tournament, menus }, row, column)!;
      expect([rows.length, columns.length]).toEqual([menus[row]!.length, menus[column]!.length]);
      for (const [own, across] of cells.entries()) {
        for (const [others, { gain, best }] of across.entries()) {
          const met = tournament.profiles.filter(
            (each) => each.strategies[row] === own && each.strategies[column] === others,
          );
          expect(gain * met.length).toBeCloseTo(
            met.reduce((sum, { profile }) => sum + table[profile]![row]!, 0),
            9,
          );
          expect(best).toBe(cells.every((other) => other[others]!.gain <= gain + 1e-9));
          // With two parties a mean is of one profile: a best reply is one that nothing is regretted in.
          if (menus.length === 2) expect(best).toBe(tournament.game!.regret[met[0]!.profile]![row] === 0);
        }
      }
      const marked = cells.flat().reduce((sum, { equilibria }) => sum + equilibria, 0);
      expect(marked).toBe(tournament.game!.equilibria.length);
    }),
  );
});

it('is none where profiles are missing', () => {
  const menus = [NAMES, NAMES].map((names) => names.map(strategyOf));
  expect(pairTable({ tournament: tournamentAt(menus, [[1, 2]]), menus }, 0, 1)).toBeNull();
});

function tournamentAt(menus: readonly (readonly Strategy[])[], table: readonly (readonly number[])[]): Tournament {
  return tournamentOf(
    menus,
    table.map((gains, profile) => ({
      profile,
      runs: 1,
      agreements: 1,
      gains: gains.map((gain) => fraction(BigInt(gain), 1n)),
    })),
  );
}

function strategyOf(name: string): Strategy {
  const read = readStrategy(name);
  if (typeof read === 'string') throw new Error(read);
  return read;
}
