/**
 * What the options of a command name in a scenario: its stage, red lines, parties and drafts.
 */
import type { Assumption } from '../report/case.ts';
import { dropRedLine } from '../scenario/edit/edit.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { applyStage } from '../scenario/edit/stage.ts';
import { unknownName } from '../scenario/suggest.ts';
import { InputError } from './input-error.ts';

/** The scenario at a stage. @throws InputError when there is no such stage. */
export function atStage(scenario: Scenario, stage: string | undefined): Scenario {
  if (stage === undefined) return scenario;
  const ids = scenario.stages.map(({ id }) => id);
  if (!ids.includes(stage)) throw unknown('stage', stage, ids);
  const edit = applyStage(scenario, stage);
  if (!edit.ok) throw new InputError([`error: ${edit.message}`]);
  return edit.scenario;
}

export interface Assumed {
  readonly scenario: Scenario;
  readonly assumptions: readonly Assumption[];
}

/** The scenario without the named red lines ("party.redline"). @throws InputError on a name that does not exist. */
export function withoutRedLines(scenario: Scenario, names: readonly string[]): Assumed {
  let current = scenario;
  const assumptions: Assumption[] = [];
  for (const name of new Set(names)) {
    const assumption = redLineNamed(scenario, name);
    const edit = dropRedLine(current, assumption.party.id, assumption.redLine.id);
    if (!edit.ok) throw new InputError([`error: ${edit.message}`]);
    current = edit.scenario;
    assumptions.push(assumption);
  }
  return { scenario: current, assumptions };
}

/** Without the assumed red lines, as far as the scenario has them at its stage. */
export function withoutAssumed(scenario: Scenario, assumptions: readonly Assumption[]): Scenario {
  return assumptions.reduce((current, { party, redLine }) => {
    const edit = dropRedLine(current, party.id, redLine.id);
    return edit.ok ? edit.scenario : current;
  }, scenario);
}

function redLineNamed({ parties }: Scenario, name: string): Assumption {
  const all = parties.flatMap((party) => party.redLines.map((redLine) => ({ party, redLine })));
  const nameOf = ({ party, redLine }: Assumption) => `${party.id}.${redLine.id}`;
  const found = all.find((candidate) => nameOf(candidate) === name);
  if (found === undefined) throw unknown('red line', name, all.map(nameOf));
  return found;
}

/** Numbers of the named entries in the order of the scenario; all of them when none is named. */
export function numbersOf(
  kind: string,
  entries: readonly { readonly id: string }[],
  names: readonly string[],
): readonly number[] {
  const ids = entries.map(({ id }) => id);
  for (const name of names) {
    if (!ids.includes(name)) throw unknown(kind, name, ids);
  }
  return [...ids.keys()].filter((k) => names.length === 0 || names.includes(ids[k]!));
}

/** The named drafts in the order of the scenario, and whether no deal is among the names; all of them when none is named. */
export function draftsNamed(
  { drafts, statusQuo }: Scenario,
  names: readonly string[],
): { readonly drafts: readonly number[]; readonly noDeal: boolean } {
  const numbers = numbersOf('draft', statusQuo === undefined ? drafts : [...drafts, statusQuo], names);
  return { drafts: numbers.filter((k) => k < drafts.length), noDeal: numbers.includes(drafts.length) };
}

/** "a,b" and "a b" alike: the names of a repeatable option. A name among `known` may itself have commas. */
export function namesIn(values: readonly string[] | undefined, known: readonly string[] = []): string[] {
  return (values ?? []).flatMap((value) => splitNames(value.split(','), known)).filter((name) => name !== '');
}

function splitNames(pieces: readonly string[], known: readonly string[]): string[] {
  const names: string[] = [];
  for (let from = 0; from < pieces.length;) {
    let to = pieces.length;
    while (to > from + 1 && !known.includes(pieces.slice(from, to).join(',').trim())) to--;
    names.push(pieces.slice(from, to).join(',').trim());
    from = to;
  }
  return names;
}

/** Names the nearest one that exists, and all of them. */
function unknown(kind: string, name: string, known: readonly string[]): InputError {
  const message = unknownName(kind, name, known);
  const list = message.includes('there are') || message.includes('there is') || known.length === 0;
  return new InputError([`error: ${message}`, ...(list ? [] : [`Known: ${known.join(', ')}`])]);
}
