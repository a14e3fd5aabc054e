/** Commands that work on every screen. With the screens' own they make the footer, the help and the palette. */
import { difference } from '../../scenario/edit/difference.ts';
import { describeEdit } from '../../scenario/edit/describe-edit.ts';
import { isChanged, redo, undo } from '../../scenario/edit/history.ts';
import type { Key } from '../terminal/keys.ts';
import { dealText } from './deal-text.ts';
import type { Context } from './context.ts';
import { editLog } from './edit-log.ts';
import { exportChoice, leaveChoice, saveChoice } from './file-choices.ts';
import type { WaysOut } from './as-if.ts';
import { switchEdit } from './as-if.ts';
import type { Model, SubjectOf } from './model.ts';
import { isUnsaved, screenOf } from './model.ts';
import { SCREEN_NAMES, screenKeys } from './screen.ts';
import type { ScreenName } from './screen.ts';
import type { Turn } from './turn.ts';
import { applyEdit, pin, say, turn, withHistory } from './turn.ts';

/** What a global command works on. */
export interface Scene {
  readonly model: Model;
  readonly context: Context;
  readonly subjectOf: SubjectOf;
  readonly ways: WaysOut;
}

export interface GlobalCommand {
  readonly id: string;
  readonly label: string;
  readonly keys: readonly string[];
  /** For the footer; left out: only in help and palette. */
  readonly hint?: { readonly text: string; readonly order: number };
  readonly unavailable?: (scene: Scene) => string | null;
  readonly run: (scene: Scene, key: Key) => Turn;
}

export const GLOBAL_COMMANDS: readonly GlobalCommand[] = [
  ...SCREEN_NAMES.map((name, k): GlobalCommand => ({
    id: `go-${name}`,
    label: `open the screen ${name}`,
    keys: screenKeys(k),
    run: ({ model }) => turn({ ...model, current: name }),
  })),
  {
    id: 'next-screen',
    label: 'open the next screen',
    keys: [']'],
    run: ({ model }) => turn({ ...model, current: beside(model.current, 1) }),
  },
  {
    id: 'previous-screen',
    label: 'open the screen before',
    keys: ['['],
    run: ({ model }) => turn({ ...model, current: beside(model.current, -1) }),
  },
  {
    id: 'undo',
    label: 'undo the last change',
    keys: ['u'],
    hint: { text: 'undo', order: 90 },
    unavailable: ({ model }) => (model.history.past.length === 0 ? 'Nothing to undo.' : null),
    run: ({ model, context, subjectOf }) => {
      const undone = undo(model.history);
      if (undone === null) return turn(say(model, 'Nothing to undo.', 'warn'));
      const text = `Undone: ${describeEdit(undone.history.present, undone.undone)}`;
      return turn(withHistory(model, undone.history, text, context, subjectOf));
    },
  },
  {
    id: 'redo',
    label: 'redo what was undone',
    keys: ['U', 'ctrl+r'],
    unavailable: ({ model }) => (model.history.future.length === 0 ? 'Nothing to redo.' : null),
    run: ({ model, context, subjectOf }) => {
      const redone = redo(model.history);
      if (redone === null) return turn(say(model, 'Nothing to redo.', 'warn'));
      const text = `Redone: ${describeEdit(model.history.present, redone.redone)}`;
      return turn(withHistory(model, redone.history, text, context, subjectOf));
    },
  },
  {
    id: 'log',
    label: 'list all changes of this session',
    keys: ['L'],
    run: ({ model }) => {
      const lines = editLog(model.history);
      return turn({ ...model, layer: { kind: 'text', title: 'Changes of this session', lines, top: 0 } });
    },
  },
  {
    id: 'difference',
    label: 'show what differs from the file',
    keys: ['d'],
    run: ({ model }) => {
      const { base, present } = model.history;
      const found = difference(base, present).map(({ text }) => text);
      const lines = found.length === 0 ? ['Nothing: the scenario is as the file has it.'] : found;
      return turn({ ...model, layer: { kind: 'text', title: 'Different from the file', lines, top: 0 } });
    },
  },
  {
    id: 'pin',
    label: 'pin the present answers to compare with, or forget them',
    keys: ['p'],
    run: ({ model, context }) => turn(pin(model, context)),
  },
  {
    id: 'suppose',
    label: 'suppose the next way out, or all at once, on the screens of numbers',
    keys: ['W'],
    unavailable: ({ model, ways }) =>
      ways.of(model.subject).length > 1 ? null : 'There is no choice of ways out that set red lines aside.',
    run: ({ model, ways }) => {
      const all = ways.of(model.subject);
      const supposed = (model.supposed + 1) % all.length;
      return turn({ ...say(model, `As if ${all[supposed]!.words}.`), supposed });
    },
  },
  {
    id: 'judge',
    label: 'switch the judgement: set the red lines of the way out aside, or let them hold again',
    keys: ['J'],
    unavailable: ({ model, ways }) =>
      switchEdit(model.subject, ways.of(model.subject), model.supposed).length > 0
        ? null
        : 'No red lines alone are in the way, and none is set aside.',
    run: ({ model, context, subjectOf, ways }) => {
      const edits = switchEdit(model.subject, ways.of(model.subject), model.supposed);
      return applyEdit(model, { kind: 'several', edits }, context, subjectOf);
    },
  },
  {
    id: 'save',
    label: 'save the changes',
    keys: ['s'],
    unavailable: ({ model }) => (isChanged(model.history) ? null : 'Nothing to save: nothing has been changed.'),
    run: ({ model }) => turn({ ...model, layer: saveChoice(model) }),
  },
  {
    id: 'export',
    label: 'export the report of this screen',
    keys: ['e'],
    hint: { text: 'export', order: 91 },
    run: ({ model, context }) => turn({ ...model, layer: exportChoice(screenOf(model), context) }),
  },
  {
    id: 'copy',
    label: 'copy the deal under the cursor as text',
    keys: ['y'],
    unavailable: ({ model, context }) =>
      screenOf(model).deal(context) === null ? 'There is no deal to copy here.' : null,
    run: ({ model, context }) => {
      const shown = screenOf(model).deal(context);
      if (shown === null) return turn(say(model, 'There is no deal to copy here.', 'warn'));
      return turn(model, { kind: 'copy', text: dealText(context.now.scenario, shown), what: shown.title });
    },
  },
  {
    id: 'palette',
    label: 'find a command by its name',
    keys: [':', 'ctrl+p'],
    hint: { text: 'commands', order: 92 },
    run: ({ model }) => turn({ ...model, layer: { kind: 'palette', typed: '', cursor: 0 } }),
  },
  {
    id: 'help',
    label: 'explain this screen and list its keys',
    keys: ['?'],
    hint: { text: 'help', order: 98 },
    run: ({ model }) => turn({ ...model, layer: { kind: 'help', top: 0 } }),
  },
  {
    id: 'quit',
    label: 'leave winset',
    keys: ['q', 'ctrl+c'],
    hint: { text: 'quit', order: 99 },
    run: ({ model }) =>
      isUnsaved(model) ? turn({ ...model, layer: leaveChoice(model) }) : turn(model, { kind: 'quit', reports: 'ask' }),
  },
];

function beside(screen: ScreenName, step: number): ScreenName {
  const index = SCREEN_NAMES.indexOf(screen) + step;
  return SCREEN_NAMES[(index + SCREEN_NAMES.length) % SCREEN_NAMES.length]!;
}
