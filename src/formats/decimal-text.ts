/** Fractions as decimals, for formats that know no others: exact where they end, else to so many digits, which is said. */
import type { Fraction } from '../exact/fraction.ts';
import { fractionText } from '../exact/fraction.ts';

const DIGITS = 20;
const MOST_DIGITS = 60;

export interface DecimalWriter {
  readonly text: (number: Fraction) => string;
  /** How many numbers so far have no decimal that ends. */
  readonly rounded: () => number;
}

export function decimalWriter(): DecimalWriter {
  let rounded = 0;
  return {
    text: (number) => {
      const exact = fractionText(number);
      if (!exact.includes('/') && exact.length <= MOST_DIGITS) return exact;
      rounded++;
      return fractionText(nearestDecimal(number));
    },
    rounded: () => rounded,
  };
}

/** To 20 places after the point. */
export function nearestDecimal({ num, den }: Fraction): Fraction {
  const scale = 10n ** BigInt(DIGITS);
  const doubled = 2n * num * scale + (num < 0n ? -den : den);
  return { num: doubled / (2n * den), den: scale };
}

/** Whether a fraction has a decimal that ends. */
export function endsAsDecimal(number: Fraction): boolean {
  return !fractionText(number).includes('/');
}
