/** Holds the ferry strike to what its texts state. */
import { expect, it } from 'vitest';
import { applyStage } from '../../src/scenario/edit/stage.ts';
import { caseOf, everyDeal, expectHeld, isEfficient, row, textOf, thresholdsOf } from './case.ts';
import { answerTo, picks, pointsOf } from './support.ts';

const strike = caseOf('ferry-strike');
const { scenario } = strike;
const all = everyDeal(strike);
const points = (deal: string): readonly [number, number] => {
  const [crews, line] = pointsOf(scenario, deal);
  return [crews!, line!];
};
const sum = ([one, other]: readonly [number, number]): number => one + other;

/** What waiting is worth on a date, null for the first day, and how many deals both would sign by then. */
function onDay(id: string | null) {
  const at = id === null ? { ok: true as const, scenario } : applyStage(scenario, id);
  if (!at.ok) throw new Error(at.message);
  const [crews, line] = at.scenario.parties.map(({ disagreement }) => disagreement.value);
  const signed = all.filter((deal) => points(deal)[0] >= crews! && points(deal)[1] >= line!);
  return { scenario: at.scenario, waits: [crews!, line!] as const, signed: signed.length };
}
const [first, second, fourth, sixth] = [onDay(null), onDay('week-2'), onDay('week-4'), onDay('week-6')];

const WORST = { crews: '2 7 weekly unpaid', line: '5 9 swap full' };
/** Points of an option above the worst one of its issue. */
function option(party: 'crews' | 'line', issue: number, id: string): number {
  const deal = WORST[party].split(' ').map((worst, k) => (k === issue ? id : worst));
  return points(deal.join(' '))[party === 'crews' ? 0 : 1];
}

it('has briefs that state the points and the wait of their party', () => {
  const crews = (issue: number, id: string) => option('crews', issue, id);
  const line = (issue: number, id: string) => option('line', issue, id);
  expect(thresholdsOf(strike)).toEqual({ crews: [70, 70], line: [72, 72] });
  expectHeld(strike.briefs['crews']!, [
    `two weeks ahead is worth ${crews(2, 'ahead')} points, being able to swap ${crews(2, 'swap') - crews(2, 'ahead')} more. Pay is worth up to ${crews(0, '5')} points as well: from 2 percent to 3 it is ${crews(0, '3')} points, to 4 it is ${crews(0, '4')}.`,
    `With 8 on board instead of 7 the work can be done, ${crews(1, '8')} points; with 9 it would be easy, ${crews(1, '9')}.`,
    `half paid, that is ${crews(3, 'half')} points, if they are fully paid, ${crews(3, 'full')}.`,
    `${first.waits[0]} points. Sign nothing below that.`,
  ]);
  expectHeld(strike.briefs['line']!, [
    `9 on board instead of 7 cost ${line(1, '7')} points, and 8 cost ${line(1, '7') - line(1, '8')}. A rise of 5 percent costs ${line(0, '2')} points against 2; 3 percent cost ${line(0, '2') - line(0, '3')} and 4 percent cost ${line(0, '2') - line(0, '4')}.`,
    `in full costs ${line(3, 'unpaid')} points, half of it ${line(3, 'unpaid') - line(3, 'half')}.`,
    `costs you ${line(2, 'weekly') - line(2, 'ahead')} points, and swaps cost ${line(2, 'ahead')} more`,
    `${first.waits[1]} points. Sign nothing below that.`,
  ]);
});

it('has slips that say what waiting is worth, to each side its own', () => {
  const now = (at: typeof first, party: 0 | 1): string =>
    `To let the strike go on is worth ${at.waits[party]} points now.`;
  expectHeld(
    textOf('ferry-strike', 'handouts.yaml').replaceAll(/minute: \d+|stage: week-\d/g, ''),
    [second, fourth, sixth].flatMap((at) => [now(at, 0), now(at, 1)]),
  );
});

it('has alternatives of both that fall on every date, and nothing to sign before they have', () => {
  for (const [before, after] of [
    [first, second],
    [second, fourth],
    [fourth, sixth],
  ] as const) {
    expect(after.waits[0]).toBeLessThan(before.waits[0]);
    expect(after.waits[1]).toBeLessThan(before.waits[1]);
  }
  expect(answerTo(first.scenario).zone.empty).toBe(true);
  expect([first, second, fourth, sixth].map(({ signed }) => signed > 0)).toEqual([false, false, true, true]);
});

it('tells everybody the options and no number of a side', () => {
  expectHeld(strike.common, [
    '1. Rise',
    '2. Crew',
    '3. Rosters',
    '4. Pay',
    '**2**, **3**, **4** or **5** percent',
    '**7**, **8** or **9** people',
    'from 0 to 100',
  ]);
  expectHeld(strike.players, []);
});

it('has the dates, deals and sums of the instructor’s page', () => {
  const most = Math.max(...all.map((deal) => sum(points(deal))));
  const nash = '3 8 ahead half';
  for (const { scenario: at } of [fourth, sixth]) expect(picks(at, answerTo(at), 'nash')).toEqual([nash]);
  expect(second.waits[0] + second.waits[1]).toBe(most);
  expectHeld(strike.instructor, [
    'Zartman 1985',
    row('first day', ...first.waits, first.signed),
    row('second week', ...second.waits, second.signed),
    row('fourth week', ...fourth.waits, fourth.signed),
    row('sixth week', ...sixth.waits, sixth.signed),
    row('3 percent, 8 on board, two weeks ahead, half paid', ...points(nash)),
    row('3 percent, 8 on board, ahead with swaps, half paid', ...points('3 8 swap half')),
    row('4 percent, 8 on board, two weeks ahead, half paid', ...points('4 8 ahead half')),
    row('5 percent, 7 on board, week by week, half paid', ...points('5 7 weekly half')),
    row('5 percent, 9 on board, week by week, not paid', ...points('5 9 weekly unpaid')),
    `Of the ${all.length} deals none gives both together more than ${most} points. On the first day they ask for ${sum(first.waits)}, in the second week for ${sum(second.waits)}, in the fourth for ${sum(fourth.waits)}, in the sixth for ${sum(sixth.waits)}.`,
    `a deal worth ${second.waits[0]} and ${second.waits[1]} would be just enough for both, and there is none: the deals worth ${most} have`,
    'in the fourth week and in the sixth: 3 percent, 8 on board, two weeks ahead, half paid.',
    `${all.filter((deal) => isEfficient(strike, deal)).length} of the deals are efficient. Rosters two weeks ahead cost the line ${option('line', 2, 'weekly') - option('line', 2, 'ahead')} points and are worth ${option('crews', 2, 'ahead')} to the crews.`,
  ]);
});
