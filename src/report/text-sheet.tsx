/**
 * Reports made of plain tables as text for a terminal or a pipe. chalk decides on colours when
 * this file is loaded.
 */
import { pageText } from './layout/page.tsx';
import { Sheet } from './layout/sheet.tsx';
import type { SheetView } from './view/sheet.ts';

/** Lines of at most `width` columns (at least 60), with a line break at the end. */
export function textSheet(view: SheetView, width: number): string {
  return pageText(<Sheet view={view} width={width} />, width);
}
