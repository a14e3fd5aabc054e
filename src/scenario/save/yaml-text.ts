/**
 * Blocks of YAML to be written: keys in a given order, each value on one line, with a comment behind it where wanted.
 */
import { Document } from 'yaml';

/** One line of a block, or a block within it. Values are plain data. */
export type Entry =
  | { readonly key: string; readonly value: unknown; readonly comment?: string }
  | { readonly key: string; readonly entries: readonly Entry[]; readonly comment?: string }
  | { readonly key: string; readonly list: readonly Item[] };

/** One line of a list, or a block that stands in it. */
export type Item = { readonly value: unknown; readonly comment?: string } | { readonly entries: readonly Entry[] };

/** A number in its own digits, which no double has; JSON has them as a text. */
export class Written {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toJSON(): string {
    return this.text;
  }
}

/** The lines of a block, without a line break after the last. Entries without content are left out. */
export function blockText(entries: readonly Entry[], indent = ''): string {
  return entries.flatMap((entry) => linesOf(entry, indent)).join('\n');
}

/** A value on one line, as YAML reads it back: `{ value: 12, sources: [press] }`. */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (value instanceof Written) return value.text;
  if (typeof value !== 'object' || value === null) return scalarText(value);
  const pairs = Object.entries<unknown>({ ...value }).map(([key, each]) => `${keyText(key)}: ${flowText(each)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** Keys that are numbers read back as the same text, so they need no quotes. */
export function keyText(key: string): string {
  return String(Number(key)) === key && Number.isFinite(Number(key)) ? key : scalarText(key);
}

/** Quoted where it would read as something else within a list. */
function scalarText(value: unknown): string {
  const list = new Document([value], { flow: true }).toString({ lineWidth: 0, singleQuote: true }).trim();
  const text = list.slice(1, -1).trim();
  return text.includes('\n') ? JSON.stringify(value) : text;
}

function linesOf(entry: Entry, indent: string): string[] {
  const key = `${indent}${keyText(entry.key)}:`;
  if ('list' in entry) {
    if (entry.list.length === 0) return [];
    return [key, ...entry.list.flatMap((item) => itemLines(item, `${indent}  `))];
  }
  if ('entries' in entry) {
    const inner = blockText(entry.entries, `${indent}  `);
    return inner === '' ? [] : [key + commentText(entry.comment), inner];
  }
  const { value, comment } = entry;
  if (typeof value !== 'string' || !isParagraphs(value)) return [`${key} ${flowText(value)}${commentText(comment)}`];
  return [
    `${key} |-${commentText(comment)}`,
    ...value.split('\n').map((line) => (line === '' ? '' : `${indent}  ${line}`)),
  ];
}

function itemLines(item: Item, indent: string): string[] {
  if ('value' in item) return [`${indent}- ${flowText(item.value)}${commentText(item.comment)}`];
  const lines = item.entries.flatMap((entry) => linesOf(entry, `${indent}  `));
  return lines.map((line, k) => (k === 0 ? `${indent}- ${line.slice(indent.length + 2)}` : line));
}

/** Several lines that stand as they are in a literal block of YAML. */
function isParagraphs(text: string): boolean {
  return (
    // eslint-disable-next-line no-control-regex
    /^[^\s](?:[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe]*)[^\s]$/.test(text) &&
    text.includes('\n')
  );
}

/** Whatever would end the line is a space in a comment. */
function commentText(comment: string | undefined): string {
  // eslint-disable-next-line no-control-regex
  return comment === undefined ? '' : ` # ${comment.replace(/[\s\u0000-\u001f\u0085\u2028\u2029]+/g, ' ').trim()}`;
}
