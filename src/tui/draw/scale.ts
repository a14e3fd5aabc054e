/** Numbers as places along a drawing. */

export interface Scale {
  readonly low: number;
  readonly high: number;
}

/** Where the value lies between low and high, 0..1; values outside stand at the ends, and 0 where low = high. */
export function fraction(value: number, { low, high }: Scale): number {
  if (!(high > low) || Number.isNaN(value)) return 0;
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}

/** The one of `size` cells that a fraction 0..1 falls in. */
export function cellOf(share: number, size: number): number {
  return Math.max(0, Math.min(size - 1, Math.floor(share * size)));
}

/** The cell that stands for a fraction when the first stands for 0 and the last for 1. */
export function stopOf(share: number, size: number): number {
  return Math.max(0, Math.round(share * (size - 1)));
}
