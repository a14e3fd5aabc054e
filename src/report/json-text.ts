/**
 * JSON documents as data and as text. Keys stand in the order of the scenario's file, also those that look like whole
 * numbers, which a plain object would put first.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json } | JsonMap;

/** An object whose keys keep their order, whatever they look like. */
export type JsonMap = ReadonlyMap<string, Json>;

/** An object with these keys in this order: a plain one wherever that keeps the order. */
export function record(entries: readonly (readonly [string, Json])[]): Json {
  const plain = Object.fromEntries(entries);
  return Object.keys(plain).every((key, k) => key === entries[k]![0]) ? plain : new Map(entries);
}

/** The document on lines of its own, two spaces for each level, as `JSON.stringify` writes it. */
export function jsonText(document: Json): string {
  return `${written(document, '')}\n`;
}

function written(value: Json, indent: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}  `;
  if (isList(value)) {
    return enclosed(
      '[',
      value.map((item) => written(item, inner)),
      ']',
      indent,
    );
  }
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  const lines = entries.map(([key, item]) => `${JSON.stringify(key)}: ${written(item, inner)}`);
  return enclosed('{', lines, '}', indent);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function enclosed(open: string, items: readonly string[], close: string, indent: string): string {
  if (items.length === 0) return open + close;
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}${close}`;
}
