/** What the compare screen remembers: what the scenario is held against, and where its cursors stand. */
import type { Context } from '../../model/context.ts';
import { within } from '../../parts/moving.ts';

/** Tab goes from one to the other. */
export const PANES = ['list', 'table'] as const;

export interface CompareState {
  readonly pane: (typeof PANES)[number];
  readonly cursor: number;
  /** As they are opened, in the order of the list. */
  readonly chosen: readonly string[];
  /** First line of the table in view. */
  readonly top: number;
}

export const INITIAL: CompareState = { pane: 'list', cursor: 0, chosen: [], top: 0 };

/** So many fit beside the scenario itself. */
export const MOST_CHOSEN = 8;

export interface Comparable {
  readonly argument: string;
  readonly name: string;
  readonly by: string;
}

/** The readings beside the file, then its positions at each stage that the scenario does not stand at. */
export function comparables({ beside, now }: Context): readonly Comparable[] {
  const { stages } = now.file;
  return [
    ...beside,
    ...stages
      .filter(({ id }) => id !== now.scenario.stage)
      .map(({ id, date, title }) => ({ argument: `@${id}`, name: `${date}: ${title}`, by: 'a date of the file' })),
  ];
}

/** The one under the cursor; null where there is nothing to compare with. */
export function comparableAt(context: Context, { cursor }: CompareState): Comparable | null {
  const all = comparables(context);
  return all[within(cursor, all.length)] ?? null;
}

/** Those chosen that can still be had, in the order of the list. */
export function chosenOf(context: Context, { chosen }: CompareState): readonly string[] {
  return comparables(context).flatMap(({ argument }) => (chosen.includes(argument) ? [argument] : []));
}
