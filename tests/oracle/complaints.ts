/** What is wrong with an answer, as sentences: nothing where the answer is right. */
import type { Fraction } from './fraction.ts';
import { numberText, toNumber } from './fraction.ts';
import type { CountDocument, DealDocument, DemandDocument } from './documents.ts';
import type { Demand } from './explain.ts';
import { readPattern } from './read.ts';
import type { Scenario } from './scenario.ts';

export class Complaints {
  readonly all: string[] = [];

  /** Compares plain data. */
  same(what: string, found: unknown, right: unknown): void {
    const [is, should] = [JSON.stringify(found), JSON.stringify(right)];
    if (is !== should) this.all.push(`${what}: says ${is}, right is ${should}`);
  }

  /** A number of the document must be the nearest to an exact one, give or take the last digits of a double. */
  near(what: string, found: number | null | undefined, right: Fraction | null): void {
    if (found === null || found === undefined || right === null) {
      if (found !== right)
        this.all.push(`${what}: says ${found}, right is ${right === null ? 'nothing' : numberText(right)}`);
      return;
    }
    const should = toNumber(right);
    const isNear = Math.abs(found - should) <= 1e-9 * Math.max(Math.abs(found), Math.abs(should));
    if (!isNear) this.all.push(`${what}: says ${found}, right is ${numberText(right)}`);
  }

  /** An exact count must be right; bounds must contain what is right. */
  count(what: string, found: CountDocument | string, right: number, mustBeExact: boolean): void {
    const count = typeof found === 'string' ? { exact: found } : found;
    if ('exact' in count) {
      if (count.exact !== String(right)) this.all.push(`${what}: says ${count.exact}, right is ${right}`);
    } else if (mustBeExact || BigInt(count.low) > BigInt(right) || BigInt(count.high) < BigInt(right)) {
      this.all.push(`${what}: says ${count.low} to ${count.high}, right is ${right}`);
    }
  }

  true(what: string, holds: boolean): void {
    if (!holds) this.all.push(what);
  }
}

export function dealDocument({ issues }: Scenario, deal: readonly number[]): DealDocument {
  return Object.fromEntries(issues.map(({ id, options }, issue) => [id, options[deal[issue]!]!]));
}

/** Option numbers of a deal of the document; -1 for what is no option. */
export function dealOf({ issues }: Scenario, deal: DealDocument): number[] {
  return issues.map(({ id, options }) => options.indexOf(deal[id] ?? ''));
}

export function partyOf({ parties }: Scenario, id: string): number {
  return parties.findIndex((party) => party.id === id);
}

/** The same key for the same demand, whoever names it. */
export function demandKey(scenario: Scenario, demand: Demand): string {
  const party = scenario.parties[demand.party]!;
  switch (demand.kind) {
    case 'reservation':
      return `reservation ${party.id}`;
    case 'redLine':
      return `redLine ${party.id} ${party.redLines[demand.line]!.id}`;
    case 'consent':
      return `consent ${party.id} ${patternKey(scenario.consent.conditions[demand.condition]!.when)}`;
  }
}

export function documentKey({ issues }: Scenario, { kind, party, id, when }: DemandDocument): string {
  if (kind === 'reservation') return `reservation ${party}`;
  if (kind === 'redLine') return `redLine ${party} ${id}`;
  return `consent ${party} ${patternKey(readPattern(when!, issues))}`;
}

function patternKey(pattern: ReturnType<typeof readPattern>): string {
  return pattern
    .map(({ issue, options }) => `${issue}:${[...options].sort((a, b) => a - b).join()}`)
    .sort()
    .join(' ');
}

/** Sets of keys in an order of their own. */
export function sortedSets(sets: readonly (readonly string[])[]): string[] {
  return sets.map((set) => [...set].sort().join(' + ')).sort();
}
