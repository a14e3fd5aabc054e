import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sharedSession } from '../oracle/session.ts';
import { edited } from '../scenario/support.ts';
import { builtProgram } from '../program.ts';

const folder = mkdtempSync(join(tmpdir(), 'winset-'));
const BAND = 'first-five-minutes';
const session = sharedSession(builtProgram());

afterAll(() => rmSync(folder, { recursive: true }));

describe('winset explain', () => {
  it('prints a report and nothing else', async () => {
    const { status, stdout, stderr } = await session.run(['explain', BAND]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Book the band\n/);
    expect(stdout).toContain('A deal is possible.');
    expect(stdout).toContain(`winset explain ${BAND} --json`);
  });

  it('takes an empty zone as an answer', async () => {
    const path = join(folder, 'apart.yaml');
    writeFileSync(path, edited('disagreement: 10', 'disagreement: 100'));
    const { status, stdout, stderr } = await session.run(['explain', path]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('No deal.');
    expect(JSON.parse((await session.run(['explain', path, '--json'])).stdout)).toMatchObject({
      empty: true,
      complete: true,
    });
  });

  it('explains the headline scenario and a draft of it', async () => {
    const { status, stdout, stderr } = await session.run(['explain', 'ukraine-2025', '--draft', 'us28', '--json']);
    expect([status, stderr]).toEqual([0, '']);
    const document: Record<string, unknown> = JSON.parse(stdout);
    expect(document).toMatchObject({ schema: 'winset/explain@1', empty: true, complete: true });
    expect(Object.keys(document['drafts']!)).toEqual(['us28']);
  });

  it('says the same every time', async () => {
    const words = ['explain', 'quarry-dispute', '--without', 'residents.hedge', '--all', '--json'];
    expect(await session.run(words)).toEqual(await session.run(words));
  });

  it('explains a zone that an assumption opens', async () => {
    const { stdout } = await session.run([
      'explain',
      'ukraine-2025-short',
      '--without',
      'russia.all-donbas',
      '--width',
      '100',
    ]);
    expect(stdout).toContain('What if: the stated red line russia.all-donbas');
    expect(stdout).toContain('What is settled in every deal');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('names what does not exist', async () => {
    const { status, stdout, stderr } = await session.run(['explain', BAND, '--draft', 'nothing']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain("'nothing'");
  });
});
