/** A briefing written for a case, whoever asks for it: a command, or the interface. */
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageContent } from '../page/content.ts';
import type { Asker, OpenCase } from '../questions/question.ts';
import type { SingleEdit } from '../scenario/edit/edit.ts';
import { scenarioPath } from './scenario-path.ts';

/** Of a page, enough for shares within three percentage points. */
export const DRAWS_OF_A_PAGE = 1000;

export interface BriefOptions {
  /** What an overlay calls the scenario; null where it would have nothing to stand on. */
  readonly baseName: string | null;
  /** The command that gives the same answer. */
  readonly command: string;
  /** What leads from the file to the case. */
  readonly start: readonly SingleEdit[];
  readonly draws: number;
  /** True where the case is what one party knows. */
  readonly own?: boolean;
  /** False: reasons and sources stay out. */
  readonly names: boolean;
}

export interface Brief {
  readonly content: PageContent;
  /** The page. */
  readonly html: () => Promise<string>;
}

export async function briefOn(opened: OpenCase, options: BriefOptions, asker: Asker): Promise<Brief> {
  const { command, draws, names, own = false, start, baseName } = options;
  const { askPage } = await import('../page/ask.ts');
  const content = await askPage(opened, { draws, names, own, command, baseName }, asker);
  const { file, version } = opened;
  const carried = { file, start, command, version };
  return {
    content,
    html: async () => (await import('../page/html.tsx')).pageHtml(content, carried, programs()),
  };
}

/**
 * The scenario as an overlay beside the page `out` calls it: by a path from there. Null for standard input and files of
 * other programs.
 */
export function baseNameOf(argument: string, out: string | undefined, foreign: string | null): string | null {
  if (argument === '-' || foreign !== null) return null;
  const folder = out === undefined ? '.' : dirname(out);
  const path = relative(resolve(folder), resolve(scenarioPath(argument)));
  return path.startsWith('..') ? path : `./${path}`;
}

/** Beside the bundled program, as the build puts them there. */
function programs() {
  const folder = join(dirname(fileURLToPath(import.meta.url)), 'page');
  return { client: join(folder, 'client.js'), worker: join(folder, 'worker.js') };
}
