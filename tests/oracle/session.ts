/** The built program in a process of its own that runs one command after another, which is far cheaper than a process each. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ended, Typed } from './batch.ts';

/** Megabytes that a small scenario may take, whatever it asks for. */
const HEAP = 600;

export class Session {
  readonly #entry: string;
  readonly #folder: string;
  #child: ChildProcess | null = null;
  /** The command before: one ends before the next is typed. */
  #last: Promise<Ended | null> = Promise.resolve(null);

  /** `folder`: where the program and `batch.js` were built. */
  constructor(folder: string) {
    this.#entry = join(folder, 'batch.js');
    this.#folder = mkdtempSync(join(folder, 'session-'));
  }

  /** Writes a file for commands to read. */
  write(text: string, name = 'scenario.yaml'): string {
    const path = join(this.#folder, name);
    writeFileSync(path, text);
    return path;
  }

  /** How the command ended, typed in a folder. A process that dies, for want of memory say, counts as a fault. */
  run(words: readonly string[], folder = process.cwd()): Promise<Ended> {
    const ended = this.#last.then(() => this.#ask({ words, folder }));
    this.#last = ended;
    return ended;
  }

  #ask(typed: Typed): Promise<Ended> {
    const child = this.#alive();
    return new Promise((resolve) => {
      const dead = (code: number | null, signal: string | null): void => {
        this.#child = null;
        resolve({ status: 1, stdout: '', stderr: `the process ended: ${signal ?? code}` });
      };
      child.once('exit', dead);
      child.once('message', (ended: Ended) => {
        child.off('exit', dead);
        resolve(ended);
      });
      child.send(typed);
    });
  }

  close(): void {
    this.#child?.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #alive(): ChildProcess {
    const { FORCE_COLOR: _force, NO_COLOR: _no, ...env } = process.env;
    this.#child ??= fork(this.#entry, [], {
      execArgv: [`--max-old-space-size=${HEAP}`],
      env: { ...env, FORCE_COLOR: '0' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return this.#child;
  }
}

let shared: Session | null = null;

/** The session of all files of tests that a worker runs; its process ends with the worker. */
export function sharedSession(folder: string): Session {
  shared ??= new Session(folder);
  return shared;
}
