/** Keeps unsaved work from being lost, and offers what an earlier session left behind. */
import { counted } from '../../report/text/number.ts';
import type { History } from '../../scenario/history.ts';
import { parseSession, restoreSession, sessionText } from '../../scenario/session.ts';
import { recoverChoice } from '../model/file-choices.ts';
import type { Model, SubjectOf } from '../model/model.ts';
import { isUnsaved } from '../model/model.ts';
import { say } from '../model/turn.ts';
import { forget, leftBehind, startRecovery } from './recovery.ts';
import type { Source } from './source.ts';
import { stateFolder } from './state-folder.ts';

export interface Keeper {
  /** Writes the unsaved changes down within a moment; nothing where there are none. */
  readonly keepSoon: (model: Model) => void;
  /** At once; what to tell the person about it, if there is anything to lose. */
  readonly keepNow: (model: Model) => string | undefined;
  readonly clear: () => void;
  /** The model with the question about the changes of an earlier session, if there are some. */
  readonly offer: (model: Model) => Model;
  readonly recover: (take: boolean, model: Model, subjectOf: SubjectOf) => Model;
}

/** Milliseconds between two writings. */
const KEEP_MS = 250;

export function startKeeper(source: Source, folder = stateFolder()): Keeper {
  const recovery = startRecovery(folder, source.path);
  const left = leftBehind(folder, source.path);
  const found = left === null ? null : parseSession(left.text);
  let timer: NodeJS.Timeout | null = null;
  let kept: History | null = null;

  const write = (model: Model): boolean => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (model.history === kept) return isUnsaved(model);
    kept = model.history;
    if (isUnsaved(model))
      recovery.keep(sessionText(model.history, { scenario: source.path, when: new Date().toISOString() }));
    else recovery.clear();
    return isUnsaved(model);
  };
  return {
    keepSoon: (model) => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => write(model), KEEP_MS);
      timer.unref();
    },
    keepNow: (model) =>
      write(model) ? `Unsaved changes were kept; winset open ${source.argument} offers them again.` : undefined,
    clear: () => {
      if (timer !== null) clearTimeout(timer);
      recovery.clear();
    },
    offer: (model) => {
      if (left === null || found === null || !found.ok || found.session.edits.length === 0) return model;
      const when = left.when.toISOString().slice(0, 16).replace('T', ' ');
      const changes = counted(found.session.edits.length, 'change');
      return { ...model, layer: recoverChoice(`An earlier session left ${changes} unsaved (${when} UTC)`) };
    },
    recover: (take, model, subjectOf) => {
      if (!take || found === null || !found.ok) {
        if (left !== null) forget(left);
        return say(model, 'The changes of the earlier session are gone.');
      }
      const restored = restoreSession(model.history.base, found.session);
      const history = restored.ok ? restored.history : restored.offer.history;
      const next = { ...model, history, subject: subjectOf(history) };
      // This session keeps them before the earlier one's file goes: a crash in between loses nothing.
      write(next);
      if (left !== null) forget(left);
      if (!restored.ok) return say(next, `Taken up as far as possible: ${restored.message}.`, 'warn');
      return say(next, `Taken up: ${counted(history.past.length, 'change')}. u undoes them one by one.`);
    },
  };
}
