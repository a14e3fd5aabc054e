/**
 * The built program in a terminal of its own, as a person has it: keys go in, and what the terminal shows is read. Used
 * by the tests of the whole interface, by the bench and by the script of the tour.
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pty from '@lydell/node-pty';
import { glassOf, textOf } from '../terminal/glass.ts';
import type { Glass } from '../terminal/glass.ts';

export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

export const WIDE: TerminalSize = { columns: 120, rows: 40 };
export const NARROW: TerminalSize = { columns: 80, rows: 24 };

export interface RunOptions {
  /** The program and its words. */
  readonly command: readonly [string, ...string[]];
  readonly size?: TerminalSize;
  readonly env?: Readonly<Record<string, string>>;
  /** Where it runs; files without a path of their own are written there. */
  readonly folder: string;
}

/** How a program came to its end. */
export interface End {
  readonly code: number;
  readonly signal: number;
}

export interface Program {
  readonly pid: number;
  readonly glass: Glass;
  /** All bytes that came to the terminal. */
  readonly raw: () => string;
  /** When the last of them came, as `performance.now` counts. */
  readonly heard: () => number;
  /** What the terminal shows, one row a line, without blanks at the ends of rows. */
  readonly shown: () => string;
  readonly type: (text: string) => void;
  readonly resize: (size: TerminalSize) => void;
  /** Waits until the terminal shows it. @throws Error with the screen where it does not come in time */
  readonly see: (wanted: Wanted, patience?: number) => Promise<string>;
  readonly kill: (signal: string) => void;
  readonly ended: Promise<End>;
}

/** A text, a pattern, or a property of what is shown. */
export type Wanted = string | RegExp | ((shown: string) => boolean);

/** Generous: other work may have the machine. */
const PATIENCE_MS = 100_000;

/** The marks around a frame: between them the picture is not whole. */
const BEGIN = '\u001b[?2026h';
const END = '\u001b[?2026l';

/** A program at the other end of a terminal. */
export interface Line {
  readonly pid: number;
  readonly onData: (listener: (data: string) => void) => void;
  readonly write: (text: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  readonly kill: (signal: string) => void;
  readonly ended: Promise<End>;
}

export function runProgram({ command: [file, ...words], size = WIDE, env = {}, folder }: RunOptions): Program {
  const child = pty.spawn(file, words, {
    cols: size.columns,
    rows: size.rows,
    name: env['TERM'] ?? 'xterm-256color',
    cwd: folder,
    env: { ...plainEnvironment(), XDG_STATE_HOME: join(folder, 'state'), ...env },
  });
  const ended = new Promise<End>((resolve) => {
    child.onExit(({ exitCode, signal }) => resolve({ code: exitCode, signal: signal ?? 0 }));
  });
  return programOn(
    {
      pid: child.pid,
      onData: (listener) => void child.onData(listener),
      write: (text) => child.write(text),
      resize: (columns, rows) => child.resize(columns, rows),
      kill: (signal) => child.kill(signal),
      ended,
    },
    size,
  );
}

/** What a person sees of it, in a terminal of this size, and does with it. */
export function programOn(line: Line, size: TerminalSize): Program {
  const glass = glassOf(size.columns, size.rows);
  const { ended } = line;
  let raw = '';
  let unread = 0;
  let heard = performance.now();
  const waiting = new Set<() => void>();
  line.onData((data) => {
    raw += data;
    heard = performance.now();
    unread += 1;
    glass.write(data, () => {
      unread -= 1;
      if (unread === 0 && raw.lastIndexOf(END) >= raw.lastIndexOf(BEGIN)) for (const look of waiting) look();
    });
  });
  const shown = (): string =>
    textOf(glass)
      .map((row) => row.trimEnd())
      .join('\n');
  return {
    pid: line.pid,
    glass,
    raw: () => raw,
    heard: () => heard,
    shown,
    type: line.write,
    resize: ({ columns, rows }) => {
      glass.resize(columns, rows);
      line.resize(columns, rows);
    },
    see: (wanted, patience = PATIENCE_MS) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const seen = shown();
          if (!holds(wanted, seen)) return;
          finish();
          resolve(seen);
        };
        const giveUp = (): void => {
          finish();
          reject(new Error(`no ${typeof wanted === 'function' ? 'such picture' : String(wanted)} on:\n${shown()}`));
        };
        const timer = setTimeout(giveUp, patience);
        // What was written last may still be on its way.
        void ended.then(() => setTimeout(giveUp, 500));
        const finish = (): void => {
          clearTimeout(timer);
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      }),
    kill: line.kill,
    ended,
  };
}

export function holds(wanted: Wanted, seen: string): boolean {
  if (typeof wanted === 'string') return seen.includes(wanted);
  return wanted instanceof RegExp ? wanted.test(seen) : wanted(seen);
}

/** No answer is on its way any more. */
export function isAtRest(shown: string): boolean {
  return shown.includes(' winset ') && !/computing|counting|being computed|being solved|Looking for/u.test(shown);
}

/** A folder of its own for the files of a program; `remove` takes it away. */
export function newFolder(): { readonly path: string; readonly remove: () => void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'winset-interface-')));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
}

/** Without what the runner of the tests, or the person who runs them, sets for colours. */
export function plainEnvironment(): Record<string, string> {
  const { NO_COLOR: _no, FORCE_COLOR: _force, COLORTERM: _term, NODE_ENV: _node, CI: _ci, ...rest } = process.env;
  return Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
