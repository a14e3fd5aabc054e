/**
 * Every route asked by everybody: a stranger, every seat, a seat whose code word was used elsewhere since, and the
 * instructor. Nobody is told what only another may know, and nobody acts for another.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASKED_BY_PAGE } from '../../src/web/wire.ts';
import { MIDDLE, TRADE } from '../class/support.ts';
import { codeOf, houseOf, HOST, KEY, newId, personAt } from './support.ts';
import type { House, Person } from './support.ts';

const SEATS = ['1-council', '1-company', '1-residents', '2-council', '2-company', '2-residents'];
const GETS = [
  '/',
  '/view',
  '/live',
  '/instructor',
  '/instructor/view',
  '/instructor/live',
  '/projector',
  '/projector/live',
];
const OF_SEATS = ['/view', '/live'];
const OF_INSTRUCTORS = ['/instructor/view', '/instructor/live', '/projector/live'];

/** What each role alone may read, and what no role may. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  council: /You speak for the town council|school roof/,
  company: /You speak for the company|next valley/,
  residents: /You speak for the residents|ninety lorries/i,
};
const INSTRUCTORS = /hedge is a bluff|stopped believing|bluff/;

let house: House;
let people: Map<string, Person>;
let stranger: Person;
let ousted: Person;
let teacher: Person;

beforeAll(async () => {
  house = await houseOf();
  const instructor = await house.instructor();
  await instructor.act({ kind: 'start' });
  teacher = personAt(house.ask, instructor.cookie);
  ousted = await house.join(codeOf('1-council'));
  const come = async (seat: string): Promise<[string, Person]> => [seat, await house.join(codeOf(seat))];
  people = new Map(await Promise.all(SEATS.map(come)));
  stranger = personAt(house.ask, 'winset-seat=made-up; winset-instructor=made-up-as-well');
  await people.get('1-council')!.act({ kind: 'propose', deal: TRADE });
  await people.get('2-council')!.act({ kind: 'propose', deal: MIDDLE });
  await people.get('1-council')!.act({ kind: 'note', text: 'private note of council one' });
});
afterAll(() => house.end());

/** What a route says; of a stream its first view. */
async function said(person: Person, path: string): Promise<{ readonly status: number; readonly text: string }> {
  const answer = await person.get(path);
  if (answer.status !== 200 || !path.endsWith('live')) return { status: answer.status, text: await answer.text() };
  const reader = answer.body!.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return { status: 200, text: new TextDecoder().decode(value) };
}

describe.each(GETS)('%s', (path) => {
  it('lets in whoever it is for, and tells others nothing', async () => {
    for (const person of [stranger, ousted]) {
      const { status, text } = await said(person, path);
      expect(status).toBe(/\/(view|live)$/.test(path) ? 401 : path === '/projector' ? 303 : 200);
      for (const secret of [...Object.values(SECRETS), INSTRUCTORS, /private note/]) expect(text).not.toMatch(secret);
    }
    for (const [seat, person] of people) {
      const { status, text } = await said(person, path);
      if (OF_SEATS.includes(path) || path === '/') expect(status).toBe(200);
      if (OF_INSTRUCTORS.includes(path)) expect(status).toBe(401);
      const [team, role] = seat.split('-');
      for (const [other, secret] of Object.entries(SECRETS)) {
        const isOwn = other === role && (OF_SEATS.includes(path) || path === '/');
        if (isOwn) expect(text).toMatch(secret);
        else expect(text).not.toMatch(secret);
      }
      expect(text).not.toMatch(INSTRUCTORS);
      if (seat !== '1-council') expect(text).not.toContain('private note');
      // The other team's table: its proposals differ in the way of the lorries.
      if (OF_SEATS.includes(path))
        expect(text.includes(team === '1' ? '"route":"limits"' : '"route":"haul-road"')).toBe(false);
      if (path === '/live') expect(text).toContain(`"seat":"${seat}"`);
    }
  });

  it('tells the instructor no brief, and on the seats’ routes nothing', async () => {
    const { status, text } = await said(teacher, path);
    if (OF_SEATS.includes(path)) expect(status).toBe(401);
    if (path === '/instructor/view') expect(text).toMatch(INSTRUCTORS);
    for (const secret of Object.values(SECRETS)) expect(text).not.toMatch(secret);
  });
});

it('keeps from every seat the points, the least and the lines of the others', async () => {
  for (const [seat, person] of people) {
    const view = await person.view();
    const role = seat.split('-')[1];
    const { worth, ...rest } = view.proposals[0]!;
    expect(worth!.least).toBe({ council: 55, company: 56, residents: 55 }[role!]);
    expect(JSON.stringify(rest)).not.toMatch(/points|least|worth/i);
    expect(JSON.stringify({ ...view, sheet: null, brief: null, proposals: [] })).not.toMatch(/points|least|worth/i);
  }
});

it('takes no word for who somebody is: names of other seats in an action change nothing', async () => {
  const company = people.get('1-company')!;
  const before = house.desk.room.entries().length;
  const forged = { kind: 'propose', deal: MIDDLE, seat: '1-council', role: 'council', team: '2', as: 'instructor' };
  const answer = await company.send('/act', { id: newId(), action: forged, seat: '1-council', as: 'instructor' });
  expect(answer.status).toBe(200);
  const [{ who, event } = { who: null, event: null }] = house.desk.room.entries().slice(before);
  expect(who).toEqual({ kind: 'seat', seat: '1-company' });
  expect(event).toMatchObject({ kind: 'proposed', team: '1', role: 'company' });
});

it('lets nobody withdraw or take back what another did', async () => {
  const company = people.get('1-company')!;
  expect(await company.act({ kind: 'withdraw', proposal: 1 })).toMatchObject({ kind: 'refused' });
  expect(await company.act({ kind: 'takeBack', proposal: 1 })).toMatchObject({ kind: 'refused' });
  expect((await company.view()).proposals[0]!.by).toBe('council');
});

it('takes instructor’s actions from the instructor alone, and seats’ actions from seats alone', async () => {
  const actions = [
    { kind: 'start' },
    { kind: 'pause' },
    { kind: 'extend', minutes: 5 },
    { kind: 'close' },
    { kind: 'spoilers', shown: true },
    { kind: 'seat', seat: '1-company', team: '1', role: 'council' },
    { kind: 'computer', team: '1', role: 'council', strategy: 'linear' },
    { kind: 'enter', team: '1', deal: TRADE, minute: null },
  ];
  const before = house.desk.room.entries().length;
  for (const action of actions) {
    for (const person of [stranger, ousted, ...people.values()]) {
      expect((await person.send('/instructor/act', { id: newId(), action })).status).toBe(401);
      expect([400, 401]).toContain((await person.send('/act', { id: newId(), action })).status);
    }
  }
  for (const person of [stranger, ousted, teacher]) {
    expect((await person.send('/act', { id: newId(), action: { kind: 'propose', deal: TRADE } })).status).toBe(401);
  }
  expect(house.desk.room.entries()).toHaveLength(before);
});

it('refuses to open a session that was not drawn here, or a class anew', async () => {
  const council = people.get('1-council')!;
  const join = await council.send('/act', { id: newId(), action: { kind: 'join', session: 'chosen' } });
  const open = await teacher.send('/instructor/act', { id: newId(), action: { kind: 'open', seats: [] } });
  expect([join.status, open.status]).toEqual([400, 400]);
});

it('refuses what is no action, too long, or sent by another page', async () => {
  const council = people.get('1-council')!;
  const action = { kind: 'note', text: 'x' };
  const bodies: readonly unknown[] = [
    '',
    '{',
    '[]',
    'null',
    '1',
    {},
    { id: newId() },
    { id: 'short', action },
    { id: newId(), action: { kind: '__proto__' } },
  ];
  for (const body of bodies) expect((await council.send('/act', body)).status).toBe(400);
  expect(
    (await council.send('/act', { id: newId(), action: { kind: 'note', text: 'x'.repeat(200_000) } })).status,
  ).toBe(413);
  expect((await council.send('/join', 'code='.padEnd(5000, 'x'))).status).toBe(413);
  const post = (headers: Record<string, string>) =>
    house.ask('/act', {
      method: 'POST',
      headers: { cookie: council.cookie, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ id: newId(), action }),
    });
  expect((await post({})).status).toBe(403);
  expect((await post({ [ASKED_BY_PAGE]: '1', origin: 'http://elsewhere.example' })).status).toBe(403);
  expect((await post({ [ASKED_BY_PAGE]: '1', origin: 'null' })).status).toBe(403);
  expect((await post({ [ASKED_BY_PAGE]: '1', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await post({ [ASKED_BY_PAGE]: '1', origin: `http://${HOST}` })).status).toBe(200);
  expect((await house.ask('/', { headers: { host: 'rebound.example' } })).status).toBe(421);
});

it('refuses deals that are none, whatever stands in them', async () => {
  const council = people.get('1-council')!;
  const deals: readonly Record<string, string>[] = [
    {},
    { ...TRADE, area: '9' },
    { ...TRADE, extra: '1' },
    Object.fromEntries([
      ['__proto__', '8'],
      ['constructor', 'x'],
    ]),
  ];
  for (const deal of deals) expect(await council.act({ kind: 'propose', deal })).toMatchObject({ kind: 'refused' });
});

it('counts wrong code words by address and lets others in meanwhile', async () => {
  const attempt = (path: string, code: string, address: string) =>
    house.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-test-address': address },
      body: new URLSearchParams({ code }).toString(),
    });
  const statuses: number[] = [];
  for (let k = 0; k < 25; k++)
    statuses.push((await attempt(k % 2 === 0 ? '/join' : '/instructor/join', `guess ${k}`, 'attic')).status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(20);
  expect(statuses.slice(20)).toEqual([429, 429, 429, 429, 429]);
  expect((await attempt('/join', codeOf('2-council'), 'attic')).status).toBe(429);
  expect((await attempt('/instructor/join', KEY, 'attic')).status).toBe(429);
  expect((await attempt('/join', codeOf('2-company'), 'cellar')).status).toBe(303);
});

it('limits how fast a seat can act, and no other seat by it', async () => {
  const [fast, other] = [people.get('2-residents')!, people.get('1-residents')!];
  const statuses = await Promise.all(
    Array.from(
      { length: 80 },
      async () => (await fast.send('/act', { id: newId(), action: { kind: 'takeBack', proposal: 1 } })).status,
    ),
  );
  // What it did before counts as well.
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(20);
  expect(statuses).toContain(409);
  expect((await other.act({ kind: 'note', text: 'still here' })).kind).toBe('done');
});

it('opens no more than a few streams for one seat', async () => {
  const council = people.get('2-council')!;
  const streams = await Promise.all(Array.from({ length: 6 }, () => council.get('/live')));
  expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429, 429]);
  for (const stream of streams) await stream.body!.cancel();
});

it('sends cookies that no script and no other site can use, and a policy without inline scripts', async () => {
  const answer = await house.ask('/join', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-test-address': 'hall' },
    body: new URLSearchParams({ code: codeOf('2-company') }).toString(),
  });
  const cookie = answer.headers.get('set-cookie')!;
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  const page = await stranger.get('/');
  const policy = page.headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  const text = await (await people.get('1-council')!.get('/')).text();
  expect(text.match(/<script(?![^>]*(?:src=|type="application\/json"))/g)).toBeNull();
  expect(text).not.toMatch(/ on[a-z]+="|style="/);
});

it('says of other addresses that there is nothing', async () => {
  for (const path of [
    '/assets/../package.json',
    '/assets/%2e%2e%2fclass.db',
    '/class.db',
    '/codes.csv',
    '/act',
    '/instructor/codes.csv',
  ]) {
    expect((await teacher.get(path)).status).toBe(404);
  }
});
