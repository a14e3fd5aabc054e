/**
 * One stage's changes, from a file of its own or inline in the scenario file, with what is wrong with them.
 */
import type { z } from 'zod';
import { decodeChangeFile } from './coding.ts';
import { expandChangeFile } from './expand-unknown.ts';
import { checkSchema } from './check-schema.ts';
import { checkStageBody } from './check-stages.ts';
import type { Checker } from './checker.ts';
import { createChecker } from './checker.ts';
import { readDocument } from './document.ts';
import type { Surroundings } from './file-beside.ts';
import { readBeside } from './file-beside.ts';
import type { Finding, Path } from '../finding.ts';
import { partAt, valueAt } from './parts.ts';
import type { StageBody } from '../format/schema-party.ts';
import { stageBodySchema, stageFileSchema } from '../format/schema-party.ts';
import { quote } from '../suggest.ts';

const WHAT = { files: 'stage files', content: 'the changes' };

export interface StageText {
  /** The changes of a valid stage file; null for a stage inline, whose entry in the scenario file has them. */
  readonly body: StageBody | null;
  /** Null for a stage inline, whose findings go to the scenario's checker. */
  readonly file: string | null;
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Of its own file; more may come through `checker`. */
  readonly findings: readonly Finding[];
  /** Of its own file. */
  readonly remarks: readonly Finding[];
  /** Where faults of the changes are said: the file they stand in, and the block with `change` in it. */
  readonly checker: Checker;
  readonly path: Path;
}

/** The stage at a place of the list; `checker` is the scenario file's. */
export function readStage(index: number, around: Surroundings, checker: Checker): StageText {
  const path = ['stages', index];
  const name = valueAt(checker.data, [...path, 'file']);
  const nothing = { body: null, file: null, text: '', bytes: new Uint8Array(), findings: [], remarks: [] };
  const inline = { ...nothing, checker, path };
  if (name === undefined) {
    checkStageBody(checker, path, partAt(checker.data, path, stageBodySchema));
    return inline;
  }
  if (typeof name !== 'string' || name === '') return inline;
  const beside = readBeside(name, around, WHAT);
  if (!beside.ok) {
    checker.complain([...path, 'file'], beside.message);
    return inline;
  }
  const { file, text, bytes } = beside;
  const read = readDocument(text, file);
  if (!read.ok) return { ...inline, file, text, bytes, findings: read.findings };
  const coded: Finding[] = [];
  const document = expandChangeFile(decodeChangeFile(read.document, around.coding, coded), checker.names);
  const schema = checkSchema(document, stageFileSchema);
  const findings = [...coded, ...schema.findings];
  const own = createChecker(document, checker.names, findings);
  const [id, stage] = [valueAt(checker.data, [...path, 'id']), valueAt(own.data, ['stage'])];
  if (isId(stage) && isId(id) && String(stage) !== String(id)) {
    own.complain(
      ['stage'],
      `the scenario reads this file for stage ${quote(String(id))}, found ${quote(String(stage))}`,
    );
  }
  const body = schema.data === null ? null : bodyOf(schema.data);
  checkStageBody(own, [], body ?? partAt(own.data, [], stageBodySchema));
  return {
    body,
    file,
    text,
    bytes,
    findings,
    remarks: document.remarks,
    checker: own,
    path: [],
  };
}

function bodyOf(file: z.output<typeof stageFileSchema>): StageBody {
  const { stage: _, $schema: _schema, ...body } = file;
  return body;
}

function isId(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
