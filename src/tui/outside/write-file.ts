/** Writing files so that nobody ever finds half of one, and so that what exists is not lost by mistake. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes beside the file and renames; with `isPrivate` nobody else may read it. @throws Error of the file system */
export function writeWhole(path: string, text: string, isPrivate = false): void {
  const part = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(part, text, isPrivate ? { mode: 0o600 } : {});
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

export function exists(path: string): boolean {
  return existsSync(path);
}

/** Why a file could not be written, for the person. */
export function writeMessage(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'no permission',
    EPERM: 'no permission',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    EISDIR: 'that is a folder',
    ENOTDIR: 'a part of the path is a file',
    ENAMETOOLONG: 'the name is too long',
  };
  const message = error instanceof Error ? error.message : String(error);
  return `${path} was not written: ${reasons[code] ?? message}. Nothing has been changed; try another name.`;
}
