/** Holds the festival to what its texts state. */
import { expect, it } from 'vitest';
import { caseOf, everyDeal, expectHeld, isEfficient, row, thresholdsOf, zoneOf } from './case.ts';
import { count, picks, pointsOf } from './support.ts';

const fair = caseOf('festival');
const { scenario, answer } = fair;
const { festival, caterer } = thresholdsOf(fair);
const all = everyDeal(fair);
const zone = zoneOf(fair);
const worth = new Map(
  all.map((ids): [string, readonly [number, number]] => {
    const [first, second] = pointsOf(scenario, ids);
    return [ids, [first!, second!]];
  }),
);
const points = (dry: number, rain: number): readonly [number, number] => worth.get(`${dry} ${rain}`)!;
const sum = ([first, second]: readonly [number, number]): number => first + second;
const isFlat = (ids: string): boolean => ids.split(' ')[0] === ids.split(' ')[1];

/** What 2 thousand more are worth to a party where it is dry, and where it rains. */
const perStep = (party: 0 | 1): readonly [number, number] => [
  points(12, 10)[party] - points(10, 10)[party],
  points(10, 12)[party] - points(10, 10)[party],
];

it('has points that follow from the chances in the briefs', () => {
  const chance = (party: 0 | 1): number => {
    const [dry, rain] = perStep(party);
    return (10 * rain) / (dry + rain);
  };
  const [own, other] = [perStep(0), perStep(1)].map((steps) => steps.map((step) => Math.abs(step) / 2));
  expectHeld(fair.briefs['festival']!, [
    `unlikely: ${chance(0)} chances in 10, and so ${10 - chance(0)} in 10 that it is dry`,
    `every 1 thousand euros less on it are ${own![0]} points, and every 1 thousand less on the price if it rains are ${own![1]} point.`,
    `Both at 10 thousand are worth ${points(10, 10)[0]} points, both at 30 thousand none.`,
    `every 1 thousand less are ${own![0]! + own![1]!} points`,
    `food trucks: ${festival![0]} points. Sign nothing below that.`,
  ]);
  expectHeld(fair.briefs['caterer']!, [
    `likely: ${chance(1)} chances in 10, and so ${10 - chance(1)} in 10 that it is dry`,
    `every 1 thousand euros more on it are ${other![1]} points, and every 1 thousand more on the price if it is dry are ${other![0]} points.`,
    `Both at 30 thousand are worth ${points(30, 30)[1]} points, both at 10 thousand none.`,
    `every 1 thousand more are ${other![0]! + other![1]!} points`,
    `a wedding on that day: ${caterer![0]} points. Sign nothing below that.`,
  ]);
  expect([points(30, 30)[0], points(10, 10)[1]]).toEqual([0, 0]);
  expect([festival![1], caterer![1]]).toEqual([festival![0], caterer![0]]);
  const same = all.map((ids) => ids.split(' ').map(Number));
  expect(same.every(([dry, rain]) => Math.abs(sum(points(dry!, rain!)) - 100 - 2 * (rain! - dry!)) === 0)).toBe(true);
});

it('tells everybody last year’s price, the range and the gauge', () => {
  expect(answer.drafts[0]!.parties.map(({ utility }) => utility.min)).toEqual(points(20, 20));
  expectHeld(fair.common, [
    'one price for all weather, **20** thousand euros',
    'more than 5 millimetres',
    '1. Price',
    '2. Price',
    'from **10** to **30** thousand euros in steps of 2',
    'from 0 to 100',
  ]);
  expect([all[0], all[1], all.at(-1)]).toEqual(['10 10', '10 12', '30 30']);
  expectHeld(fair.players, []);
});

it('has the zone, the bet and the mistake of the instructor’s page', () => {
  const flat = points(20, 20);
  const better = all.filter((ids) => worth.get(ids)![0] > flat[0] && worth.get(ids)![1] > flat[1]);
  const efficient = all.filter((ids) => isEfficient(fair, ids));
  const nash = points(10, 30);
  const [pays, gets] = [perStep(0), perStep(1)];
  expect(count(answer.zone.count)).toBe(zone.length);
  expect(picks(scenario, answer, 'nash')).toEqual(['10 30']);
  expect(zone.filter(isFlat)).toEqual(['20 20']);
  expect(better.every((ids) => Number(ids.split(' ')[1]) > Number(ids.split(' ')[0]))).toBe(true);
  expect(efficient.every((ids) => ids.startsWith('10 ') || ids.endsWith(' 30'))).toBe(true);
  expect(new Set(all.filter(isFlat).map((ids) => sum(worth.get(ids)!)))).toEqual(new Set([100]));
  expectHeld(fair.instructor, [
    'rains with 2 chances in 10, the caterer with 6 in 10',
    row('no deal', festival![0], caterer![0]),
    row('one price for all weather: 20', ...flat),
    row('one price for all weather: 18', ...points(18, 18)),
    row('one price for all weather: 22', ...points(22, 22)),
    row('14 if dry, 28 if it rains', ...points(14, 28)),
    row('28 if dry, 14 if it rains', ...points(28, 14)),
    row('the Nash deal: 10 if dry, 30 if it rains', ...nash),
    `**Zone of agreement: ${zone.length} of the ${all.length} deals.** ${zone.filter(isFlat).length} of them has one price for all weather: 20. The steps to 18 and 22 lose`,
    `always add up to 100. With two they add up to as much as ${Math.max(...all.map((ids) => sum(worth.get(ids)!)))}.`,
    `${better.length} deals are better for both than 20 in all weather`,
    `The Nash deal is 10 if dry and 30 if it rains: ${nash[0] - festival![0]} and ${nash[1] - caterer![0]} points over no deal, and ${nash[0] - flat[0]} and ${nash[1] - flat[1]} over last year's contract.`,
    `${efficient.length} deals are efficient: each has 10 if dry or 30 if it rains.`,
    `Lower the price if dry by 2 and raise the price if it rains by 4. The festival wins ${-pays[0]} points and loses ${-2 * pays[1]}. The caterer loses ${gets[0]} and wins ${2 * gets[1]}.`,
    `last year's price again: ${flat[0]} and ${flat[1]}. It looks fair, both sign it, and the Nash deal beats it by ${nash[0] - flat[0]} and ${nash[1] - flat[1]} points.`,
    `At 28 if dry and 14 if it rains the sum of points is ${sum(points(28, 14))}, below any single price.`,
    "Give both 4 chances in 10 of rain. Then every deal's points add up to 100",
    'The range ends at 10 and 30.',
  ]);
});
