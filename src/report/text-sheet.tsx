/**
 * Reports made of plain tables as text for a terminal or a pipe. Importing this file loads React and Ink; chalk inside
 * Ink decides on colours at that moment.
 */
import { pageText } from './ink/page.tsx';
import { Sheet } from './ink/sheet.tsx';
import type { SheetView } from './view/sheet.ts';

/** Lines of at most `width` columns (at least 60), with a line break at the end. */
export function textSheet(view: SheetView, width: number): string {
  return pageText(<Sheet view={view} width={width} />, width);
}
