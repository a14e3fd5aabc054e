/** Holds the cargo bike to what its texts state. */
import { expect, it } from 'vitest';
import { applyEdit } from '../../src/scenario/edit/edit.ts';
import { caseOf, everyDeal, expectHeld, isEfficient, row, thresholdsOf, zoneOf } from './case.ts';
import { answerTo, count, picks, pointsOf } from './support.ts';

const bike = caseOf('cargo-bike');
const { scenario, answer } = bike;
const zone = zoneOf(bike).map(Number);
const prices = everyDeal(bike).map(Number);
const { buyer, seller } = thresholdsOf(bike);
const [most, least] = [Math.max(...zone), Math.min(...zone)];
const points = (price: number): readonly number[] => pointsOf(scenario, String(price));
const nash = Number(picks(scenario, answer, 'nash')[0]);

it('has briefs that state the sheet and the limit of their party', () => {
  const step = points(500)[0]! - points(510)[0]!;
  expect(step).toBe(1);
  expectHeld(bike.briefs['buyer']!, [
    `Every 10 euros less are one point for you: 500 euros are worth ${points(500)[0]} points and 1500 euros none.`,
    `as good as this one for ${most} euros. That is ${buyer![0]} points. Pay at most ${most} euros here`,
  ]);
  expect(points(1500)).toEqual([0, 100]);
  expectHeld(bike.briefs['seller']!, [
    `Every 10 euros more are one point for you: 500 euros are worth no points and 1500 euros ${points(1500)[1]}.`,
    `has offered you ${least} euros, today only. That is ${seller![0]} points. Take no less than ${least} euros here`,
  ]);
  expect(points(500)).toEqual([100, 0]);
  expect([buyer![1], seller![1]]).toEqual([buyer![0], seller![0]]);
  expect([points(most)[0], points(least)[1]]).toEqual([buyer![1], seller![1]]);
});

it('tells everybody the advert, the range and the minutes', () => {
  expectHeld(bike.common, [
    `"${answer.drafts[0]!.parties[1]!.utility.min * 10 + 500} euros or best offer"`,
    `from **${prices[0]}** to **${prices.at(-1)}** euros in steps of ${prices[1]! - prices[0]!}`,
    `in **${scenario.bargaining!.rounds!.value} minutes**`,
    'in points, from 0 to 100,',
  ]);
  expectHeld(bike.players, []);
});

it('has the zone, the Nash deal and the mistakes of the instructor’s page', () => {
  const both = zone.filter((price) => points(price)[0]! > buyer![0] && points(price)[1]! > seller![0]);
  expect(count(answer.zone.count)).toBe(zone.length);
  expect(everyDeal(bike).every((ids) => isEfficient(bike, ids))).toBe(true);
  expect(new Set(prices.map((price) => points(price)[0]! + points(price)[1]!))).toEqual(new Set([100]));
  for (const solution of ['nash', 'kalai-smorodinsky', 'egalitarian', 'equal-loss'] as const) {
    expect(picks(scenario, answer, solution)).toEqual([String(nash)]);
  }
  expect(picks(scenario, answer, 'utilitarian')).toHaveLength(zone.length);
  const gain = points(nash)[0]! - buyer![0];
  expect(points(nash)[1]! - seller![0]).toBe(gain);
  const better = applyEdit(scenario, { kind: 'disagreement', party: 'buyer', value: points(1140)[0]! });
  if (!better.ok) throw new Error(better.message);
  const narrow = answerTo(better.scenario);
  const moved = Number(picks(better.scenario, narrow, 'nash')[0]);
  expectHeld(bike.instructor, [
    row("no deal: each side's other way", '', buyer![0], seller![0]),
    row('the most the buyer may pay', most, ...points(most)),
    row('the least the seller may take', least, ...points(least)),
    row('the Nash deal', nash, ...points(nash)),
    row('the advert', 1390, ...points(1390)),
    `**Zone of agreement: ${zone.length} of the ${prices.length} prices**, from ${least} to ${most} euros. It is ${most - least} euros wide.`,
    `At ${both.length} of them both sides are better off`,
    `All ${prices.length} prices are efficient: the points of both always add up to 100`,
    `Every 5 euros move half a point.`,
    `the middle of the zone, ${(least + most) / 2} euros: each side gains ${gain} points over`,
    `From 1390 against a first offer of 700 the middle is ${(1390 + 700) / 2} euros; against 900 it is ${(1390 + 900) / 2}.`,
    `A first offer that is 200 euros higher moves the middle by ${200 / 2}.`,
    `A few buyers pay more than ${most} euros`,
    `At 1255 euros they have ${points(1255)[0]} points, ${buyer![0] - points(1255)[0]!} less than in the shop.`,
    `${buyer![0]} points and ${seller![0]}. The Nash deal beats it by ${gain} points for both, and ${both.length - 1} other prices`,
    `The zone has ${zone.length} prices.`,
    `for 1140 euros, the zone would end there: ${count(narrow.zone.count)} prices, and the Nash deal would be ${moved} euros. You gain ${points(moved)[0]! - points(nash)[0]!} points`,
  ]);
  expect(both).toContain(nash);
  expect(points(500)[0]! - points(505)[0]!).toBe(0.5);
});
