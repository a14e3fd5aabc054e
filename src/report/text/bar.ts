/**
 * A utility as a bar: what is reached, what is missing, and a mark at the least the party signs for.
 */

/** The pieces of a bar in order; their texts together take exactly the asked columns. */
export interface BarPiece {
  readonly kind: 'filled' | 'mark' | 'rest';
  readonly text: string;
}

export interface BarScale {
  /** Values at the two ends of the bar, in points. */
  readonly from: number;
  readonly to: number;
}

const FILLED = '█';
const MARK = '│';
const REST = '░';

/**
 * A bar of `size` >= 3 columns. The mark stands in the column of the threshold; a value that reaches the threshold
 * always fills past the mark or up to it, one that does not always ends before it.
 */
export function bar(value: number, threshold: number, scale: BarScale, size: number): BarPiece[] {
  const mark = Math.min(size - 1, Math.floor(position(threshold, scale) * size));
  const reached = Math.round(position(value, scale) * size);
  const filled = value >= threshold ? Math.max(reached, mark) : Math.min(reached, mark);
  const pieces: BarPiece[] = [
    { kind: 'filled', text: FILLED.repeat(Math.min(filled, mark)) },
    { kind: 'rest', text: REST.repeat(Math.max(0, mark - filled)) },
    { kind: 'mark', text: MARK },
    { kind: 'filled', text: FILLED.repeat(Math.max(0, filled - mark - 1)) },
    { kind: 'rest', text: REST.repeat(size - 1 - Math.max(mark, filled - 1)) },
  ];
  return pieces.filter((piece) => piece.text !== '');
}

/** A plain bar of a share 0..1; anything above 0 shows at least one column, anything below 1 leaves one. */
export function shareBar(share: number, size: number): string {
  const least = share > 0 ? 1 : 0;
  const most = share < 1 ? size - 1 : size;
  const filled = Math.min(most, Math.max(least, Math.round(share * size)));
  return FILLED.repeat(filled) + REST.repeat(size - filled);
}

/** 0..1 along the bar. */
function position(value: number, { from, to }: BarScale): number {
  if (to <= from) return 0;
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}
