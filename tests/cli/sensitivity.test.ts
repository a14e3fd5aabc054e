import { describe, expect, it } from 'vitest';
import { sharedSession } from '../oracle/session.ts';
import { timeLeft } from '../../src/cli/long-run.ts';
import { builtProgram } from '../program.ts';

const BAND = 'first-five-minutes';
const session = sharedSession(builtProgram());

describe('winset power', () => {
  it('prints a report, or one JSON object', async () => {
    const { status, stdout, stderr } = await session.run(['power', BAND, '--width', '120']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Every party must sign.');
    expect(stdout).toContain(`winset power ${BAND} --json`);
    expect(JSON.parse((await session.run(['power', BAND, '--json'])).stdout)).toMatchObject({
      schema: 'winset/power@1',
    });
  });
});

describe('winset sensitivity', () => {
  it('prints what each number changes, and the command for the data', async () => {
    const { status, stdout, stderr } = await session.run(['sensitivity', BAND]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('What each number changes');
    expect(stdout).toContain('Breakpoints');
    const { smaa, tornado }: Record<string, unknown> = JSON.parse(
      (await session.run(['sensitivity', BAND, '--json'])).stdout,
    );
    expect([smaa, tornado === null]).toEqual([null, false]);
  });

  it('draws the same with one thread and with two', async () => {
    const words = ['sensitivity', BAND, '--smaa', '--draws', '60', '--json'];
    const one = await session.run([...words, '--threads', '1']);
    expect([one.status, one.stderr]).toEqual([0, '']);
    expect((await session.run([...words, '--threads', '2'])).stdout).toBe(one.stdout);
    expect((await session.run([...words, '--seed', '2', '--threads', '1'])).stdout).not.toBe(one.stdout);
  });

  it('prints the draws one by one, the same with one thread and with three', async () => {
    const words = ['sensitivity', BAND, '--smaa', '--draws', '60', '--csv'];
    const one = await session.run([...words, '--threads', '1']);
    expect([one.status, one.stderr]).toEqual([0, '']);
    expect((await session.run([...words, '--threads', '3'])).stdout).toBe(one.stdout);
    const [heading = '', ...rows] = one.stdout.trimEnd().split('\r\n');
    expect(heading).toMatch(/^draw,deal,coalition,proven,utility_band,.*,deal_hospitality$/);
    expect(rows.map((row) => Number(row.split(',')[0]))).toEqual(Array.from({ length: 60 }, (_, k) => k + 1));
    const wrong = await session.run(['sensitivity', BAND, '--csv']);
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('--csv has no effect without --smaa');
  });

  it('finds breakpoints of the deal of any solution', async () => {
    const { status, stdout } = await session.run([
      'sensitivity',
      BAND,
      '--solution',
      'kalai-smorodinsky',
      '--width',
      '120',
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain('The Kalai-Smorodinsky deal changes with');
    expect(stdout).toContain('this deal while');
    expect(stdout).toContain('that changes the Kalai-Smorodinsky deal:');
  });

  it('refuses to draw where nothing has a range, and what it does not know', async () => {
    const nothing = await session.run(['sensitivity', 'quarry-dispute', '--smaa', '--draws', '10']);
    expect([nothing.status, nothing.stdout]).toEqual([2, '']);
    expect(nothing.stderr).toContain('--simplex');
    const simplex = await session.run(['sensitivity', BAND, '--smaa', '--simplex', '--draws', '10']);
    expect([simplex.status, simplex.stderr]).toEqual([0, '']);
    const stages = await session.run(['sensitivity', BAND, '--stages']);
    expect([stages.status, stages.stdout]).toEqual([2, '']);
    expect(stages.stderr).toContain('no stages');
    const wrong = await session.run(['sensitivity', BAND, '--solution', 'fairest']);
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('kalai-smorodinsky');
  });
});

describe('timeLeft', () => {
  it('goes on at the pace so far, once there is one', () => {
    expect(timeLeft(10_000, 0.25)).toBe('about 30 s left');
    expect(timeLeft(60_000, 0.1)).toBe('about 9 min left');
    expect([timeLeft(2000, 0.5), timeLeft(10_000, 0.01), timeLeft(10_000, 1)]).toEqual(['', '', '']);
  });
});
