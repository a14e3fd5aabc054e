/** All that the wizard knows between two keys, and what a key does to it. No screen, no files. */
import { answered } from '../../making/answer.ts';
import type { Answer } from '../../making/reply.ts';
import {
  startedScenario,
  withIssue,
  withIssuesNamed,
  withName,
  withNumbers,
  withOption,
  withOptionsNamed,
  withPartiesNamed,
  withParty,
  withTitle,
} from '../../making/sketch.ts';
import type { Place, Step } from '../../making/step.ts';
import { stepOf } from '../../making/step.ts';
import { allowedPlaces, FRESH, progressOf } from '../../making/valued.ts';
import type { Next } from '../../interview/next.ts';
import { LARGEST } from '../../scenario/format/limits.ts';
import { optionId } from '../../scenario/format/options.ts';
import type { Provenance, Scenario } from '../../scenario/scenario.ts';
import type { Key } from '../terminal/keys.ts';
import { keyName } from '../terminal/keys.ts';
import { LINE_STEPS, typedAfter } from '../terminal/typing.ts';
import type { Form } from './form.ts';
import { formOf } from './forms.ts';
import { redLinePlaces } from './interview-forms.ts';
import { readRangeText } from './range-text.ts';
import { standingOptions } from './structure-forms.ts';

export interface Wizard {
  /** Null before it is said what it is about. */
  readonly scenario: Scenario | null;
  readonly place: Place;
  /** One party of a scenario that exists is asked, and nothing else. */
  readonly only: number | null;
  readonly provenance: Provenance;
  /** Where each answer of this sitting was given, the last one last. */
  readonly past: readonly Pick<Wizard, 'scenario' | 'place'>[];
  readonly typed: string;
  readonly cursor: number;
  readonly marked: readonly number[];
  /** What was wrong with the last try. */
  readonly fault: string;
  /** What the last answer contradicts. */
  readonly note: string;
  readonly isLeft: boolean;
}

const START: Place = { listed: false, naming: null, party: null, sitting: FRESH, through: false };

interface StartOptions {
  readonly only?: number | null;
  readonly provenance?: Provenance;
  /** The scenario is a table, which calls things by what stood in its heading. */
  readonly isTable?: boolean;
}

export function startWizard(
  scenario: Scenario | null,
  { only = null, provenance = {}, isTable = false }: StartOptions = {},
): Wizard {
  const quiet = { past: [], typed: '', cursor: 0, marked: [], fault: '', note: '', isLeft: false };
  return entered({
    scenario,
    place: { ...START, naming: isTable ? 'title' : null, party: only },
    only,
    provenance,
    ...quiet,
  });
}

export function currentStep({ scenario, place }: Wizard): Step {
  return stepOf(scenario, place);
}

export function currentForm(wizard: Wizard): Form {
  return formOf(wizard.scenario, currentStep(wizard), wizard.only !== null);
}

/** The wizard after a key. */
export function press(wizard: Wizard, key: Key): Wizard {
  const name = keyName(key);
  const form = currentForm(wizard);
  const isTyped = form.entry.kind === 'text' || form.entry.kind === 'number';
  if (name === 'ctrl+c' || (name === 'q' && !isTyped)) return { ...wizard, isLeft: true };
  if (name === 'escape' || name === 'shift+tab' || (name === 'u' && !isTyped)) return back(wizard);
  switch (form.entry.kind) {
    case 'text':
    case 'number':
      if (name === 'enter') return entry(wizard, form, wizard.typed.trim());
      return typing(wizard, key);
    case 'choice':
      if (name === 'enter') return chosen(wizard, wizard.cursor);
      if (/^[1-9]$/.test(name) && Number(name) <= form.entry.items.length) return chosen(wizard, Number(name) - 1);
      return moved(wizard, name, form.entry.items.length);
    case 'marks':
      if (name === 'enter') return said(wizard, { kind: 'marked', marked: markedPlaces(wizard) });
      if (name === 'space') return { ...wizard, fault: '', marked: toggled(wizard.marked, wizard.cursor) };
      return moved(wizard, name, form.entry.items.length);
    case 'end':
      return name === 'enter' ? passed(wizard) : wizard;
  }
}

function back(wizard: Wizard): Wizard {
  const before = wizard.past.at(-1);
  if (before === undefined) return { ...wizard, fault: 'Nothing was answered before this since the program started.' };
  return entered({ ...wizard, ...before, past: wizard.past.slice(0, -1), note: '' });
}

/** The next step, with the one before to go back to. */
function onward(wizard: Wizard, to: Partial<Pick<Wizard, 'scenario' | 'place'>>, note = ''): Wizard {
  const { scenario, place, past } = wizard;
  return entered({ ...wizard, ...to, past: [...past, { scenario, place }], note });
}

/** A new form is there: nothing is typed, and what holds already is marked. */
function entered(wizard: Wizard): Wizard {
  const step = currentStep(wizard);
  const marked = step.kind === 'ask' && step.next.kind === 'redLines' ? standingLines(wizard, step.party) : [];
  return { ...wizard, typed: '', cursor: firstChoice(wizard, step), marked, fault: '' };
}

/** Whoever has not been asked yet; else the first. */
function firstChoice({ scenario }: Wizard, step: Step): number {
  if (step.kind !== 'whose' || scenario === null) return 0;
  const open = scenario.parties.findIndex(({ disagreement }) => disagreement.unknown !== undefined);
  return open === -1 ? scenario.parties.length : open;
}

function standingLines({ scenario }: Wizard, party: number): readonly number[] {
  const own = scenario?.parties[party];
  if (scenario === null || own === undefined) return [];
  return redLinePlaces(scenario).flatMap(({ issue, place: at }, k) =>
    allowedPlaces(own, scenario.issues[issue]!).includes(at) ? [] : [k],
  );
}

function typing(wizard: Wizard, key: Key): Wizard {
  const typed = typedAfter(wizard.typed, key);
  return typed === null ? wizard : { ...wizard, typed, fault: '' };
}

const STEPS: Readonly<Record<string, number>> = {
  ...LINE_STEPS,
  tab: 1,
  end: Infinity,
};

function moved(wizard: Wizard, name: string, count: number): Wizard {
  const step = STEPS[name];
  if (step === undefined) return wizard;
  return { ...wizard, cursor: Math.min(count - 1, Math.max(0, wizard.cursor + step)) };
}

function toggled(marked: readonly number[], item: number): readonly number[] {
  return marked.includes(item) ? marked.filter((other) => other !== item) : [...marked, item];
}

function markedPlaces({ scenario, marked }: Wizard) {
  const all = scenario === null ? [] : redLinePlaces(scenario);
  return marked.toSorted((a, b) => a - b).map((item) => all[item]!);
}

function entry(wizard: Wizard, { entry: wanted }: Form, typed: string): Wizard {
  if (wanted.kind === 'number') {
    const points = Number(typed.replace(',', '.'));
    const { least, most } = wanted;
    const isGood = typed !== '' && points >= least && points <= most;
    if (!isGood) {
      return {
        ...wizard,
        fault: least <= -LARGEST ? 'Type a number, such as 12.5.' : `Type a number from ${least} to ${most}.`,
      };
    }
    return said(wizard, { kind: 'points', points });
  }
  if (typed === '' && (wanted.kind !== 'text' || wanted.empty === null)) {
    return { ...wizard, fault: 'Type something, then press enter.' };
  }
  return typed === '' ? listed(wizard) : named(wizard, typed);
}

/** A list is finished. */
function listed(wizard: Wizard): Wizard {
  const { scenario, place } = wizard;
  if (scenario === null) return wizard;
  const step = currentStep(wizard);
  if (step.kind === 'retitle' || step.kind === 'name') return renamed(wizard, scenario, step, '');
  if (step.kind === 'party') return onward(wizard, { scenario: withPartiesNamed(scenario) });
  if (step.kind === 'issue') return onward(wizard, { scenario: withIssuesNamed(scenario) });
  return step.kind === 'option' ? onward(wizard, { place: { ...place, listed: true } }) : wizard;
}

/** One entry more of a list. */
function named(wizard: Wizard, typed: string): Wizard {
  const { scenario } = wizard;
  const step = currentStep(wizard);
  if (scenario === null) return onward(wizard, { scenario: startedScenario(typed) });
  switch (step.kind) {
    case 'party':
      return (
        isTwice(
          typed,
          scenario.parties.map(({ name }) => name),
        ) ?? onward(wizard, { scenario: withParty(scenario, typed) })
      );
    case 'issue':
      return (
        isTwice(
          typed,
          scenario.issues.map(({ title }) => title),
        ) ?? onward(wizard, { scenario: withIssue(scenario, typed) })
      );
    case 'retitle':
    case 'name':
      return renamed(wizard, scenario, step, typed);
    case 'option':
      return optionNamed(wizard, scenario, step.issue, typed);
    default:
      return wizard;
  }

  function isTwice(name: string, others: readonly string[]): Wizard | null {
    return others.includes(name) ? { ...wizard, fault: `"${name}" stands there already.` } : null;
  }
}

/** What a table called something has another name, or keeps its own where nothing was typed. */
function renamed(
  wizard: Wizard,
  scenario: Scenario,
  step: Extract<Step, { readonly kind: 'retitle' | 'name' }>,
  typed: string,
): Wizard {
  const naming = step.kind === 'retitle' ? 0 : step.party + 1;
  const place = { ...wizard.place, naming };
  if (typed === '') return onward(wizard, { place });
  if (step.kind === 'retitle') return onward(wizard, { scenario: withTitle(scenario, typed), place });
  const isTaken = scenario.parties.some(({ name }, k) => k !== step.party && name === typed);
  if (isTaken) return { ...wizard, fault: `"${typed}" stands there already.` };
  return onward(wizard, { scenario: withName(scenario, step.party, typed), place });
}

function optionNamed(wizard: Wizard, scenario: Scenario, issue: number, typed: string): Wizard {
  const own = scenario.issues[issue]!;
  if (own.named.some(({ label }) => label === typed)) return { ...wizard, fault: `"${typed}" stands there already.` };
  const range = own.range === null ? readRangeText(typed) : null;
  if (range === null) return onward(wizard, { scenario: withOption(scenario, issue, typed) });
  const numbers = withNumbers(scenario, issue, range.range, range.unit);
  return typeof numbers === 'string' ? { ...wizard, fault: `${numbers}.` } : onward(wizard, { scenario: numbers });
}

/** One item of a choice. */
function chosen(wizard: Wizard, item: number): Wizard {
  const { scenario, place } = wizard;
  const step = currentStep(wizard);
  if (scenario === null) return wizard;
  if (step.kind === 'statusQuo') {
    const own = scenario.issues[step.issue]!;
    const option = standingOptions(own)[item];
    const standing = option === undefined ? null : optionId(own, option);
    return onward(wizard, {
      scenario: withOptionsNamed(scenario, step.issue, standing),
      place: { ...place, listed: false },
    });
  }
  if (step.kind === 'whose') {
    const party = scenario.parties[item];
    if (party === undefined) return onward(wizard, { place: { ...place, through: true } });
    return onward(wizard, { place: { ...place, party: item, sitting: FRESH } });
  }
  if (step.kind !== 'ask') return wizard;
  const answer = answerOf(step.next, item, placeCount(scenario, step.next));
  if (answer === null) return { ...wizard, fault: 'The best and the worst option cannot be the same.' };
  return said(wizard, answer);
}

function placeCount(scenario: Scenario, next: Next): number {
  return 'issue' in next ? redLinePlaces(scenario).filter(({ issue }) => issue === next.issue).length : 0;
}

/** Null for an item that cannot be the answer. */
function answerOf(next: Next, item: number, places: number): Answer | null {
  switch (next.kind) {
    case 'best':
      return { kind: 'pick', pick: item < places ? item : null };
    case 'worst':
      return { kind: 'pick', pick: item < places ? item : null };
    case 'swing':
      return { kind: 'pick', pick: next.among[item] ?? null };
    case 'check':
      return { kind: 'preferred', preferred: (['a', 'b', 'same'] as const)[item] ?? 'same' };
    case 'least':
      return { kind: 'rather', rather: (['package', 'alternative', 'same'] as const)[item] ?? 'same' };
    default:
      return null;
  }
}

/** An answer of the party that is asked. */
function said(wizard: Wizard, answer: Answer): Wizard {
  const { scenario, place, provenance } = wizard;
  const step = currentStep(wizard);
  if (scenario === null || step.kind !== 'ask') return wizard;
  const fault = refusal(scenario, step.party, step.next, answer);
  if (fault !== null) return { ...wizard, fault };
  const { party, next } = step;
  const {
    sitting,
    contradiction,
    scenario: changed,
  } = answered({ scenario, party, sitting: place.sitting, provenance }, next, answer);
  return onward(wizard, { scenario: changed, place: { ...place, sitting } }, contradiction ?? '');
}

/** Why an answer cannot stand, or null. */
function refusal(scenario: Scenario, party: number, next: Next, answer: Answer): string | null {
  if (answer.kind !== 'pick') return null;
  const own = scenario.parties[party]!.preferences;
  if (next.kind === 'worst') {
    const progress = progressOf(scenario, scenario.parties[party]!, FRESH);
    const isBest = answer.pick !== null && progress?.values[next.issue]?.[answer.pick]?.value === 100;
    return isBest ? 'That is the best one. Which is the worst?' : null;
  }
  if (next.kind !== 'best' || answer.pick !== null || own.form === 'scores') return null;
  const others = own.issues.filter((_, issue) => issue !== next.issue);
  const isLast = others.every(({ weight }) => weight.unknown === undefined && weight.value === 0);
  return isLast ? 'Something has to make a difference: this is the last point.' : null;
}

/** Past the end of something. */
function passed(wizard: Wizard): Wizard {
  const { place, only } = wizard;
  if (currentStep(wizard).kind === 'said' && only === null) {
    return onward(wizard, { place: { ...place, party: null, sitting: FRESH } });
  }
  return { ...wizard, isLeft: true };
}
