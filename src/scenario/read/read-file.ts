/**
 * Bytes of one input file as text, refusing what cannot be a scenario: folders, devices, huge or binary files.
 */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, normalize, relative, sep } from 'node:path';

const MOST_BYTES = 8 * 1024 * 1024;

export type FileText =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly text: string }
  | { readonly ok: false; readonly message: string };

/** Where files come from. */
export interface Reader {
  readonly read: (path: string) => FileText;
  /** Whether a name in a folder leads out of it, links followed. */
  readonly leaves: (folder: string, name: string) => boolean;
}

export const disk: Reader = {
  read: readText,
  leaves: (folder, name) => {
    if (isOutside(normalize(name))) return true;
    try {
      return isOutside(relative(realpathSync(folder), realpathSync(join(folder, name))));
    } catch {
      return false; // not there, or not readable: reading it says so
    }
  },
};

/** Texts at hand in place of files, by path. */
export function memory(files: readonly { readonly path: string; readonly text: string }[]): Reader {
  return {
    read: (path) => {
      const file = files.find((candidate) => normalize(candidate.path) === normalize(path));
      if (file === undefined) return { ok: false, message: 'is not among the files at hand' };
      return decode(new TextEncoder().encode(file.text));
    },
    leaves: (_, name) => isOutside(normalize(name)),
  };
}

/** Whether a normalised path, read from some folder, is absolute or climbs out of that folder; links are not followed. */
export function isOutside(path: string): boolean {
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
}

/** Never throws; the message says what is wrong with the file and what to do. */
function readText(path: string): FileText {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return { ok: false, message: 'is a folder; expected a file' };
    if (!stat.isFile()) return { ok: false, message: 'is not a regular file; expected a YAML or JSON text' };
    if (stat.size > MOST_BYTES) return tooLarge(stat.size);
    return decode(readFileSync(path));
  } catch (error) {
    return { ok: false, message: explain(error) };
  }
}

/** UTF-8 bytes as text; a leading byte order mark is dropped. */
export function decode(bytes: Uint8Array): FileText {
  if (bytes.length > MOST_BYTES) return tooLarge(bytes.length);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Every other byte of UTF-16 text in Latin letters is 0, and no text has such a sign.
    return text.includes('\0') ? { ok: false, message: NOT_UTF_8 } : { ok: true, bytes, text };
  } catch {
    return { ok: false, message: NOT_UTF_8 };
  }
}

const NOT_UTF_8 = 'is not UTF-8 text; save it as UTF-8';

function tooLarge(size: number): FileText {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return { ok: false, message: `has ${megabytes} MiB; a scenario file has at most ${MOST_BYTES / 1024 / 1024} MiB` };
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist; check the name and the folder';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read; check its permissions';
  return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
}
