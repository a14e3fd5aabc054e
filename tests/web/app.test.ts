/** The routes of a class, as people use them: coming in, building, proposing, accepting, signing. */
import { afterEach, expect, it } from 'vitest';
import { MIDDLE, TRADE } from '../class/support.ts';
import { codeOf, houseOf } from './support.ts';
import type { House, Person } from './support.ts';

let house: House;
afterEach(() => house.end());

async function team(name = '1'): Promise<readonly [Person, Person, Person]> {
  const [council, company, residents] = await Promise.all(
    ['council', 'company', 'residents'].map((role) => house.join(codeOf(`${name}-${role}`))),
  );
  return [council!, company!, residents!];
}

it('lets a person in with the code word, however it is typed, and shows the own page', async () => {
  house = await houseOf();
  const council = await house.join('  WORD of 1 Council ');
  const page = await (await council.get('/')).text();
  expect(page).toContain('you are The council');
  expect(page).toContain('You speak for the town council');
  expect(page).toContain('&lt;script&gt;alert(1)');
  const stranger = await (await house.ask('/')).text();
  expect(stranger).toContain('Your code word');
  expect(stranger).not.toContain('You speak for');
});

it('signs what everybody has accepted, each after a second confirmation with the own points', async () => {
  house = await houseOf();
  const teacher = await house.instructor();
  const [council, company, residents] = await team();
  expect(await council.act({ kind: 'propose', deal: TRADE })).toMatchObject({ kind: 'refused' });
  await teacher.act({ kind: 'start' });
  expect(await council.act({ kind: 'propose', deal: TRADE })).toEqual({ kind: 'done' });
  const asked = await council.act({ kind: 'accept', proposal: 1, sure: false });
  expect(asked).toMatchObject({ kind: 'sure', worth: { points: 70, least: 55, belowLeast: false } });
  expect((await council.view()).proposals[0]!.accepted).toEqual([]);
  for (const person of [council, company]) await person.act({ kind: 'accept', proposal: 1, sure: true });
  expect((await residents.view()).result).toBeNull();
  const low = await residents.act({ kind: 'accept', proposal: 1, sure: false });
  expect(low).toMatchObject({ kind: 'sure', worth: { points: 72, crosses: ['hedge'] } });
  await residents.act({ kind: 'accept', proposal: 1, sure: true });
  for (const person of [council, company, residents]) expect((await person.view()).result!.deal).toEqual(TRADE);
  const [first] = (await teacher.view()).teams;
  expect(first!.result).toMatchObject({ points: { council: 70, company: 71, residents: 72 }, minute: 0 });
  expect((await teacher.view()).histograms.map(({ counts }) => counts[7])).toEqual([1, 1, 1]);
});

it('says below one’s least before one signs', async () => {
  house = await houseOf();
  const teacher = await house.instructor();
  await teacher.act({ kind: 'start' });
  const [, , residents] = await team();
  await residents.act({ kind: 'propose', deal: MIDDLE });
  const asked = await residents.act({ kind: 'accept', proposal: 1, sure: false });
  expect(asked).toMatchObject({ kind: 'sure', worth: { points: 50, least: 55, belowLeast: true } });
});

it('ends without a deal when everybody has accepted that', async () => {
  house = await houseOf();
  const teacher = await house.instructor();
  await teacher.act({ kind: 'start' });
  const people = await team();
  await people[0].act({ kind: 'propose', deal: null });
  for (const person of people) await person.act({ kind: 'accept', proposal: 1, sure: true });
  expect((await people[1].view()).result).toMatchObject({ deal: null });
  expect((await teacher.view()).tally).toEqual({ teams: 2, signed: 0, noDeal: 1 });
});

it('does an action once, however often it is sent', async () => {
  house = await houseOf();
  await (await house.instructor()).act({ kind: 'start' });
  const council = await house.join(codeOf('1-council'));
  for (let k = 0; k < 3; k++)
    expect(await council.act({ kind: 'propose', deal: TRADE }, 'the-same-one')).toEqual({ kind: 'done' });
  expect((await council.view()).proposals).toHaveLength(1);
});

it('knows everybody again after it was closed and opened, and has lost nothing', async () => {
  house = await houseOf();
  const teacher = await house.instructor();
  await teacher.act({ kind: 'start' });
  const council = await house.join(codeOf('1-council'));
  await council.act({ kind: 'propose', deal: TRADE });
  await council.act({ kind: 'note', text: 'The road first.' });
  const before = await council.view();
  house = await house.again();
  const reopened = await house.ask('/view', { headers: { cookie: council.cookie } });
  expect(await reopened.json()).toEqual(before);
  expect((await house.ask('/instructor/view', { headers: { cookie: teacher.cookie } })).status).toBe(200);
});

it('gives the seat to the device that used the code word last, and tells the other', async () => {
  house = await houseOf();
  await (await house.instructor()).act({ kind: 'start' });
  const first = await house.join(codeOf('1-council'));
  const second = await house.join(codeOf('1-council'));
  expect(await second.act({ kind: 'propose', deal: TRADE })).toEqual({ kind: 'done' });
  expect(await first.act({ kind: 'propose', deal: MIDDLE })).toEqual({ kind: 'taken' });
  expect((await first.get('/live')).status).toBe(401);
  expect(await (await first.get('/')).text()).toContain('used on another device');
  house = await house.again();
  const page = await house.ask('/', { headers: { cookie: first.cookie } });
  expect(await page.text()).toContain('used on another device');
});

it('seats a late person at the smallest team, or lets it watch', async () => {
  house = await houseOf({ spare: 2 });
  const teacher = await house.instructor();
  await teacher.act({ kind: 'start' });
  await teacher.act({ kind: 'absent', seat: '2-company', absent: true });
  const late = await house.join(codeOf('spare-1'));
  expect(await late.view()).toMatchObject({ team: '2', role: 'company' });
  const later = await house.join(codeOf('spare-2'));
  const watching = await later.view();
  expect(watching).toMatchObject({ role: null, brief: null, sheet: null });
  expect(await later.act({ kind: 'propose', deal: TRADE })).toMatchObject({ kind: 'refused' });
});

it('hands out what is due, with the numbers that change', async () => {
  const plan = 'handouts:\n  - { id: news, minute: 20, stage: report, text: The surveyor has been there. }\n';
  house = await houseOf({ scenario: 'faulty-roof', plan });
  await (await house.instructor()).act({ kind: 'start' });
  const owner = await house.join(codeOf('1-owner'));
  expect((await owner.view()).sheet).toMatchObject({ least: 47 });
  house.time.minute = 19.9;
  house.desk.tick();
  expect((await owner.view()).handouts).toEqual([]);
  house.time.minute = 20;
  house.desk.tick();
  house.desk.tick();
  expect(await owner.view()).toMatchObject({ sheet: { least: 37 }, handouts: [{ id: 'news' }] });
});

it('locks at the deadline and while paused; what is signed stands', async () => {
  house = await houseOf();
  const teacher = await house.instructor();
  await teacher.act({ kind: 'start' });
  const council = await house.join(codeOf('1-council'));
  await teacher.act({ kind: 'pause' });
  expect(await council.act({ kind: 'propose', deal: TRADE })).toMatchObject({ kind: 'refused', reason: /paused/ });
  await teacher.act({ kind: 'resume' });
  house.time.minute = 60;
  expect(await council.act({ kind: 'propose', deal: TRADE })).toMatchObject({ kind: 'refused', reason: /time is up/ });
  await teacher.act({ kind: 'extend', minutes: 5 });
  expect(await council.act({ kind: 'propose', deal: TRADE })).toEqual({ kind: 'done' });
});
