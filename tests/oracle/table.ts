/** Every deal of a scenario with what the definitions say about it. */
import type { Fraction } from './fraction.ts';
import { add, compare, minus } from './fraction.ts';
import type { Scenario } from './scenario.ts';
import { breaks, matches, pointsOf, reservationOf } from './scenario.ts';

export interface Row {
  /** Option by issue. */
  readonly deal: readonly number[];
  /** Points by party. */
  readonly utility: readonly Fraction[];
  /** By party: points over what it signs for, points over what no deal is worth. */
  readonly room: readonly Fraction[];
  readonly gain: readonly Fraction[];
  /** By party: the numbers of its red lines that the deal crosses. */
  readonly crossed: readonly (readonly number[])[];
  readonly signs: readonly boolean[];
  readonly inZone: boolean;
}

export interface Table {
  readonly scenario: Scenario;
  /** All combinations, rules or not, in option order. */
  readonly space: bigint;
  /** The deals that keep the rules. */
  readonly rows: readonly Row[];
  readonly zone: readonly Row[];
}

export function tableOf(scenario: Scenario): Table {
  const rows = allDeals(scenario)
    .filter((deal) => !scenario.rules.some((rule) => breaks(deal, rule)))
    .map(rowMaker(scenario));
  return {
    scenario,
    space: scenario.issues.reduce((product, { options }) => product * BigInt(options.length), 1n),
    rows,
    zone: rows.filter(({ inZone }) => inZone),
  };
}

export function allDeals({ issues }: Scenario): number[][] {
  return issues.reduce<number[][]>(
    (deals, { options }) => deals.flatMap((deal) => options.map((_, option) => [...deal, option])),
    [[]],
  );
}

/** Looks a deal up, whether it keeps the rules or not. */
export function rowMaker(scenario: Scenario): (deal: readonly number[]) => Row {
  const { parties } = scenario;
  const points = parties.map(pointsOf);
  const least = parties.map(reservationOf);
  return (deal) => {
    const utility = parties.map((party, p) => {
      const own = deal.map((option, issue) => points[p]![issue]![option]!);
      const extra = party.adjustments.flatMap(({ when, points: more }) => (matches(deal, when) ? [more] : []));
      return [...own, ...extra].reduce(add);
    });
    const room = utility.map((value, p) => minus(value, least[p]!));
    const crossed = parties.map(({ redLines }) =>
      redLines.flatMap(({ when }, line) => (matches(deal, when) ? [line] : [])),
    );
    const signs = parties.map(({ isStrict }, p) => reaches(room[p]!, isStrict) && crossed[p]!.length === 0);
    return {
      deal,
      utility,
      room,
      gain: utility.map((value, p) => minus(value, parties[p]!.disagreement)),
      crossed,
      signs,
      inZone: isEnough(scenario, deal, (party) => signs[party]!),
    };
  };
}

export function reaches(room: Fraction, isStrict: boolean): boolean {
  return isStrict ? room.num > 0n : room.num >= 0n;
}

/** Whether the consent rule is content with those who sign the deal. */
export function isEnough(
  { parties, consent }: Scenario,
  deal: readonly number[],
  signs: (party: number) => boolean,
): boolean {
  const { always, quorum, conditions } = consent;
  return (
    always.every(signs) &&
    [...parties.keys()].filter(signs).length >= quorum &&
    conditions.every(({ party, when }) => signs(party) || !matches(deal, when))
  );
}

/** The deals that these parties can make by themselves. */
export function signedBy({ scenario, rows }: Table, coalition: readonly number[]): Row[] {
  return rows.filter(
    ({ deal, signs }) =>
      coalition.every((party) => signs[party]) && isEnough(scenario, deal, (party) => coalition.includes(party)),
  );
}

/** Every set of parties that has those who always sign and is as large as the quorum; the largest first. */
export function coalitionsOf({ parties, consent }: Scenario): number[][] {
  const others = [...parties.keys()].filter((party) => !consent.always.includes(party));
  return subsets(others)
    .map((set) => ({ set, all: [...consent.always, ...set].sort((a, b) => a - b) }))
    .filter(({ all }) => all.length >= consent.quorum)
    .sort((a, b) => b.all.length - a.all.length || byOrder(a.set, b.set))
    .map(({ all }) => all);
}

export function subsets<T>(members: readonly T[]): T[][] {
  return members.reduce<T[][]>((sets, member) => [...sets, ...sets.map((set) => [...set, member])], [[]]);
}

export function byOrder(a: readonly number[], b: readonly number[]): number {
  for (const [k, value] of a.entries()) if (value !== b[k]) return value - (b[k] ?? -1);
  return a.length - b.length;
}

/** True when a is at least b for everybody and more for somebody. */
export function beats(a: Row, b: Row): boolean {
  const orders = a.utility.map((value, party) => compare(value, b.utility[party]!));
  return orders.every((order) => order >= 0) && orders.some((order) => order > 0);
}
