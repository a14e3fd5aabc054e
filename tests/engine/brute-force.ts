/**
 * The definitions of the engine, computed by looking at every deal: the oracle of the property tests. Written from the
 * definitions alone, with BigInt fractions, sharing nothing with the engine but the reading of single deals.
 */
import { acceptingParties, inZone, keepsRules, matches, suffices, utilityUnits } from '../../src/engine/deal.ts';
import type { Deal, Problem } from '../../src/engine/problem.ts';
import { issueCount, optionCount } from '../../src/engine/problem.ts';
import { expect } from 'vitest';
import type { ExactPoints, SolutionName } from '../../src/engine/answer.ts';

export type Fraction = readonly [bigint, bigint];

export function compareFractions([a, b]: Fraction, [c, d]: Fraction): number {
  const difference = a * d - c * b;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

/** Every combination of options, in option order. */
export function allDeals(problem: Problem): Deal[] {
  let deals: number[][] = [[]];
  for (let issue = 0; issue < issueCount(problem); issue++) {
    deals = deals.flatMap((deal) =>
      Array.from({ length: optionCount(problem, issue) }, (_, option) => [...deal, option]),
    );
  }
  return deals;
}

export function zoneDeals(problem: Problem): Deal[] {
  return allDeals(problem).filter((deal) => inZone(problem, deal));
}

/** Deals that all of the coalition accept and for which it is enough. */
export function coalitionDeals(problem: Problem, coalition: readonly number[]): Deal[] {
  return allDeals(problem).filter((deal) => {
    const accepting = acceptingParties(problem, deal);
    return (
      keepsRules(problem, deal) &&
      coalition.every((party) => accepting.has(party)) &&
      suffices(problem, deal, new Set(coalition))
    );
  });
}

export function soleBlockerCount(problem: Problem, party: number): number {
  return allDeals(problem).filter((deal) => {
    const accepting = acceptingParties(problem, deal);
    if (!keepsRules(problem, deal) || accepting.has(party) || suffices(problem, deal, accepting)) return false;
    return suffices(problem, deal, new Set([...accepting, party]));
  }).length;
}

/** The most by which all thresholds can rise with a deal left that enough parties sign, in points; null: none whatever. */
export function bruteSlack(problem: Problem): { readonly slack: Fraction; readonly attained: boolean } | null {
  const sets = subsetsOf([...problem.parties.keys()]);
  let most: { slack: Fraction; attained: boolean } | null = null;
  for (const deal of allDeals(problem)) {
    if (!keepsRules(problem, deal)) continue;
    for (const set of sets) {
      if (set.length === 0 || !suffices(problem, deal, new Set(set))) continue;
      if (set.some((k) => problem.parties[k]!.redLines.some((line) => matches(deal, line)))) continue;
      const rooms = set.map((k): Fraction => {
        const party = problem.parties[k]!;
        return [BigInt(utilityUnits(problem, party, deal)) - BigInt(party.reservation), BigInt(party.scale)];
      });
      const slack = rooms.reduce((least, room) => (compareFractions(room, least) < 0 ? room : least));
      const attained = set.every((k, at) => !problem.parties[k]!.strict || compareFractions(rooms[at]!, slack) > 0);
      const order = most === null ? 1 : compareFractions(slack, most.slack) || Number(attained) - Number(most.attained);
      if (order > 0) most = { slack, attained };
    }
  }
  return most;
}

/** Holds an answer's uniform slack against every deal. */
export function expectTrueSlack(
  problem: Problem,
  { exact, proven }: { readonly exact: ExactPoints | null; readonly proven: boolean },
): void {
  const most = bruteSlack(problem);
  if (exact === null) {
    if (proven) expect(most).toBeNull();
    return;
  }
  expect(most).not.toBeNull();
  const order = compareFractions([exact.num, exact.den], most!.slack);
  if (proven) expect([order, exact.attained]).toEqual([0, most!.attained]);
  else expect(order).toBeLessThanOrEqual(0);
}

export function subsetsOf(members: readonly number[]): number[][] {
  return members.reduce<number[][]>((sets, member) => [...sets, ...sets.map((set) => [...set, member])], [[]]);
}

/** All maximisers of a bargaining solution among the given deals, for the gains of the coalition. */
export function bruteSolution(
  problem: Problem,
  name: SolutionName,
  coalition: readonly number[],
  deals: readonly Deal[],
): Deal[] {
  const gain = (deal: Deal, index: number): bigint => {
    const party = problem.parties[index]!;
    return BigInt(utilityUnits(problem, party, deal)) - BigInt(party.disagreement);
  };
  const scale = (index: number): bigint => BigInt(problem.parties[index]!.scale);
  const ideal = new Map(coalition.map((index) => [index, largest(deals.map((deal) => gain(deal, index)))]));
  const movable = coalition.filter((index) => ideal.get(index)! > 0n);
  const gains = (deal: Deal): Fraction[] => coalition.map((index) => [gain(deal, index), scale(index)]);
  const ratios = (deal: Deal): Fraction[] => movable.map((index) => [gain(deal, index), ideal.get(index)!]);
  const losses = (deal: Deal): Fraction[] =>
    coalition.map((index) => [gain(deal, index) - ideal.get(index)!, scale(index)]);
  switch (name) {
    case 'egalitarian':
      return best(deals, (deal) => sorted(gains(deal)));
    case 'kalai-smorodinsky':
      return best(deals, (deal) => sorted(ratios(deal)));
    case 'equal-loss':
      return best(deals, (deal) => sorted(losses(deal)));
    case 'utilitarian':
      return best(deals, (deal) => [sum(gains(deal))]);
    case 'relative-utilitarian':
      return best(deals, (deal) => [sum(ratios(deal))]);
    case 'nash':
      return bruteNash(problem, coalition, deals, gain, gains);
  }
}

function bruteNash(
  problem: Problem,
  coalition: readonly number[],
  deals: readonly Deal[],
  gain: (deal: Deal, party: number) => bigint,
  gains: (deal: Deal) => Fraction[],
): Deal[] {
  const gainers = (deal: Deal): number[] => coalition.filter((party) => gain(deal, party) > 0n);
  const most = Math.max(...deals.map((deal) => gainers(deal).length));
  const bySet = new Map<string, Deal[]>();
  for (const deal of deals.filter((candidate) => gainers(candidate).length === most)) {
    const key = gainers(deal).join();
    bySet.set(key, [...(bySet.get(key) ?? []), deal]);
  }
  const product = (deal: Deal): Fraction => [
    gainers(deal).reduce((value, party) => value * gain(deal, party) ** BigInt(problem.parties[party]!.power), 1n),
    1n,
  ];
  const winners = [...bySet.values()].flatMap((set) => best(set, (deal) => [product(deal)]));
  return most === coalition.length ? winners : best(winners, (deal) => sorted(gains(deal)));
}

/** Deals with the lexicographically greatest key. */
function best(deals: readonly Deal[], key: (deal: Deal) => Fraction[]): Deal[] {
  let winners: Deal[] = [];
  let top: Fraction[] | null = null;
  for (const deal of deals) {
    const value = key(deal);
    const order = top === null ? 1 : compareLists(value, top);
    if (order > 0) {
      winners = [deal];
      top = value;
    } else if (order === 0) {
      winners.push(deal);
    }
  }
  return winners;
}

function compareLists(a: readonly Fraction[], b: readonly Fraction[]): number {
  for (const [index, value] of a.entries()) {
    const order = compareFractions(value, b[index]!);
    if (order !== 0) return order;
  }
  return 0;
}

function sorted(values: Fraction[]): Fraction[] {
  return values.sort(compareFractions);
}

function sum(values: readonly Fraction[]): Fraction {
  return values.reduce<Fraction>(([a, b], [c, d]) => [a * d + c * b, b * d], [0n, 1n]);
}

function largest(values: readonly bigint[]): bigint {
  return values.reduce((top, value) => (value > top ? value : top));
}

/** True when another deal that keeps the rules is at least as good for everyone and better for someone. */
export function isDominated(problem: Problem, deal: Deal): boolean {
  const units = problem.parties.map((party) => utilityUnits(problem, party, deal));
  return allDeals(problem).some((other) => {
    if (!keepsRules(problem, other)) return false;
    const others = problem.parties.map((party) => utilityUnits(problem, party, other));
    return (
      others.every((value, party) => value >= units[party]!) && others.some((value, party) => value > units[party]!)
    );
  });
}
