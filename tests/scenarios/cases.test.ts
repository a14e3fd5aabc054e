/** What every teaching case keeps to, whatever it teaches. */
import { describe, expect, it } from 'vitest';
import { utilityPoints } from '../../src/engine/deal.ts';
import { labelOf, optionCount, optionIds } from '../../src/scenario/format/options.ts';
import { allDeals } from '../engine/brute-force.ts';
import { caseOf, minutesOf, textOf, thresholdsOf } from './case.ts';

const CASES = [
  'cargo-bike',
  'job-offer',
  'harbour-licence',
  'festival',
  'three-villages',
  'ferry-strike',
  'faulty-roof',
];

describe.each(CASES)('the case %s', (name) => {
  const one = caseOf(name);
  const { scenario } = one;

  it('has score sheets from 0 to 100', () => {
    const points = allDeals(one.problem).map((deal) => utilityPoints(one.problem, deal));
    for (const k of scenario.parties.keys()) {
      const own = points.map((of) => of[k]!);
      expect([own.reduce((a, b) => Math.min(a, b)), own.reduce((a, b) => Math.max(a, b))]).toEqual([0, 100]);
    }
  });

  it('tells each party its own thresholds, and nobody else', () => {
    const open = [one.common, one.players, textOf(name, 'scenario.yaml')];
    const told = Object.entries(thresholdsOf(one)).flatMap(([party, thresholds]) => {
      const others = Object.entries(one.briefs).flatMap(([id, brief]) => (id === party ? [] : [brief]));
      return thresholds
        .filter((points) => points > 0)
        .map((points) => {
          const number = new RegExp(`\\b${points} points[.] (?:Sign nothing|Pay at most|Take no less)`);
          return [number.test(one.briefs[party]!), [...open, ...others].some((text) => number.test(text))];
        });
    });
    expect(told).toEqual(told.map(() => [true, false]));
  });

  it('tells everybody all issues and options', () => {
    const words = one.common.toLowerCase().replaceAll('*', '');
    for (const issue of scenario.issues) {
      expect(words).toContain(issue.title.toLowerCase());
      if (optionCount(issue) > 5) continue;
      for (const k of optionIds(issue).keys()) expect(words).toContain(labelOf(issue, k).toLowerCase());
    }
  });

  it('has a plan whose minutes add up', () => {
    const total = minutesOf(one.instructor).reduce((sum, minutes) => sum + minutes, 0);
    expect([60, 90]).toContain(total);
    expect(one.instructor).toContain(total === 60 ? 'Sixty minutes in all' : 'Ninety minutes in all');
  });

  it('has texts that the list and the players can use', () => {
    expect(scenario.summary).toMatch(/^[A-Z][^.?!]{40,180}\. /);
    expect(one.players).toContain('Do not run `winset` on the case before you have played');
  });
});
