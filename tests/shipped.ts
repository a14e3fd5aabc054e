/** The scenarios that winset ships. Tests only read them, so each worker of a run reads their files once. */
import { fileURLToPath } from 'node:url';
import { formatFinding } from '../src/scenario/finding.ts';
import type { Loaded } from '../src/scenario/read/load.ts';
import { loadScenario } from '../src/scenario/read/load.ts';
import type { Scenario } from '../src/scenario/scenario.ts';

const known = new Map<string, Loaded>();

export function shippedPath(name: string): string {
  return fileURLToPath(new URL(`../scenarios/${name}`, import.meta.url));
}

/** The scenario of this name with its files and warnings. @throws where it has a fault */
export function loadedShipped(name: string): Loaded {
  const before = known.get(name);
  if (before !== undefined) return before;
  const loaded = loadScenario(shippedPath(name));
  if (!loaded.ok) throw new Error(loaded.findings.map(formatFinding).join('\n'));
  known.set(name, loaded);
  return loaded;
}

export function shipped(name: string): Scenario {
  return loadedShipped(name).scenario;
}
