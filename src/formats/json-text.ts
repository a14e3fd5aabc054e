/** Data as JSON with numbers in all their digits; a `Map` is an object whose keys keep their order, `1` and `0` as well. */
import { Written } from '../scenario/save/yaml-text.ts';

/** Indented by two spaces, a line break at the end. */
export function dataText(value: unknown): string {
  return `${lines(value, '')}\n`;
}

function lines(value: unknown, indent: string): string {
  if (value instanceof Written) return value.text;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const entries: [unknown, unknown][] = value instanceof Map ? [...value] : Object.entries<unknown>({ ...value });
  const inner = entries
    .filter(([, own]) => own !== undefined)
    .map(([key, own]) => `${indent}  ${isList ? '' : `${JSON.stringify(key)}: `}${lines(own, `${indent}  `)}`);
  const [open, close] = isList ? '[]' : '{}';
  return inner.length === 0 ? `${open}${close}` : `${open}\n${inner.join(',\n')}\n${indent}${close}`;
}
