import { describe, expect, it } from 'vitest';
import { emptyResults, readResults } from '../../src/class/results.ts';
import { classTables } from '../../src/class/tables.ts';
import { formatFinding } from '../../src/scenario/finding.ts';
import { MIDDLE, roomOf, running, seatsFor, shippedGame, sure, TRADE } from './support.ts';

const quarry = shippedGame('quarry-dispute');
const HEAD = 'team,area,route,hours,fund,closure,deal,minute\n';

describe('results from paper', () => {
  it('are read with "no deal" in any of its places, and empty lines left alone', () => {
    const text = `${HEAD}1,8,haul-road,saturdays,60,in-steps,,34\n2,no deal,,,,,,\n3,,,,,,No Deal,12.5\n4,,,,,,,\n`;
    const read = readResults(text, 'r.csv', quarry, ['1', '2', '3', '4']);
    if (!read.ok) throw new Error(JSON.stringify(read.findings));
    expect(read.results).toEqual([
      { kind: 'enter', team: '1', deal: TRADE, minute: 34, line: 2 },
      { kind: 'enter', team: '2', deal: null, minute: null, line: 3 },
      { kind: 'enter', team: '3', deal: null, minute: 12.5, line: 4 },
    ]);
    expect(read.missing).toEqual(['4']);
  });

  it('say all that is wrong, by line', () => {
    const text = `${HEAD.replace('hours', 'hour')}1,8,haul,,60,in-steps,,34\n1,8,street,,60,at-end,no deal,x\n9,no deal,,,,,,\n`;
    const read = readResults(text, 'r.csv', quarry, ['1', '2']);
    expect(read.ok ? [] : read.findings.map(formatFinding)).toEqual([
      "r.csv:1:1 hour: issue 'hour' does not exist; did you mean 'hours'?",
      "r.csv:2:1 route: option 'haul' does not exist; there are 'street', 'limits', 'haul-road'",
      "r.csv:3:1 team: '1' stands in line 2 already",
      "r.csv:3:1 deal: says 'no deal', but there are options in the same line; keep one of the two",
      "r.csv:3:1 minute: expected a number of minutes from 0 to 600, found 'x'",
      "r.csv:4:1 team: team '9' does not exist; there are '1', '2'",
    ]);
  });

  it('begin with a table that has a line for each team', () => {
    const read = readResults(emptyResults(quarry, ['1', '2']), 'r.csv', quarry, ['1', '2']);
    expect(read).toEqual({ ok: true, results: [], missing: ['1', '2'] });
  });
});

describe('the tables of a class', () => {
  const room = running(quarry, ['1', '2', '3']);
  room.play('1-company', { kind: 'join', session: 'SECRET-DEVICE' });
  room.play('1-company', { kind: 'propose', deal: TRADE });
  room.minute = 12;
  for (const role of quarry.roles) room.play(`1-${role}`, sure(1));
  room.teach({ kind: 'enter', team: '2', deal: MIDDLE, minute: null });
  room.teach({ kind: 'leaveOut', team: '3', reason: 'The alarm rang.' });
  const tables = new Map(
    classTables(quarry, room.entries()).map(({ name, text }) => [name, text.trim().split('\r\n')]),
  );

  it('have a row for each team that counts, with the points of all', () => {
    const [head, ...rows] = (tables.get('teams.csv') ?? []).map((line) => line.split(','));
    const value = (row: number, column: string) => rows[row]?.[head?.indexOf(column) ?? -1];
    expect(rows.map(([team]) => team)).toEqual(['1', '2']);
    expect([value(0, 'source'), value(0, 'minute'), value(0, 'points.residents')]).toEqual(['signed', '12', '72']);
    expect([value(1, 'source'), value(1, 'minute'), value(1, 'below.residents')]).toEqual(['paper', '', '1']);
  });

  it('have a row for each person and each event, and no key of a device', () => {
    expect(tables.get('people.csv')).toHaveLength(1 + 6);
    const events = tables.get('events.csv') ?? [];
    expect(events.length).toBe(1 + room.entries().length - 4); // without the three seats of team 3 and its being left out
    expect(events.join()).not.toContain('SECRET');
  });

  it('keep the reason for what is left out in the code book, which has every column', () => {
    const book = tables.get('codebook.csv')?.join('\n') ?? '';
    expect(book).toContain('left out,team 3,The alarm rang.');
    for (const name of ['teams.csv', 'people.csv', 'events.csv']) {
      for (const column of tables.get(name)?.[0]?.split(',') ?? []) expect(book).toContain(`${name},${column},`);
    }
  });

  it('are empty before anything happened', () => {
    const empty = roomOf(quarry);
    empty.teach({ kind: 'open', seats: [...seatsFor(quarry, ['1'])] });
    expect(classTables(quarry, empty.entries()).find(({ name }) => name === 'teams.csv')?.text).toContain('1,open');
  });
});
