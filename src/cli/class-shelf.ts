/** Scenarios as the commands of a class find them, and its folder opened for a command. */
import type { ClassFolder, Shelf } from '../class/folder.ts';
import { readClassFolder } from '../class/folder.ts';
import { InputError } from '../questions/input-error.ts';
import { formatFinding } from '../scenario/finding.ts';
import { loadScenario } from '../scenario/read/load.ts';
import { scenarioPath } from './open-scenario.ts';

export const shelf: Shelf = { load: loadScenario, pathOf: scenarioPath };

/** @throws InputError with everything that is wrong with the folder */
export function openClassFolder(path: string): ClassFolder {
  const read = readClassFolder(path, shelf);
  if (read.ok) return read.folder;
  throw new InputError(read.findings.map(formatFinding));
}
