/** What the writer of a page and the page itself agree on. */

/** Ids of the elements that hold a part of the page as base64 of its gzip. */
export const PACKED = { content: 'content', carried: 'carried', program: 'program' } as const;

/** Pixels across of the plots of a page that is printed or read without scripts. */
export const PAPER_WIDTH = 560;

const NARROWEST = 280;
const WIDEST = 760;

/** Pixels across of the plots in so much room. */
export function widthFor(room: number): number {
  return Math.max(NARROWEST, Math.min(WIDEST, room));
}
