/** Random sessions over random small problems, for property tests. */
import fc from 'fast-check';
import type { SessionQuestion } from '../../../src/engine/bargain/question.ts';
import { OFFER_RULES, TIT_FOR_TAT, TOLERANCE } from '../../../src/engine/bargain/strategy.ts';
import type { Acceptance, Concession, Strategy } from '../../../src/engine/bargain/strategy.ts';
import type { Problem } from '../../../src/engine/problem.ts';

export function randomStrategy(): fc.Arbitrary<Strategy> {
  const concession: fc.Arbitrary<Concession> = fc.oneof(
    fc.record({
      kind: fc.constant('time' as const),
      exponent: fc.constantFrom(4, 1, 0.25, Infinity, 2.5),
      tolerance: fc.constantFrom(TOLERANCE, { num: 0n, den: 1n }),
    }),
    fc.record({
      kind: fc.constant('tit-for-tat' as const),
      measure: fc.constantFrom(...TIT_FOR_TAT),
      window: fc.integer({ min: 1, max: 3 }),
    }),
    fc.constant({ kind: 'micro' as const }),
  );
  const acceptance: fc.Arbitrary<Acceptance> = fc.oneof(
    fc.constant({ kind: 'target' as const }),
    fc.constant({ kind: 'next' as const }),
    fc.record({ kind: fc.constantFrom('time' as const, 'either' as const), from: fc.constantFrom(0, 0.5, 0.9) }),
  );
  return fc.record({
    concession,
    offers: fc.constantFrom(...OFFER_RULES),
    acceptance,
    walkOut: fc.constantFrom(null, null, 2),
  });
}

/** An alternating session of the problem's parties, with the positions of the later problems every third round. */
export function randomSession(problem: Problem, later: readonly Problem[]): fc.Arbitrary<SessionQuestion> {
  const parties = [...problem.parties.keys()];
  return fc.record({
    later: fc.constant(later.map((positions, k) => ({ fromRound: 3 * (k + 1), problem: positions }))),
    protocol: fc.constant({ kind: 'alternating' as const }),
    rounds: fc.integer({ min: 1, max: 12 }),
    order: fc.shuffledSubarray(parties, { minLength: parties.length }),
    strategies: fc.array(randomStrategy(), { minLength: parties.length, maxLength: parties.length }),
    seed: fc.constantFrom('1', '2'),
  });
}
