/** Phrases of an explanation: demands and clauses in words that stand in a sentence. */
import type { Constraint } from '../../engine/answer.ts';
import type { ClauseChange, OpeningWay, RedLine } from '../../engine/explain/answer.ts';
import type { Pattern, Scenario } from '../../scenario/scenario.ts';
import type { Named } from '../../report/case.ts';
import { capital } from '../../report/text/capital.ts';
import {
  issueTitle,
  issueWords,
  labelledClauses,
  leastFigure,
  listed,
  optionLabel,
  partyInside,
} from '../../report/view/words.ts';
import { isStrict, needed } from '../../report/digits.ts';

/** A titled list: a short label and a text beside it for each entry. */
export interface ListView {
  readonly title: string;
  readonly intro: string;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
  /** What was left out, or what else is to be said. */
  readonly notes: readonly string[];
}

/** "Russia's refusal of "swap talks" or "stand in place" (point 21, Territory)". */
export function demandPhrase(of: Named, demand: Constraint): string {
  const { scenario } = of;
  const owner = possessive(partyInside(scenario, demand.party));
  switch (demand.kind) {
    case 'reservation':
      return `${owner} threshold of ${isStrict(of, demand.party) ? 'more than ' : ''}${leastFigure(of, demand.party)} points`;
    case 'redLine':
      return `${owner} refusal of ${clausePhrase(scenario, scenario.parties[demand.party]!.redLines[demand.index]!.when)}`;
    case 'consent':
      return `${owner} say over ${clausePhrase(scenario, scenario.consent.conditional[demand.index]!.when)}`;
  }
}

/** A conflict as one sentence. */
export function conflictSentence(of: Named, conflict: readonly Constraint[]): string {
  const names = listed(conflict.map((demand) => demandPhrase(of, demand)));
  if (conflict.length === 1) return capital(`${names} cannot be met by any combination.`);
  if (conflict.length === 2) return capital(`${names} cannot both hold; each can without the other.`);
  return capital(`${names} cannot all hold; any ${conflict.length - 1} of them can.`);
}

/** A way out as one sentence. */
export function repairSentence(of: Named, repair: readonly Constraint[]): string {
  return capital(`without ${listed(repair.map((demand) => demandPhrase(of, demand)))} there is a deal.`);
}

function clausePhrase(scenario: Scenario, pattern: Pattern): string {
  return labelledClauses(scenario, pattern)
    .map(({ issue, labels }) => {
      const quoted = labels.map((label) => `"${label}"`);
      return `${listed(quoted, 'or')} (${issueWords(scenario, issue)})`;
    })
    .join(' together with ');
}

function possessive(name: string): string {
  return name.endsWith('s') ? `${name}'` : `${name}'s`;
}

/** "Territory: swap talks instead of stand in place". */
export function changeWords(scenario: Scenario, { issue, option }: ClauseChange, before: number | null): string {
  const instead = before === null ? '' : ` instead of ${optionLabel(scenario, issue, before)}`;
  return `${issueTitle(scenario, issue)}: ${optionLabel(scenario, issue, option)}${instead}`;
}

export function redLineName({ parties }: Scenario, { party, index }: RedLine): string {
  return `${parties[party]!.id}.${parties[party]!.redLines[index]!.id}`;
}

/** "Russia gives up 3.2 points and drops russia.all-donbas", to stand inside a sentence. */
export function givingWords(of: Named, { cuts, beyond, dropped }: OpeningWay): string {
  const { scenario } = of;
  const givers = [...scenario.parties.keys()].flatMap((party) => {
    const lines = dropped.filter((line) => line.party === party).map((line) => redLineName(scenario, line));
    const parts = [
      ...(cuts[party]! > 0
        ? [`gives up ${beyond.includes(party) ? 'more than ' : ''}${needed(of, [party], cuts[party]!)} points`]
        : beyond.includes(party)
          ? ['gives up a little, however little']
          : []),
      ...(lines.length > 0 ? [`drops ${listed(lines)}`] : []),
    ];
    return parts.length === 0 ? [] : [`${partyInside(scenario, party)} ${parts.join(' and ')}`];
  });
  return listed(givers);
}
