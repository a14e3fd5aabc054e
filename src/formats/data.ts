/** A YAML or JSON file of another program, part by part, with the place of each for what is wrong with it. */
import type { Path } from '../scenario/finding.ts';
import type { Fraction } from '../exact/fraction.ts';
import { fractionOf, readFraction } from '../exact/fraction.ts';
import type { Document } from '../scenario/read/document.ts';
import { readDocument } from '../scenario/read/document.ts';
import { valueAt } from '../scenario/read/parts.ts';
import { quote } from '../scenario/suggest.ts';
import { decodeText } from './decode.ts';
import type { Place } from './foreign.ts';
import { Refusal, refuse } from './foreign.ts';
import type { SourceEntry } from './source.ts';

/** One part of a file. */
export interface Part {
  readonly document: Document;
  readonly path: Path;
  /** Undefined where there is nothing. */
  readonly value: unknown;
}

/** @throws Refusal where it is no YAML or JSON */
export function readData(entry: SourceEntry): Part {
  const read = readDocument(decodeText(entry.bytes()).text, entry.file);
  if (!read.ok) throw new Refusal(read.findings);
  return { document: read.document, path: [], value: read.document.data };
}

/** The part under a key or at a position; its value is undefined where there is none. */
export function partAt({ document, path }: Part, ...steps: Path): Part {
  const own = [...path, ...steps];
  return { document, path: own, value: valueAt(document.data, own) };
}

export function placeOf({ document, path }: Part): Place {
  const { file, line, column, path: words } = document.finding(path, '');
  return { file, line, column, path: words };
}

/** @throws Refusal with this message at the part */
export function wrong(part: Part, message: string): never {
  return refuse(placeOf(part), message);
}

export function isThere({ value }: Part): boolean {
  return value !== undefined && value !== null;
}

/** The entries of a list. @throws Refusal where it is none */
export function itemsOf(part: Part): readonly Part[] {
  const { value } = part;
  if (!Array.isArray(value)) return wrong(part, `expected a list, found ${shown(value)}`);
  return value.map((_, k) => partAt(part, k));
}

/** The parts under the keys of a block, in the order of the file. @throws Refusal where it is none */
export function entriesOf(part: Part): readonly (readonly [string, Part])[] {
  if (!isBlock(part)) return wrong(part, `expected a block of names and values, found ${shown(part.value)}`);
  return part.document.keys(part.path).map((key) => [key, partAt(part, key)]);
}

export function isBlock({ value }: Part): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList({ value }: Part): boolean {
  return Array.isArray(value);
}

/** @throws Refusal where it is none */
export function textOf(part: Part): string {
  const { value } = part;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return wrong(part, `expected a text, found ${shown(value)}`);
}

/** Null for what is no finite number. */
export function numberIn({ value }: Part): Fraction | null {
  if (typeof value === 'number') return Number.isFinite(value) ? fractionOf(value) : null;
  return typeof value === 'string' ? readFraction(value.trim()) : null;
}

/** @throws Refusal where it is none */
export function numberOf(part: Part): Fraction {
  return numberIn(part) ?? wrong(part, `expected a number, found ${shown(part.value)}`);
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a block' : quote(JSON.stringify(value).replaceAll(/^"|"$/g, ''));
}
