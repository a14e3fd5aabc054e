/**
 * One party's preferences, from its own file or inline in the scenario file, with what is wrong with them.
 */
import type { Coding } from './coding.ts';
import { decodePartyFile } from './coding.ts';
import { checkPreferences } from './check-party.ts';
import { checkSchema } from './check-schema.ts';
import type { Checker } from './checker.ts';
import { createChecker } from './checker.ts';
import type { Document } from './document.ts';
import { readDocument } from './document.ts';
import type { Surroundings } from './file-beside.ts';
import { readBeside } from './file-beside.ts';
import { expandPartyFile } from './expand-unknown.ts';
import type { Finding } from '../finding.ts';
import { valueAt } from './parts.ts';
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
  /** Of its own file. */
  readonly remarks: readonly Finding[];
  /** A finding at a place of its preferences; null for an inline party. */
  readonly at: Document['finding'] | null;
}

const NOTHING: Omit<PartyText, 'id'> = {
  body: null,
  file: null,
  text: '',
  bytes: new Uint8Array(),
  findings: [],
  remarks: [],
  at: null,
};

const WHAT = { files: 'party files', content: 'the preferences' };

/** `checker` is the scenario file's. */
export function readParty(id: string, around: Surroundings, checker: Checker): PartyText {
  const path = ['parties', id];
  const name = valueAt(checker.data, [...path, 'file']);
  if (name === undefined) {
    checkPreferences(checker, path, null);
    return { id, ...NOTHING };
  }
  if (typeof name !== 'string' || name === '') return { id, ...NOTHING };
  const beside = readBeside(name, around, WHAT);
  if (!beside.ok) {
    checker.complain([...path, 'file'], beside.message);
    return { id, ...NOTHING };
  }
  const { file, text, bytes } = beside;
  return { id, file, text, bytes, ...readPartyText(id, text, file, checker, around.coding) };
}

function readPartyText(
  id: string,
  text: string,
  file: string,
  checker: Checker,
  coding: Coding,
): Pick<PartyText, 'body' | 'findings' | 'remarks' | 'at'> {
  const read = readDocument(text, file);
  if (!read.ok) return { body: null, findings: read.findings, remarks: [], at: null };
  const coded: Finding[] = [];
  const document = expandPartyFile(decodePartyFile(read.document, coding, coded), checker.names);
  const schema = checkSchema(document, partyFileSchema);
  const findings = [...coded, ...schema.findings];
  const own = createChecker(document, checker.names, findings);
  const party = valueAt(document.data, ['party']);
  if ((typeof party === 'string' || typeof party === 'number') && String(party) !== id) {
    own.complain(['party'], `the scenario reads this file for party ${quote(id)}, found ${quote(String(party))}`);
  }
  checkPreferences(own, [], schema.data);
  return { body: schema.data, findings, remarks: document.remarks, at: document.finding };
}
