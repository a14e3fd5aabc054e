/**
 * Terminals in which one command runs after another, in a process that has loaded the program: to start one for each
 * takes several times as long.
 */
import { join } from 'node:path';
import pty from '@lydell/node-pty';
import { MARK, MARK_BEGINS } from './mark.ts';
import type { End, Line, Program, RunOptions, TerminalSize } from './program.ts';
import { plainEnvironment, programOn, WIDE } from './program.ts';

/** A command as a person types it somewhere, in a terminal of this size. */
export interface Typed {
  readonly words: readonly string[];
  readonly folder: string;
  /** Where sessions keep unsaved work. */
  readonly state: string;
  readonly size: TerminalSize;
}

export interface HostedProgram extends Program {
  /** Leaves the program, if it still runs, so that its terminal can be used again. */
  readonly leave: () => Promise<void>;
}

type Listener = (data: string) => void;

/** A terminal: one command at a time. */
class Host {
  readonly #child: pty.IPty;
  /** Until no command runs. */
  #ready: Promise<End>;
  /** Of the command that runs, or of nobody. */
  #told: Listener = () => {};
  #end: (end: End) => void = () => {};
  #unread = '';
  isDead = false;

  constructor(entry: string) {
    this.#child = pty.spawn(process.execPath, [entry], {
      cols: WIDE.columns,
      rows: WIDE.rows,
      name: 'xterm-256color',
      env: plainEnvironment(),
    });
    this.#ready = this.#untilMark();
    this.#child.onData((data) => this.#hear(data));
    this.#child.onExit(({ exitCode, signal }) => {
      this.isDead = true;
      this.#end({ code: exitCode, signal: signal ?? 0 });
    });
  }

  #untilMark(): Promise<End> {
    return new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** What comes before a mark is of the command that it ends. */
  #hear(data: string): void {
    this.#unread += data;
    const mark = MARK.exec(this.#unread);
    const begun = mark === null ? beginOfMark(this.#unread) : mark.index;
    const text = this.#unread.slice(0, begun);
    this.#unread = this.#unread.slice(mark === null ? begun : begun + mark[0].length);
    if (text !== '') this.#told(text);
    if (mark !== null) this.#end({ code: Number(mark[1]), signal: 0 });
  }

  run(typed: Typed): Line {
    const child = this.#child;
    const listeners = new Set<Listener>();
    const begun = this.#ready.then(() => {
      this.#told = (data) => listeners.forEach((listener) => listener(data));
      child.resize(typed.size.columns, typed.size.rows);
      child.write(`${JSON.stringify(typed)}\n`);
      return { ended: this.#untilMark() };
    });
    const ended = begun.then((command) => command.ended);
    this.#ready = ended;
    return {
      pid: child.pid,
      onData: (listener) => void listeners.add(listener),
      write: (text) => void begun.then(() => child.write(text)),
      resize: (columns, rows) => child.resize(columns, rows),
      kill: (signal) => child.kill(signal),
      ended,
    };
  }
}

/** Where a mark begins that has not come whole. */
function beginOfMark(text: string): number {
  const begin = text.lastIndexOf(MARK_BEGINS[0]!);
  const tail = text.slice(begin);
  return begin >= 0 && (MARK_BEGINS.startsWith(tail) || tail.startsWith(MARK_BEGINS)) ? begin : text.length;
}

/** Of all files of tests that a worker runs; they end with the worker. */
const idle = new Set<Host>();

function anyHost(folder: string): Host {
  const [host = new Host(join(folder, 'host.js'))] = [...idle].filter(({ isDead }) => !isDead);
  idle.delete(host);
  return host;
}

const CTRL_C = '\u0003';
/** What lies on top of a screen is left first, and two Ctrl+C at once would end the process. */
const PAUSE_MS = 5000;
const TRIES = 3;

/** `winset` with these words, in a terminal that others had before. `program`: where it was built. */
export function runHosted(
  program: string,
  words: readonly string[],
  { folder, size = WIDE }: Omit<RunOptions, 'command' | 'env'>,
): HostedProgram {
  const host = anyHost(program);
  const line = host.run({ words, folder, state: join(folder, 'state'), size });
  const over = line.ended.then(() => {
    idle.add(host);
    return true;
  });
  const shown = programOn(line, size);
  const leave = async (): Promise<void> => {
    if (await Promise.race([over, Promise.resolve(false)])) return;
    void shown.see('x leave without saving').then(
      () => shown.type('x'),
      () => {},
    );
    for (let k = 0; k < TRIES; k++) {
      shown.type(CTRL_C);
      if (await Promise.race([over, afterPause()])) return;
    }
    shown.kill('SIGKILL');
    await over;
  };
  return { ...shown, leave };
}

function afterPause(): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(resolve, PAUSE_MS, false);
  });
}
