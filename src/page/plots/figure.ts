/** What all plots of a page share: how one is drawn, and what party colours look like on paper. */

/** Draws into a document, of a browser or of none; `width` in pixels. */
export type Draw = (document: Document, width: number) => Element;

/** A plot with what it shows in words, for those who do not see it. */
export interface Figure {
  /** File name without its ending. */
  readonly name: string;
  readonly alt: string;
  readonly draw: Draw;
}

/** Named colours of terminals in tones that stand out on white and on black. */
const TONES: Readonly<Record<string, string>> = {
  blue: '#3b76d6',
  yellow: '#9a6b00',
  red: '#d04545',
  cyan: '#1a94a4',
  green: '#3a9150',
  magenta: '#a457b8',
  white: '#7f868e',
  gray: '#7f868e',
  grey: '#7f868e',
  black: '#7f868e',
};
const OTHER = '#7f868e';

/** Colour never tells anything alone: names stand beside it. */
export function toneOf(color: string | undefined): string {
  if (color !== undefined && /^#[0-9a-f]{6}$/i.test(color)) return color;
  return TONES[color?.replace('Bright', '').toLowerCase() ?? ''] ?? OTHER;
}

/** Room for a label of so many letters, in pixels, within a third of the plot. */
export function roomFor(labels: readonly string[], width: number): number {
  return Math.min(width / 3, 12 + 7 * Math.max(1, ...labels.map((label) => label.length)));
}

/** A label that fits into so many pixels. */
export function shortened(label: string, room: number): string {
  const most = Math.max(6, Math.floor((room - 12) / 7));
  return label.length <= most ? label : `${label.slice(0, most - 1)}…`;
}

export const STYLE = { fontSize: '12px', background: 'none', color: 'inherit' } as const;
