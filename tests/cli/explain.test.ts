import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { edited } from '../scenario/support.ts';
import { answer, winset } from './built.ts';

const folder = mkdtempSync(join(tmpdir(), 'winset-'));
const BAND = 'first-five-minutes';

afterAll(() => rmSync(folder, { recursive: true }));

describe('winset explain', () => {
  it('prints a report and nothing else', () => {
    const { status, stdout, stderr } = winset(['explain', BAND]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Book the band\n/);
    expect(stdout).toContain('A deal is possible.');
    expect(stdout).toContain(`winset explain ${BAND} --json`);
  });

  it('takes an empty zone as an answer', () => {
    const path = join(folder, 'apart.yaml');
    writeFileSync(path, edited('disagreement: 10', 'disagreement: 100'));
    const { status, stdout, stderr } = winset(['explain', path]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('No deal.');
    expect(JSON.parse(winset(['explain', path, '--json']).stdout)).toMatchObject({ empty: true, complete: true });
  });

  it('explains the headline scenario and a draft of it', () => {
    const { status, stdout, stderr } = answer(['explain', 'ukraine-2025', '--draft', 'us28', '--json']);
    expect([status, stderr]).toEqual([0, '']);
    const document: Record<string, unknown> = JSON.parse(stdout);
    expect(document).toMatchObject({ schema: 'winset/explain@1', empty: true, complete: true });
    expect(Object.keys(document['drafts']!)).toEqual(['us28']);
  });

  it('says the same every time', () => {
    const words = ['explain', 'quarry-dispute', '--without', 'residents.hedge', '--all', '--json'];
    expect(winset(words)).toEqual(winset(words));
  });

  it('explains a zone that an assumption opens', () => {
    const { stdout } = winset(['explain', 'ukraine-2025', '--without', 'russia.all-donbas', '--width', '100']);
    expect(stdout).toContain('What if: the stated red line russia.all-donbas');
    expect(stdout).toContain('What is settled in every deal');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('names what does not exist', () => {
    const { status, stdout, stderr } = winset(['explain', BAND, '--draft', 'nothing']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain("'nothing'");
  });
});
