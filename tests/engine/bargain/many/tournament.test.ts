import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tournamentOf } from '../../../../src/engine/bargain/many/payoffs.ts';
import { runMany } from '../../../../src/engine/bargain/many/runs.ts';
import { playProfiles } from '../../../../src/engine/bargain/many/tournament.ts';
import { profileCount, profileOf } from '../../../../src/engine/bargain/many/profiles.ts';
import type { ProfileTally } from '../../../../src/engine/bargain/many/tournament.ts';
import { fraction } from '../../../../src/exact/fraction.ts';
import { runs } from '../../../runs.ts';
import { randomProblem } from '../../random-problem.ts';
import { randomSession, randomStrategy } from '../random-session.ts';

const asked = randomProblem({ maxParties: 3, maxIssues: 3, maxOptions: 3 }).chain((problem) =>
  fc.record({
    problem: fc.constant(problem),
    session: randomSession(problem, []),
    menus: fc.array(fc.array(randomStrategy(), { minLength: 1, maxLength: 2 }), {
      minLength: problem.parties.length,
      maxLength: problem.parties.length,
    }),
  }),
);

describe('a tournament', () => {
  it('has the mean gains of the sessions of each profile, however it is split', () => {
    fc.assert(
      fc.property(asked, ({ problem, session, menus }) => {
        const profiles = Array.from({ length: profileCount(menus) }, (_, number) => number);
        const question = { ...session, menus, profiles, runs: 3, drawStart: true };
        const tallies = playProfiles(problem, question);
        const apart = profiles.flatMap((profile) => playProfiles(problem, { ...question, profiles: [profile] }));
        expect(apart).toEqual(tallies);
        const table = tournamentOf(menus, tallies);
        for (const { profile, strategies, gain } of table.profiles) {
          const chosen = profileOf(menus, profile).map((place, party) => menus[party]![place]!);
          expect(chosen).toEqual(strategies.map((place, party) => menus[party]![place]!));
          const found = runMany(problem, {
            ...session,
            strategies: chosen,
            from: 0,
            to: 3,
            drawStart: true,
            ranges: null,
            drafts: [],
            told: 0,
          });
          problem.parties.forEach((_, party) => {
            const sum = found.reduce((total, { standing }) => total + (standing?.gain[party] ?? 0), 0);
            expect(gain[party]).toBeCloseTo(sum / 3, 9);
          });
        }
      }),
      { numRuns: runs(30) },
    );
  });

  it('knows the equilibrium of a prisoners dilemma, and what is never best in it', () => {
    const { game } = tournamentOf(TWO_BY_TWO, outcomes([3, 3], [0, 5], [5, 0], [1, 1]));
    expect(game!.equilibria).toEqual([3]);
    expect(game!.neverBest).toEqual([[0], [0]]);
    expect(game!.regret).toEqual([
      [2, 2],
      [1, 0],
      [0, 1],
      [0, 0],
    ]);
    for (const [cooperates] of game!.replicator.shares) expect(cooperates).toBeLessThan(0.01);
  });

  it('finds both conventions, and none in matching pennies', () => {
    expect(tournamentOf(TWO_BY_TWO, outcomes([2, 1], [0, 0], [0, 0], [1, 2])).game!.equilibria).toEqual([0, 3]);
    expect(tournamentOf(TWO_BY_TWO, outcomes([1, -1], [-1, 1], [-1, 1], [1, -1])).game!.equilibria).toEqual([]);
  });

  it('says nothing of best replies while profiles are missing', () => {
    expect(tournamentOf(TWO_BY_TWO, outcomes([2, 1], [0, 0])).game).toBeNull();
  });
});

const TWO_BY_TWO = [
  ['a', 'b'],
  ['a', 'b'],
];

function outcomes(...gains: readonly (readonly number[])[]): readonly ProfileTally[] {
  return gains.map((own, profile) => ({
    profile,
    runs: 1,
    agreements: 1,
    gains: own.map((gain) => fraction(BigInt(gain), 1n)),
  }));
}
