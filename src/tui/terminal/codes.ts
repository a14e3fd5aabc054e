/** The control sequences that the interface sends to a terminal. */

const CSI = '\u001b[';

/** Own screen beside the scroll-back, no wrapping in the last column, pastes marked as such, no cursor. */
export const ENTER = `${CSI}?1049h${CSI}?7l${CSI}?2004h${CSI}?25l`;

/** In the opposite order; first the end of a frame that may have been cut short, and of its colours. */
export const LEAVE = `${CSI}?2026l${CSI}?2004l${CSI}?7h${CSI}?25h${CSI}0m${CSI}?1049l`;

/** A terminal that knows synchronized updates shows what lies between at once; others ignore the marks. */
export const BEGIN_FRAME = `${CSI}?2026h`;
export const END_FRAME = `${CSI}?2026l`;

export const CLEAR = `${CSI}0m${CSI}2J`;
export const CLEAR_TO_END_OF_LINE = `${CSI}K`;
export const HIDE_CURSOR = `${CSI}?25l`;
export const PLAIN = `${CSI}0m`;

/** Rows and columns from 0. */
export function moveTo(row: number, column: number): string {
  return `${CSI}${row + 1};${column + 1}H`;
}

export function moveToColumn(column: number): string {
  return `${CSI}${column + 1}G`;
}

/** Nothing of the style before stays. */
export function setStyle(style: string): string {
  return style === '' ? PLAIN : `${CSI}0;${style}m`;
}
