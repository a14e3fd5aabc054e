/** Runs the small program under a shell in a real terminal, and reads what a person would see. */
import { join } from 'node:path';
import pty from '@lydell/node-pty';
import { builtProgram } from '../../program.ts';
import { type Glass, glassOf, settled, textOf } from './glass.ts';

/** Bundled as the real program is, and beside it. */
export const APP = join(builtProgram(), 'pty-app.js');

const COLUMNS = 100;
const ROWS = 30;

export interface Session {
  /** Where the program of this session writes its unsaved work. */
  readonly kept: string;
  readonly glass: Glass;
  /** All bytes that came to the terminal. */
  readonly raw: () => string;
  readonly type: (text: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** Waits until the terminal shows the text. @throws Error with the screen when it does not come */
  readonly see: (text: string | RegExp) => Promise<string>;
  readonly end: () => void;
}

const PATIENCE_MS = 20_000;

let opened = 0;

/** An interactive shell whose prompt is `ready>`. */
export function openShell(env: Readonly<Record<string, string>> = {}): Session {
  const glass = glassOf(COLUMNS, ROWS);
  const { NO_COLOR: _, FORCE_COLOR: _unused, CI: _ci, ...inherited } = process.env;
  const shell = pty.spawn('/bin/sh', ['-i'], {
    cols: COLUMNS,
    rows: ROWS,
    name: env['TERM'] ?? 'xterm-256color',
    env: { ...inherited, PS1: 'ready> ', ENV: '', ...env },
  });
  opened += 1;
  let raw = '';
  shell.onData((data) => {
    raw += data;
    glass.write(data);
  });
  return {
    kept: join(builtProgram(), `kept-${process.pid}-${opened}`),
    glass,
    raw: () => raw,
    type: (text) => shell.write(text),
    resize: (columns, rows) => {
      glass.resize(columns, rows);
      shell.resize(columns, rows);
    },
    see: async (text) => {
      const until = Date.now() + PATIENCE_MS;
      for (;;) {
        await settled(glass);
        const seen = textOf(glass).join('\n');
        if (typeof text === 'string' ? seen.includes(text) : text.test(seen)) return seen;
        if (Date.now() > until) throw new Error(`no ${String(text)} on:\n${seen}`);
        await new Promise((wake) => {
          setTimeout(wake, 20);
        });
      }
    },
    end: () => shell.kill('SIGKILL'),
  };
}
