import { expect, it } from 'vitest';
import type { Offer, Session } from '../../../src/engine/bargain/answer.ts';
import { clauseHistories, concessionsOf, movesOf, standingUtilities } from '../../../src/questions/bargain/moves.ts';

function offer(round: number, party: number, deal: number[], utility: number[]): Offer {
  return { round, party, deal, utility, group: null, target: null, accepted: [party], proven: true };
}

const SESSION: Session = {
  ended: 'deadline',
  agreement: null,
  left: [],
  offers: [
    offer(1, 0, [0, 0], [100, 0]),
    offer(1, 1, [2, 2], [0, 90]),
    offer(2, 0, [1, 0], [80, 10]),
    offer(2, 1, [2, 2], [0, 90]),
    offer(4, 0, [1, 1], [60, 40]),
  ],
};

it('an offer is held against the last one of its party', () => {
  expect(movesOf(SESSION).map(({ clauses }) => clauses)).toEqual([
    [],
    [],
    [{ issue: 0, from: 0, to: 1 }],
    [],
    [{ issue: 1, from: 0, to: 1 }],
  ]);
});

it('a concession is what a party came down by from its first to its last offer', () => {
  expect(concessionsOf(SESSION)).toMatchObject([
    { party: 0, moves: 2, gain: [-40, 40], clauses: [{ issue: 0 }, { issue: 1 }] },
    { party: 1, moves: 0, gain: [0, 0], clauses: [] },
  ]);
});

it('clauses know who changed them, and when last', () => {
  expect(clauseHistories(SESSION, 2)).toEqual([
    { issue: 0, changes: [1, 0], round: 2 },
    { issue: 1, changes: [1, 0], round: 4 },
  ]);
});

it('the standing offer of a round is the last one made by its end', () => {
  expect(standingUtilities({ ...SESSION, offers: SESSION.offers.slice(1) }, 5)).toEqual([
    [0, 90],
    [0, 90],
    [0, 90],
    [60, 40],
    [60, 40],
  ]);
  expect(standingUtilities({ ...SESSION, offers: [] }, 1)).toEqual([null]);
});
