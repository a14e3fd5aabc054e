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
  /** Told how the process ended, and what it said. */
  #dying: (said: string) => void = betweenCommands;
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
    const child = (this.#child ??= this.#start());
    return new Promise((resolve) => {
      this.#dying = (stderr) => resolve({ status: 1, stdout: '', stderr });
      child.once('message', (ended: Ended) => {
        this.#dying = betweenCommands;
        resolve(ended);
      });
      child.send(typed);
    });
  }

  close(): void {
    this.#dying = () => {};
    this.#child?.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #start(): ChildProcess {
    const { FORCE_COLOR: _force, NO_COLOR: _no, ...env } = process.env;
    const child = fork(this.#entry, [], {
      execArgv: [`--max-old-space-size=${HEAP}`],
      env: { ...env, FORCE_COLOR: '0' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('exit', () => (this.#child = null));
    child.once('close', (code, signal) => this.#dying(`the process ended: ${signal ?? code}\n${said}`));
    return child;
  }
}

/** The next command has a process of its own, but whoever runs the tests should know. */
function betweenCommands(said: string): void {
  process.stderr.write(`between two commands, ${said}\n`);
}

let shared: Session | null = null;

/** The session of all files of tests that a worker runs; its process ends with the worker. */
export function sharedSession(folder: string): Session {
  shared ??= new Session(folder);
  return shared;
}
