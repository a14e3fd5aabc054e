/**
 * How often properties are tried. A landing tries a part of what a soak tries, with other seeds each time; `npm run soak`
 * and WINSET_RUNS=1, 5, ... try all of it, or several times that.
 */
const ASKED = process.env['WINSET_RUNS'];
const SHARE = Number(ASKED ?? '0.3');

/** Whether more is tried than where a change lands. */
export const IS_SOAK = ASKED !== undefined;

export function runs(whole: number): number {
  return Math.max(1, Math.ceil(whole * SHARE));
}
