/** Data as JSON with numbers in all their digits. */
import { Written } from '../scenario/save/yaml-text.ts';

/** Indented by two spaces, a line break at the end. */
export function dataText(value: unknown): string {
  return `${lines(value, '')}\n`;
}

function lines(value: unknown, indent: string): string {
  if (value instanceof Written) return value.text;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const inner = Object.entries<unknown>({ ...value })
    .filter(([, own]) => own !== undefined)
    .map(([key, own]) => `${indent}  ${isList ? '' : `${JSON.stringify(key)}: `}${lines(own, `${indent}  `)}`);
  const [open, close] = isList ? '[]' : '{}';
  return inner.length === 0 ? `${open}${close}` : `${open}\n${inner.join(',\n')}\n${indent}${close}`;
}
