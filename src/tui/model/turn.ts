/** What follows from a key: the next model, and what only the outside can do. */
import type { History } from '../../scenario/edit/history.ts';
import { describeEdit } from '../../scenario/edit/describe-edit.ts';
import type { ScenarioEdit } from '../../scenario/edit/edit.ts';
import { record, undo } from '../../scenario/edit/history.ts';
import { saving } from '../saving.ts';
import { typingAtEnd } from '../terminal/typing.ts';
import type { Context } from './context.ts';
import type { Model, SubjectOf } from './model.ts';
import { momentOf } from './model.ts';
import type { Outcome } from './mounted.ts';
import type { Request } from './request.ts';
import type { Effect, NumberPlace, ScreenName } from './screen.ts';

export interface Turn {
  readonly model: Model;
  readonly requests: readonly Request[];
}

export function turn(model: Model, ...requests: readonly Request[]): Turn {
  return { model, requests };
}

export function say(model: Model, text: string, kind: Model['status']['kind'] = 'plain'): Model {
  return { ...model, status: { kind, text } };
}

/** The model with another history: undo, redo, an edit. What was known before is kept to compare with. */
export function withHistory(
  model: Model,
  history: History,
  text: string,
  context: Context,
  subjectOf: SubjectOf,
): Model {
  return {
    ...model,
    history,
    subject: subjectOf(history),
    before: momentOf(context) ?? model.before,
    status: { kind: 'change', text },
  };
}

/** Takes over what a screen's command led to. */
export function follow(model: Model, outcome: Outcome, context: Context, subjectOf: SubjectOf): Turn {
  const { screen, effects, prompt } = outcome;
  const moved: Model = {
    ...model,
    screens: { ...model.screens, [screen.name]: screen },
    layer: prompt === null ? model.layer : { kind: 'prompt', prompt, ...typingAtEnd(prompt.text), message: '' },
  };
  return effects.reduce<Turn>(({ model: current, requests }, effect) => {
    const next = applyEffect(current, effect, context, subjectOf);
    return { model: next.model, requests: [...requests, ...next.requests] };
  }, turn(moved));
}

function applyEffect(model: Model, effect: Effect, context: Context, subjectOf: SubjectOf): Turn {
  switch (effect.kind) {
    case 'edit':
      return applyEdit(model, effect.edit, context, subjectOf, effect.merge === true);
    case 'go':
      return turn(go(model, effect.screen, effect.at));
    case 'show':
      return turn({ ...model, shown: { deal: effect.shown, chosenOn: model.subject } });
    case 'say':
      return turn(say(model, effect.text));
    case 'copy':
      return turn(model, { kind: 'copy', text: effect.text, what: effect.what });
    case 'stop':
      return turn(model, { kind: 'stop', question: effect.question });
    case 'pin':
      return turn(pin(model, context));
  }
}

/** Makes the edit, or says why it cannot be made. */
export function applyEdit(
  model: Model,
  edit: ScenarioEdit,
  context: Context,
  subjectOf: SubjectOf,
  merge = false,
): Turn {
  const recorded = record(model.history, edit, { merge, check: saving().readBackFault });
  if (!recorded.ok) return turn(say(model, recorded.message, 'warn'));
  return turn(recordedModel(model, edit, recorded.history, context, subjectOf));
}

/** The model after an edit. One that became a single step with the edit before it is told as that step. */
function recordedModel(
  model: Model,
  edit: ScenarioEdit,
  history: History,
  context: Context,
  subjectOf: SubjectOf,
): Model {
  if (history === model.history) return model;
  const grown = history.past.length - model.history.past.length;
  const last = history.past.at(-1);
  // A step that was turned back to where it began is gone.
  const isMerged = grown === 0 && last !== undefined;
  const origin = isMerged ? (undo(history)?.history.present ?? history.base) : model.history.present;
  const next = withHistory(model, history, describeEdit(origin, isMerged ? last.edit : edit), context, subjectOf);
  return isMerged && model.before !== null ? { ...next, before: model.before } : next;
}

function go(model: Model, screen: ScreenName, at: NumberPlace | undefined): Model {
  if (at === undefined) return { ...model, current: screen };
  return { ...model, current: screen, screens: { ...model.screens, [screen]: model.screens[screen].standAt(at) } };
}

export function pin(model: Model, context: Context): Model {
  if (model.pinned !== null) return say({ ...model, pinned: null }, 'The pinned answers are forgotten.');
  const moment = momentOf(context);
  if (moment === null) return say(model, 'Nothing to pin yet: the answer is being computed.', 'warn');
  return say({ ...model, pinned: moment }, 'Pinned: screens now show the difference to these answers.');
}
