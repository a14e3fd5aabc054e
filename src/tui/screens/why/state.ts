/** Where the person stands on the page, and the entry that is there. */
import type { Answered } from '../../live/question.ts';
import type { Context } from '../../model/context.ts';
import { perAnswer } from '../../parts/per-answer.ts';
import type { Entry, Section } from './entries.ts';
import { sectionsOf } from './entries.ts';

export interface WhyState {
  /** Number of the entry under the cursor, over all sections. */
  readonly cursor: number;
}

const pageOnce = perAnswer(({ about, answer }: Answered<'explain'>) => sectionsOf(about, answer));

/** The last explanation; null before the first. */
export function pageOf({ findings: { explain } }: Context): readonly Section[] | null {
  return explain.last === null ? null : pageOnce(explain.last);
}

/** Of all sections, from the top. */
export function entriesOf(context: Context): readonly Entry[] {
  return (pageOf(context) ?? []).flatMap(({ entries }) => entries);
}

/** The entry under the cursor. */
export function entryAt(context: Context, { cursor }: WhyState): Entry | null {
  const entries = entriesOf(context);
  return entries[Math.min(cursor, entries.length - 1)] ?? null;
}

/** It is a way out that can be taken. */
export function canApply({ apply }: Entry): boolean {
  return apply !== null && !('fault' in apply);
}
