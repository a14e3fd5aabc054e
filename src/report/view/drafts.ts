/**
 * The published drafts held against the zone: what each is worth to each party, who refuses it and what weighs most.
 */
import { ruleIds } from '../../compile/compile.ts';
import type { DraftAnswer, DraftPartyAnswer, NoDealAnswer, ScoredDeal, Verdict } from '../../engine/answer.ts';
import { optionId } from '../../scenario/format/options.ts';
import type { Draft, Scenario, StatusQuo } from '../../scenario/scenario.ts';
import type { DraftStandpoint, Named } from '../case.ts';
import { dayOf } from './header.ts';
import { reservationOf } from '../case.ts';
import { digitsOf, isStrict, pointsOf, shortOf } from '../digits.ts';
import { counted } from '../text/number.ts';
import type { Digits } from '../text/points.ts';
import { apart, points, tellingFrom } from '../text/points.ts';
import { oneLine } from '../text/width.ts';
import type { Focus } from './focus.ts';
import { capital } from '../text/capital.ts';
import { issueTitle, listed, optionLabel, partyInside, partyName, partyShort, sentence } from './words.ts';

/** Drafts in the order of the scenario, and what was found about each. */
export interface DraftCase extends Named {
  readonly answer: { readonly drafts: readonly DraftAnswer[]; readonly noDeal?: NoDealAnswer | null };
  readonly draftsAt?: readonly (DraftStandpoint | null)[];
  readonly noDealAt?: DraftStandpoint | null;
}

export interface DraftsView {
  readonly title: string;
  readonly intro: string;
  /** Short names, one per cell of a row. */
  readonly parties: readonly string[];
  readonly rows: readonly DraftRow[];
  /** Below the rows: what is left out of them, or where to ask on. */
  readonly note: string | null;
}

export interface DraftRow {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly DraftCell[];
  readonly summary: string;
  /** One per party that refuses. */
  readonly refusals: readonly { readonly party: string; readonly text: string }[];
  /** The deal that beats it: what each party gains by it, and the clauses in which it differs; null when there is none. */
  readonly beatenBy: string | null;
}

export interface DraftCell {
  /** "62.3", or "40.1-66.0" for a partial draft. */
  readonly utility: string;
  /** "yes", "red line", "short 8.1", "open", "unknown" */
  readonly word: string;
  readonly refuses: boolean;
}

const OWN_DATE = 'Each is held against the positions of its own date, which it names. ';

const DEAREST = 3;
const CHANGES = 3;
const MOST_ROWS = 12;

/** Null when the scenario has no drafts to show. */
export function draftsView(of: DraftCase, focus: Focus): DraftsView | null {
  const { statusQuo } = of.scenario;
  const { noDeal } = of.answer;
  const last = focus.noDeal && statusQuo && noDeal ? [noDealRow(of, focus, statusQuo, noDeal)] : [];
  if (focus.drafts.length + last.length === 0) return null;
  const shown = focus.all ? focus.drafts : focus.drafts.slice(0, MOST_ROWS);
  const left = focus.drafts.length - shown.length;
  return {
    title: 'Drafts',
    intro:
      'Points of each published version, and whether the party would sign. ' +
      (isDated(of) ? OWN_DATE : '') +
      'A partial draft has a range over all ways ' +
      'to complete it. Beaten: another deal is better for some and worse for none; efficient: there is no such deal.',
    parties: focus.parties.map((party) => partyShort(of.scenario, party)),
    rows: [...shown.map((draft) => draftRow(of, focus, draft)), ...last],
    note: left === 0 ? null : `${counted(left, 'more draft')}; --all shows them.`,
  };
}

function draftRow(of: DraftCase, focus: Focus, index: number): DraftRow {
  const { scenario, answer } = of;
  const draft = scenario.drafts[index]!;
  const result = answer.drafts[index]!;
  const at = of.draftsAt?.[index] ?? of;
  return {
    id: draft.id,
    title: titleOf(of, draft, at),
    cells: focus.parties.map((party) => draftCell(at, party, result)),
    summary: draftSummary(at, result),
    refusals: focus.parties
      .filter((party) => result.blockedBy.includes(party))
      .map((party) => ({ party: partyName(scenario, party), text: refusal(at, party, result) })),
    beatenBy: result.dominatedBy === null ? null : betterDeal(of, focus, index, result.dominatedBy),
  };
}

/** Some draft, or no deal, is held against the positions of another date than the answer. */
function isDated({ draftsAt = [], noDealAt = null }: DraftCase): boolean {
  return [...draftsAt, noDealAt].some((at) => at !== null);
}

/** "Draft of February, 2025-02-11; positions of 2025-01-31 (offer)" */
function titleOf(of: DraftCase, { title, date }: Pick<Draft, 'title' | 'date'>, at: Named): string {
  const day = isDated(of) && date !== undefined ? dayOf(at.scenario) : null;
  return oneLine(title) + (date === undefined ? '' : `, ${date}`) + (day === null ? '' : `; positions of ${day}`);
}

/** No deal as a row among the drafts: what every party has, and nobody's signature. */
function noDealRow(of: DraftCase, focus: Focus, statusQuo: StatusQuo, answer: NoDealAnswer): DraftRow {
  const at = of.noDealAt ?? of;
  const { utility, dominatedBy } = answer;
  return {
    id: statusQuo.id,
    title: titleOf(of, statusQuo, at),
    cells: focus.parties.map((party) => ({
      utility: points(utility[party]!, digitsOf(at, party)),
      word: '',
      refuses: false,
    })),
    summary: sentence(`Needs no signature; ${noDealStanding(answer)}`),
    refusals: [],
    beatenBy: dominatedBy === null ? null : betterThanNone(at, focus, utility, dominatedBy),
  };
}

/** "efficient: no deal is better for somebody and worse for nobody", or "beaten". */
export function noDealStanding({ efficient }: Pick<NoDealAnswer, 'efficient'>): string {
  if (efficient === null) return 'not known within the search budget whether a deal beats it';
  return efficient ? 'efficient: no deal is better for somebody and worse for nobody' : 'beaten';
}

/** "US +2.3, RU +0.4, nobody worse off: NATO enlargement: no clause; ..." */
function betterThanNone(of: Named, { all }: Pick<Focus, 'all'>, none: readonly number[], better: ScoredDeal): string {
  const { scenario } = of;
  const clauses = scenario.issues.map(
    (_, issue) => `${issueTitle(scenario, issue)}: ${optionLabel(scenario, issue, better.deal[issue]!)}`,
  );
  const shown = all ? clauses : clauses.slice(0, CHANGES);
  const left = clauses.length - shown.length;
  const more = left === 0 ? '' : `; and ${counted(left, 'more clause')} (--all)`;
  return sentence(`${gainsOver(of, none, better)}, nobody worse off. By: ${shown.join('; ')}${more}`);
}

/** "US +2.3, RU +0.4": who has more by the deal, and how much. */
function gainsOver(of: Named, before: readonly number[], better: ScoredDeal): string {
  return better.utility
    .map((utility, party) => ({ party, gain: apart(utility, before[party]!) }))
    .filter(({ gain }) => gain > 0)
    .map(({ party, gain }) => `${partyShort(of.scenario, party)} +${pointsOf(of, party, gain)}`)
    .join(', ');
}

/** "US +2.3, RU +0.4, nobody worse off. Instead: NATO enlargement: no clause; ..." */
function betterDeal(of: DraftCase, focus: Focus, index: number, better: ScoredDeal): string {
  const { scenario, answer } = of;
  const draft = scenario.drafts[index]!;
  const before = answer.drafts[index]!.parties.map(({ utility }) => utility.min);
  const changes = scenario.issues.flatMap((own, issue) => {
    const option = better.deal[issue]!;
    const same = draft.clauses.some((clause) => clause.issue === own.id && clause.option === optionId(own, option));
    return same ? [] : [`${issueTitle(scenario, issue)}: ${optionLabel(scenario, issue, option)}`];
  });
  const shown = focus.all || focus.drafts.length === 1 ? changes : changes.slice(0, CHANGES);
  const left = changes.length - shown.length;
  const more = left === 0 ? '' : `; and ${counted(left, 'more clause')} (--all)`;
  return sentence(`${gainsOver(of, before, better)}, nobody worse off. Instead: ${shown.join('; ')}${more}`);
}

/** What one party makes of a draft, in a few words. */
export function draftCell(
  of: Named,
  party: number,
  { parties, complete }: Pick<DraftAnswer, 'parties' | 'complete'>,
): DraftCell {
  const { utility, shortfall, accepts, redLines } = parties[party]!;
  const digits = digitsOf(of, party);
  const word =
    accepts === true
      ? 'yes'
      : accepts === 'open' || accepts === 'unknown'
        ? accepts
        : redLines.length > 0
          ? 'red line'
          : shortOf(of, party, shortfall);
  return {
    utility: complete
      ? points(utility.min, tellingFrom(reservationOf(of, party), [utility.min], digits))
      : rangeWords(utility, digits),
    word,
    refuses: accepts === false,
  };
}

/** "40-66": in one digit less, since a range says less. */
function rangeWords({ min, max }: DraftPartyAnswer['utility'], { places, exponent }: Digits): string {
  const digits = { places: Math.max(0, places - 1), exponent };
  return `${points(min, digits)}${min < 0 ? ' to ' : '-'}${points(max, digits)}`;
}

/** How a draft stands as a whole, in a sentence. */
export function draftSummary(of: Named, answer: DraftAnswer): string {
  const { complete, efficient, dominatedBy } = answer;
  const words = [draftStanding(of.scenario, answer, partyInside)];
  if (efficient === true) words.push('efficient');
  if (complete && efficient === null) words.push('not known within the search budget whether it is efficient');
  if (dominatedBy !== null) words.push('beaten');
  return sentence(capital([...words, ...brokenRules(of, answer)].join('; ')));
}

/** "blocked by Ukraine and E3/EU", or how it stands to the zone; `nameOf` says how parties are called. */
export function draftStanding(
  scenario: Scenario,
  { blockedBy, inZone, complete }: Pick<DraftAnswer, 'blockedBy' | 'inZone' | 'complete'>,
  nameOf: (scenario: Scenario, party: number) => string,
): string {
  if (blockedBy.length === 0) return zoneWords(inZone, complete);
  return `blocked by ${listed(blockedBy.map((party) => nameOf(scenario, party)))}`;
}

/** "breaks the rule x"; nothing where it keeps them all. */
export function brokenRules(
  { scenario, compiled }: Named,
  { broken, brokenSums }: Pick<DraftAnswer, 'broken' | 'brokenSums'>,
): string[] {
  const rules = ruleIds(scenario, compiled, { forbidden: broken, sums: brokenSums });
  return rules.length === 0 ? [] : [`breaks ${rules.length === 1 ? 'the rule' : 'the rules'} ${listed(rules)}`];
}

function zoneWords(inZone: Verdict, complete: boolean): string {
  if (inZone === 'unknown')
    return 'not known within the search budget whether it can be completed to a deal of the zone';
  if (inZone === 'open') return 'open: some ways to complete it are in the zone';
  if (inZone) return complete ? 'in the zone: enough parties would sign' : 'in the zone, however it is completed';
  return complete ? 'not in the zone' : 'no party refuses every way to complete it, but none is in the zone';
}

/** "short 8.1; red line all-donbas; dearest clauses: Territory -9.1, ..." */
function refusal(of: Named, party: number, { parties }: DraftAnswer): string {
  const { scenario } = of;
  const { utility, shortfall, redLines, costs } = parties[party]!;
  const parts: string[] = [];
  const isBare = isStrict(of, party) && shortfall === 0 && utility.max <= reservationOf(of, party);
  if (shortfall > 0 || isBare) parts.push(shortOf(of, party, shortfall));
  if (redLines.length > 0) {
    const ids = redLines.map((index) => scenario.parties[party]!.redLines[index]!.id);
    parts.push(`${ids.length === 1 ? 'red line' : 'red lines'} ${ids.join(', ')}`);
  }
  if ((shortfall > 0 || isBare) && costs.length > 0) {
    const dearest = costs
      .slice(0, DEAREST)
      .map(({ issue, cost }) => `${issueTitle(scenario, issue)} -${pointsOf(of, party, cost)}`);
    parts.push(`dearest: ${dearest.join(', ')}`);
  }
  return parts.length === 0 ? 'refuses each completion, for reasons that differ' : parts.join('; ');
}
