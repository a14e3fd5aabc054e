import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeWords, seatOfCode } from '../../src/class/codes.ts';
import { readRoster, seated } from '../../src/class/roster.ts';
import { readSeats, seatsText } from '../../src/class/seats.ts';
import { formatFinding } from '../../src/scenario/finding.ts';
import { runs } from '../runs.ts';

const ROLES = ['council', 'company', 'residents'];

describe('code words', () => {
  it('are three words, all different, the same for the same seed', () => {
    const codes = codeWords('tuesday', 500);
    expect(new Set(codes).size).toBe(500);
    expect(codes.every((code) => /^[a-z]{4,7}(-[a-z]{4,7}){2}$/.test(code))).toBe(true);
    expect(codeWords('tuesday', 500)).toEqual(codes);
    expect(codeWords('wednesday', 1)[0]).not.toBe(codes[0]);
  });

  it('open a seat however they are typed, and no other', () => {
    const seats = codeWords('x', 3).map((code) => ({ code }));
    const [, second] = seats;
    const typed = ` ${second!.code.toUpperCase().replaceAll('-', '  ')}. `;
    expect(seatOfCode(seats, typed)).toBe(second);
    expect(seatOfCode(seats, second!.code.slice(1))).toBeNull();
    expect(seatOfCode(seats, '')).toBeNull();
  });
});

describe('codes.csv', () => {
  const seats = [
    { seat: 'p01', team: '1', role: 'council', code: 'amber-lamp-violet', name: 'Ann, B.' },
    { seat: 'p02', team: '1', role: null, code: 'green-lamp-violet', name: '' },
    { seat: 'p03', team: null, role: null, code: 'blue-lamp-violet', name: '' },
  ];

  it('is read as it was written', () => {
    expect(readSeats(seatsText(seats), 'codes.csv', ROLES)).toEqual({ ok: true, seats });
  });

  it('says what is wrong by line, and no code word', () => {
    const text = 'seat,team,role,code\np01,1,mayor,amber-lamp-violet\n\np01,,company,amber lamp violet\n';
    const read = readSeats(text, 'codes.csv', ROLES);
    const said = read.ok ? [] : read.findings.map(formatFinding);
    expect(said).toEqual([
      expect.stringContaining("codes.csv:2:1 role: role 'mayor' does not exist"),
      expect.stringContaining('codes.csv:4:1 team: is missing'),
      expect.stringContaining('codes.csv:4:1 seat: is the same as in line 2'),
      expect.stringContaining('codes.csv:4:1 code: is the same as in line 2'),
    ]);
    expect(said.join('\n')).not.toContain('amber');
  });
});

describe('a roster', () => {
  it('is read without the addresses of people', () => {
    const read = readRoster(
      'Name;Email;Role;Team\nAnn;ann@example.org;company;red\nBob;bob@example.org;;\n',
      'p.csv',
      ROLES,
    );
    expect(read).toEqual({
      ok: true,
      people: [
        { name: 'Ann', team: 'red', role: 'company' },
        { name: 'Bob', team: null, role: null },
      ],
    });
  });

  it('seats everybody once, every role of a full team once before any twice', () => {
    const person = fc.record({ team: fc.constantFrom(null, null, 'red', 'blue'), fixed: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 30 }),
        fc.string(),
        fc.boolean(),
        (list, seed, observe) => {
          const people = list.map(({ team, fixed }, k) => ({
            name: `n${k}`,
            team,
            role: team !== null && fixed ? 'company' : null,
          }));
          const leftovers = observe ? 'observe' : 'double';
          const places = seated(people, { roles: ROLES, teams: null, draw: seed, leftovers });
          expect(places.map(({ name }) => name).toSorted()).toEqual(people.map(({ name }) => name).toSorted());
          for (const { name, team, role } of people) {
            const place = places.find((own) => own.name === name);
            if (team !== null) expect(place?.team).toBe(team);
            if (role !== null) expect(place?.role).toBe(role);
          }
          const doubled = places.filter(
            ({ team, role }, k) => role !== null && places.findIndex((p) => p.team === team && p.role === role) !== k,
          );
          const drawn = doubled.filter(({ name }) => people.find((own) => own.name === name)?.role === null);
          for (const { team } of drawn) {
            const roles = new Set(places.filter((own) => own.team === team).map(({ role }) => role));
            expect(ROLES.every((role) => roles.has(role))).toBe(true);
          }
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('is drawn by the seed alone', () => {
    const people = Array.from({ length: 9 }, (_, k) => ({ name: `n${k}`, team: null, role: null }));
    const drawn = (draw: string | null) => seated(people, { roles: ROLES, teams: null, draw, leftovers: 'double' });
    expect(drawn('a')).toEqual(drawn('a'));
    expect(drawn('a')).not.toEqual(drawn('b'));
    expect(drawn(null).map(({ name }) => name)).toEqual(people.map(({ name }) => name));
  });
});
