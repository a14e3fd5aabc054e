/** `winset new` without questions: every template, and a table with and without what no deal is worth. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../src/making/template-names.ts';
import { winset } from './built.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'winset-new-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('winset new --template', () => {
  it.each(TEMPLATES)('%s writes a sound scenario in which nobody has said anything yet', async (template) => {
    const home = join(folder, template);
    const made = await winset(['new', home, '--template', template]);
    expect(made).toMatchObject({ status: 0, stderr: '' });
    for (const path of readdirSync(join(home, 'parties'))) {
      expect(made.stdout).toContain(path);
      expect(readFileSync(join(home, 'parties', path), 'utf8')).toContain('disagreement: unknown # not yet valued');
    }
    const checked = await winset(['check', home]);
    expect(checked.status).toBe(0);
    expect(checked.stdout).toContain('Not yet valued:');
    const { stdout } = await winset(['solve', home, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      unvalued: { verdict: 'depends', taken: 'best' },
      zone: { empty: null },
    });
    expect(await winset(['new', home, '--template', template])).toMatchObject({
      status: 2,
      stderr: `error: ${home} exists and is not empty; name a new folder\n`,
    });
  });
});

const TABLE = 'issue,option,union,firm\nWage,2 %,10,60\nWage,4 %,40,20\nDays,25,0,30\nDays,28,30,10\n';

describe('winset new --from', () => {
  it('leaves unknown what a table does not say', async () => {
    const [table, home] = [join(folder, 'scores.csv'), join(folder, 'talks')];
    writeFileSync(table, TABLE);
    const made = await winset(['new', home, '--from', table]);
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(made.stdout).toContain('no row `minimum`, so what no deal is worth is not yet valued');
    const union = readFileSync(join(home, 'parties/union.yaml'), 'utf8');
    expect(union).toContain('disagreement: unknown # not yet valued');
    expect(union).toContain('# scores: points of each option');
    expect((await winset(['check', home])).status).toBe(0);
    const { stdout } = await winset(['solve', home, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      unvalued: { verdict: 'depends', numbers: [{ party: 'union', what: 'disagreement' }, { party: 'firm' }] },
    });
  });

  it('takes it from the table where that says it', async () => {
    const [table, home] = [join(folder, 'whole.csv'), join(folder, 'whole')];
    writeFileSync(table, `${TABLE}minimum,,35,40\n`);
    expect(await winset(['new', home, '--from', table])).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(home, 'parties/union.yaml'), 'utf8')).toContain('disagreement: 35');
    expect(JSON.parse((await winset(['solve', home, '--json'])).stdout)).toMatchObject({ zone: { empty: false } });
  });

  it('says what is no table, and where there is none', async () => {
    const text = join(folder, 'notes.txt');
    writeFileSync(text, 'nothing here\n');
    expect((await winset(['new', join(folder, 'x'), '--from', text])).stderr).toContain('is no table of points');
    expect((await winset(['new', join(folder, 'x'), '--from', join(folder, 'none.csv')])).stderr).toContain(
      'does not exist',
    );
  });
});
