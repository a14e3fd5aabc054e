/** Exact fractions, of their own: the oracle shares no arithmetic with the program. */
export interface Fraction {
  readonly num: bigint;
  /** Positive. */
  readonly den: bigint;
}

/** num / den in lowest terms. */
export function fraction(num: bigint, den = 1n): Fraction {
  if (den === 0n) throw new RangeError('division by nothing');
  let [x, y] = [num < 0n ? -num : num, den < 0n ? -den : den];
  while (y !== 0n) [x, y] = [y, x % y];
  const divisor = den < 0n ? -x : x;
  return { num: num / divisor, den: den / divisor };
}

export const ZERO = fraction(0n);
export const HUNDRED = fraction(100n);

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.num, a.den * b.den);
}

export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den, a.den * b.num);
}

/** Negative, 0 or positive. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

export function most(values: readonly Fraction[]): Fraction {
  return values.reduce((top, value) => (compare(value, top) > 0 ? value : top));
}

export function least(values: readonly Fraction[]): Fraction {
  return values.reduce((low, value) => (compare(value, low) < 0 ? value : low));
}

export function sum(values: readonly Fraction[]): Fraction {
  return values.reduce(add, ZERO);
}

/** The lexicographic order of two lists of one length. */
export function compareLists(a: readonly Fraction[], b: readonly Fraction[]): number {
  for (const [k, value] of a.entries()) {
    const order = compare(value, b[k]!);
    if (order !== 0) return order;
  }
  return 0;
}

/** The number that a text says: "12", "-0.5", ".25", "1e-3", "1/3". @throws SyntaxError */
export function readNumber(text: string): Fraction {
  const [whole, below, ...rest] = text.trim().split('/');
  if (below !== undefined && rest.length === 0) return over(readNumber(whole!), readNumber(below));
  const match = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/.exec(text.trim());
  const [, sign, before = '', after = '', exponent = '0'] = match ?? [];
  if (match === null || before + after === '') throw new SyntaxError(`no number: ${text}`);
  const digits = BigInt(before + after) * (sign === '-' ? -1n : 1n);
  const places = Number(exponent) - after.length;
  return places >= 0 ? fraction(digits * 10n ** BigInt(places)) : fraction(digits, 10n ** BigInt(-places));
}

/** The decimal with all its digits, where it ends; else as "a/b". */
export function numberText({ num, den }: Fraction): string {
  let places = 0;
  while (10n ** BigInt(places) % den !== 0n) if (++places > 60) return `${num}/${den}`;
  const digits = (num * 10n ** BigInt(places)) / den;
  const padded = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const point = padded.length - places;
  return `${digits < 0n ? '-' : ''}${padded.slice(0, point)}${places === 0 ? '' : `.${padded.slice(point)}`}`;
}

/** The nearest number, to some 17 digits. */
export function toNumber({ num, den }: Fraction): number {
  if (num === 0n) return 0;
  const size = (value: bigint): number => (value < 0n ? -value : value).toString().length;
  const shift = BigInt(Math.max(0, 20 - size(num) + size(den)));
  return Number(`${((num * 10n ** shift) / den).toString()}e-${shift}`);
}

/** What a computed number of the program stands for: its shortest decimal. */
export function fromNumber(value: number): Fraction {
  return readNumber(String(value));
}
