/**
 * The report as text for a terminal or a pipe. Importing this file loads React and Ink; chalk inside Ink decides on
 * colours at that moment.
 */
import { renderToString } from 'ink';
import { Report } from './layout.tsx';
import type { ReportView } from './view.ts';

/** Lines of at most `width` columns (at least 60), with a line break at the end. */
export function textReport(view: ReportView, width: number): string {
  return `${renderToString(<Report view={view} width={width} />, { columns: width })}\n`;
}
