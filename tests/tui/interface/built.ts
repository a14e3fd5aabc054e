/** The program built for one test file, opened in terminals and run as a command; all of it gone at the end. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Program, RunOptions } from './program.ts';
import { newFolder, runProgram } from './program.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** Inside the package, so that the program finds the scenarios it ships. */
const OUT = join(ROOT, 'node_modules/.cache/winset-interface-test', String(process.pid));
const WINSET = join(OUT, 'winset.js');

export const SCENARIOS = join(ROOT, 'scenarios');

export interface Desk {
  /** Where programs run and write, new for each test. */
  readonly folder: () => string;
  /** `winset open` with these words in a terminal. */
  readonly open: (words: readonly string[], options?: Omit<RunOptions, 'command' | 'folder'>) => Program;
  /** A shell whose prompt is `ready>`, and in which `winset` is this program. */
  readonly shell: (options?: Omit<RunOptions, 'command' | 'folder'>) => Program;
  /** `winset` with these words, output in pipes. */
  readonly winset: (words: readonly string[]) => Ran;
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Builds once per test file; programs that a test leaves running are ended after it. */
export function desk(): Desk {
  let folder = newFolder();
  const running: Program[] = [];
  const start = (options: Omit<RunOptions, 'folder'>): Program => {
    const program = runProgram({ ...options, folder: folder.path });
    running.push(program);
    return program;
  };
  beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, ['build.mjs', OUT], { cwd: ROOT, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  });
  afterEach(async () => {
    for (const program of running) program.kill('SIGKILL');
    await Promise.all(running.splice(0).map(({ ended }) => ended));
    folder.remove();
    folder = newFolder();
  });
  afterAll(() => {
    folder.remove();
    rmSync(OUT, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  return {
    folder: () => folder.path,
    open: (words, options = {}) => start({ command: [process.execPath, WINSET, 'open', ...words], ...options }),
    shell: ({ env = {}, ...options } = {}) =>
      start({
        command: ['/bin/sh', '-i'],
        ...options,
        env: { PS1: 'ready> ', ENV: '', WINSET: `${process.execPath} ${WINSET}`, ...env },
      }),
    winset: (words) => {
      const { FORCE_COLOR: _force, NO_COLOR: _no, NODE_ENV: _node, ...env } = process.env;
      const options = { cwd: folder.path, encoding: 'utf8', env, input: '', maxBuffer: 2 ** 26 } as const;
      const { status, stdout, stderr } = spawnSync(process.execPath, [WINSET, ...words], options);
      return { status, stdout, stderr };
    },
  };
}
