import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { winset } from './built.ts';

const folder = mkdtempSync(join(tmpdir(), 'winset-class-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = 'team,area,route,hours,fund,closure,deal,minute\n';

it('a class on paper goes from the first command to the tables', async () => {
  const [people, out] = [join(folder, 'people.csv'), join(folder, 'tuesday')];
  const list = ['Ann', 'Bob', 'Cem', 'Dee', 'Eva', 'Flo', 'Gil'].map((name) => `${name},${name}@example.org`);
  writeFileSync(people, `name,email\n${list.join('\n')}\n`);
  const made = await winset([
    'class',
    'new',
    'quarry-dispute',
    '--roster',
    people,
    '--random',
    '--seed',
    's',
    '--out',
    out,
  ]);
  expect(made).toMatchObject({ status: 0, stderr: '' });
  expect(made.stdout).toContain('2 teams, 7 seats, 1 seat beside another in the same role, 2 spare code words');
  const codes = readFileSync(join(out, 'codes.csv'), 'utf8');
  expect(codes).toContain('Ann');
  expect(codes).not.toContain('example.org');
  expect(readFileSync(join(out, 'class.yaml'), 'utf8')).toContain('minute: 20');

  const again = await winset(['class', 'new', 'quarry-dispute', '--teams', '2', '--out', out]);
  expect(again).toMatchObject({ status: 2, stderr: `error: ${out} exists; name a new folder for the class\n` });
  expect(readFileSync(join(out, 'codes.csv'), 'utf8')).toBe(codes);

  const results = join(folder, 'results.csv');
  const early = await winset(['class', 'debrief', out]);
  expect(early.status).toBe(2);
  expect(early.stderr).toContain('nothing has happened');
  writeFileSync(results, `${HEAD}1,8,haul,saturdays,60,in-steps,,34\n2,no deal\n`);
  const wrong = await winset(['class', 'enter', out, results]);
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain(`${results}:2:1 route: option 'haul' does not exist`);
  expect(existsSync(join(out, 'class.db'))).toBe(false);
  writeFileSync(results, `${HEAD}1,8,haul-road,saturdays,60,in-steps,,34\n2,no deal\n`);
  expect((await winset(['class', 'enter', out, results])).stdout).toContain(
    'team 1: council 70, company 71, residents 72',
  );

  const page = join(folder, 'debrief.html');
  const told = await winset(['class', 'debrief', out, '--json', '--out', page]);
  expect(told.status).toBe(0);
  expect(told.stdout).not.toContain('Ann');
  expect(JSON.parse(told.stdout)).toMatchObject({ teams: [{ result: 'deal' }, { result: 'no deal' }] });
  expect(readFileSync(page, 'utf8')).toContain('<summary>The board</summary>');

  const tables = join(folder, 'tables');
  expect((await winset(['class', 'export', out, '--out', tables, '--leave-out', '2=The alarm rang'])).status).toBe(0);
  expect(readFileSync(join(tables, 'teams.csv'), 'utf8').trim().split('\r\n')).toHaveLength(2);
  expect(readFileSync(join(tables, 'codebook.csv'), 'utf8')).toContain('left out,team 2,The alarm rang');
});

it('a folder that is no class says so', async () => {
  const { status, stderr } = await winset(['class', 'debrief', folder]);
  expect(status).toBe(2);
  expect(stderr).toContain('class.yaml:1:1 does not exist');
});
