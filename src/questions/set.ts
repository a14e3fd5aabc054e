/** `--set path=value`: a number, or a red line on or off, as the edit a person would make on a screen. */
import { applyEdit } from '../scenario/edit/edit.ts';
import type { SingleEdit } from '../scenario/edit/edit.ts';
import { describeEdit } from '../scenario/edit/describe-edit.ts';
import { fractionOf, compare, readFraction } from '../scenario/format/fraction.ts';
import { optionId } from '../scenario/format/options.ts';
import type { Setting } from '../report/case.ts';
import type { Scenario } from '../scenario/scenario.ts';
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
      'party.reservation=50 or party.redline=off',
  ]);
}

function editOf(scenario: Scenario, path: string, value: string): SingleEdit {
  const edits = placesAt(scenario, path).flatMap((place) => editAt(scenario, place, value) ?? []);
  const [edit] = edits;
  if (edit !== undefined) return edit;
  throw new InputError([`error: --set ${quote(`${path}=${value}`)}: ${wanted(placesAt(scenario, path), path)}`]);
}

/** Null where the value cannot stand there. */
function editAt({ parties, issues }: Scenario, place: Place, value: string): SingleEdit | null {
  if (place.kind === 'redLine') {
    const { id: party } = parties[place.party]!;
    if (value === 'off') return { kind: 'dropRedLine', party, redLine: place.id };
    return value === 'on' ? { kind: 'restoreRedLine', party, redLine: place.id } : null;
  }
  const number = readNumber(value);
  if (number === null) return null;
  switch (place.kind) {
    case 'threshold':
      return { kind: place.key, party: parties[place.party]!.id, value: number };
    case 'weight':
      return { kind: 'weight', party: parties[place.party]!.id, issue: issues[place.issue]!.id, value: number };
    case 'value': {
      const issue = issues[place.issue]!;
      const option = optionId(issue, place.option);
      return { kind: 'value', party: parties[place.party]!.id, issue: issue.id, option, value: number };
    }
    default:
      return null;
  }
}

/** A decimal that a double holds; longer ones and fractions are for files. */
function readNumber(text: string): number | null {
  const exact = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? readFraction(text) : null;
  return exact !== null && compare(exact, fractionOf(Number(text))) === 0 ? Number(text) : null;
}

function wanted(places: readonly Place[], path: string): string {
  const kinds = places.map(({ kind }) => kind);
  if (kinds.includes('redLine')) return 'a red line is on or off';
  if (kinds.some((kind) => ['threshold', 'weight', 'value'].includes(kind))) {
    return 'expected a decimal number of at most 15 digits; others can be written in an overlay';
  }
  if (kinds.includes('position'))
    return `has a weight and options, ${path}.weight or ${path}.<option>; name one of them`;
  return 'only weights, values of options, thresholds and red lines of a party can be set';
}
