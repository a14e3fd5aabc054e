/** What a reader of a page can turn: for each party its least, its weights and its red lines; for each issue a lock. */
import { statements, groundWords } from '../questions/show/words.ts';
import { partyName, patternWords, issueTitle, optionLabel, sentence } from '../report/view/words.ts';
import { listedOptions, optionId } from '../scenario/format/options.ts';
import type { SingleEdit } from '../scenario/edit/edit.ts';
import type { Party, Provenance, Scenario } from '../scenario/scenario.ts';

export interface Controls {
  readonly parties: readonly PartyControls[];
  readonly locks: readonly LockControl[];
}

export interface PartyControls {
  readonly id: string;
  readonly name: string;
  readonly color: string | undefined;
  readonly least: Dial;
  readonly weights: readonly Dial[];
  readonly lines: readonly LineSwitch[];
}

/** A number between two others; `edit` with the value that it is turned to. */
export interface Dial {
  readonly key: string;
  readonly name: string;
  /** As the file has it: its range, what it rests on and why. */
  readonly note: string;
  readonly edit: DialEdit;
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** An edit that carries one number; its `value` is that of the file. */
export type DialEdit = Extract<SingleEdit, { readonly kind: 'reservation' | 'weight' }> | ScaleEdit;
type ScaleEdit = Extract<SingleEdit, { readonly kind: 'scale' }>;

export interface LineSwitch {
  readonly key: string;
  readonly party: string;
  readonly redLine: string;
  /** What it rules out. */
  readonly name: string;
  readonly note: string;
}

/** The options that an issue can be held to; of a range of numbers the named ones. */
export interface LockControl {
  readonly issue: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** `names`: whether reasons may be told. */
export function controlsOf(scenario: Scenario, names: boolean): Controls {
  return {
    parties: scenario.parties.map((party, k) => partyControls(scenario, party, k, names)),
    locks: scenario.issues.map((issue, k) => ({
      issue: issue.id,
      options: listedOptions(issue).map((option) => ({
        id: optionId(issue, option),
        label: optionLabel(scenario, k, option),
      })),
    })),
  };
}

function partyControls(scenario: Scenario, party: Party, index: number, names: boolean): PartyControls {
  const { id, reservation, disagreement } = party;
  const top = Math.max(100, reservation.value * 1.5, disagreement.value * 1.5);
  return {
    id,
    name: partyName(scenario, index),
    color: party.color,
    least: {
      key: `least/${id}`,
      name: 'the least it signs for',
      note: noteOf(reservation, reservation, names),
      edit: { kind: 'reservation', party: id, value: reservation.value },
      from: Math.min(disagreement.value, reservation.value),
      to: top,
      step: stepOf(top),
    },
    weights: weightsOf(scenario, party, index, names),
    lines: party.redLines.map((line) => ({
      key: `line/${id}/${line.id}`,
      party: id,
      redLine: line.id,
      name: `refuses ${patternWords(scenario, line.when)}`,
      note: !names || line.why === undefined ? patternWords(scenario, line.when) : sentence(line.why),
    })),
  };
}

function weightsOf(scenario: Scenario, party: Party, index: number, names: boolean): readonly Dial[] {
  const { id, preferences } = party;
  if (preferences.form === 'scores') {
    return preferences.issues.flatMap((own, issue) =>
      !own.mentioned
        ? []
        : [
            {
              key: `weight/${id}/${own.issue}`,
              name: issueTitle(scenario, issue),
              note: `its scores, times this factor. ${noteOf(undefined, own, names)}`.trim(),
              edit: { kind: 'scale' as const, party: id, issue: own.issue, factor: 1 },
              from: 0,
              to: 3,
              step: 0.05,
            },
          ],
    );
  }
  const most = Math.max(...preferences.issues.map(({ weight }) => weight.value), 1);
  return preferences.issues.flatMap((own, issue) =>
    !own.mentioned
      ? []
      : [
          {
            key: `weight/${id}/${own.issue}`,
            name: issueTitle(scenario, issue),
            note: [
              statements(scenario, { kind: 'weight', party: index, issue }).join('; '),
              noteOf(own.weight, own, names),
            ]
              .filter((part) => part !== '')
              .join('. '),
            edit: { kind: 'weight' as const, party: id, issue: own.issue, value: own.weight.value },
            from: 0,
            to: 2 * most,
            step: stepOf(2 * most),
          },
        ],
  );
}

/** A round step, about two hundred of which lead from one end to the other. */
function stepOf(most: number): number {
  return 10 ** Math.floor(Math.log10(most / 100)) || 1;
}

function noteOf(number: Provenance | undefined, around: Provenance, names: boolean): string {
  const ground = groundWords(number ?? {}, around);
  const why = number?.why ?? around.why;
  return [ground, ...(names && why !== undefined ? [sentence(why)] : [])].filter((part) => part !== '').join('. ');
}
