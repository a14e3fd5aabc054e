/** Numbers that say how sure a position is: probabilities of red lines, firmness, tiers of sources. */
import { inPoints } from '../../src/engine/units.ts';
import { describe, expect, test } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import { compileUncertainty } from '../../src/compile/uncertainty.ts';
import { evidenceOf } from '../../src/scenario/evidence.ts';
import { applyStage } from '../../src/scenario/edit/stage.ts';
import { edited, refusal, scenarioOf } from './support.ts';

const LINE = '- { id: no-high, when: { cap: high } }';

describe('red lines that may be none', () => {
  test('are lines in the compiled problem, with a probability for draws', () => {
    const scenario = scenarioOf(
      edited(
        LINE,
        '- { id: no-high, when: { cap: high }, holds: { value: 0.8, low: 0.6, high: 0.9, sources: [press] } }',
      ),
    );
    expect(compileProblem(scenario).problem.parties[0]!.redLines).toHaveLength(1);
    expect(compileUncertainty(scenario).map(({ redLines }) => redLines)).toEqual([[{ low: 0.6, high: 0.9 }], []]);
  });

  test('hold for certain where nothing is said', () => {
    expect(compileUncertainty(scenarioOf(edited('', '')))[0]!.redLines).toEqual([{ low: 1, high: 1 }]);
  });

  test('have a probability between 0 and 1 with sources that exist', () => {
    expect(refusal(LINE, '- { id: no-high, when: { cap: high }, holds: 1.2 }')).toContain('holds');
    const unknown = '- { id: no-high, when: { cap: high }, holds: { value: 0.5, sources: [pres] } }';
    expect(refusal(LINE, unknown)).toContain("did you mean 'press'");
  });
});

describe('firmness', () => {
  const units = (firmness: string) => {
    const { parties } = compileProblem(
      scenarioOf(edited('disagreement: 20', `disagreement: 20\n    firmness: ${firmness}`)),
    ).problem;
    return inPoints(parties[0]!.reservation, parties[0]!.scale);
  };

  test('moves the least a party signs for, and not below what no deal is worth', () => {
    expect(units('5')).toBe(35);
    expect(units('-7')).toBe(23);
    expect(units('-15')).toBe(20);
  });

  test('can change at a stage', () => {
    const scenario = scenarioOf(
      edited('change: { us: { reservation: 35 }', 'change: { us: { firmness: { value: 2, low: 0, high: 6 } }'),
    );
    const reached = applyStage(scenario, 's1');
    if (!reached.ok) throw new Error(reached.message);
    expect(compileUncertainty(reached.scenario)[0]!.firmness).toEqual({ low: 0, high: 6 });
  });
});

test('tiers of sources are counted where one is given', () => {
  expect(evidenceOf(scenarioOf(edited('', ''))).tiers).toBeNull();
  const scenario = scenarioOf(
    edited('press: { outlet: Press }', 'press: { outlet: Press, tier: wire }\n  other: { title: Other }'),
  );
  expect(evidenceOf(scenario).tiers).toEqual({ primary: 0, wire: 1, copy: 0, aggregator: 0, none: 1 });
});
