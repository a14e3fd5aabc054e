/** What would open a zone, as a report tells it: the ways out by their content, options on no list, and the deals they lead to. */
import type { Constraint, DealCount, Knot, Opening, ScoredDeal } from '../../engine/answer.ts';
import type { Named } from '../case.ts';
import { gainOf } from '../case.ts';
import type { DealsView, Picks } from './deals.ts';
import { dealDigits, gainCellsOf, gainLegend, letterOf, partyRows, signerRemarks, tieRemarks } from './deals.ts';
import type { Focus } from './focus.ts';
import { newOptionSentence } from './knot.ts';
import { inNeutralOrder, supposition } from './ways-out.ts';
import { capital } from '../text/capital.ts';
import { countShort, listed, partyInside } from './words.ts';

export interface OpeningsView {
  readonly title: string;
  readonly intro: string;
  readonly ways: readonly WayView[];
  /** An option that is on no list, by issue. */
  readonly newOptions: readonly string[];
  readonly notes: readonly string[];
  /** The deals that the ways lead to, by their letters. */
  readonly deals: DealsView;
}

export interface WayView {
  readonly letter: string;
  readonly text: string;
  /** The red lines that are set aside, as party.redline; null where more than red lines is. */
  readonly lines: readonly string[] | null;
  /** What to type to look further; null as above. */
  readonly command: string | null;
}

/** Issues on which a new option is described; the others are counted. */
const MOST_NEW = 3;

/** A way out as a report tells it; without a count where the answer is a glance. */
interface Way extends Pick<Opening, 'drop' | 'coalition' | 'rule'> {
  readonly count?: DealCount;
  readonly solution: Picks;
}

export interface OpeningsCase extends Named {
  readonly answer: { readonly collision: { readonly openings: readonly Way[] } | null; readonly knot: Knot | null };
}

/** Null when there is a zone, or no way out. */
export function openingsView(of: OpeningsCase, focus: Pick<Focus, 'parties' | 'command' | 'all'>): OpeningsView | null {
  const { collision, knot } = of.answer;
  const shown = openingsWithDeals(of, collision?.openings ?? []);
  if (shown.length === 0) return null;
  const added = knot?.newOptions.found ?? [];
  const described = focus.all ? added : added.slice(0, MOST_NEW);
  const digits = dealDigits(
    of,
    focus,
    shown.map(({ first }) => first),
  );
  return {
    title: 'What would open a zone',
    intro: 'Each of these does, with every other demand met. Their order says nothing.',
    ways: shown.map(({ opening, first }, k) => {
      const lines = linesAside(of, opening);
      const command = lines === null ? null : `${focus.command} --without ${lines.join(' ')}`;
      return { letter: letterOf(k), text: wayText(of, opening, first), lines, command };
    }),
    newOptions: described.map((option) => newOptionSentence(of, option)),
    notes: described.length < added.length ? [moreNewOptions(added.length - described.length)] : [],
    deals: {
      title: 'The deals they lead to',
      intro: `${capital(openingRules(shown.map(({ opening }) => opening)))} of each zone. ${gainLegend(of)}`,
      parties: partyRows(of, focus, digits),
      columns: shown.map(({ opening, first }, k) => ({
        letter: letterOf(k),
        heading: '',
        remarks: tieRemarks(opening.solution),
        deal: first.deal,
        cells: gainCellsOf(of, focus, first, digits),
      })),
      notes: [],
      commands: [],
    },
  };
}

function moreNewOptions(left: number): string {
  return `A new option on ${left === 1 ? 'one more issue' : `${left} more issues`} would do; --all shows them.`;
}

/** "If Ukraine did not refuse "a" (Donetsk): about 5 deals, signed by A and B." */
function wayText(of: Named, opening: Way, first: ScoredDeal): string {
  const { drop, count, coalition } = opening;
  const counted = count === undefined ? 'a deal' : countShort(count);
  const facts = [counted, ...signerRemarks(of, coalition), ...belowNoDeal(of, first)];
  return `If ${supposition(of, drop, Infinity)}: ${facts.join('; ')}.`;
}

/** That a deal gives somebody less than no deal is worth to it: nobody would sign that in earnest. */
export function belowNoDeal(of: Named, { deal }: Pick<ScoredDeal, 'deal'>): readonly string[] {
  const losing = [...of.scenario.parties.keys()].filter((party) => gainOf(of, party, deal) < 0);
  if (losing.length === 0) return [];
  const names = losing.map((party) => partyInside(of.scenario, party));
  return [`worth less than no deal to ${listed(names)}`];
}

/** Ways out with the first deal that each leads to, in neutral order. */
export function openingsWithDeals<
  O extends { readonly drop: Opening['drop']; readonly solution: Pick<Opening['solution'], 'deals'> },
>(of: Named, openings: readonly O[]): readonly { readonly opening: O; readonly first: ScoredDeal }[] {
  return inNeutralOrder(of, openings).flatMap((opening) => {
    const first = opening.solution.deals[0];
    return first === undefined ? [] : [{ opening, first }];
  });
}

/** Which deal of an opened zone is shown, in words. */
function openingRules(openings: readonly Pick<Opening, 'rule'>[]): string {
  const nash = 'the Nash deal (largest product of gains)';
  const nearest = 'the deal that keeps whoever is furthest below the least it signs for as close to it as possible';
  const rules = new Set(openings.map(({ rule }) => rule));
  if (rules.size === 1) return rules.has('nash') ? nash : nearest;
  return `${nash} or, where a number of points is set aside, ${nearest},`;
}

/** As --without takes them. */
function linesAside({ scenario }: Named, { drop }: Pick<Opening, 'drop'>): readonly string[] | null {
  const lines = drop.flatMap((constraint: Constraint) => {
    if (constraint.kind !== 'redLine') return [];
    const party = scenario.parties[constraint.party]!;
    return [`${party.id}.${party.redLines[constraint.index]!.id}`];
  });
  return lines.length < drop.length ? null : lines;
}
