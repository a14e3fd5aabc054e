/** The bundled command, run in a process of its own where that matters, and elsewhere one after the other in one process. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedSession } from '../oracle/session.ts';
import { builtProgram } from '../program.ts';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = join(builtProgram(), 'winset.js');
/** Answers of this run of the tests, beside the program that gave them. */
const ANSWERS = join(builtProgram(), 'answers');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `winset` in a process that many commands share: to start one for each takes far longer. */
export function winset(words: readonly string[]): Promise<Run> {
  return sharedSession(builtProgram()).run(words, ROOT);
}

/** Runs `winset` as a process, with standard output and error as pipes. */
export function winsetProcess(
  words: readonly string[],
  { env = {}, input = '' }: { readonly env?: Readonly<Record<string, string>>; readonly input?: string } = {},
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    input,
    env: { ...plainEnvironment(), ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

/**
 * What `winset` says about a scenario that it ships. One program says the same to the same words, so a run of the tests
 * asks once, whichever file asks.
 */
export function answer(words: readonly string[]): Run {
  const path = join(ANSWERS, createHash('sha256').update(JSON.stringify(words)).digest('hex'));
  if (existsSync(path)) {
    const known: Run = JSON.parse(readFileSync(path, 'utf8'));
    return known;
  }
  const run = winsetProcess(words);
  mkdirSync(ANSWERS, { recursive: true });
  writeFileSync(path, JSON.stringify(run));
  return run;
}

/** Runs `winset` and closes its standard output at once, as `| true` does. */
export function winsetUnread(words: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, ...words], {
      cwd: ROOT,
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stdout.destroy();
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('close', (status) => resolve({ status, stdout: '', stderr }));
  });
}

/** Without the settings of the test runner that change colours. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _force, NO_COLOR: _no, CI: _ci, NODE_ENV: _node, ...rest } = process.env;
  return rest;
}
