/** Small forms: questions asked one after the other in the status line, with what helps to answer them beside the list. */
import { saving } from '../../saving.ts';
import { applyEdit } from '../../../scenario/edit/edit.ts';
import type { ScenarioEdit } from '../../../scenario/edit/edit.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { Step } from '../../model/screen.ts';
import type { Typed } from '../../parts/typed-choice.ts';
import { sentence } from '../../parts/typed-choice.ts';
import type { Said, StructureState } from './state.ts';
import { rowsOf } from './state.ts';

export interface Question {
  /** A few words before the text. */
  readonly label: string;
  /** What stands there to begin with. */
  readonly text?: string;
  /** What is asked, in sentences. */
  readonly help: readonly string[];
  /** What could be typed next, after what is typed. */
  readonly choices?: (typed: string) => readonly string[];
  readonly answer: (typed: string) => Answer;
}

/** The next question, what is wrong with the answer, or the edit that all of them make. */
export type Answer = Question | { readonly message: string } | Made;

interface Made {
  readonly edit: ScenarioEdit;
  readonly scenario: Scenario;
}

/** A question whose answer is read before it goes on. */
export function ask<T>(
  question: Omit<Question, 'answer'>,
  read: (text: string) => Typed<T>,
  then: (value: T) => Answer,
): Question {
  return {
    ...question,
    answer: (typed) => {
      const got = read(typed);
      return got.ok ? then(got.value) : { message: got.message };
    },
  };
}

/** The edit, or why it cannot be made, so that the question stays open. */
export function made(scenario: Scenario, edit: ScenarioEdit): Answer {
  const tried = edit.kind === 'several' ? applyEdit(scenario, edit) : saving().applyChecked(scenario, edit);
  return tried.ok ? { edit, scenario: tried.scenario } : { message: sentence(tried.message) };
}

/** The form open at its first question. */
export function opened(
  before: Scenario,
  state: StructureState,
  heading: string,
  question: Question,
  said: readonly Said[] = [],
): Step<StructureState> {
  const { label, text = '', help, choices } = question;
  const shown = (typed: string): StructureState => ({
    ...state,
    form: { heading, said, help, choices: choices?.(typed) ?? [] },
  });
  const closed: StructureState = { ...state, form: null };
  return {
    state: shown(text),
    prompt: {
      label,
      text,
      onChange: (typed) => ({ state: shown(typed) }),
      onDone: (typed) => {
        const next = question.answer(typed);
        if ('message' in next) return next;
        if ('answer' in next) return opened(before, state, heading, next, [...said, { label, typed }]);
        return {
          state: { ...closed, cursor: cursorAfter(before, next.scenario, state) },
          effects: [{ kind: 'edit', edit: next.edit }],
        };
      },
      onCancel: () => ({ state: closed }),
    },
  };
}

/** On the row that is new, where there is one. */
function cursorAfter(before: Scenario, after: Scenario, { cursor }: StructureState): number {
  const known = new Set(rowsOf(before).map((row) => JSON.stringify(row)));
  const fresh = rowsOf(after).findIndex((row) => !known.has(JSON.stringify(row)));
  return fresh === -1 ? cursor : fresh;
}

export function someText(what: string): (text: string) => Typed<string> {
  return (text) => (text.trim() === '' ? { ok: false, message: `Type ${what}.` } : { ok: true, value: text.trim() });
}

/** Null where nothing is typed. */
export function orNothing<T>(read: (text: string) => Typed<T>): (text: string) => Typed<T | null> {
  return (text) => (text.trim() === '' ? { ok: true, value: null } : read(text));
}

export function idsOf(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id);
}
