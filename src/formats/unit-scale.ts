/** Points as utilities from 0 to 1, for formats that know no others. */
import type { Fraction } from '../exact/fraction.ts';
import { add, compare, nearest, ZERO } from '../exact/fraction.ts';
import type { Party } from '../scenario/scenario.ts';
import { quote } from '../scenario/suggest.ts';
import { HUNDRED } from './additive.ts';
import type { Note } from './foreign.ts';
import { refuse, wholeFile } from './foreign.ts';
import { largest, smallest } from './from-scenario.ts';

export interface UnitScaled {
  /** By issue and option. */
  readonly points: readonly (readonly Fraction[])[];
  readonly issues: readonly { readonly name: string }[];
  readonly program: string;
  /** What a best deal may be worth without being another scale, in points. */
  readonly tolerated: Fraction;
}

/** What a party's points are divided by: 100, or its best deal where that is worth more, with a note. @throws Refusal for points below 0 */
export function unitScale(party: Party, { points, issues, program, tolerated }: UnitScaled, notes: Note[]): Fraction {
  const negative = points.findIndex((own) => smallest(own).num < 0n);
  if (negative !== -1) {
    const issue = quote(issues[negative]?.name ?? '');
    const why = `${program} knows utilities from 0 to 1 only`;
    refuse(wholeFile(party.id), `party ${quote(party.name)} has points below 0 on issue ${issue}, and ${why}`);
  }
  const best = points.map(largest).reduce(add, ZERO);
  if (compare(best, tolerated) <= 0) return HUNDRED;
  const text = `${party.name}: its points are divided by ${shortNumber(best)}, its best deal, since utilities go from 0 to 1`;
  notes.push({ kind: 'changed', text });
  return best;
}

/** To 8 digits. */
export function shortNumber(number: Fraction): string {
  return String(Number(nearest(number).toPrecision(8)));
}
