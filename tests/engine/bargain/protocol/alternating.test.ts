import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Negotiator } from '../../../../src/engine/bargain/party/negotiator.ts';
import { OwnSide } from '../../../../src/engine/bargain/party/own-side.ts';
import { runSession } from '../../../../src/engine/bargain/session.ts';
import type { SessionQuestion } from '../../../../src/engine/bargain/question.ts';
import { TOLERANCE } from '../../../../src/engine/bargain/party/strategy.ts';
import type { Strategy } from '../../../../src/engine/bargain/party/strategy.ts';
import { accepts, inZone, keepsRules, matches } from '../../../../src/engine/deal.ts';
import type { Deal, NarrowProblem, Problem } from '../../../../src/engine/problem.ts';
import { seededRandom } from '../../../../src/engine/random.ts';
import { runs } from '../../../runs.ts';
import { allDeals } from '../../brute-force.ts';
import { randomProblem } from '../../random-problem.ts';
import { randomSession, randomStrategy } from '../random-session.ts';

const SMALL = { maxParties: 4, maxIssues: 4, maxOptions: 3 };

/** A problem, and the same with other reservation values from some round on. */
const changing = randomProblem(SMALL).chain((problem) =>
  fc
    .array(fc.integer({ min: -4, max: 4 }), { minLength: problem.parties.length, maxLength: problem.parties.length })
    .map((shifts): readonly [NarrowProblem, NarrowProblem] => [
      problem,
      {
        ...problem,
        parties: problem.parties.map((party, k) => ({
          ...party,
          reservation: Math.max(party.disagreement, party.reservation + shifts[k]!),
        })),
      },
    ]),
);

const withSession = ([problem, later]: readonly [Problem, Problem]): fc.Arbitrary<
  readonly [Problem, SessionQuestion]
> => fc.tuple(fc.constant(problem), randomSession(problem, [later]));

describe('alternating offers', () => {
  it('ends in the zone of its day, with offers that their makers could sign', () => {
    fc.assert(
      fc.property(changing.chain(withSession), ([problem, question]) => {
        const { ended, agreement, offers } = runSession(problem, question);
        const problemIn = (round: number): Problem =>
          question.later.findLast(({ fromRound }) => fromRound < round)?.problem ?? problem;
        expect(ended === 'deal').toBe(agreement !== null);
        if (agreement !== null) expect(inZone(problemIn(agreement.round), agreement.deal)).toBe(true);
        for (const { party, round, deal } of offers) {
          const then = problemIn(round);
          expect(keepsRules(then, deal) && accepts(then, then.parties[party!]!, deal)).toBe(true);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('offers nothing that another never signs where red lines are public, unless that is all there is', () => {
    fc.assert(
      fc.property(changing.chain(withSession), ([problem, asked]) => {
        const question = { ...asked, later: [], publicLines: true };
        for (const { party, deal } of runSession(problem, question).offers) {
          const crosses = (lines: Problem['forbidden'], other: Deal): boolean =>
            lines.some((line) => matches(other, line));
          const others = problem.parties.flatMap(({ redLines }, other) => (other === party ? [] : redLines));
          const isFree = (other: Deal): boolean =>
            keepsRules(problem, other) && accepts(problem, problem.parties[party!]!, other) && !crosses(others, other);
          if (crosses(others, deal)) expect(allDeals(problem).some(isFree)).toBe(false);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('keeps the offers made by then where it is stopped', () => {
    fc.assert(
      fc.property(changing.chain(withSession), fc.integer({ min: 1, max: 4 }), ([problem, question], most) => {
        const whole = runSession(problem, question);
        let done = 0;
        const watch = { onProgress: (offers: number) => (done = offers), stop: () => done >= most };
        const { ended, offers } = runSession(problem, question, undefined, watch);
        expect(offers.map(({ deal }) => deal)).toEqual(whole.offers.slice(0, offers.length).map(({ deal }) => deal));
        if (ended !== 'stopped') expect(ended).toBe(whole.ended);
      }),
      { numRuns: runs(100) },
    );
  });

  it('is the same every time', () => {
    fc.assert(
      fc.property(changing.chain(withSession), ([problem, question]) => {
        expect(runSession(problem, question)).toEqual(runSession(problem, question));
      }),
      { numRuns: runs(50) },
    );
  });

  it('lets a party do the same whatever the numbers of the others are', () => {
    const twoProblems = fc
      .tuple(randomProblem(SMALL), randomProblem(SMALL))
      .map(([one, other]): readonly [Problem, Problem] => {
        const rest = one.parties.slice(1).map((party, k) => ({
          ...party,
          reservation: party.reservation + 1,
          redLines: [],
          contributions: party.contributions.map((units, row) => units + ((row * (k + 3)) % 5)),
          power: other.parties[0]!.power,
        }));
        return [one, { ...one, parties: [one.parties[0]!, ...rest] }];
      });
    fc.assert(
      fc.property(twoProblems, randomStrategy(), fc.infiniteStream(fc.nat()), ([one, other], strategy, picks) => {
        const deals = allDeals(one);
        const heard = Array.from({ length: 8 }, () => deals[picks.next().value! % deals.length]!);
        const said = [one, other].map((problem) => {
          const negotiator = new Negotiator(
            strategy,
            new OwnSide(problem, problem.parties[0]!),
            seededRandom('what is drawn'),
          );
          return heard.map((deal, round) => {
            const moment = { round, rounds: heard.length };
            const turn = negotiator.turn(moment);
            const bid = turn.bid();
            if (bid !== null) negotiator.note(bid.deal);
            negotiator.hear(1 + (round % 2), deal, moment);
            return { bid, accepts: turn.accepts(deal), leaves: negotiator.leaves(moment) };
          });
        });
        expect(JSON.stringify(said[0], asText)).toBe(JSON.stringify(said[1], asText));
      }),
      { numRuns: runs(200) },
    );
  });

  it('ends with a walk-out once those who are left are too few', () => {
    // One issue of two options; each party could sign one of them only.
    const problem = oneIssue([
      [10, 0],
      [0, 10],
    ]);
    const question = { ...sessionOf(problem, 10), strategies: [PATIENT, { ...PATIENT, walkOut: 3 }] };
    const { ended, left } = runSession(problem, question);
    expect({ ended, left }).toEqual({ ended: 'walk-out', left: [{ party: 1, round: 4 }] });
  });

  it('takes back what was accepted under positions that hold no longer', () => {
    const before = oneIssue([
      [10, 9],
      [0, 10],
      [1, 10],
    ]);
    const [first, second, third] = before.parties;
    const after = { ...before, parties: [first!, second!, { ...third!, reservation: 11 }] };
    const question = { ...sessionOf(before, 4), strategies: [YIELDING, PATIENT, PATIENT] };
    expect(runSession(before, question).agreement).toMatchObject({
      round: 2,
      proposer: 1,
      deal: [1],
      signers: [0, 1, 2],
    });
    const changed = { ...question, later: [{ fromRound: 1, problem: after }] };
    expect(runSession(before, changed).ended).toBe('deadline');
  });
});

function asText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

const PATIENT: Strategy = {
  concession: { kind: 'time', exponent: 1, tolerance: TOLERANCE },
  offers: 'thrifty',
  acceptance: { kind: 'target' },
  walkOut: null,
};

const YIELDING: Strategy = { ...PATIENT, concession: { kind: 'time', exponent: 0.01, tolerance: TOLERANCE } };

function sessionOf(problem: Problem, rounds: number): SessionQuestion {
  return {
    later: [],
    protocol: { kind: 'alternating' },
    rounds,
    order: [...problem.parties.keys()],
    strategies: problem.parties.map(() => PATIENT),
    seed: '1',
  };
}

/** Everybody has to sign and nobody signs for less than 1. */
function oneIssue(worths: readonly (readonly number[])[]): NarrowProblem {
  return {
    offsets: Int32Array.of(0, worths[0]!.length),
    parties: worths.map((worth) => ({
      scale: 1,
      contributions: Float64Array.from(worth),
      adjustments: [],
      redLines: [],
      disagreement: 0,
      reservation: 1,
      strict: false,
      power: 1,
    })),
    forbidden: [],
    sums: [],
    consent: { required: [...worths.keys()], quorum: worths.length, conditional: [] },
  };
}
