/** Holds the teaching scenarios to the figures that their README.md and TEACHING.md state. */
import { inPoints, times } from '../../src/engine/units.ts';
import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import { acceptingParties, inZone, utilityPoints } from '../../src/engine/deal.ts';
import { dominatingDeal } from '../../src/engine/draft/efficiency.ts';
import type { Deal, Party, Problem } from '../../src/engine/problem.ts';
import type { Party as StatedParty, Scenario } from '../../src/scenario/scenario.ts';
import { allDeals, zoneDeals } from '../engine/brute-force.ts';
import { expectHeld, textOf } from './case.ts';
import {
  answerTo,
  byCoalition,
  count,
  dealOf,
  named,
  picks,
  pointsOf,
  solveProblem,
  withConsent,
  without,
} from './support.ts';
import { shipped } from '../shipped.ts';

const isEfficient = (problem: Problem, deal: Deal): boolean => dominatingDeal(problem, deal, { nodes: 0 }) === null;

/** The compiled problem with one party changed; thresholds are given in points. */
function withParty(scenario: Scenario, id: string, change: (party: Party) => Partial<Party>): Problem {
  const { problem } = compileProblem(scenario);
  const index = scenario.parties.findIndex((party) => party.id === id);
  const parties = problem.parties.map((party, k) => (k === index ? { ...party, ...change(party) } : party));
  return { ...problem, parties };
}

/** The party with all its issues weighted alike. */
function withEqualWeights(party: StatedParty): StatedParty {
  const { preferences } = party;
  if (preferences.form !== 'weights') throw new Error(`${party.id} has no weights`);
  const issues = preferences.issues.map((issue) => ({ ...issue, weight: { ...issue.weight, value: 5 } }));
  return { ...party, preferences: { ...preferences, issues } };
}

describe('the lease', () => {
  const scenario = shipped('lease');
  const { problem } = compileProblem(scenario);
  const answer = answerTo(scenario);

  it('has the table of deals: points, signatures, efficient deals', () => {
    const table = allDeals(problem).map((deal) => {
      const signs = acceptingParties(problem, deal);
      const marks = [signs.has(0) ? 'bakery' : '', signs.has(1) ? 'owner' : '', isEfficient(problem, deal) ? '*' : ''];
      return [named(scenario, deal), ...utilityPoints(problem, deal), marks.filter((mark) => mark !== '').join(' ')];
    });
    expect(table).toEqual([
      ['900 two', 40, 20, 'owner'],
      ['900 five', 82, 14, 'bakery'],
      ['900 ten', 100, 0, 'bakery *'],
      ['1000 two', 30, 40, 'owner'],
      ['1000 five', 72, 34, 'bakery owner'],
      ['1000 ten', 90, 20, 'bakery owner *'],
      ['1100 two', 20, 60, 'owner'],
      ['1100 five', 62, 54, 'bakery owner'],
      ['1100 ten', 80, 40, 'bakery owner *'],
      ['1200 two', 10, 80, 'owner'],
      ['1200 five', 52, 74, 'owner'],
      ['1200 ten', 70, 60, 'bakery owner *'],
      ['1300 two', 0, 100, 'owner *'],
      ['1300 five', 42, 94, 'owner *'],
      ['1300 ten', 60, 80, 'bakery owner *'],
    ]);
  });

  it('tells everybody its issues and options, and the range of the points', () => {
    expectHeld(textOf('lease', 'PUBLIC.md'), [
      '1. Monthly rent',
      '2. Fixed term',
      '**900**, **1000**, **1100**, **1200** or **1300** euros',
      '**2 years**, **5 years** or **10 years**',
      'from 0 to 100',
    ]);
    const points = allDeals(problem).flatMap((deal) => utilityPoints(problem, deal));
    expect([Math.min(...points), Math.max(...points)]).toEqual([0, 100]);
  });

  it('has a zone of 6 of 15 deals, 7 stopped by the bakery alone and 2 by the owner alone', () => {
    expect(answer.space).toBe(15n);
    expect(count(answer.zone.count)).toBe(6);
    expect(answer.zone.soleBlocker.map(count)).toEqual([7, 2]);
    expect(answer.zone.ideal).toEqual([55 + 35, 20 + 60]);
  });

  it('has the solutions worked out by hand', () => {
    expect(picks(scenario, answer, 'nash')).toEqual(['1200 ten']);
    expect(picks(scenario, answer, 'kalai-smorodinsky')).toEqual(['1200 ten']);
    expect(picks(scenario, answer, 'egalitarian')).toEqual(['1100 ten']);
    expect(picks(scenario, answer, 'utilitarian')).toEqual(['1300 ten']);
    expect(picks(scenario, answer, 'relative-utilitarian')).toEqual(['1300 ten']);
    expect(picks(scenario, answer, 'equal-loss')).toEqual(['1200 ten']);
  });

  it('has a middle that both sign and that another deal beats for both', () => {
    const middle = answer.drafts[0]!;
    expect(middle.inZone).toBe(true);
    expect(named(scenario, middle.dominatedBy!.deal)).toBe('1200 ten');
    expect(middle.dominatedBy!.utility).toEqual([62 + 8, 54 + 6]);
  });

  it('has two Nash deals when the bakery has to stay where it is', () => {
    const stay = withParty(scenario, 'bakery', ({ scale }) => ({
      disagreement: times(scale, 40),
      reservation: times(scale, 40),
    }));
    const changed = solveProblem(stay);
    expect(count(changed.zone.count)).toBe(9);
    expect(picks(scenario, changed, 'nash')).toEqual(['1200 ten', '1300 ten']);
  });

  it('settles on five years when the owner cares about the term', () => {
    const caring: Scenario = {
      ...scenario,
      parties: scenario.parties.map((party) => (party.id === 'owner' ? withEqualWeights(party) : party)),
    };
    const changed = answerTo(caring);
    expect(count(changed.zone.count)).toBe(6);
    expect(picks(caring, changed, 'nash')).toEqual(['1000 five']);
    expect(pointsOf(caring, '1000 five')).toEqual([72, 47.5]);
  });
});

describe('the quarry dispute', () => {
  const stated = shipped('quarry-dispute');
  const open = without(stated, 'residents', 'hedge');
  const { problem } = compileProblem(open);
  const answer = answerTo(open);
  const trade = '8 haul-road saturdays 60 in-steps';

  it('has 243 deals, score sheets of 100 points and the thresholds of the briefs', () => {
    expect(answer.space).toBe(243n);
    const best = problem.parties.map((_, party) =>
      Math.max(...allDeals(problem).map((deal) => utilityPoints(problem, deal)[party]!)),
    );
    expect(best).toEqual([100, 100, 100]);
    expect(problem.parties.map(({ disagreement, scale }) => inPoints(disagreement, scale))).toEqual([45, 52, 45]);
    expect(problem.parties.map(({ reservation, scale }) => inPoints(reservation, scale))).toEqual([55, 56, 55]);
  });

  it('has no deal with the hedge; council, company and hedge collide', () => {
    const closed = answerTo(stated);
    expect(closed.zone.empty).toBe(true);
    const demands = closed.collision!.conflict.map(({ kind, party }) => `${kind} ${stated.parties[party]!.id}`);
    expect(demands).toEqual(['reservation council', 'reservation company', 'redLine residents']);
  });

  it('opens a zone of 15 deals without the hedge, all with the haul road', () => {
    expect(count(answer.zone.count)).toBe(15);
    const zone = zoneDeals(problem).map((deal) => named(open, deal).split(' '));
    expect(['4', '8', '12'].map((area) => zone.filter((deal) => deal[0] === area).length)).toEqual([0, 6, 9]);
    expect(new Set(zone.map((deal) => deal[1]))).toEqual(new Set(['haul-road']));
    expect(zoneDeals(problem).filter((deal) => isEfficient(problem, deal))).toHaveLength(9);
  });

  it('gains little from setting aside the red line that is meant', () => {
    expect(answerTo(without(stated, 'council', 'no-closure-at-end')).zone.empty).toBe(true);
    expect(count(answerTo(without(open, 'council', 'no-closure-at-end')).zone.count)).toBe(16);
  });

  it('has a middle that the residents refuse and that only the trade of route and hours beats nearby', () => {
    const middle = dealOf(open, '8 limits long 60 in-steps');
    const judged = answer.drafts[0]!;
    expect(judged.parties.map(({ utility }) => utility.min)).toEqual([68, 67, 50]);
    expect(judged.parties.map(({ shortfall }) => shortfall)).toEqual([0, 0, 5]);
    expect(named(open, judged.dominatedBy!.deal)).toBe(trade);
    expect(judged.dominatedBy!.utility).toEqual([70, 71, 72]);
    const better = allDeals(problem).filter((deal) =>
      utilityPoints(problem, deal).every((points, party) => points >= judged.parties[party]!.utility.min),
    );
    const changes = (deal: Deal): number => deal.filter((option, issue) => option !== middle[issue]).length;
    const near = better.filter((deal) => changes(deal) === 1 || changes(deal) === 2);
    expect(near.map((deal) => named(open, deal))).toEqual([trade]);
    const single = zoneDeals(problem).filter((deal) => changes(deal) === 1);
    expect(single.map((deal) => named(open, deal))).toEqual(['8 haul-road long 60 in-steps']);
  });

  it('has the points of the halves of the trade, and of more money instead', () => {
    expect(pointsOf(open, '8 haul-road long 60 in-steps')).toEqual([76, 59, 76]);
    expect(pointsOf(open, '8 limits saturdays 60 in-steps')).toEqual([62, 79, 46]);
    expect(pointsOf(open, '8 limits long 120 in-steps')).toEqual([80, 54, 54]);
  });

  it('has the trade as Nash, Kalai-Smorodinsky, egalitarian and equal loss solution', () => {
    expect(picks(open, answer, 'nash')).toEqual([trade]);
    expect(picks(open, answer, 'kalai-smorodinsky')).toEqual([trade]);
    expect(picks(open, answer, 'egalitarian')).toEqual([trade]);
    expect(picks(open, answer, 'equal-loss')).toEqual([trade]);
    expect(picks(open, answer, 'utilitarian')).toEqual(['8 haul-road saturdays 60 secured']);
    expect(picks(open, answer, 'relative-utilitarian')).toEqual(['8 haul-road saturdays 60 secured']);
    expect(pointsOf(open, '8 haul-road saturdays 60 secured')).toEqual([80, 57, 80]);
  });

  it('lets two of three pass over the residents, and unanimity stops them', () => {
    const quorum = withConsent(stated, { quorum: 2, veto: [] });
    const two = answerTo(quorum);
    const deal = '12 limits saturdays 120 in-steps';
    expect(count(two.zone.count)).toBe(74);
    expect(byCoalition(quorum, two)).toEqual({
      'council company residents': 0,
      'council company': 45,
      'council residents': 29,
      'company residents': 0,
    });
    expect(two.coalition).toEqual([0, 1]);
    expect(picks(quorum, two, 'nash')).toEqual([deal]);
    expect(pointsOf(quorum, deal)).toEqual([65, 78, 36]);
    expect(picks(quorum, two, 'kalai-smorodinsky')).toEqual([trade]);
    expect(inZone(compileProblem(quorum).problem, dealOf(quorum, deal))).toBe(true);
    expect(inZone(compileProblem(stated).problem, dealOf(stated, deal))).toBe(false);
    expect(inZone(problem, dealOf(open, deal))).toBe(false);
  });

  it('has the counts of two of three without the hedge, and with a veto of the company', () => {
    const quorum = withConsent(open, { quorum: 2, veto: [] });
    const two = answerTo(quorum);
    expect(count(two.zone.count)).toBe(107);
    expect(byCoalition(quorum, two)).toEqual({
      'council company residents': 15,
      'council company': 45,
      'council residents': 68,
      'company residents': 24,
    });
    const veto = withConsent(stated, { quorum: 2, veto: ['company'] });
    expect(byCoalition(veto, answerTo(veto))).toEqual({
      'council company residents': 0,
      'council company': 45,
      'company residents': 0,
    });
  });

  it('leaves 5 deals, the trade among them, when the company signs from 66 points upwards', () => {
    const tough = withParty(open, 'company', ({ scale }) => ({ reservation: times(scale, 66) }));
    expect(count(solveProblem(tough).zone.count)).toBe(5);
    expect(inZone(tough, dealOf(open, trade))).toBe(true);
  });

  it('scores the two example groups as told', () => {
    const [first, second] = [trade, '12 haul-road long 60 in-steps'].map((ids) => dealOf(open, ids));
    expect(isEfficient(problem, first!)).toBe(true);
    expect(pointsOf(open, named(open, second!))).toEqual([67, 71, 62]);
    expect(inZone(problem, second!)).toBe(true);
    expect(named(open, dominatingDeal(problem, second!, { nodes: 0 })!.deal)).toBe(trade);
  });
});
