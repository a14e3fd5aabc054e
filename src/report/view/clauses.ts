/**
 * The clauses of the deals shown, issue by issue: which option, and who likes it or swallows it.
 */
import type { Deal } from '../../engine/problem.ts';
import { clauseStandings } from '../../engine/standing.ts';
import type { ClauseStanding } from '../../engine/standing.ts';
import type { Named } from '../case.ts';
import { oneLine } from '../text/width.ts';
import type { DealColumn } from './deals.ts';
import type { Focus } from './focus.ts';
import { capital } from '../text/capital.ts';
import { issueTitle, optionLabel, partyShort } from './words.ts';

export interface ClausesView {
  readonly title: string;
  readonly intro: string;
  readonly groups: readonly ClauseGroup[];
  /** True when the deals differ somewhere, so that rows carry letters. */
  readonly lettered: boolean;
  /** Who tells what was paid for a clause that is swallowed; null where nobody swallows one in a deal that can be asked about. */
  readonly note: string | null;
}

export interface ClauseGroup {
  /** Empty for issues without a group. */
  readonly name: string;
  readonly rows: readonly ClauseRow[];
}

export interface ClauseRow {
  readonly point: string;
  readonly title: string;
  /** One entry where all deals agree; otherwise one for each option that a deal picks. */
  readonly variants: readonly ClauseVariant[];
}

export interface ClauseVariant {
  /** Letters of the deals that pick the option; empty when all do. */
  readonly letters: string;
  readonly option: string;
  /** Short names. */
  readonly likes: readonly string[];
  readonly swallows: readonly string[];
}

const LIKES_FROM = 2 / 3;
const SWALLOWS_TO = 1 / 3;

/** At most a third of what the issue can give the party. */
export function isSwallowed({ share }: ClauseStanding): boolean {
  return share !== null && share <= SWALLOWS_TO;
}

/** Who likes and who swallows a clause, by short names. */
export type ClauseFeelings = Pick<ClauseVariant, 'likes' | 'swallows'>;

/** What the parties of the focus make of each clause of a deal, by issue. */
export function clauseFeelings(of: Named, focus: Pick<Focus, 'parties'>, deal: Deal): readonly ClauseFeelings[] {
  return clauseStandings(of.compiled.problem, deal).map((standing) => feelings(of, focus, standing));
}

/** There is no deal but if something is supposed. */
export const OF_A_WAY_OUT = ', with what the way out supposes,';

/** How to ask what a party got for a clause that it swallows. `how`: options of the command. */
export function priceNote(how = ''): string {
  return `winset price${how} says what a party was paid with for a clause that it swallows, and what is left if it refuses.`;
}

/** The clauses of the deals in these columns. `how`: as `priceNote` has it, where the deals are not those of the case. */
export function clausesView(of: Named, focus: Focus, columns: readonly DealColumn[], how = ''): ClausesView {
  const { scenario, compiled } = of;
  const standings = columns.map(({ deal }) => clauseStandings(compiled.problem, deal));
  const rows = scenario.issues.map((issue, k): ClauseRow => {
    const options = [...new Set(columns.map(({ deal }) => deal[k]!))];
    return {
      point: issue.point ?? '',
      title: issueTitle(scenario, k),
      variants: options.map((option) => {
        const pick = columns.filter(({ deal }) => deal[k] === option);
        const standing = standings[columns.indexOf(pick[0]!)]![k]!;
        return {
          letters: options.length === 1 ? '' : pick.map(({ letter }) => letter).join(''),
          option: optionLabel(scenario, k, option),
          ...feelings(of, focus, standing),
        };
      }),
    };
  });
  const groups = [...new Set(scenario.issues.map(({ group }) => group ?? ''))].map((group) => ({
    name: capital(oneLine(group)),
    rows: rows.filter((_, k) => (scenario.issues[k]!.group ?? '') === group),
  }));
  // Without more words the command is about the first of these deals, which is the Nash deal.
  const priced = how === '' ? standings.slice(0, 1) : standings;
  const isPriced = priced.flat().some((standing) => feelings(of, focus, standing).swallows.length > 0);
  const several = columns.length > 1;
  return {
    title: several ? 'Clauses of these deals' : 'Clauses of this deal',
    intro:
      'Likes: the clause gives the party at least two thirds of what the issue can give it. Swallows: at most one ' +
      `third.${several ? ' Letters are the columns above; a clause without a letter is in all of them.' : ''}`,
    groups,
    lettered: rows.some(({ variants }) => variants.length > 1),
    note: isPriced ? priceNote(how) : null,
  };
}

function feelings(
  { scenario }: Named,
  focus: Pick<Focus, 'parties'>,
  standing: readonly ClauseStanding[],
): ClauseFeelings {
  const names = (holds: (standing: ClauseStanding) => boolean) =>
    focus.parties.filter((party) => holds(standing[party]!)).map((party) => partyShort(scenario, party));
  return { likes: names(({ share }) => share !== null && share >= LIKES_FROM), swallows: names(isSwallowed) };
}
