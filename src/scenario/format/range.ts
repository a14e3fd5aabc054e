/**
 * The numbers of a numeric issue as a file gives them: from, from + step, ... up to `to`, in exact decimals.
 */
import { decimalText } from '../../exact/decimal.ts';
import { quote } from '../suggest.ts';
import type { Fraction } from '../../exact/fraction.ts';
import { exactOf, fractionText } from '../../exact/fraction.ts';
import type { NumberRange, StatedNumber } from '../scenario.ts';

export const MOST_NUMBERS = 1_000_001;
/** Options that are no numbers. */
export const MOST_OPTIONS = 10_000;
const MOST_PLACES = 100;

export type Amount = Pick<StatedNumber, 'value' | 'exact'>;

export interface Range {
  readonly from: Amount;
  readonly to: Amount;
  readonly step: Amount;
}

export type RangeResult =
  | {
      readonly range: NumberRange;
      /** The last number where the steps miss `to`; null where they hit it. */
      readonly missed: string | null;
    }
  | { readonly fault: string };

/** The numbers of a range, or why it gives none. `to` is included when the steps hit it. */
export function readRange({ from, to, step }: Range): RangeResult {
  const ends = [from, to, step].map(exactOf);
  const places = Math.max(...ends.map(placesOf));
  if (places > MOST_PLACES) {
    return { fault: `from, to and step must be decimals with at most ${MOST_PLACES} digits after the point` };
  }
  const [first = 0n, last = 0n, by = 0n] = ends.map(({ num, den }) => (num * 10n ** BigInt(places)) / den);
  if (by <= 0n) return { fault: `step must be above 0, found ${step.value}` };
  if (last < first) return { fault: `from (${from.value}) must not be above to (${to.value})` };
  const count = (last - first) / by + 1n;
  if (count > BigInt(MOST_NUMBERS)) {
    return { fault: `gives ${count} numbers; a range has at most ${MOST_NUMBERS}, so take a larger step` };
  }
  const end = first + (count - 1n) * by;
  return {
    range: { first, step: by, places, count: Number(count) },
    missed: end === last ? null : decimalText(end, places),
  };
}

/** The numbers of a range whose steps hit its end, or why there are none, for the person who gives it. */
export function wholeRange(given: Range): NumberRange | string {
  const read = readRange(given);
  if ('fault' in read) return read.fault;
  if (read.missed === null) return read.range;
  return `the steps miss ${given.to.exact ?? given.to.value}; the last number would be ${read.missed}`;
}

/** Digits after the point; Infinity for a fraction that is no decimal. */
function placesOf(number: Fraction): number {
  const text = fractionText(number);
  return text.includes('/') ? Infinity : (text.split('.')[1]?.length ?? 0);
}

/** What the author of `values` beside an expression is told about a number among them. */
export function coveredNumber(option: string): string {
  return `${quote(option)} is a number of the range, whose value the expression in \`value\` gives; \`values\` beside it is for the named options`;
}
