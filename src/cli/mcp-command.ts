/** `winset mcp`: the questions of winset as tools of other programs, over standard input and output. */
import { InputError } from '../questions/input-error.ts';
import { serve } from '../mcp/serve.ts';
import { openAbout } from '../mcp/about.ts';
import type { Surroundings } from '../mcp/surroundings.ts';
import { Interrupted } from './exit.ts';
import { isThere } from './scenario-path.ts';
import { readScenario, readText } from './open-scenario.ts';
import { packageDocs, packageVersion, shippedFolder, shippedScenarios } from './package.ts';
import { prepareColors, remark } from './terminal.ts';

export interface McpFlags {
  /** A party. */
  readonly as?: string | undefined;
}

/** Serves until standard input is closed. @throws InputError, Interrupted */
export async function runMcp(argument: string | undefined, { as }: McpFlags): Promise<void> {
  if (as === '') throw new InputError(['error: --as names no party; expected the id of one']);
  const around: Surroundings = {
    version: packageVersion(),
    as: as ?? null,
    usual: argument ?? null,
    read: readScenario,
    readText,
    exists: isThere,
    shipped: shippedScenarios().map((name) => ({ name, folder: shippedFolder(name) })),
    docs: packageDocs(),
  };
  if (argument !== undefined) await openAbout({ scenario: argument }, around); // said now, not with the first call
  prepareColors();
  if (process.stdin.isTTY) {
    remark(
      'winset mcp waits for messages of the Model Context Protocol on standard input; see docs/mcp.md. Ctrl-c ends it.',
    );
  }
  const end = new AbortController();
  const stop = (): void => end.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  await serve(around, end.signal, remark);
  if (end.signal.aborted) throw new Interrupted('stopped');
}
