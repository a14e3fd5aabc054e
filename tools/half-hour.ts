/**
 * Writes docs/first-half-hour.md: a scenario made with `winset new` alone, with the screens of the program as it is now,
 * and the report on it.
 *
 *     npm run half-hour
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { newFolder, runProgram } from '../tests/tui/interface/program.ts';
import { ANSWERS, TALKS, WORDS } from './half-hour-words.ts';
import type { Part } from './half-hour-words.ts';

/** Of the package; the bundle lies in dist/tools. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DOCUMENT = `${ROOT}docs/first-half-hour.md`;
const WINSET = `${ROOT}dist/bin/winset.js`;

/** A screen that does not come in this time does not come. */
const PATIENCE_MS = 60_000;

async function main(): Promise<void> {
  const folder = newFolder();
  try {
    const screens = await interviewed(folder.path);
    const blocks = WORDS.map((part) => blockOf(part, screens, folder.path));
    const text = await format(blocks.join('\n\n'), { ...(await resolveConfig(DOCUMENT)), parser: 'markdown' });
    writeFileSync(DOCUMENT, text);
    process.stdout.write(`docs/first-half-hour.md: ${text.split('\n').length} lines\n`);
  } finally {
    folder.remove();
  }
}

/** The screens that the document shows, by the name that the answers give them. */
async function interviewed(folder: string): Promise<ReadonlyMap<string, string>> {
  const program = runProgram({
    command: [process.execPath, WINSET, 'new', TALKS],
    size: { columns: 80, rows: 24 },
    folder,
  });
  const screens = new Map<string, string>();
  for (const { asked, typed, screen } of ANSWERS) {
    const shown = await program.see(asked, PATIENCE_MS);
    if (screen !== undefined) screens.set(screen, withoutBlanks(shown));
    program.type(typed);
  }
  await program.see('answer:  winset solve', PATIENCE_MS);
  screens.set('farewell', withoutBlanks(program.shown().slice(program.shown().indexOf('written:'))));
  await program.ended;
  return screens;
}

function blockOf(part: Part, screens: ReadonlyMap<string, string>, folder: string): string {
  if (typeof part === 'string') return part;
  if ('command' in part) return fenced('text', withoutBlanks(run(part.command, folder)));
  if ('file' in part) return fenced('yaml', readFileSync(join(folder, TALKS, part.file), 'utf8').trimEnd());
  const shown = screens.get(part.screen);
  if (shown === undefined) throw new Error(`no screen ${part.screen}`);
  return fenced('text', shown);
}

/** What a command prints on standard output. */
function run(words: readonly string[], folder: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [WINSET, ...words], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`winset ${words.join(' ')}: ${stderr}`);
  return stdout;
}

function fenced(language: string, text: string): string {
  return ['```' + language, text, '```'].join('\n');
}

/** Without empty rows at the end. */
function withoutBlanks(text: string): string {
  return text.replaceAll(/[ \t]+$/gmu, '').trimEnd();
}

await main();
