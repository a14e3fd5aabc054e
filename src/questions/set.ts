/** `--set path=value`: a number, or a red line on or off, as the edit a person would make on a screen. */
import { applyEdit } from '../scenario/edit/edit.ts';
import type { SingleEdit } from '../scenario/edit/edit.ts';
import { describeEdit } from '../scenario/edit/describe-edit.ts';
import { notANumber, typedNumber } from '../scenario/format/number-text.ts';
import { optionId } from '../scenario/format/options.ts';
import type { Setting } from '../report/case.ts';
import { counted } from '../report/text/number.ts';
import { patternText } from '../scenario/edit/wording.ts';
import type { Party, Scenario } from '../scenario/scenario.ts';
import { quote } from '../scenario/suggest.ts';
import { InputError } from './input-error.ts';
import type { Place } from './paths.ts';
import { placesAt } from './paths.ts';

export interface Set {
  readonly scenario: Scenario;
  readonly settings: readonly Setting[];
  /** Red lines that are off, each as party.redline: set aside like those of --without. */
  readonly off: readonly string[];
}

/**
 * The scenario with everything that is set, one after the other. `file` is the scenario as read.
 * @throws InputError on a path that leads nowhere, or a value that cannot stand there
 */
export function withSettings(scenario: Scenario, file: Scenario, assignments: readonly string[]): Set {
  let current = scenario;
  const settings: Setting[] = [];
  const off: string[] = [];
  for (const assignment of assignments) {
    const { path, value } = readAssignment(assignment);
    const edit = editOf(current, path, value);
    if (edit.kind === 'dropRedLine') {
      off.push(`${edit.party}.${edit.redLine}`);
      continue;
    }
    const made = applyEdit(current, edit, file);
    if (!made.ok) throw new InputError([`error: --set ${assignment}: ${made.message}`]);
    settings.push({ path, value, edit, words: describeEdit(current, edit) });
    current = made.scenario;
  }
  return { scenario: current, settings, off };
}

function readAssignment(assignment: string): { readonly path: string; readonly value: string } {
  const at = assignment.lastIndexOf('=');
  const [path, value] = [assignment.slice(0, at).trim(), assignment.slice(at + 1).trim()];
  if (at !== -1 && path !== '' && value !== '') return { path, value };
  throw new InputError([
    `error: --set ${quote(assignment)}: expected path=value, such as party.issue.weight=8, party.issue.option=60, ` +
      'party.reservation=50, party.redline=off, party.redline.holds=0.5 or party.adjustments.1=-2',
  ]);
}

function editOf(scenario: Scenario, path: string, value: string): SingleEdit {
  const adjustment = ADJUSTMENT.exec(path);
  const party = scenario.parties.find(({ id }) => id === adjustment?.[1]);
  if (party !== undefined) return adjustmentEdit(scenario, party, adjustment?.[2] ?? '', value);
  const line = redLineOf(scenario, path.replace(HOLDS, ''));
  if (HOLDS.test(path) && line !== null) return holdsEdit(scenario, line, value);
  const edits = placesAt(scenario, path).flatMap((place) => editAt(scenario, place, value) ?? []);
  const [edit] = edits;
  if (edit !== undefined) return edit;
  throw refused(path, value, wanted(placesAt(scenario, path), path, value));
}

function refused(path: string, value: string, why: string): InputError {
  return new InputError([`error: --set ${quote(`${path}=${value}`)}: ${why}`]);
}

/** "russia.adjustments.2", counted from 1 in the order of the file. */
const ADJUSTMENT = /^(.+)\.adjustments(?:\.(.*))?$/;
/** The probability that a red line is one: "russia.all-donbas.holds". */
const HOLDS = /\.holds$/;

function adjustmentEdit(scenario: Scenario, party: Party, number: string, value: string): SingleEdit {
  const path = `${party.id}.adjustments${number === '' ? '' : `.${number}`}`;
  const index = /^[1-9]\d*$/.test(number) ? Number(number) - 1 : -1;
  if (party.adjustments[index] === undefined) {
    const known = party.adjustments.map(({ add, when }, k) => `${k + 1}: ${add} when ${patternText(scenario, when)}`);
    const count = counted(known.length, 'adjustment');
    const list = known.length === 0 ? '' : `, ${party.id}.adjustments.1 and so on: ${known.join('; ')}`;
    throw refused(path, value, `party ${quote(party.id)} has ${count}${list}`);
  }
  const points = typedNumber(value);
  if (points === null) throw refused(path, value, notANumber(value));
  return { kind: 'adjustment', party: party.id, index, ...points };
}

interface Line {
  readonly party: Party;
  readonly id: string;
}

function redLineOf(scenario: Scenario, path: string): Line | null {
  const places = placesOrNone(scenario, path).flatMap((place) => (place.kind === 'redLine' ? [place] : []));
  const [first] = places;
  return first === undefined ? null : { party: scenario.parties[first.party]!, id: first.id };
}

function placesOrNone(scenario: Scenario, path: string): readonly Place[] {
  try {
    return placesAt(scenario, path);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [];
  }
}

function holdsEdit(scenario: Scenario, { party, id }: Line, value: string): SingleEdit {
  const path = `${party.id}.${id}.holds`;
  if (party.redLines.every((line) => line.id !== id)) {
    const stage = scenario.stages.find(({ change }) =>
      change.some((own) => own.party === party.id && own.redLines.some((line) => line.id === id)),
    );
    throw refused(
      path,
      value,
      `this red line stands only from ${stage === undefined ? 'a later stage' : `stage ${quote(stage.id)}`} on; ` +
        `--set ${party.id}.${id}=on first, or choose a stage`,
    );
  }
  const probability = typedNumber(value);
  if (probability === null) throw refused(path, value, `${notANumber(value)}; expected a probability from 0 to 1`);
  return { kind: 'holds', party: party.id, redLine: id, ...probability };
}

/** Null where the value cannot stand there. */
function editAt({ parties, issues }: Scenario, place: Place, value: string): SingleEdit | null {
  if (place.kind === 'redLine') {
    const { id: party } = parties[place.party]!;
    if (value === 'off') return { kind: 'dropRedLine', party, redLine: place.id };
    return value === 'on' ? { kind: 'restoreRedLine', party, redLine: place.id } : null;
  }
  const number = typedNumber(value);
  if (number === null) return null;
  switch (place.kind) {
    case 'threshold':
      return { kind: place.key, party: parties[place.party]!.id, ...number };
    case 'weight':
      return { kind: 'weight', party: parties[place.party]!.id, issue: issues[place.issue]!.id, ...number };
    case 'value': {
      const issue = issues[place.issue]!;
      const option = optionId(issue, place.option);
      return { kind: 'value', party: parties[place.party]!.id, issue: issue.id, option, ...number };
    }
    default:
      return null;
  }
}

function wanted(places: readonly Place[], path: string, value: string): string {
  const kinds = places.map(({ kind }) => kind);
  if (kinds.includes('redLine')) return `a red line is on or off; ${path}.holds is the probability that it is one`;
  if (kinds.some((kind) => ['threshold', 'weight', 'value'].includes(kind))) {
    return `${notANumber(value)}; a fraction such as 1/3 is one too`;
  }
  if (kinds.includes('position'))
    return `has a weight and options, ${path}.weight or ${path}.<option>; name one of them`;
  return 'only weights, values of options, thresholds, red lines and adjustments of a party can be set';
}
