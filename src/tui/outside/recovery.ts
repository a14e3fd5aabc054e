/**
 * Unsaved work outlives a crash or a closed terminal: each session keeps its edits in a file of the user's state folder,
 * and takes it away when it ends in order.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './write-file.ts';

export interface Recovery {
  /** Keeps the text as the present state of this session; whether it could. A full disk must not end the session. */
  readonly keep: (text: string) => boolean;
  /** Nothing is left to be lost. */
  readonly clear: () => void;
}

/** What an earlier session left behind. */
export interface LeftBehind {
  readonly path: string;
  readonly text: string;
  readonly when: Date;
}

/** This session's own file for the scenario at an absolute path. */
export function startRecovery(folder: string, scenarioPath: string, pid = process.pid): Recovery {
  const path = join(folder, `${prefixOf(scenarioPath)}${pid}-${Date.now().toString(36)}.json`);
  return {
    keep: (text) =>
      managed(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeWhole([{ path, text }], true);
      }),
    clear: () => {
      managed(() => rmSync(path, { force: true }));
    },
  };
}

/** Files of sessions of this scenario that ended without clearing them, the latest first. To be asked before this session keeps anything. */
export function leftBehind(folder: string, scenarioPath: string): readonly LeftBehind[] {
  const prefix = prefixOf(scenarioPath);
  return namesIn(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.json'))
    .filter((name) => !isRunning(Number.parseInt(name.slice(prefix.length), 10)))
    .flatMap((name): LeftBehind[] => {
      const path = join(folder, name);
      try {
        return [{ path, text: readFileSync(path, 'utf8'), when: statSync(path).mtime }];
      } catch {
        return [];
      }
    })
    .toSorted((a, b) => b.when.getTime() - a.when.getTime());
}

export function forget({ path }: LeftBehind): void {
  managed(() => rmSync(path, { force: true }));
}

/** A folder that is not there, or may not be read, holds nothing for us. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function managed(step: () => void): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}

function prefixOf(scenarioPath: string): string {
  return `${createHash('sha256').update(scenarioPath).digest('hex').slice(0, 16)}-`;
}

/** A file with our own number is of an earlier process: this one has kept nothing yet. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
