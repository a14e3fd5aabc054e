/**
 * One party's preferences, from its own file or inline in the scenario file, with what is wrong with them.
 */
import { dirname, isAbsolute, join } from 'node:path';
import { checkPreferences } from './check-party.ts';
import { checkSchema } from './check-schema.ts';
import type { Checker } from './checker.ts';
import { createChecker } from './checker.ts';
import type { Document } from './document.ts';
import { readDocument } from './document.ts';
import type { Finding } from '../finding.ts';
import { valueAt } from './parts.ts';
import type { Reader } from './read-file.ts';
import type { PartyBody } from '../format/schema-party.ts';
import { partyFileSchema } from '../format/schema-party.ts';
import { quote } from '../suggest.ts';

export interface PartyText {
  readonly id: string;
  /** Preferences of a valid party file; null for an inline party, whose scenario entry has them. */
  readonly body: PartyBody | null;
  /** Null for an inline party, whose findings go to the scenario's checker. */
  readonly file: string | null;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
}

const NOTHING: Omit<PartyText, 'id'> = { body: null, file: null, text: '', bytes: new Uint8Array(), findings: [] };

/** `folder` is the scenario's; null when the scenario is a text without one. */
export function readParty(
  id: string,
  scenario: Document,
  checker: Checker,
  folder: string | null,
  reader: Reader,
): PartyText {
  const path = ['parties', id];
  const name = valueAt(scenario.data, [...path, 'file']);
  if (name === undefined) {
    checkPreferences(checker, path);
    return { id, ...NOTHING };
  }
  if (typeof name !== 'string' || name === '') return { id, ...NOTHING };
  const refusal =
    folder === null ? 'party files cannot be read here; write the preferences inline' : refuse(folder, name, reader);
  if (refusal !== null) {
    checker.complain([...path, 'file'], refusal);
    return { id, ...NOTHING };
  }
  const file = join(dirname(scenario.file), name);
  const text = reader.read(file);
  if (!text.ok) {
    checker.complain([...path, 'file'], `${quote(name)} ${text.message}`);
    return { id, ...NOTHING };
  }
  return { id, file, text: text.text, bytes: text.bytes, ...readPartyText(id, text.text, file, checker) };
}

function readPartyText(id: string, text: string, file: string, checker: Checker): Pick<PartyText, 'body' | 'findings'> {
  const read = readDocument(text, file);
  if (!read.ok) return { body: null, findings: read.findings };
  const { document } = read;
  const schema = checkSchema(document, partyFileSchema);
  const findings = [...schema.findings];
  const own = createChecker(document, checker.names, findings);
  const party = valueAt(document.data, ['party']);
  if ((typeof party === 'string' || typeof party === 'number') && String(party) !== id) {
    own.complain(['party'], `the scenario reads this file for party ${quote(id)}, found ${quote(String(party))}`);
  }
  checkPreferences(own, []);
  return { body: schema.data, findings };
}

/** Why a party file's name may not be read: it must stay inside the scenario's folder, links followed. */
function refuse(folder: string, name: string, reader: Reader): string | null {
  if (isAbsolute(name)) return `${quote(name)} must be relative to the scenario file`;
  if (!reader.leaves(folder, name)) return null;
  return `${quote(name)} is outside the scenario's folder; party files stand inside it`;
}
