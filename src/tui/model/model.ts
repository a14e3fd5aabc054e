/**
 * All that the interface knows between two keys, as plain data: the edited scenario with its history, where each screen
 * stands, what lies on top, and what the status line says.
 */
import { compileProblem } from '../../compile/compile.ts';
import type { History } from '../../scenario/edit/history.ts';
import { isChanged } from '../../scenario/edit/history.ts';
import { alignedBase } from '../../scenario/edit/structure/align.ts';
import { isStructure } from '../../scenario/edit/structure/kinds.ts';
import type { Glyphs } from '../draw/glyphs.ts';
import type { Findings, Question, Subject } from '../live/question.ts';
import type { Beside, Context, Moment, ShownDeal } from './context.ts';
import type { WaysOut } from './as-if.ts';
import type { Layer } from './layer.ts';
import type { Mounted } from './mounted.ts';
import type { ScreenName } from './screen.ts';

export type Screens = Readonly<Record<ScreenName, Mounted>>;

export interface Model {
  readonly history: History;
  readonly subject: Subject;
  readonly screens: Screens;
  readonly current: ScreenName;
  readonly layer: Layer | null;
  readonly status: Status;
  readonly pinned: Moment | null;
  readonly before: Moment | null;
  /** With the subject it was chosen on. */
  readonly shown: { readonly deal: ShownDeal; readonly chosenOn: Subject } | null;
  /** Which way out the screens of numbers suppose, counted from 0 and going around, where red lines leave no deal. */
  readonly supposed: number;
  /** Readings that lie beside the file. */
  readonly beside: readonly Beside[];
  /** As last saved, or read. */
  readonly saved: Subject;
  /** Files whose reports are being computed. */
  readonly writing: readonly string[];
  /** The interface ends as soon as they are written; any key stays. */
  readonly isLeaving: boolean;
}

/** `change`: what the last change did follows once it is known. */
export interface Status {
  readonly kind: 'plain' | 'change' | 'warn';
  readonly text: string;
}

export const QUIET: Status = { kind: 'plain', text: '' };

/** The screens are handed in: the model knows none of them. */
export function startModel(
  history: History,
  subjectOf: SubjectOf,
  screens: Screens,
  beside: readonly Beside[] = [],
): Model {
  const subject = subjectOf(history);
  return {
    history,
    subject,
    screens,
    current: 'overview',
    layer: null,
    status: QUIET,
    pinned: null,
    before: null,
    shown: null,
    supposed: 0,
    beside,
    saved: subject,
    writing: [],
    isLeaving: false,
  };
}

export function screenOf(model: Model): Mounted {
  return model.screens[model.current];
}

/** What the screen of the model may read; `ways` knows what its numbers are about. */
export function contextOf(model: Model, findings: Findings, glyphs: Glyphs, ways: WaysOut): Context {
  const { subject, pinned, before, shown, current, supposed, beside } = model;
  ways.learn(findings);
  return {
    now: ways.subjectFor(subject, current, supposed),
    findings,
    pinned,
    before,
    shown: shown === null ? null : { ...shown.deal, earlier: shown.chosenOn.scenario !== subject.scenario },
    beside,
    glyphs,
  };
}

/** What has to be known for what is on the screen; the glance always. */
export function questionsOf(model: Model, context: Context): readonly Question[] {
  const asked = screenOf(model).questions(context);
  return asked.some(({ kind }) => kind === 'glance') ? asked : [{ kind: 'glance' }, ...asked];
}

/** The present answers, as far as they are about the present scenario; null without a glance. */
export function momentOf({ now, findings }: Context): Moment | null {
  const { glance, zone } = findings;
  if (!glance.current || glance.last === null || glance.last.about !== now) return null;
  return { about: now, glance: glance.last.answer, zone: zone.last?.about === now ? zone.last.answer : null };
}

/** True when something would be lost by leaving. */
export function isUnsaved({ history, subject, saved }: Model): boolean {
  return subject !== saved && isChanged(history);
}

export type SubjectOf = (history: History) => Subject;

const MOST_SUBJECTS = 64;

/** The subject of a history; the same object for the same edits, so that what is known of it is found again. */
export function subjects(): SubjectOf {
  const known = new Map<string, Subject>();
  return (history) => {
    const all = history.past.map(({ edit }) => edit);
    const key = JSON.stringify(all);
    const old = known.get(key);
    if (old !== undefined) {
      // The one used last is the last to be forgotten.
      known.delete(key);
      known.set(key, old);
      return old;
    }
    const scenario = history.present;
    const edits = all.filter((edit) => edit.kind !== 'stage' && (edit.kind === 'several' || !isStructure(edit)));
    const subject = { scenario, compiled: compileProblem(scenario), file: alignedBase(history.base, scenario), edits };
    known.set(key, subject);
    for (const oldest of known.keys()) {
      if (known.size <= MOST_SUBJECTS) break;
      known.delete(oldest);
    }
    return subject;
  };
}
