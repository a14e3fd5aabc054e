/** A class behind its routes, without a port: seats with code words, and people who ask as a browser does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstructorAction, SeatAction } from '../../src/class/action.ts';
import { classroomOf } from '../../src/class/classroom.ts';
import type { Game } from '../../src/class/game.ts';
import { gameOf } from '../../src/class/game.ts';
import { openRecord } from '../../src/class/record.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { appFor } from '../../src/web/app.ts';
import type { Desk } from '../../src/web/desk.ts';
import { deskOf } from '../../src/web/desk.ts';
import { doorWith } from '../../src/web/door.ts';
import { newHub } from '../../src/web/hub.ts';
import { newLimits } from '../../src/web/limits.ts';
import { PAGES } from '../../src/web/pages/shell.tsx';
import { aboutOf } from '../../src/web/serve.ts';
import type { Answered, InstructorView, SeatView } from '../../src/web/wire.ts';
import { ASKED_BY_PAGE } from '../../src/web/wire.ts';
import { seatsFor, shippedGame } from '../class/support.ts';

export const KEY = 'the-key-of-the-instructor';
export const HOST = 'localhost:8080';

export interface House {
  readonly game: Game;
  readonly desk: Desk;
  readonly folder: string;
  /** Minutes since the class was made; turn it by hand. */
  readonly time: { minute: number };
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** Comes in with a code word, or stays out. */
  readonly join: (code: string) => Promise<Person>;
  readonly instructor: () => Promise<Teacher>;
  /** Closes the record, and opens the class anew as after a restart. */
  readonly again: () => Promise<House>;
  readonly end: () => void;
}

export interface Person {
  readonly cookie: string;
  readonly get: (path: string) => Promise<Response>;
  readonly view: () => Promise<SeatView>;
  readonly act: (action: SeatAction, id?: string) => Promise<Answered>;
  readonly send: (path: string, body: unknown) => Promise<Response>;
}

export interface Teacher {
  readonly cookie: string;
  readonly get: (path: string) => Promise<Response>;
  readonly view: () => Promise<InstructorView>;
  readonly act: (action: InstructorAction) => Promise<Answered>;
}

export interface Made {
  readonly scenario?: string;
  readonly plan?: string;
  readonly teams?: readonly string[];
  readonly spare?: number;
  /** Another scenario made of the shipped one. */
  readonly change?: (scenario: Scenario) => Scenario;
}

export const codeOf = (seat: string): string => `word-of-${seat}`;

export async function houseOf({
  scenario = 'quarry-dispute',
  plan = '',
  teams = ['1', '2'],
  spare = 1,
  change = (same) => same,
}: Made = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'winset-web-'));
  const shipped = shippedGame(scenario, plan);
  return openIn(folder, gameOf(shipped.plan, change(shipped.file)), teams, spare, { minute: 0 });
}

async function openIn(
  folder: string,
  game: Game,
  teams: readonly string[],
  spare: number,
  time: House['time'],
): Promise<House> {
  const room = classroomOf(game, await openRecord(join(folder, 'class.db')));
  const seats = seatsFor(game, teams, spare);
  const now = (): number => Date.UTC(2026, 0, 5, 9) + time.minute * 60_000;
  const hub = newHub();
  const desk = deskOf(room, hub, now);
  desk.perform({ as: 'instructor', action: { kind: 'open', seats: [...seats] } }, `open-${room.entries().length}`);
  const codes = Object.fromEntries(seats.map(({ seat }) => [seat, codeOf(seat)]));
  const app = appFor({
    desk,
    codes,
    door: doorWith(codes, KEY),
    limits: newLimits(),
    about: aboutOf(room, '# The quarry\n\nWhat **everybody** knows. <script>alert(1)</script>'),
    address: `http://${HOST}/`,
    hosts: ['localhost'],
    from: (c) => c.req.header('x-test-address') ?? 'here',
    pages: PAGES,
    asset: () => null,
  });
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has('host')) headers.set('host', HOST);
    return app.request(`http://${HOST}${path}`, { ...init, headers });
  };
  return {
    game,
    desk,
    folder,
    time,
    ask,
    join: async (code) => personAt(ask, await come(ask, '/join', code)),
    instructor: async () => teacherAt(ask, await come(ask, '/instructor/join', KEY)),
    again: async () => {
      hub.close();
      room.close();
      return openIn(folder, game, teams, spare, time);
    },
    end: () => {
      hub.close();
      room.close();
      rmSync(folder, { recursive: true });
    },
  };
}

type Ask = House['ask'];

/** The cookie that one gets, or an empty text. */
async function come(ask: Ask, path: string, code: string): Promise<string> {
  const answer = await ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: `http://${HOST}` },
    body: new URLSearchParams({ code }).toString(),
  });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0]!;
}

let ids = 0;
export const newId = (): string => `action-${String(ids++).padStart(6, '0')}`;

export function personAt(ask: Ask, cookie: string): Person {
  const send = (path: string, body: unknown): Promise<Response> =>
    ask(path, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', origin: `http://${HOST}`, [ASKED_BY_PAGE]: '1' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const get = (path: string): Promise<Response> => ask(path, { headers: { cookie } });
  return {
    cookie,
    get,
    send,
    view: async () => read<SeatView>(await get('/view')),
    act: async (action, id = newId()) => read<Answered>(await send('/act', { id, action })),
  };
}

function teacherAt(ask: Ask, cookie: string): Teacher {
  const person = personAt(ask, cookie);
  return {
    cookie,
    get: person.get,
    view: async () => read<InstructorView>(await person.get('/instructor/view')),
    act: async (action) => read<Answered>(await person.send('/instructor/act', { id: newId(), action })),
  };
}

async function read<T>(answer: Response): Promise<T> {
  const text = await answer.text();
  if (!(answer.headers.get('content-type') ?? '').startsWith('application/json'))
    throw new Error(`${answer.status} ${text}`);
  const data: T = JSON.parse(text);
  return data;
}
