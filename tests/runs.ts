/**
 * How often properties are tried. A landing tries a twentieth of what a soak tries: `npm run soak:properties` tries all of
 * it with other cases each time, and several times that with WINSET_RUNS=5.
 */
const ASKED = process.env['WINSET_RUNS'];
const SHARE = Number(ASKED ?? '0.05');

/** Whether more is tried than where a change lands. */
export const IS_SOAK = ASKED !== undefined;

export function runs(whole: number): number {
  return Math.max(1, Math.ceil(whole * SHARE));
}

/** What a soak goes through whole: a landing tries of it what is chosen here, one for each thing that can go wrong. */
export function chosen<T>(whole: readonly T[], isChosen: (one: T, place: number) => boolean): readonly T[] {
  return IS_SOAK ? whole : whole.filter(isChosen);
}
