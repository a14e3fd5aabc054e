import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../../src/compile/compile.ts';
import { setupOf } from '../../../src/questions/bargain/setup.ts';
import type { Wishes } from '../../../src/questions/bargain/setup.ts';
import type { OpenCase } from '../../../src/questions/question.ts';
import { parseScenarioText } from '../../../src/scenario/read/load.ts';
import { SCENARIO } from '../../scenario/support.ts';

const BARGAINING = `bargaining:
  rounds: 12
  order: [ua]
  patience: { ua: 0.97, us: 1/3 }
  strategies: { us: boulware:8, ua: { kind: averaged-tit-for-tat, window: 2 } }
`;

function opened(text: string): OpenCase {
  const result = parseScenarioText(text, 'test.yaml');
  if (!result.ok) throw new Error(result.findings[0]?.message);
  const { scenario } = result;
  return {
    file: scenario,
    scenario,
    compiled: compileProblem(scenario),
    assumptions: [],
    changed: (at) => at,
    warnings: [],
    version: '1',
  };
}

const setup = (text: string, wishes: Partial<Wishes> = {}) => setupOf(opened(text), { seed: '1', ...wishes });

describe('how a session is run', () => {
  it('has a default for everything', () => {
    expect(setup(SCENARIO)).toMatchObject({
      protocol: { kind: 'alternating' },
      rounds: 40,
      order: [0, 1],
      strategies: [{ kind: 'linear' }, { kind: 'linear' }],
      patience: [
        { num: 1n, den: 1n },
        { num: 1n, den: 1n },
      ],
      days: null,
    });
  });

  it('comes from the file, with patience exactly as written', () => {
    expect(setup(SCENARIO + BARGAINING)).toMatchObject({
      rounds: 12,
      order: [1, 0],
      patience: [
        { num: 1n, den: 3n },
        { num: 97n, den: 100n },
      ],
      moves: [
        { concession: { kind: 'time', exponent: 8 }, offers: 'similar' },
        { concession: { kind: 'tit-for-tat', measure: 'averaged', window: 2 } },
      ],
    });
  });

  it('takes from the file who is drawn, how one text is changed, what parties accept and when they leave', () => {
    const text = `${SCENARIO}bargaining:
  protocol: random-proposer
  chances: { ua: 3 }
  redLines: public
  mediator: { kind: blind, annealed: true }
  strategies: { us: { kind: linear, offers: thrifty, accepts: either, from: 0.8, walkOut: 5 } }
`;
    expect(setup(text)).toMatchObject({ protocol: { kind: 'random-proposer', chances: [1, 3] }, publicLines: true });
    expect(setup(text, { protocol: 'single-text' }).protocol).toMatchObject({ mediator: 'blind', annealed: true });
    expect(setup(text).moves[0]).toMatchObject({
      offers: 'thrifty',
      acceptance: { kind: 'either', from: 0.8 },
      walkOut: 5,
    });
    const wished = setup(text, { accept: 'us=next', walkOut: 'ua=7', chances: 'us=2', lines: 'private' });
    expect(wished).toMatchObject({ protocol: { chances: [2, 3] }, publicLines: false });
    expect(wished.moves.map(({ acceptance, walkOut }) => [acceptance.kind, walkOut])).toEqual([
      ['next', 5],
      ['target', 7],
    ]);
    expect(() => setup(SCENARIO, { accept: 'us=late' })).toThrow("way of accepting 'late' does not exist");
    expect(() => setup(SCENARIO, { walkOut: 'us=0' })).toThrow('expected a whole number from 1 to');
    expect(() => setup(SCENARIO, { chances: 'us=2' })).toThrow('--chances has no effect');
    expect(() => setup(SCENARIO, { text: 'none' })).toThrow('--text has no effect');
  });

  it('is what the person says in place of the file', () => {
    const wishes = {
      rounds: 3,
      order: 'us',
      patience: 'us=0.123456789012345678',
      strategies: 'us=learning,ua=hardliner',
    };
    expect(setup(SCENARIO + BARGAINING, wishes)).toMatchObject({
      rounds: 3,
      order: [0, 1],
      patience: [
        { num: 61728394506172839n, den: 500000000000000000n },
        { num: 97n, den: 100n },
      ],
      moves: [
        { concession: { exponent: 4 }, offers: 'learned' },
        { concession: { exponent: Infinity }, offers: 'similar' },
      ],
    });
  });

  it.each([
    [{ order: 'us,uk' }, "party 'uk' does not exist"],
    [{ order: 'us,us' }, "--order: 'us' stands there twice"],
    [{ patience: 'us=2' }, '--patience: us: expected a number from 0 to 1'],
    [{ patience: 'us' }, "--patience: expected a party and its value such as 'us=...'"],
    [{ strategies: 'us=bulware' }, "did you mean 'boulware'?"],
    [{ strategies: 'uk=linear' }, "--strategies: party 'uk' does not exist"],
    [{ agenda: 'cap,cap' }, '--agenda: expected groups of issues'],
    [{ from: '2025-02-01', to: '2025-01-01' }, '--to: 2025-01-01 is before 2025-02-01'],
  ])('is refused where it cannot be: %j', (wishes, message) => {
    expect(() => setup(SCENARIO, wishes)).toThrow(message);
  });
});

describe('rounds along the dates', () => {
  it('begin and end on the days asked for, and take over the positions of each stage on its date', () => {
    const { days, periods } = setup(SCENARIO, { rounds: 4, from: '2024-12-31', to: '2025-01-03' });
    expect(days).toEqual(['2024-12-31', '2025-01-01', '2025-01-02', '2025-01-03']);
    expect(periods.map(({ fromRound, date, scenario }) => [fromRound, date, scenario.stage])).toEqual([
      [1, '2024-12-31', null],
      [2, '2025-01-01', 's1'],
      [3, '2025-01-02', 's2'],
    ]);
  });

  it('end with the last stage where nothing is said', () => {
    expect(setup(SCENARIO, { rounds: 1, from: '2025-01-02' }).days).toEqual(['2025-01-02']);
  });
});
