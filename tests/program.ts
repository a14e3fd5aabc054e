/**
 * The program built once for all tests of a run, with the entries that run many commands in one process and in one
 * terminal beside it, and the jobs in threads.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Entries of tests, bundled with the program: they find its thread beside them. */
const BESIDE = [
  'batch=tests/oracle/batch.ts',
  'host=tests/tui/interface/host.ts',
  'mcp-host=tests/mcp/host.ts',
  'pty-app=tests/tui/terminal/pty-app.ts',
  'run-job=src/jobs/run-job.ts',
  'pool=src/jobs/pool.ts',
  'widths=tests/cli/widths.ts',
];

const WAIT_MS = 20;

/** The folder of the built program. The first worker that asks builds it, and another waits until it has. */
export function builtProgram(): string {
  const folder = inject('program');
  const built = join(folder, 'program');
  const building = join(folder, 'building');
  mkdirSync(folder, { recursive: true });
  while (!existsSync(built)) {
    if (isFirst(building)) {
      try {
        build(join(folder, 'unfinished'), built);
      } finally {
        rmdirSync(building);
      }
    } else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
  }
  return built;
}

/** Whether nobody else is at it; where the one before failed, the next tries and says why. */
function isFirst(building: string): boolean {
  try {
    mkdirSync(building);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** It is at its place only whole. */
function build(unfinished: string, built: string): void {
  if (existsSync(built)) return;
  const { status, stderr } = spawnSync(process.execPath, ['build.mjs', unfinished, ...BESIDE], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  renameSync(unfinished, built);
}
