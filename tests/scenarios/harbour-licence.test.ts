/** Holds the harbour licence to what its texts state. */
import { expect, it } from 'vitest';
import { acceptingParties } from '../../src/engine/deal.ts';
import { optionId } from '../../src/scenario/format/options.ts';
import { caseOf, everyDeal, expectHeld, row, thresholdsOf, zoneOf } from './case.ts';
import { answerTo, count, dealOf, picks, pointsOf, withConsent } from './support.ts';

const harbour = caseOf('harbour-licence');
const { scenario, problem, answer } = harbour;
const zone = zoneOf(harbour);
const ids = scenario.parties.map(({ id }) => id);
const least = ids.map((id) => thresholdsOf(harbour)[id]![1]);
const points = (deal: string): readonly number[] => pointsOf(scenario, deal);
const signers = (deal: string): readonly string[] =>
  [...acceptingParties(problem, dealOf(scenario, deal))].map((party) => ids[party]!);
const missing = (deal: string): readonly string[] => ids.filter((id) => !signers(deal).includes(id));
/** What each party wins on the way from one deal to another. */
const won = (from: string, to: string): readonly number[] => points(to).map((of, k) => of - points(from)[k]!);

const A = '450 evening 30 small 2';
const B = '450 evening 30 small 3';
const C = '600 evening 30 large 2';
const D = '600 evening 30 large 3';
const E = '450 night 60 large 2';
const F = '600 day 60 large 2';

/** Points of the options of one issue for a party, in their order. */
function sheet(party: string, issue: string): readonly [number, number, number] {
  const at = scenario.issues.findIndex(({ id }) => id === issue);
  const deals = [0, 1, 2].map((option) =>
    scenario.issues.map((own, k) => optionId(own, k === at ? option : worst(party, k))).join(' '),
  );
  const [first, second, third] = deals.map((deal) => points(deal)[ids.indexOf(party)]!);
  return [first!, second!, third!];
}

/** The option of an issue that is worth nothing to the party. */
function worst(party: string, issue: number): number {
  const start = '300 day 0 no-marsh 1'.split(' ');
  const own = scenario.issues[issue]!;
  const of = [0, 1, 2].map(
    (option) => points(start.map((id, k) => (k === issue ? optionId(own, option) : id)).join(' '))[ids.indexOf(party)]!,
  );
  return of.indexOf(Math.min(...of));
}

const leastOf = (party: string): string => `${least[ids.indexOf(party)]} points. Sign nothing below that.`;

it('has briefs that state the points and the least of their party', () => {
  const of = (party: string) => (issue: string) => sheet(party, issue);
  const operator = of('operator');
  expectHeld(harbour.briefs['operator']!, [
    `600 metres are worth ${operator('quay')[2]} points more than 300.`,
    `late evenings alone are ${operator('hours')[1]} points of ${operator('hours')[2]}.`,
    `costs you next to nothing, ${operator('marsh')[0] - operator('marsh')[1]} points; a large one costs ${operator('marsh')[0]}.`,
    `A fee of 2 million costs you ${operator('fee')[0] - operator('fee')[1]} points against 1 million, a fee of 3 million costs ${operator('fee')[0]}.`,
    'a share of 30 percent in the jobs you can live; 60 percent make',
    leastOf('operator'),
  ]);
  const authority = of('authority');
  expect(authority('marsh')[2]).toBe(authority('quay')[2]);
  expect(authority('jobs')[2]).toBe(authority('hours')[2]);
  expectHeld(harbour.briefs['authority']!, [
    `3 million are worth ${authority('fee')[2]} points more than 1 million, and 2 million only ${authority('fee')[1]} of them.`,
    `a long quay and a large marsh, ${authority('quay')[2]} points each`,
    `Hours and jobs are worth up to ${authority('hours')[2]} points each.`,
    leastOf('authority'),
  ]);
  const city = of('city');
  expect([city('jobs')[2], city('marsh')[2]]).toEqual([city('hours')[0], city('quay')[2]]);
  expectHeld(harbour.briefs['city']!, [
    `matter most, ${city('hours')[0]} points each`,
    `late evenings cost you ${city('hours')[0] - city('hours')[1]} points.`,
    `A share of 60 percent in the jobs is worth ${city('jobs')[2]} points and 30 percent are worth ${city('jobs')[1]}.`,
    `a large marsh are worth ${city('quay')[2]} points each`,
    `Of a fee of 3 million the city gets a part, worth ${city('fee')[2]} points.`,
    leastOf('city'),
  ]);
  const fishers = of('fishers');
  expectHeld(harbour.briefs['fishers']!, [
    `300 metres are worth ${fishers('quay')[0]} points, 450 are worth ${fishers('quay')[1]} and 600 nothing.`,
    `the large one is worth ${fishers('marsh')[2]} points, the small one ${fishers('marsh')[1]}.`,
    `by day only is worth ${fishers('hours')[0]} points, late evenings ${fishers('hours')[1]}.`,
    `up to ${fishers('fee')[2]} and ${fishers('jobs')[2]} points.`,
    leastOf('fishers'),
  ]);
  const union = of('union');
  expectHeld(harbour.briefs['union']!, [
    `a share of 60 percent is worth ${union('jobs')[2]} points, 30 percent are worth ${union('jobs')[1]}.`,
    `A long quay is worth ${union('quay')[2]} points, and 450 metres are ${union('quay')[1]} of them.`,
    `late evenings ${union('hours')[1]} points, day and night ${union('hours')[2]}.`,
    `A high fee costs you ${union('fee')[0]} points against the lowest, and a large marsh costs ${union('marsh')[0]} against none.`,
    leastOf('union'),
  ]);
  const wardens = of('wardens');
  expect(wardens('jobs')[2]).toBe(wardens('fee')[2]);
  expectHeld(harbour.briefs['wardens']!, [
    `it is worth ${wardens('marsh')[2]} points, the small one ${wardens('marsh')[1]}.`,
    `A quay of 300 metres is worth ${wardens('quay')[0]} points, 450 are worth ${wardens('quay')[1]} and 600 nothing.`,
    `by day only is worth ${wardens('hours')[0]} points, late evenings ${wardens('hours')[1]}.`,
    `worth up to ${wardens('fee')[2]} points each.`,
    leastOf('wardens'),
  ]);
});

it('tells everybody the options, the consent rule and the paper', () => {
  expect(scenario.consent.needs).toEqual({
    quorum: 5,
    veto: ['operator', 'authority'],
  });
  expect(answer.drafts[0]!.parties.map(({ utility }) => utility.min)).toEqual(points(A));
  expectHeld(harbour.common, [
    ...[1, 2, 3, 4, 5].map((k) => `${k}. ${scenario.issues[k - 1]!.title}`),
    '**300**, **450** or **600** metres',
    '**0**, **30** or **60** percent',
    '**1**, **2** or **3** million euros',
    '450 metres, until late evening, 30 percent, a small marsh, 2 million',
    'from 0 to 100',
  ]);
  expectHeld(harbour.players, []);
});

it('has the zone, the deals and the mistake of the instructor’s page', () => {
  const six = zone.filter((deal) => missing(deal).length === 0);
  const lacks = (id: string): number => zone.filter((deal) => missing(deal).includes(id)).length;
  const stops = (id: string): number =>
    everyDeal(harbour).filter((deal) => missing(deal).length === 1 && missing(deal)[0] === id).length;
  const marsh = (id: string): number => zone.filter((deal) => deal.split(' ')[3] === id).length;
  const any = count(answerTo(withConsent(scenario, { quorum: 5, veto: [] })).zone.count);
  expect(count(answer.zone.count)).toBe(zone.length);
  expect(count(answerTo(withConsent(scenario, 'all')).zone.count)).toBe(six.length);
  for (const solution of ['nash', 'kalai-smorodinsky', 'egalitarian'] as const) {
    expect(picks(scenario, answer, solution)).toEqual([E]);
  }
  expect(picks(scenario, answer, 'utilitarian')).toEqual([F]);
  expect(zone.some((deal) => deal.startsWith('300') || deal.includes('no-marsh'))).toBe(false);
  expect([A, B, C, D, E, F].map(missing)).toEqual([['authority'], ['union'], ['fishers'], [], [], []]);
  const gains = points(E).map((of, k) => of - least[k]!);
  const [b, c, d] = [won(A, B), won(A, C), won(C, D)];
  expect(won(B, C).map((of) => of > 0)).toEqual([true, false, true, false, true, true]);
  expect(Math.min(...gains)).toBeGreaterThan(0);
  expectHeld(harbour.instructor, [
    row('no licence', ...least),
    row('A. the paper: 450, until late evening, 30, small marsh, 2', ...points(A)),
    row('B. A with a fee of 3', ...points(B)),
    row('C. A with 600 metres and the large marsh', ...points(C)),
    row('D. C with a fee of 3', ...points(D)),
    row('E. the Nash deal: 450, day and night, 60, large marsh, 2', ...points(E)),
    row('F. the largest sum: 600, by day, 60, large marsh, 2', ...points(F)),
    `**Zone of agreement: ${zone.length} of the ${everyDeal(harbour).length} deals.** All six would sign ${six.length} of them. Of the other ${zone.length - six.length}, five parties would sign ${lacks('fishers')} without the fishers, ${lacks('union')} without the dockers, ${lacks('city')} without the city and ${lacks('wardens')} without the wardens.`,
    `${marsh('large')} of the ${zone.length} have the large marsh and ${marsh('small')} the small one. None has a quay of 300 metres`,
    `If all six had to sign, ${six.length} deals would be left. If any five were enough, there would be ${any}: ${stops('operator')} more that the operator alone refuses and ${stops('authority')} more that`,
    `E, with ${gains.slice(0, -1).join(', ')} and ${gains.at(-1)} points over no licence.`,
    `leaves the operator ${points(F)[0]! - least[0]!} point over no licence`,
    `has a veto and is ${least[1]! - points(A)[1]!} points short`,
    `it gains ${b[1]} points, the operator falls by ${-b[0]!}, and the dockers drop out, ${least[4]! - points(B)[4]!} short.`,
    `the authority gains ${c[1]}, the operator ${c[0]}, the city ${c[2]}, the dockers ${c[4]} and the wardens ${c[5]}; only the fishers lose, ${-c[3]!} points, and they are then ${least[3]! - points(C)[3]!} short.`,
    'A fee of 3 in D brings them back to their least',
    `From C to D the fishers gain ${d[3]} points, the operator loses ${-d[0]!} and the dockers ${-d[4]!}.`,
    `Compare the ${any} deals of any five with the ${zone.length} here.`,
    `leaves the city ${gains[2]} points over its alternative and the dockers ${gains[4]}.`,
  ]);
  expect(points(D)[3]).toBe(least[3]);
});
