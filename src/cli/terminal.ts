/**
 * What standard output can show: its width, and whether it takes colours.
 */
import { columns } from '../report/text/width.ts';

const NARROWEST = 60;
const WIDEST = 160;
const WIDTH_OF_A_PIPE = 80;

/** Columns for the report: as asked, else those of the terminal, else 80; within 60 to 160. */
export function reportWidth(asked: number | undefined): number {
  const width = asked ?? process.stdout.columns ?? WIDTH_OF_A_PIPE;
  return Math.min(WIDEST, Math.max(NARROWEST, width));
}

/**
 * Sets the environment that Ink reads when it is loaded, so this must run before. Colours are off for a pipe and where
 * NO_COLOR is set, unless FORCE_COLOR says otherwise (chalk does not know NO_COLOR); DEV would start developer tools.
 */
export function prepareInk(): void {
  const { env, stdout } = process;
  delete env['DEV'];
  if (env['FORCE_COLOR'] === undefined && (env['NO_COLOR'] || !stdout.isTTY)) env['FORCE_COLOR'] = '0';
}

/**
 * Says on a terminal what takes time; the result is a function that takes the words away again. Does nothing where
 * standard error is not a terminal or control codes are not wanted.
 */
export function announce(text: string): () => void {
  const { stderr } = process;
  if (!stderr.isTTY || process.env['NO_COLOR']) return () => {};
  stderr.write(text);
  return () => {
    stderr.write(`\r${' '.repeat(columns(text))}\r`);
  };
}

/** Warnings and remarks; results go to standard output. */
export function remark(line: string): void {
  process.stderr.write(`${line}\n`);
}
