/** Files with tables told by how they begin, and by their names where any text could begin so. */
import type { Source, SourceEntry } from '../source.ts';

const NAMED = /\.(csv|tsv|tab)$/i;

export function isXlsx({ head, name }: SourceEntry): boolean {
  return (
    head.startsWith('PK\u0003\u0004') &&
    (/\.xls[xm]$/i.test(name) || head.includes('[Content_Types].xml') || head.includes('xl/'))
  );
}

function isTable(entry: SourceEntry): boolean {
  return isXlsx(entry) || NAMED.test(entry.name);
}

/** A file, or a folder of tables alone, one for each party. */
export function isSheets({ entries, isFolder }: Source): boolean {
  const top = entries.filter(({ name }) => !name.includes('/'));
  return isFolder ? top.length > 0 && entries.length === top.length && top.every(isTable) : top.some(isTable);
}
