/** Plain data as the text of a scenario file: every scalar as it is written, quoted only where YAML asks for it. */
import type { Data } from './read.ts';

const PLAIN = /^(?:[\p{L}_][\p{L}\w.-]*|[-+]?[\d.]+(?:[eE][-+]?\d+)?|-?\d+\/\d+|-?[\d.]+\.\.-?[\d.]+)$/u;

/** Block style down to the second level, flow style below. */
export function yamlText(data: { readonly [key: string]: Data }): string {
  return Object.entries(data)
    .map(([key, value]) => {
      if (typeof value === 'string' || Object.keys(value).length === 0) return `${key}: ${flow(value)}\n`;
      if (isList(value) && value.length > 0) return `${key}:\n${value.map((entry) => `  - ${flow(entry)}\n`).join('')}`;
      const inner = Object.entries(value).map(([name, entry]) => `  ${scalar(name)}: ${flow(entry)}\n`);
      return `${key}:\n${inner.join('')}`;
    })
    .join('');
}

function flow(data: Data): string {
  if (typeof data === 'string') return scalar(data);
  if (isList(data)) return `[${data.map(flow).join(', ')}]`;
  return `{ ${Object.entries(data)
    .map(([key, value]) => `${scalar(key)}: ${flow(value)}`)
    .join(', ')} }`;
}

function scalar(text: string): string {
  return PLAIN.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

function isList(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}
