/** Where the person stands on the page, and the entry that is there. */
import type { Answered } from '../../live/question.ts';
import type { Context } from '../../model/context.ts';
import { perAnswer } from '../../parts/per-answer.ts';
import type { Entry, Section } from './entries.ts';
import { sectionsOf } from './entries.ts';

export interface WhyState {
  /** Number of the entry under the cursor, over all sections. */
  readonly cursor: number;
  /** Texts of the entries that are unfolded. */
  readonly unfolded: readonly string[];
}

const pageOnce = perAnswer(({ about, answer }: Answered<'explain'>) => sectionsOf(about, answer));

/** The last explanation, with what is unfolded; null before the first. */
export function pageOf({ findings: { explain } }: Context, { unfolded }: WhyState): readonly Section[] | null {
  if (explain.last === null) return null;
  return pageOnce(explain.last).map((section) => ({
    ...section,
    entries: section.entries.flatMap((entry) =>
      entry.details.length === 0 ? [entry] : withDetails(entry, unfolded.includes(entry.text)),
    ),
  }));
}

function withDetails(entry: Entry, isUnfolded: boolean): readonly Entry[] {
  if (!isUnfolded) return [{ ...entry, label: '+' }];
  const rows = entry.details.map(({ label, text }): Entry => ({
    label: '\u00B7',
    text: `${label}: ${text}`,
    apply: null,
    leads: null,
    details: [],
  }));
  return [{ ...entry, label: '-' }, ...rows];
}

/** Of all sections, from the top. */
export function entriesOf(context: Context, state: WhyState): readonly Entry[] {
  return (pageOf(context, state) ?? []).flatMap(({ entries }) => entries);
}

/** The entry under the cursor. */
export function entryAt(context: Context, state: WhyState): Entry | null {
  const entries = entriesOf(context, state);
  return entries[Math.min(state.cursor, entries.length - 1)] ?? null;
}

/** With the entry folded or unfolded. */
export function turned(state: WhyState, { text }: Entry): WhyState {
  const { unfolded } = state;
  return {
    ...state,
    unfolded: unfolded.includes(text) ? unfolded.filter((other) => other !== text) : [...unfolded, text],
  };
}

/** It is a way out that can be taken. */
export function canApply({ apply }: Entry): boolean {
  return apply !== null && !('fault' in apply);
}
