import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Protocol } from '../../../../src/engine/bargain/protocol/protocol.ts';
import type { SessionQuestion } from '../../../../src/engine/bargain/question.ts';
import { runSession } from '../../../../src/engine/bargain/session.ts';
import { TOLERANCE } from '../../../../src/engine/bargain/party/strategy.ts';
import { acceptingParties, inZone, keepsRules, matches, suffices, utilityUnits } from '../../../../src/engine/deal.ts';
import type { Deal, NarrowProblem, Problem } from '../../../../src/engine/problem.ts';
import { runs } from '../../../runs.ts';
import { allDeals, zoneDeals } from '../../brute-force.ts';
import { randomProblem } from '../../random-problem.ts';
import { randomProtocol, randomSession } from '../random-session.ts';

const SMALL = { maxParties: 3, maxIssues: 4, maxOptions: 3 };

/** A problem, the same with one reservation value raised later, and a session under any protocol. */
const asked = randomProblem(SMALL).chain((problem) => {
  const [first, ...others] = problem.parties;
  const later = { ...problem, parties: [{ ...first!, reservation: first!.reservation + 2 }, ...others] };
  return fc.record({
    problem: fc.constant(problem),
    question: randomSession(problem, [later], randomProtocol(problem)),
  });
});

describe('every protocol', () => {
  it('ends in the zone of its day, and the same every time', () => {
    fc.assert(
      fc.property(asked, ({ problem, question }) => {
        const session = runSession(problem, question);
        const { ended, agreement, offers } = session;
        expect(ended === 'deal').toBe(agreement !== null);
        if (agreement !== null) {
          const day = question.later.findLast(({ fromRound }) => fromRound < agreement.round)?.problem ?? problem;
          expect(inZone(day, agreement.deal)).toBe(true);
          expect(suffices(day, agreement.deal, new Set(agreement.signers))).toBe(true);
          expect([...acceptingParties(day, agreement.deal)]).toEqual(expect.arrayContaining([...agreement.signers]));
        }
        for (const { deal } of offers) expect(keepsRules(problem, deal)).toBe(true);
        expect(runSession(problem, question)).toEqual(session);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('one text', () => {
  it('ends where no change of up to two clauses passes, however it is mediated', () => {
    const single = randomProblem(SMALL).chain((problem) =>
      fc.record({ problem: fc.constant(problem), mediator: fc.constantFrom('informed' as const, 'blind' as const) }),
    );
    fc.assert(
      fc.property(single, ({ problem, mediator }) => {
        const start = Array.from({ length: problem.offsets.length - 1 }, () => null);
        const protocol: Protocol = { kind: 'single-text', mediator, annealed: false, start };
        const everybody = { required: [...problem.parties.keys()], quorum: problem.parties.length, conditional: [] };
        const strict = { ...problem, consent: everybody };
        const { agreement, offers } = runSession(strict, sessionOf(strict, protocol, 3000));
        if (agreement === null) return;
        expect(offers.length).toBeLessThan(3000);
        const others = allDeals(strict).filter(
          (deal) =>
            keepsRules(strict, deal) && distance(deal, agreement.deal) <= 2 && distance(deal, agreement.deal) > 0,
        );
        const passes = others.filter((deal) => {
          const opinions = strict.parties.map((party) => {
            const crossed = (of: Deal): number => party.redLines.filter((line) => matches(of, line)).length;
            const more = utilityUnits(strict, party, deal) - utilityUnits(strict, party, agreement.deal);
            return crossed(deal) > crossed(agreement.deal) ? -1 : crossed(deal) < crossed(agreement.deal) ? 1 : more;
          });
          return opinions.every((points) => points >= 0) && opinions.some((points) => points > 0);
        });
        expect(passes).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('simultaneous offers', () => {
  it('end near the Nash deal where two parties share finely', () => {
    const shares = fc.record({
      curve: fc.constantFrom(0.5, 0.7, 1),
      disagreements: fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })),
    });
    fc.assert(
      fc.property(shares, ({ curve, disagreements }) => {
        const problem = sharedPie(curve, disagreements);
        const product = (deal: Deal): number =>
          problem.parties.reduce((all, party) => all * (utilityUnits(problem, party, deal) - party.disagreement), 1);
        const zone = zoneDeals(problem);
        if (zone.length === 0) return;
        const { agreement } = runSession(problem, sessionOf(problem, { kind: 'simultaneous' }, 200));
        const largest = Math.max(...zone.map(product));
        expect(product(agreement!.deal)).toBeGreaterThanOrEqual(0.95 * largest);
      }),
      { numRuns: runs(20) },
    );
  });
});

describe('simultaneous offers of several', () => {
  it('end with a deal where there is one for everybody: who cannot come down is not waited for', () => {
    fc.assert(
      fc.property(randomProblem(SMALL), (problem) => {
        const all = { required: [...problem.parties.keys()], quorum: problem.parties.length, conditional: [] };
        const strict = { ...problem, consent: all };
        const { ended } = runSession(strict, sessionOf(strict, { kind: 'simultaneous' }, 500));
        expect(ended).toBe(zoneDeals(strict).length === 0 ? 'deadline' : 'deal');
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('drawn proposers', () => {
  it('never propose whose chance is nothing', () => {
    const problem = sharedPie(1, [0, 0]);
    const { offers } = runSession(problem, sessionOf(problem, { kind: 'random-proposer', chances: [0, 1] }, 20));
    expect(new Set(offers.map(({ party }) => party))).toEqual(new Set([1]));
  });
});

function sessionOf(problem: Problem, protocol: Protocol, rounds: number): SessionQuestion {
  return {
    later: [],
    protocol,
    rounds,
    order: [...problem.parties.keys()],
    strategies: problem.parties.map(() => ({
      concession: { kind: 'time', exponent: 1, tolerance: TOLERANCE },
      offers: 'thrifty',
      acceptance: { kind: 'target' },
      walkOut: null,
    })),
    seed: '1',
  };
}

function distance(a: Deal, b: Deal): number {
  return a.filter((option, issue) => option !== b[issue]).length;
}

/** One issue of 61 shares; the second party's worth of its share is bent. */
function sharedPie(curve: number, disagreements: readonly [number, number]): NarrowProblem {
  const options = 61;
  const party = (worth: (share: number) => number, disagreement: number) => ({
    scale: 10,
    contributions: Float64Array.from({ length: options }, (_, option) =>
      Math.round(1000 * worth(option / (options - 1))),
    ),
    adjustments: [],
    redLines: [],
    disagreement,
    reservation: disagreement,
    strict: false,
    power: 1,
  });
  return {
    offsets: Int32Array.of(0, options),
    parties: [party((share) => share, disagreements[0]), party((share) => (1 - share) ** curve, disagreements[1])],
    forbidden: [],
    sums: [],
    consent: { required: [0, 1], quorum: 2, conditional: [] },
  };
}
