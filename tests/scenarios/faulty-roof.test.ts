/** Holds the faulty roof to what its texts state. */
import { expect, it } from 'vitest';
import { applyStage } from '../../src/scenario/edit/stage.ts';
import type { Scenario, StatedNumber } from '../../src/scenario/scenario.ts';
import { caseOf, everyDeal, expectHeld, isEfficient, row, textOf, thresholdsOf, zoneOf } from './case.ts';
import { answerTo, picks, pointsOf } from './support.ts';

const roof = caseOf('faulty-roof');
const { scenario } = roof;
const later = atReport(scenario);
const points = (deal: string): readonly [number, number] => {
  const [owner, roofer] = pointsOf(scenario, deal);
  return [owner!, roofer!];
};
/** What a verdict gives: the sum and nothing else, or nothing at all. */
const [won, lost] = [points('50 none stays'), points('0 none stays')];
const COSTS = 8;

function atReport(of: Scenario): Scenario {
  const edit = applyStage(of, 'report');
  if (!edit.ok) throw new Error(edit.message);
  return edit.scenario;
}

/** What the court is worth to a side that wins with so many chances in 10. */
const court = (party: 0 | 1, chances: number): number => {
  const [win, lose] = party === 0 ? [won[0], lost[0]] : [lost[1], won[1]];
  return Math.round((win * chances + lose * (10 - chances)) / 10 - COSTS);
};
const spread = ({ value, low, high }: StatedNumber): readonly (number | undefined)[] => [low, value, high];
const asks = (of: Scenario): readonly (readonly (number | undefined)[])[] =>
  of.parties.map(({ disagreement }) => spread(disagreement));
const zoneLater = everyDeal(roof).filter((deal) => points(deal).every((own, k) => own >= asks(later)[k]![1]!));

it('has a court worth what its chances, stakes and costs make', () => {
  expect(asks(scenario)).toEqual([[7, 9, 10].map((n) => court(0, n)), [7, 9, 10].map((n) => court(1, n))]);
  expect(asks(later)).toEqual([[5, 7, 8].map((n) => court(0, n)), [4, 5, 6].map((n) => court(1, n))]);
  expect(thresholdsOf(roof)).toEqual({ owner: [47, 47], roofer: [62, 62] });
});

it('has briefs that state the points and the court of their party', () => {
  expectHeld(roof.briefs['owner']!, [
    'Every thousand euros is worth 1 point to you.',
    `sealed is worth ${points('0 sealed taken-down')[0]} points, the roof laid anew ${points('0 anew taken-down')[0]}`,
    `but only for ${lost[0]} points.`,
    `you get 50 thousand euros, no work on the roof, and the review stays: ${won[0]} points. If you lose, only the review stays: ${lost[0]} points. Your own lawyer costs you ${COSTS} points`,
    'You win with 9 chances in 10. It may be 7, it',
    `With 9 in 10 the court is worth ${court(0, 9)} points. Sign nothing below that. With 7 it would be ${court(0, 7)} points, and if you were certain, ${court(0, 10)}.`,
  ]);
  const whole = points('0 none taken-down')[1];
  expect(whole).toBe(100);
  expectHeld(roof.briefs['roofer']!, [
    `is worth 1 point, and the review taken down is worth ${whole - points('0 none stays')[1]}.`,
    `costs you ${whole - points('0 sealed taken-down')[1]} points. Laying the roof anew takes your people for two weeks in the season and costs you ${whole - points('0 anew taken-down')[1]}.`,
    `the review stays: ${lost[1]} points. If you lose, you pay 50 thousand euros, do nothing, and the review stays: ${won[1]} points. Your own lawyer costs you ${COSTS} points`,
    'You win with 9 chances in 10. It may be 7, it',
    `With 9 in 10 the court is worth ${court(1, 9)} points. Sign nothing below that. With 7 it would be ${court(1, 7)} points, and if you were certain, ${court(1, 10)}.`,
  ]);
});

it('hands out what the report changes, to each side its own', () => {
  expectHeld(textOf('faulty-roof', 'handouts.yaml'), [
    'minute: 20',
    '"I said 9 chances in 10. Now I say 7; it may be 5, it may be 8." With 7 in 10',
    `the court is worth ${court(0, 7)} points to you, with 5 it would be ${court(0, 5)}, with 8 it would be ${court(0, 8)}. From now on sign nothing below ${court(0, 7)}.`,
    '"I said 9 chances in 10. Now I say 5; it may be 4, it may be 6." With 5 in 10',
    `the court is worth ${court(1, 5)} points to you, with 4 it would be ${court(1, 4)}, with 6 it would be ${court(1, 6)}. From now on sign nothing below ${court(1, 5)}.`,
  ]);
});

it('tells everybody the options and no number of a side', () => {
  expectHeld(roof.common, [
    '1. Payment',
    '2. Work',
    '3. The review',
    'from **0** to **50** thousand euros in steps of 5',
    'from 0 to 100',
  ]);
  expectHeld(roof.players, []);
});

it('has the zones, the deals and the sums of the instructor’s page', () => {
  const zone = zoneOf(roof);
  const solved = answerTo(later);
  expect(zone).toEqual(['10 anew taken-down', '25 sealed taken-down', '30 sealed taken-down']);
  expect(picks(scenario, roof.answer, 'nash')).toEqual(['25 sealed taken-down', '30 sealed taken-down']);
  expect(picks(later, solved, 'nash')).toEqual(['30 sealed taken-down', '35 sealed taken-down']);
  expect(
    zoneLater.every((deal) => zone.includes(deal) || points(deal).some((own, k) => own < asks(scenario)[k]![1]!)),
  ).toBe(true);
  const certain = everyDeal(roof).filter((deal) => points(deal).every((own, k) => own >= asks(scenario)[k]![2]!));
  expect(certain).toEqual([]);
  const sum = ([one, other]: readonly [number, number]): number => one + other;
  const added = sum(points('25 sealed taken-down')) - sum(points('25 none stays'));
  const bare = everyDeal(roof).filter((deal) => deal.endsWith('none stays'));
  expect(bare.some((deal) => zone.includes(deal))).toBe(false);
  expect(zone.every((deal) => isEfficient(roof, deal) || deal.includes('anew'))).toBe(true);
  expectHeld(roof.instructor, [
    row('the owner wins', ...won),
    row('the roofer wins', ...lost),
    row('as each sees it, before the report', court(0, 9), court(1, 9)),
    row('as each sees it, after the report', court(0, 7), court(1, 5)),
    row('with the same 5 chances in 10 for both', court(0, 5), court(1, 5)),
    row('25, leaks sealed, review taken down', ...points('25 sealed taken-down')),
    row('30, leaks sealed, review taken down', ...points('30 sealed taken-down')),
    row('10, laid anew, review taken down', ...points('10 anew taken-down')),
    row('25, no work, review stays', ...points('25 none stays')),
    `**Before the report the zone has ${zone.length} of the ${everyDeal(roof).length} deals**: 25 or 30 with the leaks sealed, 10 with the roof laid anew`,
    `**After it the zone has ${zoneLater.length} deals.** Nash deals are 30 and 35,`,
    'Were both as sure as their lawyers allow, 10 chances in 10 each, there would be no deal',
    `add ${added} points to what a verdict with the same payment is worth`,
    `Both believe to win with 9 chances in 10. Together that is 18 in 10, and the 8 that are too many are worth ${(won[0] - lost[0]) * 0.8} points: 8 in 10 of the ${won[0] - lost[0]} that a verdict moves. Costs of ${2 * COSTS} points and the ${added} of the two other points`,
  ]);
});
