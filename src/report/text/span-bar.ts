/** A stretch of a scale as a bar: from where to where, with a mark at the point it is measured from. */
import type { BarPiece } from './bar.ts';

/** A stretch 0 <= from <= to <= 1 of the scale; `mark` 0..1, or null for none. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly mark: number | null;
}

const FILLED = '█';
const MARK = '│';
const REST = '░';

/** Exactly `size` columns. A stretch that is not a point takes at least one column beside the mark. */
export function spanBar({ from, to, mark }: Span, size: number): BarPiece[] {
  const column = (at: number): number => Math.min(size - 1, Math.max(0, Math.floor(at * size)));
  const marked = mark === null ? -1 : column(mark);
  let [first, last] = [Math.round(from * size), Math.round(to * size) - 1];
  if (to > from && last < first) first = last = column((from + to) / 2);
  if (mark !== null && to > from && first === marked && last === marked) {
    if (to - mark > mark - from) last = Math.min(size - 1, last + 1);
    else first = Math.max(0, first - 1);
  }
  const kinds = Array.from({ length: size }, (_, k): BarPiece['kind'] =>
    k === marked ? 'mark' : k >= first && k <= last ? 'filled' : 'rest',
  );
  const glyph = { filled: FILLED, mark: MARK, rest: REST };
  const pieces: { kind: BarPiece['kind']; text: string }[] = [];
  for (const kind of kinds) {
    const open = pieces.at(-1);
    if (open?.kind === kind) open.text += glyph[kind];
    else pieces.push({ kind, text: glyph[kind] });
  }
  return pieces;
}
