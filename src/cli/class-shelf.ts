/** Scenarios as the commands of a class find them, with their handouts, and its folder opened for a command. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ClassFolder, Shelf } from '../class/folder.ts';
import { readClassFolder } from '../class/folder.ts';
import type { Handout } from '../class/plan.ts';
import { HANDOUTS_FILE, readHandouts } from '../class/plan.ts';
import { InputError } from '../questions/input-error.ts';
import { formatFinding } from '../scenario/finding.ts';
import { loadScenario } from '../scenario/read/load.ts';
import { disk } from '../scenario/read/read-file.ts';
import { scenarioPath } from './scenario-path.ts';

export const shelf: Shelf = { load: loadScenario, pathOf: scenarioPath };

/** @throws InputError with everything that is wrong with the folder */
export function openClassFolder(path: string): ClassFolder {
  const read = readClassFolder(path, shelf);
  if (read.ok) return read.folder;
  throw new InputError(read.findings.map(formatFinding));
}

/** By the path of a scenario; null where it has none of its own. @throws InputError */
export function handoutsBeside(scenario: string): readonly Handout[] | null {
  const path = join(scenario, HANDOUTS_FILE);
  const file = existsSync(path) ? disk.read(path) : null;
  if (file === null) return null;
  if (!file.ok) throw new InputError([`error: ${path} ${file.message}`]);
  const { handouts, findings } = readHandouts(file.text, path);
  if (findings.length > 0) throw new InputError(findings.map(formatFinding));
  return handouts;
}
