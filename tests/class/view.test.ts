import { describe, expect, it } from 'vitest';
import { gameOf } from '../../src/class/game.ts';
import { sheetOf } from '../../src/class/sheet.ts';
import { seatView } from '../../src/class/view.ts';
import { instructorView } from '../../src/class/view-instructor.ts';
import { CLASSES, othersChanged } from './others-changed.ts';
import { MIDDLE, NINE, roomOf, running, seatsFor, shippedGame, sure, TRADE } from './support.ts';

describe('what a person sees', () => {
  it.each(CLASSES)('of %s is the same, whatever the other roles want', (name) => {
    const game = shippedGame(name);
    for (const role of game.roles) {
      const other = gameOf(game.plan, othersChanged(game.file, role));
      const [own, same] = [game, other].map((each) => {
        const room = running(each, ['1']);
        const deal = each.file.drafts[0]?.clauses.map(({ issue, option }) => [issue, option] as const) ?? [];
        room.play(`1-${role}`, { kind: 'propose', deal: Object.fromEntries(deal) });
        return seatView(each, room.state(), `1-${role}`, NINE);
      });
      expect(JSON.stringify(same)).toBe(JSON.stringify(own));
      expect(own?.sheet?.role).toBe(role);
    }
  });

  it('has no sheet before the plan shows it, and none for an observer', () => {
    const game = shippedGame('quarry-dispute', 'briefs: start\n');
    const room = roomOf(game);
    const watcher = { seat: 'w', team: '1', role: null };
    room.teach({ kind: 'open', seats: [...seatsFor(game, ['1']), watcher] });
    expect(seatView(game, room.state(), '1-company', NINE)).toMatchObject({ sheet: null });
    room.teach({ kind: 'start' });
    room.play('1-company', { kind: 'propose', deal: TRADE });
    expect(seatView(game, room.state(), '1-company', NINE).sheet).not.toBeNull();
    const watched = seatView(game, room.state(), 'w', NINE);
    expect(watched).toMatchObject({ sheet: null, closed: 'You observe.' });
    expect(watched.proposals[0]).toMatchObject({ deal: TRADE, worth: null });
  });

  it('has the own team\u2019s texts and chat alone', () => {
    const room = running(shippedGame('quarry-dispute', 'talk: text\n'), ['1', '2']);
    room.play('1-company', { kind: 'propose', deal: MIDDLE });
    room.play('1-company', { kind: 'say', to: ['council'], text: 'between us' });
    room.play('1-company', { kind: 'say', to: null, text: 'to all' });
    const seen = (seat: string) => seatView(room.game, room.state(), seat, NINE);
    expect(seen('2-company').proposals).toEqual([]);
    expect(seen('1-council').messages.map(({ text }) => text)).toEqual(['between us', 'to all']);
    expect(seen('1-residents').messages.map(({ text }) => text)).toEqual(['to all']);
    expect(seen('2-council').messages).toEqual([]);
  });

  it('has a draft and the numbers of a stage when they are handed out, and to whom', () => {
    const game = shippedGame(
      'quarry-dispute',
      'handouts:\n  - { id: mediator, minute: 20, draft: mediator }\n  - { id: note, roles: [company], text: A better pit. }\n',
    );
    const room = running(game, ['1']);
    const seen = (seat: string) => seatView(game, room.state(), seat, NINE).handouts.map(({ id }) => id);
    expect(seen('1-company')).toEqual([]);
    room.teach({ kind: 'handOut', handout: 'note' });
    room.teach({ kind: 'handOut', handout: 'mediator' });
    expect(seen('1-company')).toEqual(['note', 'mediator']);
    expect(seen('1-council')).toEqual(['mediator']);
  });
});

describe('a sheet', () => {
  it('says what stands in the file of the role', () => {
    const sheet = sheetOf(shippedGame('quarry-dispute'), null, 'residents');
    expect(sheet.noDeal.written).toBe('45');
    expect(sheet.least.written).toBe('55');
    expect(sheet.issues[0]?.options.map(({ label, points }) => [label, points])).toEqual([
      ['4 hectares', 22],
      ['8 hectares', 14],
      ['12 hectares', 0],
    ]);
    expect(sheet.lines[0]?.words).toContain('8 hectares or 12 hectares');
  });
});

describe('what the instructor sees', () => {
  it('is every table with the points of all', () => {
    const room = running(shippedGame('quarry-dispute'), ['1', '2']);
    room.play('1-company', { kind: 'propose', deal: TRADE });
    room.play('1-company', sure(1));
    const [first, second] = instructorView(room.game, room.state(), NINE).teams;
    expect(first?.proposals[0]?.worth.map(({ role, points }) => [role, points])).toEqual([
      ['council', 70],
      ['company', 71],
      ['residents', 72],
    ]);
    expect(first?.proposals[0]?.missing).toEqual({ roles: ['council', 'residents'], others: 0 });
    expect(second?.proposals).toEqual([]);
  });
});
