/** What only the outside can do, done: files written, text copied, the end. Every result is a change of the model. */
import { basename, dirname, join, normalize, relative, resolve, sep } from 'node:path';
import { isOutside } from '../../scenario/read/read-file.ts';
import { isBuiltAlike } from '../../scenario/edit/structure/align.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { counted } from '../../report/text/number.ts';
import { listed } from '../../report/view/words.ts';
import { overwriteChoice, writingChoice } from '../model/file-choices.ts';
import type { Model } from '../model/model.ts';
import type { ExportRequest, OutsideRequest } from '../model/request.ts';
import { say } from '../model/turn.ts';
import type { Saving } from '../saving.ts';
import { saving } from '../saving.ts';
import { clipboardSequence } from './clipboard.ts';
import type { Source } from './source.ts';
import { exists, isSameFile, writeMessage, writeWhole } from './write-file.ts';

export interface Outside {
  readonly source: Source;
  /** Writes a sequence that shows nothing to the terminal. */
  readonly signal: (sequence: string) => void;
  readonly report: (request: ExportRequest) => Promise<string>;
  /** Nothing is left to be lost. */
  readonly saved: () => void;
  readonly recover: (take: boolean, model: Model) => Model;
  readonly quit: () => void;
}

type Update = (change: (model: Model) => Model) => void;

export function fulfil(outside: Outside, request: OutsideRequest, model: Model, update: Update): void {
  switch (request.kind) {
    case 'quit':
      leave(outside, request.reports, model, update);
      return;
    case 'copy': {
      const sequence = clipboardSequence(request.text);
      if (sequence !== null) outside.signal(sequence);
      update((now) => say(now, sequence === null ? 'Too long for the clipboard.' : `Copied: ${request.what}.`));
      return;
    }
    case 'recover':
      update((now) => outside.recover(request.take, now));
      return;
    case 'save':
      update((now) => save(outside, request, now));
      return;
    case 'export':
      exportReport(outside, request, update);
      return;
  }
}

/** A report that is being computed is not lost without a word. */
function leave(outside: Outside, reports: 'ask' | 'wait' | 'drop', model: Model, update: Update): void {
  if (model.writing.length === 0 || reports === 'drop') outside.quit();
  else if (reports === 'ask') update((now) => ({ ...now, layer: writingChoice(now) }));
  else
    update((now) => say({ ...now, isLeaving: true }, `Leaving once ${listed(now.writing)} is written; any key stays.`));
}

function save(outside: Outside, request: Extract<OutsideRequest, { readonly kind: 'save' }>, model: Model): Model {
  const path = resolve(request.path);
  if (exists(path) && !request.overwrite) return { ...model, layer: overwriteChoice(request) };
  const { base, present } = model.history;
  const { foreign } = outside.source;
  if (request.form === 'overlay' && foreign !== null) {
    return say(model, `An overlay stands on a scenario, and this is ${foreign}; save it as a new scenario.`, 'warn');
  }
  const isRebuilt = !isBuiltAlike(base, present);
  if (request.form === 'overlay' && isRebuilt) {
    return say(
      model,
      'An overlay changes numbers and lines. What the scenario is made of needs a new scenario.',
      'warn',
    );
  }
  const texts =
    request.form === 'overlay'
      ? overlayTexts(outside.source, model.history, path)
      : isRebuilt && outside.source.under !== null
        ? writtenAnew(present)
        : saving().editedTexts(outside.source.files, base, present);
  if (!texts.ok) return say(model, texts.message, 'warn');
  const outer = texts.files.find((file) => isOutside(normalize(file.path)));
  if (outer !== undefined) {
    return say(model, `${outer.path} lies outside the scenario's folder; save an overlay instead.`, 'warn');
  }
  const folder = request.form === 'overlay' ? dirname(path) : path;
  const files = texts.files.map((file) => ({ path: join(folder, file.path), text: file.text }));
  if (request.form === 'overlay' && standsOn(outside.source).some((file) => isSameFile(file, path))) {
    return say(model, `${request.path} is what the overlay stands on; name another file.`, 'warn');
  }
  try {
    writeWhole(files);
  } catch (error) {
    return say(model, writeMessage(request.path, error), 'warn');
  }
  outside.saved();
  return say({ ...model, saved: model.subject }, `Saved; solve it with: winset solve ${request.path}`);
}

/** Where an overlay was opened there are no texts that say what the scenario is made of. */
function writtenAnew(present: Scenario): Texts {
  if (present.stage === null) return { ok: true, files: saving().scenarioTexts(present, 'own files') };
  return { ok: false, message: 'an overlay at a stage cannot be written as a scenario; undo the stage first' };
}

type Texts = ReturnType<Saving['editedTexts']>;

/** The files that an overlay needs and must not replace. */
function standsOn({ path, files, under }: Source): readonly string[] {
  const folder = dirname(path);
  return under === null ? files.map((file) => join(folder, file.path)) : [resolve(folder, under.name)];
}

/** On the scenario underneath where an overlay was opened, so that the new one can take its place. */
function overlayTexts(source: Source, { base, present }: Model['history'], path: string): Texts {
  const { under } = source;
  const file = under === null ? source.path : resolve(dirname(source.path), under.name);
  const baseName = relative(dirname(path), file).split(sep).join('/');
  const text = saving().overlayText(under === null ? base : under.scenario, present, { baseName });
  return { ok: true, files: [{ path: basename(path), text }] };
}

function exportReport(outside: Outside, request: ExportRequest, update: Update): void {
  const path = resolve(request.path);
  if (exists(path) && !request.overwrite) {
    update((now) => ({ ...now, layer: overwriteChoice(request) }));
    return;
  }
  update((now) => say({ ...now, writing: [...now.writing, request.path] }, 'The report is being computed.'));
  const ended = (result: (now: Model) => Model): void =>
    update((now) => {
      const next = result({ ...now, writing: now.writing.filter((other) => other !== request.path) });
      if (next.isLeaving && next.writing.length === 0) outside.quit();
      return next;
    });
  outside.report(request).then(
    (text) =>
      ended((now) => {
        try {
          writeWhole([{ path, text }]);
        } catch (error) {
          return unwritten(now, writeMessage(request.path, error));
        }
        return say(now, `Written: ${request.path} (${counted(text.split('\n').length - 1, 'line')}).`);
      }),
    (error: unknown) =>
      ended((now) => unwritten(now, `No report: ${error instanceof Error ? error.message : String(error)}`)),
  );
}

/** Nobody leaves before having seen that a report was not written. */
function unwritten(model: Model, text: string): Model {
  return say({ ...model, isLeaving: false }, text, 'warn');
}
