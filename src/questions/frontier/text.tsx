/**
 * The report on a frontier as text for a terminal or a pipe. Importing this file loads React and Ink; chalk inside Ink
 * decides on colours at that moment.
 */
import { renderToString } from 'ink';
import { FrontierReport } from './layout.tsx';
import type { FrontierView } from './view.ts';

/** Lines of at most `width` columns (at least 60), with a line break at the end. */
export function textFrontier(view: FrontierView, width: number): string {
  return `${renderToString(<FrontierReport view={view} width={width} />, { columns: width })}\n`;
}
