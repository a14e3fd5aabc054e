/**
 * The deals that the overview sets side by side: what six standards of fairness pick, those that agree in one column; or,
 * where the zone is empty, the deal that each way out leads to.
 */
import type { ScoredDeal } from '../../../engine/answer.ts';
import type { OpeningGlance } from '../../../engine/glance.ts';
import type { DealColumn, SameSolutions } from '../../../report/view/deals.ts';
import {
  cellsOf,
  dealDigits,
  gainCellsOf,
  letterOf,
  sameSolutions,
  signerRemarks,
  solutionsHeading,
  tieRemarks,
} from '../../../report/view/deals.ts';
import { belowNoDeal, openingsWithDeals } from '../../../report/view/openings.ts';
import { shortSupposition, supposition } from '../../../report/view/ways-out.ts';
import { wholeFocus } from '../../../report/view/focus.ts';
import type { Subject } from '../../live/question.ts';
import type { PartyDigits } from '../../../report/digits.ts';
import { apart } from '../../../report/text/points.ts';
import type { Moment, ShownDeal } from '../../model/context.ts';
import { jointTitle } from '../../parts/known-deals.ts';
import { bestDeal } from '../../parts/recommended.ts';

/** The column under the cursor: no way out stands out until the person goes to one. Null where there is none. */
export function chosenColumn(picks: readonly DealPick[], column: number | null): number | null {
  if (picks.length === 0) return null;
  if (column === null) return picks[0]!.way === null ? 0 : null;
  return Math.min(column, picks.length - 1);
}

/** A way out of an empty zone. */
export type WayOut = OpeningGlance;

export interface DealPick extends Omit<DealColumn, 'deal'> {
  readonly shown: ShownDeal;
  /** Points against the same pick of the pinned answers, by party; null where there is none. */
  readonly since: readonly number[] | null;
  /** Null for a solution. */
  readonly way: WayOut | null;
}

/** Empty where no deal is recommended and no way out is known. */
export function dealPicks({ about, glance }: Moment, pinned: Moment | null): readonly DealPick[] {
  const digitsOf = (deals: readonly { readonly first: ScoredDeal }[]): PartyDigits =>
    dealDigits(
      about,
      wholeFocus(about.scenario, true, ''),
      deals.map(({ first }) => first),
    );
  if (glance.solutions === null) {
    const ways = openingsWithDeals(about, glance.collision?.openings ?? []);
    const digits = digitsOf(ways);
    return ways.map(({ opening, first }, k) => wayPick(about, opening, first, k, pinned, digits));
  }
  const solutions = sameSolutions(glance.solutions);
  const digits = digitsOf(solutions);
  return solutions.map((same, k) => solutionPick(about, same, k, pinned, digits));
}

function solutionPick(
  about: Subject,
  same: SameSolutions,
  k: number,
  pinned: Moment | null,
  digits: PartyDigits,
): DealPick {
  const { names, solution, first } = same;
  const heading = solutionsHeading(names);
  const before = pinned === null ? null : bestDeal(pinned.glance, names[0]);
  return {
    ...pickOf(first, k, before),
    cells: cellsOf(about, wholeFocus(about.scenario, true, ''), first, digits),
    heading,
    remarks: tieRemarks(solution),
    shown: { deal: first.deal, title: jointTitle(names) },
    way: null,
  };
}

function wayPick(
  about: Subject,
  way: WayOut,
  first: ScoredDeal,
  k: number,
  pinned: Moment | null,
  digits: PartyDigits,
): DealPick {
  const { drop, coalition, solution } = way;
  const words = `if ${supposition(about, drop)}`;
  const before = pinned?.glance.collision?.openings.find((other) => sameDrop(other.drop, drop));
  return {
    ...pickOf(first, k, before?.solution.deals[0] ?? null),
    cells: gainCellsOf(about, wholeFocus(about.scenario, true, ''), first, digits),
    heading: shortSupposition(about, drop),
    remarks: [words, ...belowNoDeal(about, first), ...signerRemarks(about, coalition), ...tieRemarks(solution)],
    shown: { deal: first.deal, title: `deal ${words}` },
    way,
  };
}

function sameDrop(a: WayOut['drop'], b: WayOut['drop']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function pickOf(first: ScoredDeal, k: number, before: ScoredDeal | null): Pick<DealPick, 'letter' | 'since'> {
  return {
    letter: letterOf(k),
    since: before === null ? null : first.utility.map((utility, party) => apart(utility, before.utility[party]!)),
  };
}
