/**
 * How often properties are tried. A landing tries a part of what a soak tries; WINSET_RUNS=1, 5, ... tries all of it, or
 * several times that, with other seeds each time, as `npm run soak` does.
 */
const ASKED = process.env['WINSET_RUNS'];
const SHARE = Number(ASKED ?? '0.3');

/** Whether more is tried than where a change lands. */
export const IS_SOAK = ASKED !== undefined;

export function runs(whole: number): number {
  return Math.max(1, Math.ceil(whole * SHARE));
}
