/** A briefing written for a case, whoever asks for it: a command, or the interface. */
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageContent } from '../page/content.ts';
import type { Asker, OpenCase } from '../questions/question.ts';
import type { SingleEdit } from '../scenario/edit/edit.ts';
import { scenarioPath } from './open-scenario.ts';

/** Of a page, enough for shares within three percentage points. */
export const DRAWS_OF_A_PAGE = 1000;

export interface BriefOptions {
  /** What the person typed to open the scenario. */
  readonly argument: string;
  /** The page's file; undefined where it goes to standard output. */
  readonly out: string | undefined;
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
  const { command, draws, names, own = false, start, argument, out } = options;
  const { askPage } = await import('../page/ask.ts');
  const content = await askPage(opened, { draws, names, own, command }, asker);
  const { file, version } = opened;
  const carried = { file, start, command, version, baseName: baseNameOf(argument, out) };
  return {
    content,
    html: async () => (await import('../page/html.tsx')).pageHtml(content, carried, programs()),
  };
}

/** The scenario as an overlay beside the page calls it: by a path from there. */
function baseNameOf(argument: string, out: string | undefined): string {
  if (argument === '-') return 'scenario.yaml';
  const folder = out === undefined ? '.' : dirname(out);
  const path = relative(resolve(folder), resolve(scenarioPath(argument)));
  return path.startsWith('..') ? path : `./${path}`;
}

/** Beside the bundled program, as the build puts them there. */
function programs() {
  const folder = join(dirname(fileURLToPath(import.meta.url)), 'page');
  return { client: join(folder, 'client.js'), worker: join(folder, 'worker.js') };
}
