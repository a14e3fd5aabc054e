/**
 * Unsaved work outlives a crash or a closed terminal: each session keeps its edits in a file of the user's state folder,
 * and takes it away when it ends in order.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './write-file.ts';

export interface Recovery {
  /** Keeps the text as the present state of this session. Never throws: a full disk must not end the session. */
  readonly keep: (text: string) => void;
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
  const path = join(folder, `${prefixOf(scenarioPath)}${pid}.json`);
  return {
    keep: (text) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeWhole(path, text, true);
      } catch {
        // Kept in memory all the same; saving by hand says what is wrong.
      }
    },
    clear: () => rmSync(path, { force: true }),
  };
}

/** The latest file of a session of this scenario that has ended without clearing it; null when there is none. */
export function leftBehind(folder: string, scenarioPath: string): LeftBehind | null {
  const prefix = prefixOf(scenarioPath);
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder).filter((name) => name.startsWith(prefix) && name.endsWith('.json'));
  const orphans = files.filter((name) => !isRunning(Number(name.slice(prefix.length, -'.json'.length))));
  const read = orphans.flatMap((name): LeftBehind[] => {
    const path = join(folder, name);
    try {
      return [{ path, text: readFileSync(path, 'utf8'), when: statSync(path).mtime }];
    } catch {
      return [];
    }
  });
  return read.toSorted((a, b) => b.when.getTime() - a.when.getTime())[0] ?? null;
}

export function forget({ path }: LeftBehind): void {
  rmSync(path, { force: true });
}

function prefixOf(scenarioPath: string): string {
  return `${createHash('sha256').update(scenarioPath).digest('hex').slice(0, 16)}-`;
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
