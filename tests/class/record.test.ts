import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Event, Who } from '../../src/class/event.ts';
import { classroomOf } from '../../src/class/classroom.ts';
import { openRecord, readRecord } from '../../src/class/record.ts';
import { runs } from '../runs.ts';
import { seatsFor, shippedGame, TRADE } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'winset-record-'));
afterAll(() => rmSync(folder, { recursive: true }));

const teacher: Who = { kind: 'instructor' };
const said = (text: string): Event => ({ kind: 'announced', team: null, text });

describe('a record', () => {
  it('is read back as it was written, and by others while it is open', async () => {
    const path = join(folder, 'a.db');
    const record = await openRecord(path);
    const written = record.append(teacher, 'one', 1000, [said('a'), said('b')]);
    expect(written.map(({ number }) => number)).toEqual([1, 2]);
    expect(await readRecord(path)).toEqual(written);
    record.append(teacher, 'two', 2000, [said('c')]);
    record.close();
    const again = await openRecord(path);
    expect(again.entries().map(({ at }) => at)).toEqual([1000, 1000, 2000]);
    again.close();
  });

  it('is nobody else\u2019s while a program writes it', async () => {
    const path = join(folder, 'b.db');
    const record = await openRecord(path);
    await expect(openRecord(path)).rejects.toThrow(/open in another program/);
    record.close();
    (await openRecord(path)).close();
  });

  it('takes an action once, whatever another calls its own', async () => {
    const room = classroomOf(shippedGame('quarry-dispute'), await openRecord(join(folder, 'c.db')));
    room.perform({ as: 'instructor', action: { kind: 'open', seats: [...seatsFor(room.game, ['1'])] } }, 'x', 1);
    room.perform({ as: 'instructor', action: { kind: 'start' } }, 'y', 2);
    const propose = { as: 'seat', seat: '1-company', action: { kind: 'propose', deal: TRADE } } as const;
    const first = room.perform(propose, 'z', 3);
    const count = room.entries().length;
    expect(room.perform(propose, 'z', 4)).toEqual(first);
    expect(room.entries()).toHaveLength(count);
    const other = room.perform({ as: 'seat', seat: '1-council', action: { kind: 'note', text: 'mine' } }, 'z', 5);
    expect(other).toMatchObject({ kind: 'done', events: [{ kind: 'noted', text: 'mine' }] });
    room.close();
  });
});

describe('a record whose program is killed', () => {
  // Inside the package, where the library is found that the bundle leaves outside.
  const program = join('dist', 'tests', 'record-writer.mjs');
  beforeAll(async () => {
    await build({
      entryPoints: [join('tests', 'class', 'record-writer.ts')],
      outfile: program,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      logLevel: 'error',
    });
  });

  it('has every event that was answered, and none twice', async () => {
    const path = join(folder, 'killed.db');
    let answered = 0;
    for (let kill = 0; kill < runs(40); kill++) {
      answered = await writeUntilKilled(program, path, 5 + 4 * kill);
      const texts = ((await readRecord(path)) ?? []).map(({ event }) => (event.kind === 'announced' ? event.text : ''));
      expect(texts.length).toBeGreaterThanOrEqual(answered);
      expect(texts).toEqual(texts.map((_, k) => String(k)));
    }
    expect(answered).toBeGreaterThan(5);
  });
});

/** The last number that was answered; the program counts on from what it finds, and is killed while it writes. */
async function writeUntilKilled(program: string, path: string, after: number): Promise<number> {
  const child = spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let last = 0;
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line) + 1;
    if (++count === after) child.kill('SIGKILL');
  }
  return last;
}
