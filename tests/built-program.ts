/**
 * The program built once for all tests of a run, with the entries that run many commands in one process and in one
 * terminal beside it, and the jobs in threads. Tests have its folder as `inject('program')`; it lies inside the package, so that the program
 * finds the scenarios it ships.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

const ROOT = join(import.meta.dirname, '..');

/** Entries of tests, bundled with the program: they find its thread beside them. */
const BESIDE = [
  'batch=tests/oracle/batch.ts',
  'host=tests/tui/interface/host.ts',
  'run-job=src/jobs/run-job.ts',
  'pool=src/jobs/pool.ts',
];

declare module 'vitest' {
  export interface ProvidedContext {
    readonly program: string;
  }
}

export default function setup({ provide }: TestProject): () => void {
  const folder = join(ROOT, 'node_modules/.cache/winset-test', String(process.pid));
  const words = ['build.mjs', folder, ...BESIDE];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  provide('program', folder);
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
