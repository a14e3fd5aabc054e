/** Who can make deals together: the sets of signers as a table, and large sets in few words. */
import type { Coalition } from '../../engine/answer.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Case } from '../case.ts';
import { counted } from '../text/number.ts';
import type { Focus } from './focus.ts';
import { beginning, countFigure, listed, partyInside } from './words.ts';

export interface CoalitionsView {
  /** Who can make deals together, when there is a deal and more than one such set of parties. */
  readonly coalitions: readonly CoalitionRow[];
  /** What the list leaves out; null where it has them all. */
  readonly coalitionsNote: string | null;
}

export interface CoalitionRow {
  readonly parties: string;
  readonly deals: string;
  /** True for the signers that the rest of the report is about. */
  readonly shown: boolean;
}

/** Sets of signers listed before the deals, those with the most parties first. */
const MOST_COALITIONS = 8;

/** Parties of a set that are named one by one; of a larger one those outside, where these are fewer. */
const MOST_NAMED = 5;

/** Sets of signers that have deals come first where not all are listed, and of the others the report's own. */
export function coalitionsListed({ answer, scenario }: Case, { all }: Pick<Focus, 'all'>): CoalitionsView {
  const { coalitions, coalitionsCut } = answer;
  const isOwn = ({ parties }: Coalition): boolean =>
    answer.coalition !== null && sameParties(answer.coalition, parties);
  const isLong = coalitions.length > MOST_COALITIONS;
  const open = coalitions.filter((coalition) => coalition.empty !== true || isOwn(coalition));
  const first = new Set((isLong ? open : coalitions).slice(0, MOST_COALITIONS));
  const shown = all ? coalitions : coalitions.filter((coalition) => first.has(coalition) || isOwn(coalition));
  const left = coalitions.filter((coalition) => !shown.includes(coalition));
  const none = left.filter(({ empty }) => empty === true).length;
  const without = none === 0 ? '' : none === left.length ? ' without a deal' : `, ${none} of them without a deal`;
  const more = `and ${counted(left.length, 'more set')} of signers${coalitionsCut ? ' at least' : ''}${without}; --all shows them.`;
  return {
    coalitions: shown.map((coalition) => coalitionRow(scenario, coalition, isOwn(coalition))),
    coalitionsNote: left.length > 0 ? more : coalitionsCut ? 'More sets of signers exist; the list is cut.' : null,
  };
}

/** "Buyer and Bank, without Seller", or of a large set "everybody but Seller". */
export function signersAndOthers(scenario: Scenario, parties: readonly number[]): string {
  const others = outside(scenario, parties);
  const names = coalitionNames(scenario, parties);
  return isLarge(parties, others) ? names : `${names}, without ${namesOf(scenario, others)}`;
}

/** "Buyer and Bank", "everybody but Bank", "everybody". */
function coalitionNames(scenario: Scenario, parties: readonly number[]): string {
  const others = outside(scenario, parties);
  if (!isLarge(parties, others)) return namesOf(scenario, parties);
  return others.length === 0 ? 'everybody' : `everybody but ${namesOf(scenario, others)}`;
}

function outside(scenario: Scenario, parties: readonly number[]): readonly number[] {
  return [...scenario.parties.keys()].filter((party) => !parties.includes(party));
}

function isLarge(parties: readonly number[], others: readonly number[]): boolean {
  return parties.length > MOST_NAMED && others.length < parties.length;
}

function namesOf(scenario: Scenario, parties: readonly number[]): string {
  return listed(parties.map((party) => partyInside(scenario, party)));
}

function coalitionRow(scenario: Scenario, { parties, empty, count }: Coalition, shown: boolean): CoalitionRow {
  return {
    parties: beginning(coalitionNames(scenario, parties).replace(/^everybody/, 'Everybody')),
    deals: empty === true ? 'none' : countFigure(count),
    shown,
  };
}

function sameParties(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((party, k) => party === b[k]);
}
