/**
 * Numbers as a reader sees them: points with one decimal, counts of deals that may pass 10^18, shares in per cent.
 */

const PLAIN_BELOW = 10_000_000n;

/** "62.3"; never "-0.0". */
export function points(value: number): string {
  return fixed(value, 1);
}

/** "+4.2" or "-8.1"; "0.0" has no sign. */
export function signedPoints(value: number): string {
  const text = points(value);
  return Number(text) > 0 ? `+${text}` : text;
}

/** "50", "1,234,567", and from ten million on "9.2 × 10^17". */
export function bigCount(count: bigint): string {
  if (count < PLAIN_BELOW) return grouped(count.toString());
  const digits = count.toString();
  return scientific(Number(`0.${digits.slice(0, 15)}`) * 10, digits.length - 1);
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
  if (value > 99.9) return '>99.9 %';
  return value < 9.95 || value > 99 ? `${fixed(value, 1)} %` : `${fixed(value, 0)} %`;
}

/** `part / whole` in per cent, for counts beyond what a number holds. */
export function percentOf(part: bigint, whole: bigint): string {
  if (part === 0n || whole === 0n) return '0 %';
  if (part === whole) return '100 %';
  return percent(ratio(part, whole));
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

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

function fixed(value: number, places: number): string {
  const text = value.toFixed(places);
  return Number(text) === 0 ? text.replace('-', '') : text;
}
