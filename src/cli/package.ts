/**
 * The installed package: its version and the scenarios it ships. Found upwards from this file, so that it works from
 * the sources as well as from the bundle.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Solved when `winset` is called without arguments. */
export const HEADLINE = 'ukraine-2025';

/** Version of the package, as in its package.json. */
export function packageVersion(): string {
  const data: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  if (typeof data === 'object' && data !== null && 'version' in data && typeof data.version === 'string') {
    return data.version;
  }
  throw new Error('package.json has no version');
}

/** Names of the scenarios that come with the package, sorted. */
export function shippedScenarios(): string[] {
  const folder = join(packageRoot(), 'scenarios');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

/** Folder of a scenario that comes with the package. */
export function shippedFolder(name: string): string {
  return join(packageRoot(), 'scenarios', name);
}

/** Folder of the documents that come with the package. */
export function packageDocs(): string {
  return join(packageRoot(), 'docs');
}

function packageRoot(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'scenarios'))) return folder;
  }
  throw new Error(`no package.json with scenarios above ${start}`);
}
