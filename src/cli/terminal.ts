/**
 * What standard output can show: its width, and whether it takes colours.
 */
import { columns, cut } from '../report/text/width.ts';

const NARROWEST = 60;
const WIDEST = 160;
const WIDTH_OF_A_PIPE = 80;

/** Columns for the report: as asked, else those of the terminal, else 80; within 60 to 160. */
export function reportWidth(asked: number | undefined): number {
  const width = asked ?? process.stdout.columns ?? WIDTH_OF_A_PIPE;
  return Math.min(WIDEST, Math.max(NARROWEST, width));
}

/**
 * Sets the environment that chalk and Ink read when they are loaded, so this must run before. Colours are off for a pipe and where
 * NO_COLOR is set, unless FORCE_COLOR says otherwise (chalk does not know NO_COLOR); DEV would start developer tools.
 */
export function prepareColors(): void {
  const { env, stdout } = process;
  delete env['DEV'];
  if (env['FORCE_COLOR'] === undefined && (env['NO_COLOR'] || !stdout.isTTY)) env['FORCE_COLOR'] = '0';
}

/** A line on a terminal about work in progress. */
export interface Status {
  readonly say: (text: string) => void;
  /** Takes the line away again. */
  readonly end: () => void;
}

/** Work shorter than this is not worth a word. */
const PATIENCE_MS = 400;

const TICK_MS = 200;

/**
 * Says what takes time, once it takes a moment. Silent where standard error is not a terminal or control codes are not
 * wanted.
 */
export function showStatus(title: string): Status {
  const { stderr } = process;
  if (!stderr.isTTY || process.env['NO_COLOR']) return { say: () => {}, end: () => {} };
  const started = performance.now();
  let doing = '';
  let shown = 0;
  const draw = (): void => {
    const passed = performance.now() - started;
    if (passed < PATIENCE_MS) return;
    const line = cut(
      `${title} ... ${Math.floor(passed / 1000)} s${doing === '' ? '' : `, ${doing}`}`,
      stderr.columns - 1,
    );
    stderr.write(`\r${line}${' '.repeat(Math.max(0, shown - columns(line)))}`);
    shown = columns(line);
  };
  const timer = setInterval(draw, TICK_MS);
  return {
    say: (text) => {
      doing = text;
    },
    end: () => {
      clearInterval(timer);
      if (shown > 0) stderr.write(`\r${' '.repeat(shown)}\r`);
    },
  };
}

/** Warnings and remarks; results go to standard output. */
export function remark(line: string): void {
  process.stderr.write(`${line}\n`);
}
