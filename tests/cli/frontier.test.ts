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

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('winset frontier', () => {
  it('prints a report and nothing else', async () => {
    const { status, stdout, stderr } = await session.run(['frontier', BAND, '--epsilon', '0']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Book the band\n/);
    expect(stdout).toContain('The efficient frontier: 13 points.');
    expect(stdout).toContain(`winset frontier ${BAND} --epsilon 0 --json`);
  });

  it('prints one JSON object, the same every time', async () => {
    const { status, stdout, stderr } = await session.run(['frontier', BAND, '--zone', '--json']);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'winset/frontier@1',
      scope: 'zone',
      coalition: ['band', 'cafe'],
      exact: false,
      epsilon: 5,
    });
    expect((await session.run(['frontier', BAND, '--zone', '--json'])).stdout).toBe(stdout);
  });

  it('takes an empty zone as an answer', async () => {
    const apart = edited('disagreement: 10', 'disagreement: 100');
    const nothing = ['frontier', file('apart.yaml', apart), '--zone'];
    const { status, stdout, stderr } = await session.run(nothing);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('No deal: the zone is empty');
    expect(JSON.parse((await session.run([...nothing, '--json'])).stdout)).toMatchObject({ empty: true, points: [] });
  });

  it('takes the zone of named signers', async () => {
    const { stdout } = await session.run(['frontier', BAND, '--coalition', 'cafe,band', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ scope: 'zone', coalition: ['band', 'cafe'] });
  });

  it('says what is proven when it may not give enough points', async () => {
    const { stdout } = await session.run(['frontier', BAND, '--max-points', '2', '--json']);
    const { epsilon, asked, points }: Record<string, unknown> = JSON.parse(stdout);
    expect(asked).toBe(5);
    expect(epsilon).toBeGreaterThan(5);
    expect(points).toHaveLength(2);
  });

  it.each([
    [['frontier']],
    [['frontier', BAND, '--epsilon', '-1']],
    [['frontier', BAND, '--epsilon', 'five']],
    [['frontier', BAND, '--epsilon', '1e999']],
    [['frontier', BAND, '--epsilon', '']],
    [['frontier', BAND, '--max-points', '0']],
    [['frontier', BAND, '--coalition', 'band']],
    [['frontier', BAND, '--coalition', 'nobody']],
    [['frontier', BAND, '--stage', 'later']],
    [['frontier', BAND, '--without', 'band.nothing']],
    [['frontier', 'no/such/file.yaml']],
  ])('refuses %j', async (words) => {
    const { status, stdout, stderr } = await session.run(words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toContain('internal fault');
  });
});

describe('winset score', () => {
  it('holds a draft of the scenario against the parties', async () => {
    const { status, stdout, stderr } = await session.run(['score', BAND, '--draft', 'first-offer']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Blocked by the Late Trains; beaten.');
    const document: unknown = JSON.parse(
      (await session.run(['score', BAND, '--draft', 'first-offer', '--json'])).stdout,
    );
    expect(document).toMatchObject({
      schema: 'winset/score@1',
      draft: 'first-offer',
      complete: true,
      accepts: { band: false, cafe: true },
      blockedBy: ['band'],
      inZone: false,
      efficient: false,
      dominatedBy: { fee: '400' },
    });
  });

  it('scores a deal of the frontier as efficient, from YAML or JSON alike', async () => {
    const { stdout } = await session.run(['frontier', BAND, '--zone', '--epsilon', '0', '--json']);
    const { points }: { readonly points: readonly { deal: Record<string, string>; utility: unknown }[] } =
      JSON.parse(stdout);
    const { deal, utility } = points[0]!;
    const yaml = Object.entries(deal).map(([issue, option]) => `${issue}: ${option}\n`);
    for (const path of [file('deal.json', JSON.stringify(deal)), file('deal.yaml', yaml.join(''))]) {
      const scored = await session.run(['score', BAND, '--deal', path, '--json']);
      expect([scored.status, scored.stderr]).toEqual([0, '']);
      expect(JSON.parse(scored.stdout)).toMatchObject({
        draft: null,
        deal,
        utility,
        accepts: { band: true, cafe: true },
        blockedBy: [],
        inZone: true,
        efficient: true,
        dominatedBy: null,
      });
    }
  });

  it('takes a deal that leaves issues open as a partial draft', async () => {
    const { stdout } = await session.run(['score', BAND, '--deal', file('part.yaml', 'day: saturday\n'), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      complete: false,
      accepts: { band: 'open', cafe: 'open' },
      utility: { band: { min: expect.any(Number), max: expect.any(Number) } },
      inZone: 'open',
      efficient: null,
    });
    expect((await session.run(['score', BAND, '--deal', join(folder, 'part.yaml')])).stdout).toContain(
      'Open: some ways',
    );
  });

  it.each([
    ['an issue', 'dya: saturday', /:1:1 dya: issue 'dya' does not exist; /],
    ['an option', 'day: monday', /:1:6 day: option 'monday' does not exist; /],
    ['a list', '- saturday', /:1:1 expected a block of issues/],
    ['an empty file', '', /:1:1 expected a block of issues/],
    ['a nested block', 'day: { a: b }', /expected the id of one option of 'day'/],
    ['broken text', 'day: [', /:\d+:\d+ /],
  ])('says what is wrong with %s', async (_, text, message) => {
    const { status, stdout, stderr } = await session.run(['score', BAND, '--deal', file('bad.yaml', text)]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it.each([
    [['score', BAND]],
    [['score', BAND, '--draft', 'first-ofer']],
    [['score', BAND, '--draft', 'first-offer', '--deal', 'x.yaml']],
    [['score', BAND, '--deal', 'no/such/file.yaml']],
    [['score', BAND, '--deal', 'src']],
  ])('refuses %j', async (words) => {
    const { status, stdout, stderr } = await session.run(words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toContain('internal fault');
  });
});
