/** A report made of plain tables, as the reports on power and sensitivity are: words, numbers and bars, not laid out. */
import type { Span } from '../text/span-bar.ts';
import type { HeaderView } from './header.ts';

export interface SheetView {
  readonly header: HeaderView;
  readonly headline: string;
  readonly sentences: readonly string[];
  readonly sections: readonly SheetSection[];
  readonly footer: readonly string[];
}

export interface SheetSection {
  readonly title: string;
  readonly intro: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** What was left out, and remarks. */
  readonly notes: readonly string[];
}

export interface SheetColumn {
  readonly heading: string;
  /** Words are wrapped, figures stand at the right edge, bars take the room that is left. */
  readonly kind: 'words' | 'figure' | 'bar';
  /** Left out where the page is too narrow for all columns, the last one first. */
  readonly optional?: boolean;
}

export interface SheetRow {
  readonly cells: readonly SheetCell[];
  /** Of its bars. */
  readonly color: string | undefined;
}

export type SheetCell = string | Span;

/** A row that has no colour of its own. */
export function plainRow(...cells: readonly SheetCell[]): SheetRow {
  return { color: undefined, cells };
}
