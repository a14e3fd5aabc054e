/** `winset class open`: serves a class from this machine until ctrl-c. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderUnicodeCompact } from 'uqr';
import { classroomOf } from '../class/classroom.ts';
import type { Classroom } from '../class/classroom.ts';
import { codeWords } from '../class/codes.ts';
import type { ClassFolder } from '../class/folder.ts';
import { placesOf } from '../class/folder.ts';
import { openRecord, RecordError } from '../class/record.ts';
import { InputError } from '../questions/input-error.ts';
import { counted } from '../report/text/number.ts';
import { serveClass } from '../web/serve.ts';
import { MOST_LISTED, tooLong } from '../web/sheet-of.ts';
import { openClassFolder } from './class-shelf.ts';
import { remark } from './terminal.ts';

export interface ClassOpenFlags {
  readonly port: number;
  /** Other machines can come in as well. */
  readonly share?: true | undefined;
}

/** The instructor's key stands here, so that it is the same when the class is opened again. */
const KEY_FILE = 'instructor.key';

/** Serves until ctrl-c; whatever was done is kept. @throws InputError */
export async function runClassOpen(path: string, { port, share }: ClassOpenFlags): Promise<void> {
  const folder = openClassFolder(path);
  const long = tooLong(folder.game);
  if (long !== null) {
    throw new InputError([`error: '${long}' has more than ${MOST_LISTED} options, too many to choose from on a page`]);
  }
  const room = await roomIn(folder);
  const key = keyOf(path);
  const codes = Object.fromEntries(folder.seats.map(({ seat, code }) => [seat, code]));
  const opening = {
    room,
    codes,
    key,
    publicBrief: folder.material.public,
    port,
    share: share === true,
    tell: remark,
    programs: programs(),
  };
  const served = await serveClass(opening).catch((error: unknown) => {
    room.close();
    throw new InputError([portFault(error, port)]);
  });
  process.stdout.write(welcome(folder, served.address, key, share === true));
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
  });
  await served.stop();
  remark(`The class is closed; everything is in ${folder.record}. winset class open ${path} goes on with it.`);
}

/** The class as it was left, or a new one. @throws InputError */
async function roomIn({ game, record, seats }: ClassFolder): Promise<Classroom> {
  try {
    const room = classroomOf(game, await openRecord(record));
    const action = { kind: 'open' as const, seats: placesOf(seats) };
    const outcome = room.perform({ as: 'instructor', action }, randomBytes(8).toString('hex'), Date.now());
    if (outcome.kind !== 'refused') return room;
    room.close();
    throw new InputError([`error: ${outcome.reason}`]);
  } catch (error) {
    if (error instanceof RecordError) throw new InputError([`error: ${error.message}`]);
    throw error;
  }
}

function keyOf(path: string): string {
  const file = join(path, KEY_FILE);
  if (existsSync(file)) {
    const kept = readFileSync(file, 'utf8').trim();
    if (kept !== '') return kept;
  }
  const key = codeWords(randomBytes(16).toString('hex'), 2).join('-');
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  return key;
}

function portFault(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return `error: port ${port} is used by another program; choose another with --port`;
  if (code === 'EACCES') return `error: port ${port} is not allowed here; choose one above 1023 with --port`;
  return `error: the class cannot be served: ${error instanceof Error ? error.message : String(error)}`;
}

function welcome({ game, seats }: ClassFolder, address: string, key: string, isShared: boolean): string {
  const teams = new Set(seats.flatMap(({ team }) => team ?? [])).size;
  return [
    `${game.plan.title ?? game.file.title}: ${counted(teams, 'team')}, ${counted(seats.length, 'code word')}`,
    '',
    `  the room        ${address}`,
    `  instructor      ${address}instructor`,
    `  key             ${key}`,
    `  projector       ${address}projector`,
    '',
    renderUnicodeCompact(address),
    '',
    isShared
      ? 'Everybody in this network who has the address can knock; a code word opens.'
      : 'Only this machine can come in. With --share, others in the same network can as well.',
    'Ctrl-c closes the class; what was done is kept, and opening it again goes on with it.',
    '',
  ].join('\n');
}

/** Beside the bundled program, as the build puts them there. */
function programs(): string {
  return join(dirname(fileURLToPath(import.meta.url)), 'web');
}
