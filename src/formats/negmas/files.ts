/** Which files of a folder of NegMAS are the outcome space and which the utility functions, one for each party. */
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Part } from '../data.ts';
import { isBlock, isThere, partAt, readData, textOf } from '../data.ts';
import type { Note } from '../foreign.ts';
import { otherFiles, refuse, wholeFile } from '../foreign.ts';
import { sharedStart } from '../party-names.ts';
import type { Source, SourceEntry } from '../source.ts';
import { sourceAt } from '../source.ts';
import { isSpace, isUfun } from './recognise.ts';
import { typeOf } from './value-function.ts';

export interface DataFile {
  readonly entry: SourceEntry;
  readonly part: Part;
}

/** Of one file, those beside it, too; a utility function may bring its outcome space along. @throws Refusal */
export function filesOf(source: Source, notes: Note[]): { readonly space: Part; readonly ufuns: readonly DataFile[] } {
  const beside = source.isFolder
    ? source.entries
    : (sourceAt(dirname(source.path))?.entries ?? source.entries).filter(({ name }) => !name.includes('/'));
  const files = beside
    .filter((entry) => isSpace(entry) || isUfun(entry))
    .map((entry) => ({ entry, part: readData(entry) }));
  const ufuns = files.filter(({ part }) => /fun/i.test(rootType(part)));
  const spaces = files.filter(({ part }) => rootType(part).endsWith('OutcomeSpace'));
  const named = spaces.filter(({ entry: { file } }) => source.entries.some((own) => own.file === file));
  const [space, second] = named.length > 0 ? named : spaces;
  if (space !== undefined && second !== undefined)
    refuse(
      wholeFile(second.entry.file),
      `is a second outcome space beside ${space.entry.file}; keep each with its utility functions in a folder of its own`,
    );
  const [first] = ufuns;
  if (first === undefined)
    refuse(
      wholeFile(space?.entry.file ?? source.path),
      'is an outcome space without utility functions; put those of the parties beside it',
    );
  const read = [...ufuns, ...(space === undefined ? [] : [space])].map(({ entry }) => entry);
  if (source.isFolder) notes.push(...otherFiles(source.entries, read));
  else notes.push({ kind: 'changed', text: `files that belong together: ${read.map(({ name }) => name).join(', ')}` });
  return { space: space?.part ?? ownSpace(first, ufuns), ufuns };
}

/** "" for what is no block with a type. */
function rootType(part: Part): string {
  return isBlock(part) ? (typeOf(part) ?? '') : '';
}

/** The outcome space that utility functions bring along, the same in each. */
function ownSpace({ entry, part }: DataFile, ufuns: readonly DataFile[]): Part {
  if (isThere(partAt(part, 'outcome_spaces')))
    refuse(wholeFile(entry.file), 'is a utility function over several negotiations; one is read at a time');
  const space = partAt(part, 'outcome_space');
  if (!isBlock(space))
    refuse(
      wholeFile(entry.file),
      'is a utility function without an outcome space, which lists the issues; put it beside it',
    );
  const { value } = partAt(space, 'issues');
  const other = ufuns.find((each) => !isDeepStrictEqual(partAt(each.part, 'outcome_space', 'issues').value, value));
  if (other !== undefined)
    refuse(
      wholeFile(other.entry.file),
      `has not the outcome space of ${entry.file}; one negotiation is read at a time`,
    );
  return space;
}

/** Names that the files have, where they differ, else those of the files. */
export function namesOf(read: readonly DataFile[]): readonly string[] {
  const given = read.map(({ part }) => (isThere(partAt(part, 'name')) ? textOf(partAt(part, 'name')) : ''));
  if (new Set(given).size === read.length && given.every((name) => /\p{L}/u.test(name))) return given;
  return sharedStart(
    read.map(({ entry }) => (entry.name.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '')),
    '',
  );
}
