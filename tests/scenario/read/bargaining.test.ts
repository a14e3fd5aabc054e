import { describe, expect, test } from 'vitest';
import { applyStage } from '../../../src/scenario/edit/stage.ts';
import { parseScenarioText } from '../../../src/scenario/read/load.ts';
import type { Bargaining } from '../../../src/scenario/scenario.ts';
import { SCENARIO, verdict } from '../support.ts';

const WHOLE = `bargaining:
  protocol: alternating
  rounds: { value: 40, why: Until Thursday., sources: [press] }
  order: [ua, us]
  patience: { ua: 0.97123456789012345678, us: { value: 1/3, confidence: reported } }
  strategies: { us: boulware:8, ua: { kind: averaged-tit-for-tat, window: 2, why: Gives back. } }
  agenda: { groups: [[rent], [cap]], revisable: true }
  why: As reported.
  sources: [press]
`;

function read(text: string): Bargaining | undefined {
  const result = parseScenarioText(text, 'test.yaml');
  if (!result.ok) throw new Error(result.findings[0]?.message);
  return result.scenario.bargaining;
}

describe('the section on bargaining', () => {
  test('is absent where the file has none', () => {
    expect(read(SCENARIO)).toBeUndefined();
  });

  test('is read with every number as written', () => {
    expect(read(SCENARIO + WHOLE)).toEqual({
      protocol: 'alternating',
      rounds: { value: 40, why: 'Until Thursday.', sources: ['press'] },
      order: ['ua', 'us'],
      patience: {
        ua: { value: expect.closeTo(0.9712345678901234), exact: '0.97123456789012345678' },
        us: { value: 1 / 3, exact: '1/3', confidence: 'reported' },
      },
      strategies: {
        us: { kind: 'boulware', number: { value: 8 } },
        ua: { kind: 'averaged-tit-for-tat', number: { value: 2 }, why: 'Gives back.' },
      },
      agenda: { groups: [['rent'], ['cap']], revisable: true },
      why: 'As reported.',
      sources: ['press'],
    });
  });

  test('of a stage says what is another from then on', () => {
    const text = (SCENARIO + WHOLE).replace(
      'title: Two, change',
      'title: Two, bargaining: { patience: { us: 0.5 }, rounds: 3 }, change',
    );
    const result = parseScenarioText(text, 'test.yaml');
    const at = result.ok ? applyStage(result.scenario, 's2') : result;
    expect(at.ok && at.scenario.bargaining).toMatchObject({
      protocol: 'alternating',
      rounds: { value: 3 },
      patience: { ua: { exact: '0.97123456789012345678' }, us: { value: 0.5 } },
    });
  });
});

describe('what is wrong in it is said with its place', () => {
  test.each([
    ['protocol: alternate', "bargaining.protocol: expected 'alternating' or"],
    ['rounds: 2.5', 'bargaining.rounds: must be a whole number'],
    ['rounds: 0', 'bargaining.rounds: expected at least 1'],
    ['order: [us, uk]', "bargaining.order[1]: party 'uk' does not exist"],
    ['order: [us, us]', "bargaining.order[1]: 'us' stands in the order twice"],
    ['patience: { su: 1 }', "bargaining.patience.su: party 'su' does not exist"],
    ['patience: { us: 1.1 }', 'bargaining.patience.us: expected at most 1'],
    ['patience: { us: { value: 1, sources: [pres] } }', "source 'pres' does not exist; did you mean 'press'?"],
    [
      'strategies: { us: boulwar }',
      "bargaining.strategies.us: there is no strategy 'boulwar'; did you mean 'boulware'?",
    ],
    ['strategies: { us: linear:3 }', "bargaining.strategies.us: 'linear' takes no number"],
    ['strategies: { us: { kind: boulware, window: 3 } }', "us.window: 'boulware' takes no window"],
    ['strategies: { us: boulware:0 }', "the exponent of 'boulware' must be a number from 0.01 to 1000"],
    ['agenda: { groups: [[cap], [rant]] }', "groups[1][0]: issue 'rant' does not exist; did you mean 'rent'?"],
    ['agenda: { groups: [[cap], [cap]] }', "groups[1][0]: 'cap' stands in the agenda twice"],
    ['patient: { us: 1 }', "bargaining.patient: unknown key 'patient'; did you mean 'patience'?"],
  ])('%s', (line, message) => {
    expect(verdict(`${SCENARIO}bargaining: { ${line} }\n`)).toContain(message);
  });

  test('also in a stage', () => {
    const text = SCENARIO.replace('title: Two, change', 'title: Two, bargaining: { order: [uk] }, change');
    expect(verdict(text)).toContain("stages[1].bargaining.order[0]: party 'uk' does not exist");
  });
});
