/**
 * Deals side by side: the bargaining solutions of a zone; and the cells, rows and remarks of any table of deals.
 */
import type { ScoredDeal, Solution, SolutionName } from '../../engine/answer.ts';
import { SOLUTION_NAMES } from '../../engine/answer.ts';
import type { Deal } from '../../engine/problem.ts';
import type { Named } from '../case.ts';
import { gainOf, reservationOf, spareOf } from '../case.ts';
import type { BarScale } from '../text/bar.ts';
import type { PartyDigits } from '../digits.ts';
import { leastOf, rangeOf, tableDigits } from '../digits.ts';
import { points, signedPoints } from '../text/points.ts';
import { bigCount, percent } from '../text/number.ts';
import type { Focus } from './focus.ts';
import { isPlainScale, utilityScale } from './scale.ts';
import { listed, partyInside, partyName, partyShort } from './words.ts';

export interface DealsView {
  readonly title: string;
  readonly intro: string;
  readonly parties: readonly PartyRow[];
  readonly columns: readonly DealColumn[];
  readonly notes: readonly string[];
  /** What to type to look further into a column. */
  readonly commands: readonly { readonly letter: string; readonly text: string }[];
}

export interface PartyRow {
  readonly name: string;
  /** For tables that are narrow. */
  readonly short: string;
  /** The least it signs for: "48.0". */
  readonly least: string;
  readonly color: string | undefined;
  readonly scale: BarScale;
  readonly threshold: number;
}

export interface DealColumn {
  readonly letter: string;
  readonly heading: string;
  readonly remarks: readonly string[];
  readonly deal: Deal;
  /** By row of `parties`. */
  readonly cells: readonly DealCell[];
}

export interface DealCell {
  readonly value: number;
  /** "62.3" */
  readonly utility: string;
  /** "+14.3" against the least the party signs for; or "52 %", its gain as a share of the most that it could gain. */
  readonly beside: string;
  /** False for a party that would not sign this deal. */
  readonly reaches: boolean;
}

export const SOLUTION_TITLES: Readonly<Record<SolutionName, string>> = {
  nash: 'Nash',
  'kalai-smorodinsky': 'Kalai-Smorodinsky',
  egalitarian: 'Egalitarian',
  utilitarian: 'Utilitarian',
  'relative-utilitarian': 'Relative utilitarian',
  'equal-loss': 'Equal loss',
};

/** What each of the six solutions makes large. */
export const STANDARDS =
  'Gains are counted from what no deal is worth to the party. Nash: largest product of gains. Kalai-Smorodinsky: gains ' +
  'in proportion to the most each could get. Egalitarian: the smallest gain is largest. Utilitarian: largest sum of ' +
  'gains; relative: each gain as a share of the most the party could get. Equal loss: the largest distance from the ' +
  'most a party could get is smallest.';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A solution as a report tells it: not the effort it took. */
export type Picks = Omit<Solution, 'nodes'>;

/** Solutions that pick the same deals, with the first of these. */
export interface SameSolutions {
  readonly names: readonly SolutionName[];
  readonly solution: Picks;
  readonly first: ScoredDeal;
}

/** The six solutions in their order, those that pick the same deals together; those without a deal are left out. */
export function sameSolutions(solutions: Readonly<Record<SolutionName, Picks>>): readonly SameSolutions[] {
  const found: { readonly names: SolutionName[]; readonly solution: Picks; readonly first: ScoredDeal }[] = [];
  for (const name of SOLUTION_NAMES) {
    const solution = solutions[name];
    const first = solution.deals[0];
    if (first === undefined) continue;
    const same = found.find((entry) => sameDeals(entry.solution, solution));
    if (same === undefined) found.push({ names: [name], solution, first });
    else same.names.push(name);
  }
  return found;
}

/** "Nash + Egalitarian". */
export function solutionsHeading(names: readonly SolutionName[]): string {
  return names.map((name) => SOLUTION_TITLES[name]).join(' + ');
}

/** The six solutions, those that pick the same deals in one column. Null when the signers have no deal. */
export function solutionsView(
  of: Named & { readonly answer: { readonly solutions: Readonly<Record<SolutionName, Picks>> | null } },
  focus: Pick<Focus, 'parties'>,
): DealsView | null {
  const { solutions } = of.answer;
  if (solutions === null) return null;
  const merged = sameSolutions(solutions);
  const leftOut = SOLUTION_NAMES.flatMap((name) => {
    const names = solutions[name].leftOut.map((party) => partyInside(of.scenario, party));
    return names.length === 0
      ? []
      : [`${SOLUTION_TITLES[name]} leaves out ${listed(names)}: no deal of the zone gives a gain.`];
  });
  const digits = dealDigits(
    of,
    focus,
    merged.map(({ first }) => first),
  );
  return {
    title: merged.length === 1 ? 'Recommended deal' : 'Recommended deals',
    intro:
      (merged.length === 1 && merged.every(({ solution }) => solution.proven)
        ? 'Six standards of fairness pick the same deal; it is proven best by each. '
        : `What six standards of fairness pick; each deal is proven best by its own${
            merged.every(({ solution }) => solution.proven) ? '' : ', unless its column says otherwise'
          }. `) + barLegend(of),
    parties: partyRows(of, focus, digits),
    columns: merged.map(({ names, solution, first }, k) => ({
      letter: letterOf(k),
      heading: solutionsHeading(names),
      remarks: tieRemarks(solution),
      deal: first.deal,
      cells: cellsOf(of, focus, first, digits),
    })),
    notes: [STANDARDS, ...leftOut],
    commands: [],
  };
}

/** What a bar and the figures beside it mean. */
export function barLegend(of: Named): string {
  return `${barWords(of)} Beside it: the points, and how far above or below the least.`;
}

/** The same for a table of gains: points of different parties do not compare. */
export function gainLegend(of: Named): string {
  return (
    `${barWords(of)} Beside it: the points, and the gain over no deal as a share of the most that the party could gain ` +
    'with any options.'
  );
}

function barWords(of: Named): string {
  const plain = [...of.scenario.parties.keys()].every((party) => isPlainScale(utilityScale(of, party)));
  return `A bar has ${plain ? '100 points' : 'all the points that the party could get'}; its mark │ is the least the party signs for.`;
}

/** The digits of a table of deals, by party of the focus; see `tableDigits`. */
export function dealDigits(
  of: Named,
  focus: Pick<Focus, 'parties'>,
  deals: readonly Pick<ScoredDeal, 'utility'>[],
): PartyDigits {
  const least = [...of.scenario.parties.keys()].map((party) => reservationOf(of, party));
  return tableDigits(
    of,
    focus.parties,
    deals.map(({ utility }) => utility),
    least,
  );
}

/** A row for each party of the focus. */
export function partyRows(of: Named, focus: Pick<Focus, 'parties'>, digits: PartyDigits): PartyRow[] {
  return focus.parties.map((party) => {
    const threshold = reservationOf(of, party);
    return {
      name: partyName(of.scenario, party),
      short: partyShort(of.scenario, party),
      least: leastOf(of, party, points(threshold, digits.get(party)!)),
      color: of.scenario.parties[party]!.color,
      scale: utilityScale(of, party),
      threshold,
    };
  });
}

/** What a deal is worth to each party of the focus, and how far from its least. */
export function cellsOf(
  of: Named,
  focus: Pick<Focus, 'parties'>,
  scored: ScoredDeal,
  digits: PartyDigits,
): readonly DealCell[] {
  return cellsWith(of, focus, scored, digits, (party, spare) => signedPoints(spare, digits.get(party)!));
}

/** The same with each party's gain over no deal as a share of the most that it could gain. */
export function gainCellsOf(
  of: Named,
  focus: Pick<Focus, 'parties'>,
  scored: ScoredDeal,
  digits: PartyDigits,
): readonly DealCell[] {
  return cellsWith(of, focus, scored, digits, (party) => gainShare(of, party, scored.deal));
}

function gainShare(of: Named, party: number, deal: Deal): string {
  const most = rangeOf(of, party).most - of.scenario.parties[party]!.disagreement.value;
  if (most <= 0) return '-';
  const share = gainOf(of, party, deal) / most;
  return share < 0 ? `-${percent(-share)}` : percent(share);
}

function cellsWith(
  of: Named,
  focus: Pick<Focus, 'parties'>,
  { deal, utility }: ScoredDeal,
  digits: PartyDigits,
  besideOf: (party: number, spare: number) => string,
): readonly DealCell[] {
  return focus.parties.map((party) => {
    const spare = spareOf(of, party, deal);
    const value = utility[party]!;
    const beside = besideOf(party, spare);
    return { value, utility: points(value, digits.get(party)!), beside, reaches: spare >= 0 };
  });
}

/** Said only where the signers are not simply everybody. */
export function signerRemarks({ scenario }: Named, coalition: readonly number[]): string[] {
  if (coalition.length === scenario.parties.length) return [];
  return [`signed by ${listed(coalition.map((party) => partyInside(scenario, party)))}`];
}

/** That the deal shown is one of several as good, or not proven best; nothing where it is the best one. */
export function tieRemarks({ total, proven }: Picks): string[] {
  if (!proven) return ['best found; not proven best'];
  if (total === 1n) return [];
  return [total === null ? 'one of several equally good' : `1 of ${bigCount(total)} equally good`];
}

function sameDeals(a: Picks, b: Picks): boolean {
  return (
    a.proven === b.proven &&
    a.total === b.total &&
    JSON.stringify(a.deals.map(({ deal }) => deal)) === JSON.stringify(b.deals.map(({ deal }) => deal))
  );
}

/** The letter over a column: A, B, C. */
export function letterOf(column: number): string {
  return LETTERS[column] ?? String(column + 1);
}
