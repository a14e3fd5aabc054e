/** A file that the scenario file names: it must stand inside the scenario's folder, links followed. */
import { dirname, isAbsolute, join } from 'node:path';
import type { Coding } from './coding.ts';
import { quote } from '../suggest.ts';
import type { Reader } from './read-file.ts';

/** Where a scenario's further files are looked for. */
export interface Surroundings {
  /** Of the scenario file, as the user would reach it. */
  readonly scenario: string;
  /** The scenario's; null when the scenario is a text without one. */
  readonly folder: string | null;
  readonly reader: Reader;
  /** The rules by which they may give numbers. */
  readonly coding: Coding;
}

/** What is in the file, and what the messages call it. */
export interface Content {
  /** "party files" */
  readonly files: string;
  /** "the preferences" */
  readonly content: string;
}

export type FileBeside =
  | { readonly ok: true; readonly file: string; readonly text: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly message: string };

/** The message is for the place that names the file. */
export function readBeside(
  name: string,
  { scenario, folder, reader }: Omit<Surroundings, 'coding'>,
  what: Content,
): FileBeside {
  if (folder === null) {
    return { ok: false, message: `${what.files} cannot be read here; write ${what.content} inline` };
  }
  if (isAbsolute(name)) return { ok: false, message: `${quote(name)} must be relative to the scenario file` };
  if (reader.leaves(folder, name)) {
    return { ok: false, message: `${quote(name)} is outside the scenario's folder; ${what.files} stand inside it` };
  }
  const file = join(dirname(scenario), name);
  const text = reader.read(file);
  if (!text.ok) return { ok: false, message: `${quote(name)} ${text.message}` };
  return { ok: true, file, text: text.text, bytes: text.bytes };
}
