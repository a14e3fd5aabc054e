/**
 * Writes docs/tour.md: the words of the tour, with screens of the program as it is now. Each screen is what the built
 * program shows in a terminal of its own after the keys of the tour.
 *
 *     npm run tour
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { GLOBAL_COMMANDS } from '../src/tui/model/global-commands.ts';
import { goTo } from '../tests/tui/interface/go.ts';
import { isAtRest, newFolder, runProgram } from '../tests/tui/interface/program.ts';
import type { Program } from '../tests/tui/interface/program.ts';
import { TOUR } from './tour-words.ts';
import type { Part, Session } from './tour-words.ts';

/** Of the package; the bundle lies in dist/tools. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DOCUMENT = `${ROOT}docs/tour.md`;

/** For the answers after one key: the large scenario takes a while on a small machine. */
const PATIENCE_MS = 240_000;

/** Every key of the tour changes something on the screen, if only the line above the footer. */
const UNSEEN_MS = 20_000;

/** A picture that has not changed for so long stands. */
const STILL_MS = 800;

async function main(): Promise<void> {
  const blocks: string[] = [];
  for (const session of TOUR) blocks.push(...(await told(session)));
  const text = await format(blocks.join('\n\n'), { ...(await resolveConfig(DOCUMENT)), parser: 'markdown' });
  await writeFile(DOCUMENT, text);
  process.stdout.write(`docs/tour.md: ${text.split('\n').length} lines\n`);
}

/** The parts of one session, screens as blocks of text. */
async function told({ words, size, parts }: Session): Promise<string[]> {
  if (words === null) return parts.flatMap((part) => (typeof part === 'string' ? [filled(part)] : []));
  const folder = newFolder();
  const program = runProgram({
    command: [process.execPath, `${ROOT}dist/bin/winset.js`, 'open', ...words],
    size,
    folder: folder.path,
  });
  try {
    await inTime(`winset open ${words.join(' ')}: no answer`, program.see(isAtRest, PATIENCE_MS));
    const blocks: string[] = [];
    for (const part of parts) blocks.push(...(await toldPart(program, part, words)));
    return blocks;
  } finally {
    program.kill('SIGKILL');
    await program.ended;
    folder.remove();
  }
}

async function toldPart(program: Program, part: Part, words: readonly string[]): Promise<string[]> {
  if (typeof part === 'string') return [filled(part)];
  for (const key of part.keys)
    await pressed(program, key, `winset open ${words.join(' ')}, key ${JSON.stringify(key)}`);
  if (part.kind === 'keys') return [];
  process.stdout.write(`${program.shown().split('\n')[0]}\n`);
  return [['```text', ...cut(program.shown().split('\n')), '```'].join('\n')];
}

/** Waits until the key has been seen to, nothing is being computed, and the picture stands still. */
async function pressed(program: Program, key: string, place: string): Promise<void> {
  const before = program.raw().length;
  const screen = /^screen ([\d|])$/u.exec(key)?.[1];
  if (screen === undefined) program.type(key);
  else goTo(program, screen);
  await inTime(
    `${place}: nothing on the screen changes`,
    program.see(() => program.raw().length > before, UNSEEN_MS),
  );
  const until = performance.now() + PATIENCE_MS;
  do {
    if (performance.now() > until) throw new Error(`${place}: the picture does not stand still\n${program.shown()}`);
    await inTime(`${place}: still being computed`, program.see(isAtRest, PATIENCE_MS));
    await rest(STILL_MS);
  } while (performance.now() - program.heard() < STILL_MS || !isAtRest(program.shown()));
}

/** What is waited for; where it does not come in time, an error that says where in the tour. */
async function inTime<T>(place: string, coming: Promise<T>): Promise<T> {
  try {
    return await coming;
  } catch (error) {
    throw new Error(`The tour stops. ${place} in time.`, { cause: error });
  }
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Without empty rows at the end. */
function cut(rows: readonly string[]): readonly string[] {
  return rows.slice(0, rows.findLastIndex((row) => row !== '') + 1);
}

/** The table of keys comes from the program's own. */
function filled(text: string): string {
  return text.replace('{keys}', () =>
    [
      '| key | what it does |',
      '| --- | --- |',
      ...GLOBAL_COMMANDS.map(({ keys, label }) => `| ${keys.map((key) => `\`${key}\``).join(' ')} | ${label} |`),
    ].join('\n'),
  );
}

await main();
