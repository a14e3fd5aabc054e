/** Random sessions over random small problems, for property tests. */
import fc from 'fast-check';
import type { SessionQuestion } from '../../../src/engine/bargain/question.ts';
import { OFFER_RULES, TIT_FOR_TAT, TOLERANCE } from '../../../src/engine/bargain/party/strategy.ts';
import type { Acceptance, Concession, Strategy } from '../../../src/engine/bargain/party/strategy.ts';
import type { Problem } from '../../../src/engine/problem.ts';
import { issueCount } from '../../../src/engine/problem.ts';
import { MEDIATORS } from '../../../src/engine/bargain/protocol/protocol.ts';
import type { Protocol, WholeProtocol } from '../../../src/engine/bargain/protocol/protocol.ts';

export function randomProtocol(problem: Problem): fc.Arbitrary<Protocol> {
  const parties = problem.parties.length;
  const issues = Array.from({ length: issueCount(problem) }, (_, issue) => issue);
  const whole: fc.Arbitrary<WholeProtocol> = fc.oneof(
    fc.constant({ kind: 'alternating' as const }),
    fc.constant({ kind: 'simultaneous' as const }),
    fc.record({
      kind: fc.constant('random-proposer' as const),
      chances: fc.array(fc.constantFrom(1, 2), { minLength: parties, maxLength: parties }),
    }),
    fc.record({
      kind: fc.constant('single-text' as const),
      mediator: fc.constantFrom(...MEDIATORS),
      annealed: fc.boolean(),
      start: fc.array(fc.constantFrom(null, 0), { minLength: issues.length, maxLength: issues.length }),
    }),
  );
  const agenda = fc
    .tuple(fc.shuffledSubarray(issues, { minLength: issues.length }), fc.nat(issues.length - 1), whole, fc.boolean())
    .map(([order, cut, each, revisable]): Protocol => ({
      kind: 'agenda',
      groups: [order.slice(0, cut), order.slice(cut)].filter((group) => group.length > 0),
      each,
      revisable,
    }));
  return fc.oneof(whole, agenda);
}

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

const ALTERNATING = fc.constant<Protocol>({ kind: 'alternating' });

/** A session of the problem's parties, with the positions of the later problems every third round. */
export function randomSession(
  problem: Problem,
  later: readonly Problem[],
  protocol: fc.Arbitrary<Protocol> = ALTERNATING,
): fc.Arbitrary<SessionQuestion> {
  const parties = [...problem.parties.keys()];
  return fc.record({
    later: fc.constant(later.map((positions, k) => ({ fromRound: 3 * (k + 1), problem: positions }))),
    protocol,
    rounds: fc.integer({ min: 1, max: 12 }),
    order: fc.shuffledSubarray(parties, { minLength: parties.length }),
    strategies: fc.array(randomStrategy(), { minLength: parties.length, maxLength: parties.length }),
    seed: fc.constantFrom('1', '2'),
  });
}
