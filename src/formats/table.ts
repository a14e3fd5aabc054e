/** All formats of other programs, in the order in which they are tried. What reads and writes is loaded when it is used. */
import type { Format } from './format.ts';
import { isGeniusWeb } from './geniusweb/recognise.ts';
import { isGmcr } from './gmcr/recognise.ts';
import { isDeliberation } from './llm-deliberation/recognise.ts';
import { isGenius } from './genius/recognise.ts';
import { isNegmas } from './negmas/recognise.ts';
import { isSheets, isXlsx } from './sheets/recognise.ts';
import type { Source } from './source.ts';

export const FORMATS: readonly Format[] = [
  {
    id: 'genius',
    name: 'Genius XML',
    recognises: ({ entries }) => entries.some(isGenius),
    read: async (source) => (await import('./genius/read.ts')).readGeniusSource(source),
    write: async (scenario) => (await import('./genius/write.ts')).writeGenius(scenario),
    gives: 'folder',
  },
  {
    id: 'geniusweb',
    name: 'GeniusWeb JSON',
    recognises: isGeniusWeb,
    read: async (source) => (await import('./geniusweb/read.ts')).readGeniusWeb(source),
    write: async (scenario) => (await import('./geniusweb/write.ts')).writeGeniusWeb(scenario),
    gives: 'folder',
  },
  {
    id: 'negmas',
    name: 'NegMAS scenario',
    recognises: isNegmas,
    read: async (source) => (await import('./negmas/read.ts')).readNegmas(source),
    write: async (scenario) => (await import('./negmas/write.ts')).writeNegmas(scenario),
    gives: 'folder',
  },
  {
    id: 'llm-deliberation',
    name: 'LLM-Deliberation game',
    recognises: isDeliberation,
    read: async (source) => (await import('./llm-deliberation/read.ts')).readDeliberation(source),
    write: async (scenario) => (await import('./llm-deliberation/write.ts')).writeDeliberation(scenario),
    gives: 'folder',
  },
  {
    id: 'gmcr',
    name: 'GMCR+ model',
    recognises: isGmcr,
    read: async (source) => (await import('./gmcr/read.ts')).readGmcr(source),
    write: async (scenario) => (await import('./gmcr/write.ts')).writeGmcr(scenario),
    gives: 'file',
  },
  {
    id: 'xlsx',
    name: 'score sheet (XLSX)',
    recognises: (source) => isSheets(source) && source.entries.some(isXlsx),
    read: async (source) => (await import('./sheets/read.ts')).readSheets(source),
    write: async (scenario) => (await import('./sheets/write.ts')).writeXlsx(scenario),
    gives: 'file',
  },
  {
    id: 'csv',
    name: 'score sheet (CSV)',
    recognises: isSheets,
    read: async (source) => (await import('./sheets/read.ts')).readSheets(source),
    write: async (scenario) => (await import('./sheets/write.ts')).writeCsv(scenario),
    gives: 'file',
  },
];

/** The format of a source, or null. */
export function formatOf(source: Source): Format | null {
  return FORMATS.find(({ recognises }) => recognises?.(source) === true) ?? null;
}
