import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { InstructorAction, SeatAction } from '../../src/class/action.ts';
import { missingFor } from '../../src/class/game.ts';
import { fold } from '../../src/class/fold.ts';
import { seatOf } from '../../src/class/state.ts';
import { runs } from '../runs.ts';
import { MIDDLE, running, shippedGame, TRADE } from './support.ts';

const quarry = shippedGame('quarry-dispute', 'talk: text\n');
const SEATS = ['1', '2'].flatMap((team) => quarry.roles.map((role) => `${team}-${role}`));

const proposal = fc.constantFrom(1, 1, 1, 2, 9);
const seatAction: fc.Arbitrary<SeatAction> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(TRADE, MIDDLE, null).map((deal) => ({ kind: 'propose', deal }) as const) },
  { weight: 1, arbitrary: proposal.map((number) => ({ kind: 'withdraw', proposal: number }) as const) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('accept' as const), proposal, sure: fc.constantFrom(true, true, false) }),
  },
  { weight: 1, arbitrary: proposal.map((number) => ({ kind: 'takeBack', proposal: number }) as const) },
  {
    weight: 1,
    arbitrary: fc.subarray([...quarry.roles], { minLength: 1 }).map((to) => ({ kind: 'say', to, text: 'x' }) as const),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'join', session: 'again' } as const) },
);
const teaching: fc.Arbitrary<InstructorAction> = fc.oneof(
  fc.constantFrom('pause', 'resume', 'resume', 'close').map((kind) => ({ kind }) as const),
  fc.record({ kind: fc.constant('absent' as const), seat: fc.constantFrom(...SEATS), absent: fc.boolean() }),
  fc.record({ kind: fc.constant('extend' as const), minutes: fc.integer({ min: -30, max: 30 }) }),
  fc
    .constantFrom('linear' as const, null)
    .map((strategy) => ({ kind: 'computer', team: '1', role: 'company', strategy }) as const),
);
const step = fc.record({
  seat: fc.constantFrom(...SEATS, 'spare-1', 'nobody'),
  action: seatAction,
  teach: fc.option(teaching, { nil: null, freq: 12 }),
  minutes: fc.integer({ min: 0, max: 2 }),
});

it('whatever is asked for: a person moves the own role alone, what is signed was accepted by all it needs, and stands', () => {
  let signatures = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80, size: 'max' }), (steps) => {
      const room = running(quarry, ['1', '2'], 1);
      for (const { seat: id, action, teach, minutes } of steps) {
        room.minute += minutes;
        if (teach !== null) room.teach(teach);
        const before = room.state();
        const seat = seatOf(before, id);
        const outcome = room.play(id, action);
        for (const event of outcome.kind === 'done' ? outcome.events : []) {
          if (event.kind === 'signed' || event.kind === 'seated') continue;
          if ('team' in event && event.kind !== 'computer') expect(event.team).toBe(seat?.team);
          if ('role' in event && event.kind !== 'computer') expect(event.role).toBe(seat?.role);
          if ('seat' in event) expect(event.seat).toBe(id);
        }
        for (const [k, team] of room.state().teams.entries()) {
          const earlier = before.teams[k];
          if (earlier?.result === null && team.result !== null) {
            signatures++;
            const { deal, by, without } = team.result;
            const played = quarry.roles.filter((role) => !without.includes(role));
            expect(missingFor(quarry, deal, by, played)).toEqual({ roles: [], others: 0 });
          }
          if (earlier !== undefined && earlier.result !== null) {
            expect(team.result).toBe(earlier.result);
            expect(team.proposals).toBe(earlier.proposals);
          }
        }
      }
      expect(fold(room.entries())).toEqual(room.state());
    }),
    { numRuns: runs(400) },
  );
  expect(signatures).toBeGreaterThan(0);
});
