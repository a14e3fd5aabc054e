/** How near a frontier comes to every efficient deal: as a share of each party's range, or in points. */
import type { Measure } from '../../engine/frontier/measure.ts';
import type { Named } from '../../report/case.ts';
import { rangeOf } from '../../report/digits.ts';

/** `amount`: 0.05 of the party's range, or 5 points; 0 asks for every efficient deal. */
export interface Tolerance {
  readonly measure: Measure;
  readonly amount: number;
}

export const DEFAULT_TOLERANCE: Tolerance = { measure: 'share', amount: 0.05 };

/** "5 %" or "5 points", to three digits behind the point at most and never less than it is. */
export function toleranceWords({ measure, amount }: Tolerance): string {
  return measure === 'share' ? `${figure3(amount * 100)} %` : `${figure3(amount)} ${amount === 1 ? 'point' : 'points'}`;
}

/** As it is typed: "5%" or "5". */
export function toleranceOption({ measure, amount }: Tolerance): string {
  return measure === 'share' ? `${Number((amount * 100).toPrecision(12))}%` : String(amount);
}

/** What it comes to for the party, in points. */
export function toleranceOf(of: Named, party: number, { measure, amount }: Tolerance): number {
  const { least, most } = rangeOf(of, party);
  return measure === 'points' ? amount : Number(((most > least ? most - least : 1) * amount).toPrecision(12));
}

function figure3(value: number): string {
  const rounded = Math.ceil(value * 1000 - 1e-9) / 1000;
  return value > 0 && value < 0.001 ? String(Number(value.toPrecision(2))) : String(rounded);
}
