/** Where the scenario lies that an argument means. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Opened } from './opened.ts';
import { shippedFolder, shippedScenarios } from './package.ts';

/** Whether there is anything to read at a path or under a name. */
export function isThere(argument: string): boolean {
  return existsSync(argument) || shippedScenarios().includes(argument);
}

/** The path that an argument means: its own, or that of a shipped scenario. */
export function scenarioPath(argument: string): string {
  const shipped = !existsSync(argument) && shippedScenarios().includes(argument);
  return shipped ? shippedFolder(argument) : argument;
}

/** The first file of what was opened; for another program's, whatever the argument means. */
export function mainFile(argument: string, { files, foreign }: Pick<Opened, 'files' | 'foreign'>): string {
  const path = resolve(scenarioPath(argument));
  if (foreign !== null) return path;
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  return join(folder, files[0]?.path ?? '');
}
