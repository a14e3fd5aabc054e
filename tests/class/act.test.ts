import { describe, expect, it } from 'vitest';
import { MIDDLE, roomOf, running, seatsFor, shippedGame, sure, TRADE } from './support.ts';
import { fold } from '../../src/class/fold.ts';
import { seatOf, teamOf, timeLeft } from '../../src/class/state.ts';
import { dealFault, textOf } from '../../src/class/game.ts';
import type { Problem } from '../../src/engine/problem.ts';
import { NINE } from './support.ts';

function listDeals({ offsets }: Problem): readonly (readonly number[])[] {
  let deals: (readonly number[])[] = [[]];
  for (let issue = 0; issue < offsets.length - 1; issue++) {
    const options = Array.from({ length: offsets[issue + 1]! - offsets[issue]! }, (_, option) => option);
    deals = deals.flatMap((deal) => options.map((option) => [...deal, option]));
  }
  return deals;
}

const quarry = shippedGame('quarry-dispute');

function teamOne(room: ReturnType<typeof running>) {
  const team = teamOf(room.state(), '1');
  if (team === null) throw new Error('no team');
  return team;
}

describe('a deal', () => {
  it('is signed when all have accepted the same text, and then stands', () => {
    const room = running(quarry, ['1']);
    expect(room.play('1-company', { kind: 'propose', deal: TRADE }).kind).toBe('done');
    room.play('1-company', sure(1));
    room.play('1-council', sure(1));
    expect(teamOne(room).result).toBeNull();
    room.minute = 12;
    room.play('1-residents', sure(1));
    expect(teamOne(room).result).toMatchObject({ deal: TRADE, by: ['company', 'council', 'residents'], without: [] });
    expect(teamOne(room).result?.ran).toBe(12 * 60_000);
    const refusal = room.play('1-company', { kind: 'propose', deal: MIDDLE });
    expect(refusal).toEqual({ kind: 'refused', reason: 'Your team has signed. Nothing can be changed any more.' });
  });

  it('asks back before it counts, with the own points', () => {
    const room = running(quarry, ['1']);
    room.play('1-company', { kind: 'propose', deal: MIDDLE });
    const asked = room.play('1-residents', { kind: 'accept', proposal: 1, sure: false });
    expect(asked).toMatchObject({ kind: 'sure', worth: { points: 50, least: 55, noDeal: 45, belowLeast: true } });
    expect(teamOne(room).proposals[0]?.accepted).toEqual([]);
  });

  it('counts one acceptance of a role at a time', () => {
    const room = running(quarry, ['1']);
    room.play('1-company', { kind: 'propose', deal: MIDDLE });
    room.play('1-company', { kind: 'propose', deal: TRADE });
    room.play('1-council', sure(1));
    room.play('1-council', sure(2));
    expect(teamOne(room).proposals.map(({ accepted }) => accepted)).toEqual([[], ['council']]);
    room.play('1-council', { kind: 'takeBack', proposal: 2 });
    expect(teamOne(room).proposals.map(({ accepted }) => accepted)).toEqual([[], []]);
  });

  it('settles every issue and keeps the rules', () => {
    const room = running(quarry, ['1']);
    const { area: _, ...open } = TRADE;
    expect(room.play('1-company', { kind: 'propose', deal: open })).toMatchObject({ kind: 'refused' });
    expect(room.play('1-company', { kind: 'propose', deal: { ...TRADE, area: '9' } })).toMatchObject({
      kind: 'refused',
    });
  });

  it('of "no deal" needs everybody', () => {
    const room = running(quarry, ['1']);
    room.play('1-company', { kind: 'propose', deal: null });
    for (const role of ['company', 'council', 'residents']) room.play(`1-${role}`, sure(1));
    expect(teamOne(room).result).toMatchObject({ deal: null });
  });

  it('needs the quorum and the vetoes of the scenario, not more', () => {
    const harbour = shippedGame('harbour-licence');
    const { consent } = harbour.file;
    if (consent.needs === 'all') throw new Error('a quorum was expected');
    const { quorum, veto } = consent.needs;
    const deals = listDeals(harbour.at(null).compiled.problem).map((deal) => textOf(harbour, deal));
    const deal = deals.find((text) => dealFault(harbour, text) === null) ?? null;
    const room = running(harbour, ['1']);
    const first = harbour.roles[0]!;
    expect(room.play(`1-${first}`, { kind: 'propose', deal })).toMatchObject({ kind: 'done' });
    const order = [...harbour.roles.filter((role) => !veto.includes(role)), ...veto];
    const signers: string[] = [];
    for (const role of order) {
      if (teamOne(room).result !== null) break;
      room.play(`1-${role}`, sure(1));
      signers.push(role);
    }
    expect(signers.length).toBeGreaterThanOrEqual(quorum);
    expect(veto.every((role) => signers.includes(role))).toBe(true);
  });
});

describe('a person', () => {
  it('acts for the own role and team alone', () => {
    const room = running(quarry, ['1', '2']);
    room.play('1-company', { kind: 'propose', deal: TRADE });
    expect(room.play('2-company', sure(1))).toMatchObject({ kind: 'refused' });
    expect(room.play('1-council', { kind: 'withdraw', proposal: 1 })).toMatchObject({ kind: 'refused' });
    room.play('1-council', sure(1));
    expect(teamOne(room).proposals[0]?.accepted).toEqual(['council']);
    expect(room.play('1-residents', { kind: 'takeBack', proposal: 1 })).toMatchObject({ kind: 'refused' });
    expect(room.ask({ as: 'computer', team: '1', role: 'company', action: sureAction }).kind).toBe('refused');
  });

  it('who comes late takes a free role of the smallest team, or observes', () => {
    const room = running(quarry, ['1', '2'], 2);
    room.teach({ kind: 'absent', seat: '2-council', absent: true });
    room.play('spare-1', { kind: 'join', session: 'a' });
    expect(seatOf(room.state(), 'spare-1')).toMatchObject({ team: '2', role: 'council', session: 'a' });
    room.play('spare-2', { kind: 'join', session: 'b' });
    expect(seatOf(room.state(), 'spare-2')).toMatchObject({ role: null });
    expect(room.play('spare-2', { kind: 'propose', deal: TRADE })).toMatchObject({ kind: 'refused' });
  });

  it('who comes back takes the role from the program', () => {
    const room = running(quarry, ['1']);
    room.teach({ kind: 'computer', team: '1', role: 'company', strategy: 'linear' });
    expect(room.play('1-company', { kind: 'propose', deal: TRADE })).toMatchObject({ kind: 'refused' });
    expect(
      room.ask({ as: 'computer', team: '1', role: 'company', action: { kind: 'propose', deal: TRADE } }).kind,
    ).toBe('done');
    room.play('1-company', { kind: 'join', session: 'again' });
    expect(teamOne(room).computer).toEqual([]);
    expect(room.play('1-company', sure(1)).kind).toBe('done');
  });
});

const sureAction = { kind: 'accept', proposal: 1, sure: true } as const;

describe('who is not there', () => {
  it('is waited for by nobody: the text that waited for them alone is signed', () => {
    const room = running(quarry, ['1']);
    room.play('1-company', { kind: 'propose', deal: TRADE });
    room.play('1-company', sure(1));
    room.play('1-council', sure(1));
    room.teach({ kind: 'absent', seat: '1-residents', absent: true });
    expect(teamOne(room).result).toMatchObject({ by: ['company', 'council'], without: ['residents'] });
  });
});

describe('the clock', () => {
  it('locks the tables before the start, in a pause, at the deadline and after closing', () => {
    const room = roomOf(quarry);
    const tries = () => room.play('1-company', { kind: 'propose', deal: room.minute % 2 === 0 ? TRADE : MIDDLE }).kind;
    room.teach({ kind: 'open', seats: [...seatsFor(quarry, ['1'])] });
    expect(tries()).toBe('refused');
    room.teach({ kind: 'start' });
    expect(tries()).toBe('done');
    room.minute = 10;
    room.teach({ kind: 'pause' });
    expect(tries()).toBe('refused');
    room.minute = 31;
    room.teach({ kind: 'resume' });
    expect(timeLeft(room.state().clock, NINE + 31 * 60_000)).toBe(50 * 60_000);
    expect(tries()).toBe('done');
    room.minute = 81;
    room.play('1-council', sure(1));
    expect(tries()).toBe('refused');
    room.teach({ kind: 'absent', seat: '1-residents', absent: true });
    expect(teamOne(room).result).toBeNull();
    room.minute = 90;
    room.teach({ kind: 'extend', minutes: 5 });
    expect(timeLeft(room.state().clock, NINE + 90 * 60_000)).toBe(5 * 60_000);
    room.teach({ kind: 'close' });
    expect(tries()).toBe('refused');
    expect(room.play('1-company', { kind: 'note', text: 'They had a road.' }).kind).toBe('done');
  });

  it('and everything else is the same after its events are folded anew', () => {
    const room = running(quarry, ['1', '2'], 1);
    room.play('1-company', { kind: 'propose', deal: TRADE });
    room.play('1-company', sure(1));
    room.teach({ kind: 'enter', team: '2', deal: MIDDLE, minute: 30 });
    room.teach({ kind: 'enter', team: '2', deal: TRADE, minute: null });
    room.teach({ kind: 'leaveOut', team: '1', reason: 'The fire alarm went off.' });
    expect(fold(room.entries())).toEqual(room.state());
    const second = teamOf(room.state(), '2');
    expect(second?.result?.deal).toEqual(TRADE);
    expect(second?.earlier.map(({ deal }) => deal)).toEqual([MIDDLE]);
  });
});
