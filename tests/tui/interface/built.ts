/** The built program, opened in terminals and run as a command. */
import { join } from 'node:path';
import { afterAll, afterEach, inject } from 'vitest';
import { sharedSession } from '../../oracle/session.ts';
import type { Program, RunOptions } from './program.ts';
import { newFolder, runProgram } from './program.ts';

const ROOT = join(import.meta.dirname, '../../..');
const WINSET = join(inject('program'), 'winset.js');

export const SCENARIOS = join(ROOT, 'scenarios');

export interface Desk {
  /** Where programs run and write, new for each test. */
  readonly folder: () => string;
  /** `winset open` with these words in a terminal. */
  readonly open: (words: readonly string[], options?: Omit<RunOptions, 'command' | 'folder'>) => Program;
  /** The same, left open for all tests of the file, in the folder `keptFolder`. */
  readonly keptFolder: string;
  readonly keep: (words: readonly string[], options?: Omit<RunOptions, 'command' | 'folder'>) => Program;
  /** `winset` with these words in a terminal. */
  readonly run: (words: readonly string[], options?: Omit<RunOptions, 'command' | 'folder'>) => Program;
  /** A shell whose prompt is `ready>`, and in which `winset` is this program. */
  readonly shell: (options?: Omit<RunOptions, 'command' | 'folder'>) => Program;
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
  const running: Program[] = [];
  const start = (options: Omit<RunOptions, 'folder'>): Program => {
    const program = runProgram({ ...options, folder: folder.path });
    running.push(program);
    return program;
  };
  afterEach(async () => {
    for (const program of running) program.kill('SIGKILL');
    await Promise.all(running.splice(0).map(({ ended }) => ended));
    folder.remove();
    folder = newFolder();
  });
  const keeping = newFolder();
  const kept: Program[] = [];
  afterAll(async () => {
    for (const program of kept) program.kill('SIGKILL');
    await Promise.all(kept.map(({ ended }) => ended));
    for (const { remove } of [keeping, folder]) remove();
  });
  return {
    folder: () => folder.path,
    open: (words, options = {}) => start({ command: [process.execPath, WINSET, 'open', ...words], ...options }),
    keptFolder: keeping.path,
    keep: (words, options = {}) => {
      const command = [process.execPath, WINSET, 'open', ...words] as const;
      const program = runProgram({ command, folder: keeping.path, ...options });
      kept.push(program);
      return program;
    },
    run: (words, options = {}) => start({ command: [process.execPath, WINSET, ...words], ...options }),
    shell: ({ env = {}, ...options } = {}) =>
      start({
        command: ['/bin/sh', '-i'],
        ...options,
        env: { PS1: 'ready> ', ENV: '', WINSET: `${process.execPath} ${WINSET}`, ...env },
      }),
    winset: (words) => sharedSession(inject('program')).run(words, folder.path),
  };
}
