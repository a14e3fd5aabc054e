/** `winset class export`: what happened, as tables for a statistics program. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { classTables } from '../class/tables.ts';
import { InputError } from '../questions/input-error.ts';
import { writeMessage, writeWhole } from '../tui/outside/write-file.ts';
import { entriesOf, onRecord } from './class-record.ts';
import { openClassFolder } from './class-shelf.ts';

export interface ExportFlags {
  readonly out: string;
  readonly leaveOut?: readonly string[] | undefined;
  readonly takeIn?: readonly string[] | undefined;
}

/** Nothing that exists is written over. @throws InputError */
export async function runClassExport(path: string, { out, leaveOut = [], takeIn = [] }: ExportFlags): Promise<void> {
  if (existsSync(out)) throw new InputError([`error: ${out} exists; name a new folder for the tables`]);
  const folder = openClassFolder(path);
  const changes = [...leaveOut.map(reasoned), ...takeIn.map((team) => ({ team, reason: null }))];
  await entriesOf(folder);
  if (changes.length > 0) {
    await onRecord(folder, (perform) => {
      for (const change of changes) perform({ kind: 'leaveOut', ...change });
    });
  }
  const files = classTables(folder.game, await entriesOf(folder));
  try {
    writeWhole(files.map(({ name, text }) => ({ path: join(out, name), text })));
  } catch (error) {
    throw new InputError([`error: ${writeMessage(out, error)}`]);
  }
  process.stdout.write(`written: ${files.map(({ name }) => join(out, name)).join(', ')}\n`);
}

/** "3=The fire alarm went off." */
function reasoned(written: string): { readonly team: string; readonly reason: string } {
  const at = written.indexOf('=');
  const [team, reason] = [written.slice(0, at).trim(), written.slice(at + 1).trim()];
  if (at > 0 && team !== '' && reason !== '') return { team, reason };
  throw new InputError([
    `error: expected a team with a reason, such as --leave-out "3=The alarm rang", found '${written}'`,
  ]);
}
