/** What a screen says while an answer is being found, or when none was. */
import type { Line } from '../draw/line.ts';
import { EMPTY, line, safe, span, toned } from '../draw/line.ts';
import type { Finding, QuestionKind } from '../live/question.ts';

/** "computing... 12 points". */
export function computingWords(running: string | null): string {
  return `computing... ${safe(running ?? '')}`.trimEnd();
}

/** For the end of a heading: that the answer shown is not of the present numbers, or that there was none. */
export function statusLine({ failed, current, running }: Omit<Finding<QuestionKind>, 'last'>): Line {
  if (failed !== null) return line(span(`! ${safe(failed)} `, 'warn'));
  return current || running === null ? EMPTY : line(span(`${computingWords(running)} `, 'accent'));
}

/** Lines of an answer that is out of date look so. */
export function aged(lines: readonly Line[], current: boolean): readonly Line[] {
  return current ? lines : lines.map((row) => toned(row, 'dim'));
}

/** The same with the heading, which says so, as it is. */
export function agedBelowHead(lines: readonly Line[], current: boolean): readonly Line[] {
  return [...lines.slice(0, 1), ...aged(lines.slice(1), current)];
}
