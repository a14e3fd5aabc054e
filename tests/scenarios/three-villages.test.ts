/** Holds the three villages to what their texts state. */
import { expect, it } from 'vitest';
import { keepsRules, utilityPoints } from '../../src/engine/deal.ts';
import { allDeals } from '../engine/brute-force.ts';
import { caseOf, expectHeld, row, thresholdsOf, zoneOf } from './case.ts';
import { byCoalition, count, named, picks } from './support.ts';

const villages = caseOf('three-villages');
const { scenario, problem, answer } = villages;
const least = thresholdsOf(villages);
const lawful = allDeals(problem).filter((deal) => keepsRules(problem, deal));
const splits = lawful.map((deal) => ({ ids: named(scenario, deal), points: utilityPoints(problem, deal) }));

/** What the county pays, by who applies. */
const pays = (who: string): number => {
  const totals = splits
    .filter(({ ids }) => ids.startsWith(`${who} `))
    .map(({ points }) => points.reduce((sum, of) => sum + of, 0));
  expect(new Set(totals).size).toBe(1);
  return totals[0]!;
};
const [md, mh, dh, all] = [pays('mill-dale'), pays('mill-hill'), pays('dale-hill'), pays('all')];

it('has briefs that state the least of their village', () => {
  for (const [village, [none, points]] of Object.entries(least)) {
    expectHeld(villages.briefs[village]!, [
      `if nobody applies, you have ${none} points.`,
      `costs ${points} thousand euros, so the least you sign for is ${points} points. Sign nothing below that.`,
    ]);
  }
});

it('tells everybody what the county pays', () => {
  expectHeld(villages.common, [
    `**Millbrook and Dalefield**: ${md}; **Millbrook and Hillcote**: ${mh}; **Dalefield and Hillcote**: ${dh}; **all three**: ${all} thousand euros`,
    'from **0** to **100** thousand euros in steps of 5',
    '1. Who',
    '2. Millbrook',
    '3. Dalefield',
    '4. Hillcote',
  ]);
  expectHeld(villages.players, []);
});

it('has the zone, the split that lasts and the mistakes of the instructor’s page', () => {
  const zone = zoneOf(villages);
  const ofAll = splits.filter(({ ids }) => ids.startsWith('all ') && zone.includes(ids));
  const lasting = ofAll.filter(
    ({ points: [mill, dale, hill] }) => mill! + dale! >= md && mill! + hill! >= mh && dale! + hill! >= dh,
  );
  expect(lasting.map(({ ids }) => ids)).toEqual(['all 40 35 25']);
  expect(splits.map(({ ids }) => ids)).toContain('mill-dale 40 35 0');
  expect(count(answer.zone.count)).toBe(zone.length);
  const nash = picks(scenario, answer, 'nash');
  expect(nash).toContain('all 35 35 30');
  expect(nash.every((ids) => ids.split(' ').slice(1).toSorted().join(' ') === '30 35 35')).toBe(true);
  const signed = byCoalition(scenario, answer);
  expectHeld(villages.instructor, [
    `Millbrook ${least['mill']![1]}, Dalefield ${least['dale']![1]}, Hillcote ${least['hill']![1]}. No grant is worth ${least['mill']![0]} to each.`,
    row('all three, nearly equal', 35, 35, 30),
    row('Millbrook and Dalefield', 40, 35, 0),
    row('all three, nobody can leave', 40, 35, 25),
    `**Zone of agreement: ${zone.length} of the ${splits.length} splits that the rules allow.** ${signed['mill dale hill']} are signed by all three, ${signed['mill dale']} by Millbrook and Dalefield, ${signed['mill hill']} by Millbrook and Hillcote, ${signed['dale hill']} by Dalefield and Hillcote.`,
    `as equal as steps of 5 allow: 35, 35 and 30, in any order, ${nash.length} deals.`,
    `**${lasting.length} of the ${ofAll.length} lasts**: 40, 35 and 25.`,
    `Millbrook and Dalefield have ${40 + 35} together, Millbrook and Hillcote ${40 + 25}, Dalefield and Hillcote ${35 + 25}: just what`,
    `the equal split: 35, 35 and 30. Millbrook and Dalefield have ${35 + 35} together and could have ${md} alone. 40 and 35 for the two beats it for Millbrook by ${40 - 35} points, at no cost to Dalefield, and leaves Hillcote with 0.`,
    `40 and 35 without Hillcote are beaten by 40, 35 and 25 with it: nobody loses, and Hillcote gains ${all - md}.`,
    `it adds ${all - md} to the other two`,
    `Without Millbrook the others get ${dh}, so it adds ${all - dh}. Dalefield adds ${all - mh} and Hillcote ${all - md}. Here these add up to ${3 * all - md - mh - dh}; that is rare.`,
    '**Is 40, 35 and 25 fair?**',
  ]);
});
