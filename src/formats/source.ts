/**
 * The files that a path leads to, with their first bytes at hand so that a format can be told by its content, and
 * limits so that a huge file is refused before it is read.
 */
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { basename, join } from 'node:path';
import { refuse, wholeFile } from './foreign.ts';

export interface SourceEntry {
  /** Relative to the folder, with `/` between; of a file alone, its name. */
  readonly name: string;
  /** As the person would reach it. */
  readonly file: string;
  /** The first bytes, each as one letter, without byte order mark and zero bytes. */
  readonly head: string;
  /** @throws Refusal where the file is too large or cannot be read */
  readonly bytes: () => Uint8Array;
}

export interface Source {
  readonly path: string;
  readonly isFolder: boolean;
  readonly entries: readonly SourceEntry[];
}

export const MOST_BYTES = 8 * 1024 * 1024;
const HEAD_BYTES = 4096;
/** A folder with more is none of a negotiation. */
const MOST_FILES = 400;

/** The file, or the files of a folder and of the folders in it, by name; null where there is nothing to read. */
export function sourceAt(path: string): Source | null {
  try {
    const stat = statSync(path);
    if (stat.isFile()) return { path, isFolder: false, entries: [entryAt(path, basename(path))] };
    if (!stat.isDirectory()) return null;
    return { path, isFolder: true, entries: entriesOf(path).slice(0, MOST_ENTRIES) };
  } catch {
    return null; // whoever opens the path says what is wrong
  }
}

/** Several files named one by one, as if they were a folder; null where one of them is no file. */
export function sourceOf(paths: readonly string[]): Source | null {
  const [path] = paths;
  if (path === undefined) return null;
  if (paths.length === 1) return sourceAt(path);
  const each = paths.map(sourceAt);
  if (each.some((source) => source === null || source.isFolder)) return null;
  return { path, isFolder: true, entries: each.flatMap((source) => source?.entries ?? []) };
}

const MOST_FOLDERS = 20;
const MOST_ENTRIES = 1000;
/** Folders within folders. */
const DEEPEST = 2;

/** Hidden files are none of the person's making. */
function entriesOf(folder: string, prefix = '', depth = 0): SourceEntry[] {
  const within = readdirSync(join(folder, prefix), { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  const named = (own: (each: Dirent) => boolean): readonly string[] =>
    within
      .filter(own)
      .map(({ name }) => name)
      .toSorted(byName);
  const files = named((each) => each.isFile()).slice(0, MOST_FILES);
  const folders = depth >= DEEPEST ? [] : named((each) => each.isDirectory()).slice(0, MOST_FOLDERS);
  return [
    ...files.map((name) => entryAt(join(folder, prefix, name), prefix + name)),
    ...folders.flatMap((name) => entriesOf(folder, `${prefix}${name}/`, depth + 1)),
  ];
}

/** Numbers in names by their size: profile-2 before profile-10. */
function byName(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true }) || (a < b ? -1 : 1);
}

function entryAt(path: string, name: string): SourceEntry {
  return {
    name,
    file: path,
    get head() {
      return headOf(path);
    },
    bytes: () => bytesOf(path),
  };
}

const heads = new Map<string, string>();

function headOf(path: string): string {
  const known = heads.get(path);
  if (known !== undefined) return known;
  const buffer = Buffer.alloc(HEAD_BYTES);
  let length = 0;
  try {
    const file = openSync(path, 'r');
    length = readSync(file, buffer, 0, HEAD_BYTES, 0);
    closeSync(file);
  } catch {
    length = 0; // reading the whole of it says why
  }
  const text = buffer
    .subarray(0, length)
    .toString('latin1')
    .replace(/^(ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\u0000', '');
  heads.set(path, text);
  return text;
}

function bytesOf(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) refuse(wholeFile(path), tooLarge(size));
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error) refuse(wholeFile(path), `cannot be read (${error.message})`);
    throw error;
  }
}

function tooLarge(size: number): string {
  return `has ${(size / 1024 / 1024).toFixed(1)} MiB; files of other programs are read up to ${MOST_BYTES / 1024 / 1024} MiB`;
}
