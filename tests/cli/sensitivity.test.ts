import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, winset } from './built.ts';

const BAND = 'first-five-minutes';

beforeAll(buildCommand);

describe('winset power', () => {
  it('prints a report, or one JSON object', () => {
    const { status, stdout, stderr } = winset(['power', BAND, '--width', '120']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Every party must sign.');
    expect(stdout).toContain(`winset power ${BAND} --json`);
    expect(JSON.parse(winset(['power', BAND, '--json']).stdout)).toMatchObject({ schema: 'winset/power@1' });
  });
});

describe('winset sensitivity', () => {
  it('prints what each number changes, and the command for the data', () => {
    const { status, stdout, stderr } = winset(['sensitivity', BAND]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('What each number changes');
    expect(stdout).toContain('Breakpoints');
    const { smaa, tornado }: Record<string, unknown> = JSON.parse(winset(['sensitivity', BAND, '--json']).stdout);
    expect([smaa, tornado === null]).toEqual([null, false]);
  });

  it('draws the same with one thread and with two', () => {
    const words = ['sensitivity', BAND, '--smaa', '--draws', '120', '--json'];
    const one = winset([...words, '--threads', '1']);
    expect([one.status, one.stderr]).toEqual([0, '']);
    expect(winset([...words, '--threads', '2']).stdout).toBe(one.stdout);
    expect(winset([...words, '--seed', '2']).stdout).not.toBe(one.stdout);
  });

  it('refuses to draw where nothing has a range, and what it does not know', () => {
    const nothing = winset(['sensitivity', 'quarry-dispute', '--smaa', '--draws', '10']);
    expect([nothing.status, nothing.stdout]).toEqual([2, '']);
    expect(nothing.stderr).toContain('--simplex');
    const simplex = winset(['sensitivity', BAND, '--smaa', '--simplex', '--draws', '10']);
    expect([simplex.status, simplex.stderr]).toEqual([0, '']);
    const stages = winset(['sensitivity', BAND, '--stages']);
    expect([stages.status, stages.stdout]).toEqual([2, '']);
    expect(stages.stderr).toContain('no stages');
    const wrong = winset(['sensitivity', BAND, '--solution', 'fairest']);
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('kalai-smorodinsky');
  });
});
