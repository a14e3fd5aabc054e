/** `winset class open` as a process: killed over and over during a class, and asked by many people at once. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRecord } from '../../src/class/record.ts';
import { IS_SOAK, runs } from '../runs.ts';
import { attend } from '../web/attend.ts';
import type { Attendant } from '../web/attend.ts';
import { classFolder, codeOf, serve } from '../web/served.ts';
import type { Served } from '../web/served.ts';
import { winset } from './built.ts';
import { builtProgram } from '../program.ts';

const PROGRAM = join(builtProgram(), 'winset.js');
const PLAN = 'class: 1\nscenario: lease\nminutes: 60\ntalk: text\n';
const ROLES = ['bakery', 'owner'];
/** Of the server; that what it writes is whole, `tests/class/record.test.ts` tries more often. */
const KILLS = IS_SOAK ? runs(20) : 1;

let folder: string;
const removeFolder = (): void => rmSync(folder, { recursive: true });

async function startClock(served: Served): Promise<void> {
  const teacher = await attend(served, 'instructor', served.key);
  await teacher.act({ kind: 'start' });
}

/** Messages of each seat on record, in order. */
async function saidBy(seats: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const entries = (await readRecord(join(folder, 'class.db'))) ?? [];
  return new Map(
    seats.map((seat) => [
      seat,
      entries.flatMap(({ who, event }) =>
        who.kind === 'seat' && who.seat === seat && event.kind === 'said' ? [event.text] : [],
      ),
    ]),
  );
}

function countOf(answered: ReadonlyMap<string, readonly string[]>): number {
  return [...answered.values()].reduce((sum, texts) => sum + texts.length, 0);
}

describe('a server that is killed', () => {
  afterAll(removeFolder);

  it('has every answered action on record after each restart, and none twice', async () => {
    folder = classFolder(PLAN, { teams: ['A', 'B'], roles: ROLES, spare: 0 });
    const seats = ['A-bakery', 'A-owner', 'B-bakery', 'B-owner'];
    let served = await serve(PROGRAM, folder, 0);
    await startClock(served);
    const people = await Promise.all(seats.map((seat) => attend(served, 'seat', seat)));
    const answered = new Map<string, string[]>(seats.map((seat) => [seat, []]));
    const end = new AbortController();
    // Each person says one thing after the other and sends each until it is answered, as the page does.
    const talking = people.map(async (person, k) => {
      const mine = answered.get(seats[k]!)!;
      for (let n = 0; !end.signal.aborted; n++) {
        const text = `${seats[k]} ${n}`;
        expect(await person.act({ kind: 'say', to: null, text })).toEqual({ kind: 'done' });
        mine.push(text);
      }
    });
    for (let kill = 0; kill < KILLS; kill++) {
      // After a few more actions, while others are on their way.
      const enough = countOf(answered) + 3 + (kill % 6);
      while (countOf(answered) < enough) await new Promise((resolve) => setTimeout(resolve, 1));
      const before = new Map([...answered].map(([seat, texts]) => [seat, texts.length]));
      await served.kill();
      served = await serve(PROGRAM, folder, served.port);
      for (const [seat, texts] of await saidBy(seats)) expect(texts.length).toBeGreaterThanOrEqual(before.get(seat)!);
    }
    end.abort();
    await Promise.all(talking);
    await served.stop();
    const kept = await saidBy(seats);
    for (const [seat, texts] of answered) expect(kept.get(seat)).toEqual(texts);
    expect(countOf(answered)).toBeGreaterThanOrEqual(3 * KILLS);
  });
});

/** Of four people each: two hundred people in a soak. */
const TEAMS = IS_SOAK ? 50 : 12;

describe('a class that is open', () => {
  const teams = Array.from({ length: TEAMS }, (_, k) => `T${k + 1}`);
  const roles = ['operator', 'authority', 'city', 'fishers'];
  let served: Served;
  beforeAll(async () => {
    folder = classFolder('class: 1\nscenario: harbour-licence\nminutes: 60\ntalk: text\n', { teams, roles, spare: 0 });
    served = await serve(PROGRAM, folder, 0);
  });
  afterAll(removeFolder);

  it('takes forms as they come, and says why another cannot be opened', async () => {
    const none = await winset(['class', 'open', join(folder, 'nothing')]);
    expect(none.status).toBe(2);
    expect(none.stderr).toContain('winset class new makes a class');
    // A form that comes in pieces, and one with nothing in it.
    const post = (init: RequestInit) =>
      fetch(`http://127.0.0.1:${served.port}/join`, { method: 'POST', redirect: 'manual', ...init });
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const pieces = new Blob([`code=${codeOf('T1-city')}`]).stream();
    const inPieces: RequestInit & { readonly duplex: 'half' } = { headers: form, body: pieces, duplex: 'half' };
    expect([(await post(inPieces)).status, (await post({})).status]).toEqual([303, 401]);
    const twice = await winset(['class', 'open', folder, '--port', '0']);
    expect([twice.status, twice.stderr]).toEqual([2, expect.stringContaining('is open in another program')]);
    const other = classFolder(PLAN, { teams: ['A'], roles: ROLES, spare: 0 });
    const taken = await winset(['class', 'open', other, '--port', String(served.port)]);
    expect([taken.status, taken.stderr]).toEqual([2, expect.stringContaining('is used by another program')]);
    rmSync(other, { recursive: true });
  });

  it('has all on record that many people do at once', async () => {
    await startClock(served);
    const seats = teams.flatMap((team) => roles.map((role) => `${team}-${role}`));
    const people: readonly Attendant[] = await Promise.all(seats.map((seat) => attend(served, 'seat', seat)));
    const streams = await Promise.all(people.map((person) => person.listen()));
    await Promise.all(
      people.map(async (person, k) => {
        expect(await person.act({ kind: 'say', to: null, text: `from ${seats[k]}` })).toEqual({ kind: 'done' });
      }),
    );
    for (const end of streams) end();
    await served.stop();
    const kept = await saidBy(seats);
    for (const seat of seats) expect(kept.get(seat)).toEqual([`from ${seat}`]);
  });
});
