/**
 * An explanation as text for a terminal or a pipe. Importing this file loads React and Ink; chalk inside Ink decides on
 * colours at that moment.
 */
import { renderToString } from 'ink';
import { ExplainReport } from './layout.tsx';
import type { ExplainView } from './view.ts';

/** Lines of at most `width` columns (at least 60), with a line break at the end. */
export function textExplain(view: ExplainView, width: number): string {
  return `${renderToString(<ExplainReport view={view} width={width} />, { columns: width })}\n`;
}
