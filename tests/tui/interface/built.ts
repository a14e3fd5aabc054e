/** The built program, opened in terminals and run as a command. */
import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';
import { sharedSession } from '../../oracle/session.ts';
import { runHosted } from './hosted.ts';
import type { Program, RunOptions } from './program.ts';
import { newFolder, runProgram } from './program.ts';
import { builtProgram } from '../../program.ts';

const ROOT = join(import.meta.dirname, '../../..');
const WINSET = join(builtProgram(), 'winset.js');

export const SCENARIOS = join(ROOT, 'scenarios');

type Options = Omit<RunOptions, 'command' | 'folder'>;

export interface Desk {
  /** Where programs run and write, new for each test. */
  readonly folder: () => string;
  /** `winset open` with these words in a terminal; in a process of its own where the environment is another. */
  readonly open: (words: readonly string[], options?: Options) => Program;
  /** The same, left open for all tests of the file, in the folder `keptFolder`. */
  readonly keptFolder: string;
  readonly keep: (words: readonly string[], options?: Options) => Program;
  /** `winset` with these words in a terminal. */
  readonly run: (words: readonly string[], options?: Options) => Program;
  /** A shell whose prompt is `ready>`, and in which `winset` is this program. */
  readonly shell: (options?: Options) => Program;
  /** `winset` with these words, in a process that many commands share. */
  readonly winset: (words: readonly string[]) => Promise<Ran>;
}

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Programs that a test leaves running are ended after it. */
export function desk(): Desk {
  let folder = newFolder();
  const keeping = newFolder();
  /** How to end what was started. */
  const running: (() => Promise<void>)[] = [];
  const kept: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((end) => end()));
    folder.remove();
    folder = newFolder();
  });
  afterAll(async () => {
    await Promise.all(kept.map((end) => end()));
    for (const { remove } of [keeping, folder]) remove();
  });
  const started = (options: RunOptions, ends = running): Program => {
    const program = runProgram(options);
    ends.push(() => killed(program));
    return program;
  };
  const run = (words: readonly string[], { env, ...options }: Options, at: string, ends = running): Program => {
    if (env !== undefined)
      return started({ command: [process.execPath, WINSET, ...words], folder: at, env, ...options });
    const program = runHosted(builtProgram(), words, { folder: at, ...options });
    ends.push(program.leave);
    return program;
  };
  return {
    folder: () => folder.path,
    open: (words, options = {}) => run(['open', ...words], options, folder.path),
    keptFolder: keeping.path,
    keep: (words, options = {}) => run(['open', ...words], options, keeping.path, kept),
    run: (words, options = {}) => run(words, options, folder.path),
    shell: ({ env = {}, ...options } = {}) =>
      started({
        command: ['/bin/sh', '-i'],
        folder: folder.path,
        ...options,
        env: { PS1: 'ready> ', ENV: '', WINSET: `${process.execPath} ${WINSET}`, ...env },
      }),
    winset: (words) => sharedSession(builtProgram()).run(words, folder.path),
  };
}

async function killed(program: Program): Promise<void> {
  program.kill('SIGKILL');
  await program.ended;
}
