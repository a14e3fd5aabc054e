/**
 * The whole screen as one text of Ink. Ink measures a constant text of as many rows and asks for each row when it draws,
 * so it never measures, wraps or remembers what the screens show. Load this file after `prepareColors`.
 */
import { Transform } from 'ink';
import { fit, type Line, lineWidth } from '../draw/line.ts';
import { paint } from '../draw/paint.ts';
import { spoken } from './spoken.ts';

export interface FrameProps {
  /** From the top; each of exactly `columns` columns, others are cut or padded. */
  readonly lines: readonly Line[];
  readonly columns: number;
  readonly rows: number;
}

export function Frame({ lines, columns, rows }: FrameProps) {
  const row = (_: string, y: number): string => {
    const of = lines[y] ?? [];
    return paint(lineWidth(of) === columns ? of : fit(of, columns));
  };
  return (
    <Transform transform={row} accessibilityLabel={spoken(lines)}>
      {placeholder(rows)}
    </Transform>
  );
}

/** One sign in each row: an empty row would not be asked for. */
function placeholder(rows: number): string {
  return Array.from({ length: rows }, () => '.').join('\n');
}
