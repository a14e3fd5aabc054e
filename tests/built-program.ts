/**
 * Where the program of a run of tests is built, by the first file that asks for it (`program.ts`). The folder lies inside
 * the package, so that the program finds the scenarios it ships, and is gone after the run.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly program: string;
  }
}

export default function setup({ provide }: TestProject): () => void {
  const folder = join(import.meta.dirname, '../node_modules/.cache/winset-test', String(process.pid));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  // Of an earlier run that was killed.
  remove();
  provide('program', folder);
  return remove;
}
