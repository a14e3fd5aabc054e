/** `winset export`: a scenario in the format of another program, with a word on what that format has no place for. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { noteText, Refusal } from '../formats/foreign.ts';
import type { Format, Written } from '../formats/format.ts';
import { FORMATS } from '../formats/table.ts';
import type { OpenCase } from '../questions/question.ts';
import { InputError } from '../questions/input-error.ts';
import { writeMessage, writeWhole } from '../tui/outside/write-file.ts';
import { openCase } from './open-case.ts';
import { remark } from './terminal.ts';

type Target = Pick<Format, 'id' | 'name' | 'gives' | 'write'>;

/** What winset finds, which no scenario alone says: answers, and not a format of another program. */
const TABLES: Target = { id: 'tables', name: 'tables', gives: 'folder' };

export interface ExportFlags {
  readonly to: string;
  readonly out?: string | undefined;
  readonly stage?: string | undefined;
  readonly force?: true | undefined;
}

/** Without a path, a format of one text goes to standard output. @throws InputError */
export async function runExport(argument: string, { to, out, stage, force }: ExportFlags): Promise<void> {
  const opened = await openCase(argument, { stage });
  const format = to === TABLES.id ? TABLES : FORMATS.find(({ id }) => id === to);
  if (format === undefined) throw new InputError([`error: no format ${to} is written`]);
  const { files, notes } = await writtenAs(format, opened);
  for (const note of notes) remark(noteText(note));
  if (out === undefined) return print(format, files);
  const target = format.gives === 'folder' ? (path: string) => join(out, path) : () => out;
  if (force !== true) refuseExisting(format, out);
  try {
    writeWhole(files.map(({ path, content }) => ({ path: target(path), text: content })));
  } catch (error) {
    throw new InputError([`error: ${writeMessage(out, error)}`]);
  }
  process.stdout.write(`written as ${format.name}: ${files.map(({ path }) => target(path)).join(', ')}\n`);
}

async function writtenAs(format: Target, opened: OpenCase): Promise<Written> {
  try {
    if (format.write !== undefined) return await format.write(opened.scenario);
    return await (await import('./export-tables.ts')).writeTables(opened);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new InputError([`error: ${format.name}: ${error.message}`]);
  }
}

function print({ name, gives }: Target, files: Written['files']): void {
  const [file] = files;
  if (gives === 'folder' || typeof file?.content !== 'string') {
    throw new InputError([
      `error: ${name} is written to ${gives === 'folder' ? 'a folder' : 'a file'}; name it with --out`,
    ]);
  }
  process.stdout.write(file.content);
}

function refuseExisting({ gives }: Target, out: string): void {
  if (!existsSync(out)) return;
  const isFolder = statSync(out).isDirectory();
  if (gives === 'folder' && isFolder && readdirSync(out).length === 0) return;
  throw new InputError([`error: ${out} exists; name another ${gives}, or write over it with --force`]);
}
