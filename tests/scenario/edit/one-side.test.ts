import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../../src/compile/compile.ts';
import { oneSide } from '../../../src/scenario/edit/one-side.ts';
import { applyStage } from '../../../src/scenario/edit/stage.ts';
import { parseScenarioText } from '../../../src/scenario/read/load.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { SECRETS, talks } from '../../mcp/talks.ts';

function read(text: string): Scenario {
  const loaded = parseScenarioText(text, 'talks.yaml');
  if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join('\n'));
  return loaded.scenario;
}

function written(scenario: Scenario): string {
  return JSON.stringify(scenario, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
}

describe('a scenario as one party knows it', () => {
  it('is the same whatever the others want', () => {
    const [one, other] = [talks('first'), talks('second')].map((text) => written(oneSide(read(text), 'near')));
    expect(one).toBe(other);
    for (const secret of [...SECRETS.first, ...SECRETS.second]) expect(one).not.toContain(secret);
  });

  it('is another where its own numbers are', () => {
    const [one, other] = [talks('first'), talks('second')].map((text) => oneSide(read(text), 'them'));
    expect(one!.hash).not.toBe(other!.hash);
    expect(written(one!)).toContain(SECRETS.first[0]);
  });

  it('has what is public, its own numbers, and its own changes at each stage', () => {
    const whole = read(talks('first'));
    const own = oneSide(whole, 'near');
    const [near] = whole.parties;
    expect(near).toMatchObject({ instructor: 'Upstream means violet.', redLines: [{ bluff: true }] });
    const { instructor: _, ...known } = near!;
    expect(own.parties).toEqual([{ ...known, redLines: near!.redLines.map(({ bluff: _bluff, ...line }) => line) }]);
    expect(own.issues).toEqual(whole.issues);
    expect(own.rules).toEqual(whole.rules);
    expect(own.drafts.map(({ clauses }) => clauses)).toEqual(whole.drafts.map(({ clauses }) => clauses));
    const [later, ownLater] = [applyStage(whole, 'spring'), applyStage(own, 'spring')];
    if (!later.ok || !ownLater.ok) throw new Error('both reach the stage');
    expect(ownLater.scenario.parties[0]!.reservation).toEqual(later.scenario.parties[0]!.reservation);
    expect(ownLater.scenario.parties[0]!.redLines.map(({ id }) => id)).toEqual(['no-high-toll', 'no-free-bridge']);
    expect(compileProblem(own).problem.parties).toHaveLength(1);
  });

  it('leaves out what speaks for a reading', () => {
    const whole: Scenario = { ...read(talks('first')), reading: { name: 'Harvest', by: 'an author', why: 'violet' } };
    expect(written(oneSide(whole, 'near'))).toBe(written(oneSide(read(talks('first')), 'near')));
  });

  it('refuses a party that is not there', () => {
    expect(() => oneSide(read(talks('first')), 'nobody')).toThrow(RangeError);
  });
});
