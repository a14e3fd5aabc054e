/** Keeps unsaved work from being lost, and offers what an earlier session left behind. */
import { counted } from '../../report/text/number.ts';
import type { History } from '../../scenario/edit/history.ts';
import type { Session } from '../../scenario/edit/session.ts';
import { restoreSession, sessionText } from '../../scenario/edit/session.ts';
import { recoverChoice } from '../model/file-choices.ts';
import type { Model, SubjectOf } from '../model/model.ts';
import { isUnsaved } from '../model/model.ts';
import { say } from '../model/turn.ts';
import type { LeftBehind } from './recovery.ts';
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

/** Milliseconds from a change to its writing. */
const KEEP_MS = 250;

export async function startKeeper(source: Source, folder = stateFolder()): Promise<Keeper> {
  const recovery = startRecovery(folder, source.path);
  const left = await readable(leftBehind(folder, source.path));
  let timer: NodeJS.Timeout | null = null;
  let latest: Model | null = null;
  let kept: History | null = null;

  /** Whether nothing would be lost now. */
  const write = (model: Model): boolean => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (model.history === kept) return true;
    if (!isUnsaved(model)) {
      recovery.clear();
      return true;
    }
    const when = new Date().toISOString();
    if (!recovery.keep(sessionText(model.history, { scenario: source.path, when }))) return false;
    kept = model.history;
    return true;
  };
  return {
    keepSoon: (model) => {
      latest = model;
      timer ??= setTimeout(() => latest !== null && write(latest), KEEP_MS).unref();
    },
    keepNow: (model) => {
      if (!write(model)) return 'The unsaved changes could not be kept.';
      return isUnsaved(model)
        ? `Unsaved changes were kept; winset open ${source.argument} offers them again.`
        : undefined;
    },
    clear: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      recovery.clear();
    },
    offer: (model) => {
      if (left === null) return model;
      const when = left.file.when.toISOString().slice(0, 16).replace('T', ' ');
      const changes = counted(left.session.edits.length, 'change');
      return { ...model, layer: recoverChoice(`An earlier session left ${changes} unsaved (${when} UTC)`) };
    },
    recover: (take, model, subjectOf) => {
      if (left === null) return model;
      if (!take) {
        forget(left.file);
        return say(model, 'The changes of the earlier session are gone.');
      }
      const restored = restoreSession(model.history.base, left.session);
      const history = restored.ok ? restored.history : restored.offer.history;
      const next = { ...model, history, subject: subjectOf(history) };
      // The earlier file goes only once this session has kept all of it.
      if (write(next) && restored.ok) forget(left.file);
      if (!restored.ok) return say(next, `Taken up as far as possible: ${restored.message}.`, 'warn');
      return say(next, `Taken up: ${counted(history.past.length, 'change')}. u undoes them one by one.`);
    },
  };
}

interface Readable {
  readonly file: LeftBehind;
  readonly session: Session;
}

/** The latest record that can be read and holds anything. What reads them is loaded where there are some. */
async function readable(files: readonly LeftBehind[]): Promise<Readable | null> {
  if (files.length === 0) return null;
  const { parseSession } = await import('../../scenario/edit/read-session.ts');
  for (const file of files) {
    const parsed = parseSession(file.text);
    if (parsed.ok && parsed.session.edits.length > 0) return { file, session: parsed.session };
  }
  return null;
}
