/**
 * A role's score sheet as its own page shows and adds it up: points of every option, what combinations add, and the least
 * it signs for. Runs on the server and in the browser. Made of what one party knows (`oneSide`) and nothing else.
 */
import type { DealText } from '../class/event.ts';
import type { Options } from './wire.ts';

export interface Sheet {
  readonly least: number;
  /** It signs only for more than that. */
  readonly strict: boolean;
  readonly noDeal: number;
  readonly issues: readonly { readonly issue: string; readonly points: Readonly<Record<string, number>> }[];
  readonly adjustments: readonly { readonly when: Options; readonly add: number }[];
  readonly redLines: readonly { readonly when: Options; readonly why: string }[];
}

/** What a text is worth so far, in points of the sheet's owner. */
export interface Sum {
  readonly points: number;
  /** Issues still to settle. */
  readonly open: number;
  readonly belowLeast: boolean;
  readonly crosses: readonly string[];
}

/** Points are decimals of a sheet; whatever adds up to less than this is nothing but rounding. */
const HAIR = 1e-6;

/** Issues left out of the deal are open and add nothing. An issue that does not arise must be in it. */
export function sumOf(sheet: Sheet, deal: DealText): Sum {
  const own = sheet.issues.flatMap(({ issue, points }) => points[deal[issue] ?? ''] ?? []);
  const extra = sheet.adjustments.filter(({ when }) => holds(when, deal)).map(({ add }) => add);
  const points = [...own, ...extra].reduce((sum, each) => sum + each, 0);
  const missing = sheet.strict ? points <= sheet.least + HAIR : points < sheet.least - HAIR;
  return {
    points,
    open: sheet.issues.filter(({ issue }) => deal[issue] === undefined).length,
    belowLeast: missing,
    crosses: sheet.redLines.filter(({ when }) => holds(when, deal)).map(({ why }) => why),
  };
}

export function holds(when: Options, deal: DealText): boolean {
  return when.every(({ issue, options }) => options.includes(deal[issue] ?? ''));
}

/** Points as people write them: at most one decimal. */
export function pointsText(points: number): string {
  const rounded = Math.round(points * 10) / 10;
  return String(Object.is(rounded, -0) ? 0 : rounded);
}
