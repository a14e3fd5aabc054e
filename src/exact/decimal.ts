/**
 * Decimals exactly as the file has them: digits and a power of ten, no binary rounding.
 */

/** digits * 10^-places. */
export interface Decimal {
  readonly digits: bigint;
  /** Digits after the point, at least 0. */
  readonly places: number;
}

/** The shortest decimal that reads back as this number. The number must be finite. */
export function toDecimal(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = BigInt(whole + fraction);
  const places = fraction.length - Number(exponent);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}

/** Plain decimal text without trailing zeros, for example "0.25" or "-300". */
export function decimalText(digits: bigint, places: number): string {
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  const fraction = text.slice(text.length - places).replace(/0+$/, '');
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}
