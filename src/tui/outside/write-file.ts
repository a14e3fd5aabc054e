/** Writing files so that nobody ever finds half of one, and so that what exists is not lost by mistake. */
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface FileText {
  readonly path: string;
  readonly text: string | Uint8Array;
}

/** Writes beside the files and renames once all are written; with `isPrivate` nobody else may read them. @throws Error of the file system */
export function writeWhole(files: readonly FileText[], isPrivate = false): void {
  const targets = files.map(({ path, text }) => {
    // A link stays a link, and a file that exists keeps who may read it.
    const target = existsSync(path) ? realpathSync(path) : path;
    return { target, text, part: join(dirname(target), `.${basename(target)}.${process.pid}.part`) };
  });
  try {
    for (const { target, text, part } of targets) {
      mkdirSync(dirname(target), { recursive: true });
      const mode = isPrivate ? 0o600 : existsSync(target) ? statSync(target).mode & 0o777 : undefined;
      writeFileSync(part, text, mode === undefined ? {} : { mode });
    }
    for (const { target, part } of targets) renameSync(part, target);
  } finally {
    for (const { part } of targets) rmSync(part, { force: true });
  }
}

export function exists(path: string): boolean {
  return existsSync(path);
}

/** Whether both paths lead to the same file that exists. */
export function isSameFile(a: string, b: string): boolean {
  return existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b);
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
