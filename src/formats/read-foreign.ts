/** A file or folder of another program as a scenario with the files that winset would have for it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../scenario/finding.ts';
import { loadTexts } from '../scenario/read/load.ts';
import type { Loaded } from '../scenario/read/load-result.ts';
import { scenarioTexts } from '../scenario/save/scenario-texts.ts';
import type { Note } from './foreign.ts';
import { findingAt, Refusal, wholeFile } from './foreign.ts';
import type { Format } from './format.ts';
import { sourceOf } from './source.ts';
import { formatOf } from './table.ts';
import { toScenario } from './to-scenario.ts';

export type ForeignResult =
  | { readonly ok: true; readonly format: Format; readonly loaded: Loaded; readonly notes: readonly Note[] }
  | { readonly ok: false; readonly format: Format; readonly findings: readonly Finding[] };

/** Several paths are files that belong together. Null for a scenario of winset and for whatever no format knows. Never throws for what a file holds. */
export async function readForeign(paths: readonly string[]): Promise<ForeignResult | null> {
  const [path] = paths;
  const source = sourceOf(paths);
  if (path === undefined || source === null || (source.isFolder && isScenarioFolder(path))) return null;
  const format = formatOf(source);
  if (format?.read === undefined) return null;
  try {
    const { foreign, notes } = await format.read(source);
    const loaded = loadTexts(scenarioTexts(toScenario(foreign), 'own files'));
    if (loaded.ok) return { ok: true, format, loaded, notes };
    // The texts are ours: what is wrong with them was in the file, and has no place there any more.
    const findings = loaded.findings.map(({ message, path: place }) =>
      findingAt(wholeFile(path), place === '' ? message : `${place}: ${message}`),
    );
    return { ok: false, format, findings };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, format, findings: error.findings };
    throw error;
  }
}

function isScenarioFolder(path: string): boolean {
  return ['scenario.yaml', 'scenario.yml', 'scenario.json'].some((name) => existsSync(join(path, name)));
}
