/**
 * Counts and shares as a reader sees them: counts of deals that may pass 10^18, shares in per cent. Points have a room of
 * their own, `points.ts`.
 */

const PLAIN_BELOW = 10_000_000n;

/** "50", "1,234,567", and from ten million on "9.2 × 10^17"; a bound is rounded to its own side. */
export function bigCount(count: bigint, rounding: Rounding = 'nearest'): string {
  if (count < PLAIN_BELOW) return grouped(count.toString());
  const exponent = count.toString().length - 1;
  return scientific(Number(twoDigits(count, rounding)) / 10, exponent);
}

type Rounding = 'nearest' | 'down' | 'up';

/** The first two digits of a large count, rounded; 100 where that carries. */
function twoDigits(count: bigint, rounding: Rounding): bigint {
  const tenth = 10n ** BigInt(count.toString().length - 2);
  const [whole, rest] = [count / tenth, count % tenth];
  const up = rounding === 'up' ? rest > 0n : rounding === 'nearest' && 2n * rest >= tenth;
  return up ? whole + 1n : whole;
}

/** A proven upper bound on a part of so many: rounded up, and never past the whole as the whole is written. */
export function mostOf(high: bigint, whole: bigint): string {
  const passes = high.toString().length === whole.toString().length && high >= PLAIN_BELOW;
  return passes && twoDigits(high, 'up') > twoDigits(whole, 'nearest') ? bigCount(whole) : bigCount(high, 'up');
}

/** "between 1.2 × 10^9 and 3.5 × 10^9" without the "between": proven bounds stay proven as they are written. */
export function countBounds(low: bigint, high: bigint, joint: string, whole?: bigint): string {
  return `${bigCount(low, 'down')} ${joint} ${whole === undefined ? bigCount(high, 'up') : mostOf(high, whole)}`;
}

/** The same for an estimate, which need not be whole. */
export function estimatedCount(count: number): string {
  if (count < Number(PLAIN_BELOW)) return grouped(Math.round(count).toString());
  const [mantissa = '', exponent = ''] = count.toExponential(6).split('e');
  return scientific(Number(mantissa), Number(exponent));
}

/** "26 %", "0.4 %", "<0.1 %", ">99.9 %"; 0 and 1 only when they are exact. */
export function percent(share: number): string {
  if (share === 0) return '0 %';
  if (share === 1) return '100 %';
  const value = share * 100;
  if (value < 0.1) return '<0.1 %';
  if (value > 99.9 && value < 100) return '>99.9 %';
  return value < 9.95 || value > 99 ? `${fixed(value, 1)} %` : `${fixed(value, 0)} %`;
}

/** `part / whole` in per cent, for counts beyond what a number holds. */
export function percentOf(part: bigint, whole: bigint): string {
  if (part === 0n || whole === 0n) return '0 %';
  if (part === whole) return '100 %';
  return percent(ratio(part, whole));
}

/** "1 combination", "189 combinations". */
export function combinations(count: bigint): string {
  return `${bigCount(count)} ${count === 1n ? 'combination' : 'combinations'}`;
}

/** "None of the 189 combinations", or of the only one. */
export function noneOf(count: bigint): string {
  return count === 1n ? 'Not even the only combination' : `None of the ${combinations(count)}`;
}

/** "1 deal", "2 deals". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(String(count))} ${count === 1 ? noun : plural}`;
}

/** A quotient of big integers as a number between 0 and 1, exact to some 15 digits, never rounded to 0 or 1. */
function ratio(part: bigint, whole: bigint): number {
  const scaled = Number((part * 10n ** 18n) / whole) / 1e18;
  return Math.min(1 - Number.EPSILON, Math.max(Number.MIN_VALUE, scaled));
}

function scientific(mantissa: number, exponent: number): string {
  const rounded = mantissa.toFixed(1);
  return rounded === '10.0' ? `1.0 × 10^${exponent + 1}` : `${rounded} × 10^${exponent}`;
}

/** "1,234,567" */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

function fixed(value: number, places: number): string {
  const text = value.toFixed(places);
  return Number(text) === 0 ? text.replace('-', '') : text;
}
