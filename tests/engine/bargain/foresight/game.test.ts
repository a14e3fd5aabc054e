import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dealsToOffer, gameNodes, turnsOf } from '../../../../src/engine/bargain/foresight/game.ts';
import type { Ballot } from '../../../../src/engine/bargain/foresight/game.ts';
import { acceptingParties, suffices } from '../../../../src/engine/deal.ts';
import type { Deal, NarrowProblem, Problem } from '../../../../src/engine/problem.ts';
import { runs } from '../../../runs.ts';
import { zoneDeals } from '../../brute-force.ts';
import { randomProblem } from '../../random-problem.ts';

const SMALL = { maxParties: 5, maxIssues: 3, maxOptions: 3 };

it('offers every deal that enough could sign, in option order', () => {
  fc.assert(
    fc.property(randomProblem(SMALL), (problem) => {
      const zone = zoneDeals(problem);
      expect(dealsToOffer(problem, 27)).toEqual(zone);
      if (zone.length > 0) expect(dealsToOffer(problem, zone.length - 1)).toBeNull();
    }),
    { numRuns: runs(200) },
  );
});

/** More than 50,000 combinations, of which few are worth enough to two of three. */
const large = fc
  .array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 30, maxLength: 30 }), { minLength: 3, maxLength: 3 })
  .map((points): NarrowProblem => ({
    offsets: Int32Array.from({ length: 11 }, (_, issue) => 3 * issue),
    parties: points.map((contributions) => ({
      scale: 1,
      contributions: Float64Array.from(contributions),
      adjustments: [],
      redLines: [],
      disagreement: 0,
      reservation: 135,
      strict: false,
      power: 1,
    })),
    forbidden: [],
    sums: [],
    consent: { required: [], quorum: 2, conditional: [] },
  }));

it('finds the few of a large space as well', () => {
  fc.assert(
    fc.property(large, (problem) => {
      const zone = zoneDeals(problem);
      expect(dealsToOffer(problem, 60_000)).toEqual(zone);
      if (zone.length > 0) expect(dealsToOffer(problem, zone.length - 1)).toBeNull();
    }),
    { numRuns: runs(10) },
  );
});

it('counts the nodes that there are, and ends a vote as soon as it is decided', () => {
  fc.assert(
    fc.property(randomProblem(SMALL), fc.integer({ min: 1, max: 3 }), (problem, rounds) => {
      const order = [...problem.parties.keys()].toReversed();
      const turns = turnsOf(problem, order, zoneDeals(problem));
      for (const { proposer, offers } of turns) {
        for (const { deal, ballot } of offers) checkBallot(problem, deal, ballot, [proposer], [proposer]);
      }
      const below = (round: number): number => {
        if (round > rounds) return 1;
        const { offers } = turns[(round - 1) % turns.length]!;
        const after = below(round + 1);
        return offers.reduce((sum, { ballot }) => sum + walked(ballot, after), 1 + after);
      };
      expect(gameNodes(turns, rounds)).toBe(BigInt(below(1)));
    }),
    { numRuns: runs(100) },
  );
});

function walked(ballot: Ballot, after: number): number {
  if (ballot.kind === 'made') return 1;
  if (ballot.kind === 'lost') return after;
  return 1 + (ballot.accept === null ? 0 : walked(ballot.accept, after)) + walked(ballot.reject, after);
}

/** `accepted`, of those who were `asked`. */
function checkBallot(
  problem: Problem,
  deal: Deal,
  ballot: Ballot,
  accepted: readonly number[],
  asked: readonly number[],
): void {
  const signers = acceptingParties(problem, deal);
  const unasked = [...signers].filter((party) => !asked.includes(party));
  const isMade = suffices(problem, deal, new Set(accepted));
  const isLost = !suffices(problem, deal, new Set([...accepted, ...unasked]));
  expect(ballot.kind).toBe(isMade ? 'made' : isLost ? 'lost' : 'vote');
  if (ballot.kind !== 'vote') return;
  const { party, accept, reject } = ballot;
  expect(asked).not.toContain(party);
  expect(accept !== null).toBe(signers.has(party));
  if (accept !== null) checkBallot(problem, deal, accept, [...accepted, party], [...asked, party]);
  checkBallot(problem, deal, reject, accepted, [...asked, party]);
}
