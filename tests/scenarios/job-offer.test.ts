/** Holds the job offer to what its texts state. */
import { expect, it } from 'vitest';
import { caseOf, everyDeal, expectHeld, isEfficient, row, thresholdsOf, zoneOf } from './case.ts';
import { count, picks, pointsOf } from './support.ts';

const offer = caseOf('job-offer');
const { scenario, answer } = offer;
const { candidate, firm } = thresholdsOf(offer);
const points = (ids: string): readonly [number, number] => {
  const [first, second] = pointsOf(scenario, ids);
  return [first!, second!];
};
/** What each party wins on the way from one deal to another. */
const won = (from: string, to: string): readonly [number, number] => {
  const [before, after] = [points(from), points(to)];
  return [after[0] - before[0], after[1] - before[1]];
};
const letter = '3200 august two-days course';
const middle = '3400 september two-days course';
const october = '3400 october two-days course';
const home = '3400 october four-days course';
const certified = '3400 october two-days certificate';
const nash = '3400 october four-days certificate';

it('has briefs that state the points and the least of their party', () => {
  expectHeld(offer.briefs['candidate']!, [
    `each 200 euros a month are ${won('3000 july office none', '3200 july office none')[0]} points`,
    `costs you ${-won('3000 july office none', '3000 july office certificate')[0]} points against none`,
    `you stay where you are: ${candidate![0]} points. Sign nothing below that.`,
  ]);
  expectHeld(offer.briefs['firm']!, [
    `the full certificate is worth ${won('3000 july office none', '3000 july office certificate')[1]} points against none`,
    `each 200 euros a month are ${-won('3000 july office none', '3200 july office none')[1]} points`,
    `worth ${-won('3000 july office none', '3000 july four-days none')[1]} points more than four days at home`,
    `second on your list: ${firm![0]} points. Sign nothing below that.`,
  ]);
  expect(won('3000 july office none', '3000 july office course')[1]).toBe(36 / 2);
  expect([candidate![1], firm![1]]).toEqual([candidate![0], firm![0]]);
});

it('puts the issues in the order of the briefs: place and training first, then pay', () => {
  const spans = scenario.parties.map((_, party) =>
    [
      '3800 july office none',
      '3000 october office none',
      '3000 july four-days none',
      '3000 july office certificate',
    ].map((ids) => Math.abs(won('3000 july office none', ids)[party]!)),
  );
  const order = spans.map((of) => [...of.keys()].toSorted((a, b) => of[b]! - of[a]!));
  expect(order.map((of) => of[0])).toEqual([2, 3]);
  expect(order.map((of) => of[1])).toEqual([0, 0]);
});

it('tells everybody the options and the letter', () => {
  expect(answer.drafts[0]!.parties.map(({ utility }) => utility.min)).toEqual(points(letter));
  expectHeld(offer.common, [
    row('1. Monthly pay', '**3000**, **3200**, **3400**, **3600** or **3800** euros', letter.split(' ')[0]!),
    '2. Start',
    '3. Place',
    '4. Training',
    'from 0 to 100',
  ]);
  expectHeld(offer.players, []);
});

it('has the zone, the trade and the mistake of the instructor’s page', () => {
  const zone = zoneOf(offer);
  const everywhere = everyDeal(offer).filter((ids) => isEfficient(offer, ids));
  const efficient = everywhere.filter((ids) => zone.includes(ids));
  expect(count(answer.zone.count)).toBe(zone.length);
  expect(new Set(efficient.map((ids) => ids.split(' ').slice(1).join(' ')))).toEqual(
    new Set(['october four-days certificate']),
  );
  for (const solution of ['nash', 'kalai-smorodinsky', 'egalitarian'] as const) {
    expect(picks(scenario, answer, solution)).toEqual([nash]);
  }
  expect(zone).not.toContain(letter);
  expect(zone).toContain(middle);
  const atLeast = everyDeal(offer).filter((ids) => Math.min(...points(ids)) >= points(middle)[0]);
  const place = won(october, home);
  const training = won(october, certified);
  const start = won(middle, october);
  const whole = won('3400 july two-days course', october);
  const gain = won(middle, nash);
  expectHeld(offer.instructor, [
    row('no deal', candidate![0], firm![0]),
    row('the letter: 3200, August, two days at home, short course', ...points(letter)),
    row('the middle: 3400, September, two days at home, short course', ...points(middle)),
    row('the middle with October', ...points(october)),
    row('the middle with October and four days at home', ...points(home)),
    row('the middle with October and the full certificate', ...points(certified)),
    row('the Nash deal: 3400, October, four days at home, full certificate', ...points(nash)),
    `**Zone of agreement: ${zone.length} of the ${everyDeal(offer).length} deals.**`,
    `it is ${candidate![0] - points(letter)[0]} points short`,
    `${everywhere.length} deals are efficient in all, ${efficient.length} of them in the zone. Those ${efficient.length} have October`,
    `The Nash deal gives ${points(nash)[0]} and ${points(nash)[1]} points: ${points(nash)[0] - candidate![0]} and ${points(nash)[1] - firm![0]} more than no deal.`,
    `instead of two: the candidate wins ${place[0]}, the firm loses ${-place[1]}.`,
    `short course: the firm wins ${training[1]}, the candidate loses ${-training[0]}.`,
    `Together both win: ${place[0] + training[0]} for the candidate and ${place[1] + training[1]} for the firm.`,
    `the middle of everything: ${points(middle)[0]} and ${points(middle)[1]} points. Both sign it, and the Nash deal beats it by ${gain[0]} and ${gain[1]} points.`,
    `In ${atLeast.length} deals each of the two has at least ${points(middle)[0]} points`,
    `the candidate wins ${start[0]} points and the firm ${start[1]}; from July it is ${whole[0]} and ${whole[1]}.`,
    `where 200 euros are ${won('3000 july office none', '3200 july office none')[0]} points to both`,
    `one of the ${efficient.length}?`,
    `From 3000 to 3800 euros the efficient deals run from ${points(efficient[0]!).join(' and ')} points to ${points(efficient.at(-1)!).join(' and ')}.`,
  ]);
});
