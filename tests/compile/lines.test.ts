/** Numbers changed one at a time: against compiling the scenario with the changed file. */
import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import { compileLine } from '../../src/compile/lines.ts';
import { compileUncertainty } from '../../src/compile/uncertainty.ts';
import type { VariedNumber } from '../../src/compile/vary.ts';
import { compileVaried, variedNumbers } from '../../src/compile/vary.ts';
import { partyAt } from '../../src/engine/sensitivity/number-line.ts';
import { parseScenarioText } from '../../src/scenario/read/load.ts';
import { inPoints, unitsOf } from '../../src/engine/units.ts';
import type { Units } from '../../src/engine/units.ts';

function text({ weight = '3', low = '', disagreement = '20', reservation = 'reservation: 30' } = {}): string {
  return `
winset: 1
title: Two
issues:
  - { id: a, title: A, options: [{ id: x }, { id: y }] }
  - { id: b, title: B, options: [{ id: x }, { id: y }, { id: z }] }
parties:
  p:
    name: P
    disagreement: ${disagreement}
    ${reservation}
    issues:
      a: { weight: { value: ${weight}${low} }, values: { x: 0, y: { value: 90, low: 70, high: 95 } } }
      b: { weight: 2, values: { x: 50, y: 0, z: 100 } }
    adjustments:
      - { when: { a: y, b: z }, add: -5 }
  q:
    name: Q
    disagreement: 1
    issues:
      a: { scores: { x: 4, y: 0 } }
      b: { scores: { x: { value: 1, low: 0, high: 6 }, y: 2, z: 3 } }
consent: { needs: all }
`;
}

function loaded(options: Parameters<typeof text>[0] = {}) {
  const result = parseScenarioText(text(options), 'test.yaml');
  if (!result.ok) throw new Error(result.findings.map(({ message }) => message).join('\n'));
  return { scenario: result.scenario, compiled: compileProblem(result.scenario) };
}

function find(numbers: readonly VariedNumber[], kind: string, party = 0, issue: number | null = null): VariedNumber {
  return numbers.find((number) => number.kind === kind && number.party === party && number.issue === issue)!;
}

describe('variedNumbers', () => {
  it('takes the ranges of the file, else 20 % either way, within what the format allows', () => {
    const { scenario } = loaded({ low: ', low: 1' });
    const numbers = variedNumbers(scenario, true);
    const ranges = (kind: string, party: number, issue: number | null = null) => {
      const { low, high, stated } = find(numbers, kind, party, issue);
      return [low, high, stated];
    };
    expect(ranges('weight', 0, 0)).toEqual([1, 3, true]);
    expect(ranges('weight', 0, 1)).toEqual([1.6, 2.4, false]);
    expect(ranges('disagreement', 0)).toEqual([16, 24, false]);
    expect(ranges('reservation', 0)).toEqual([24, 36, false]);
    expect(ranges('disagreement', 1)).toEqual([0.8, 1.2, false]);
    // A reservation value that is the disagreement value is not varied beside it, nor are numbers without room.
    expect(find(numbers, 'reservation', 1)).toBeUndefined();
    const values = numbers.filter(({ kind }) => kind === 'value');
    expect(values.filter(({ party, issue }) => party === 0 && issue === 1).map(({ low, high }) => [low, high])).toEqual(
      [
        [40, 60],
        [0, 5],
        [80, 100],
      ],
    );
    expect(variedNumbers(scenario, false).some(({ kind }) => kind === 'value')).toBe(false);
    expect(ranges('adjustment', 0)).toEqual([-6, -4, false]);
  });

  it('takes a number that is 0 for a number: a twentieth of the range, or of all weight, to either side', () => {
    const { scenario } = loaded({ weight: '0', disagreement: '0', reservation: '' });
    const numbers = variedNumbers(scenario, false);
    const { low, high, stated } = find(numbers, 'disagreement');
    expect([low, high, stated]).toEqual([-5.25, 5.25, false]);
    const weight = find(numbers, 'weight', 0, 0);
    expect([weight.low, weight.high]).toEqual([0, 0.1]);
  });

  it('does not let a reservation value fall below the disagreement value', () => {
    const { scenario } = loaded({ disagreement: '28' });
    expect(find(variedNumbers(scenario, false), 'reservation').low).toBe(28);
  });
});

describe('compileVaried', () => {
  it('gives the party of the file with that number', () => {
    const { scenario, compiled } = loaded();
    const numbers = variedNumbers(scenario, false);
    const cases = [
      [find(numbers, 'weight', 0, 0), 4.5, { weight: '4.5' }],
      [find(numbers, 'disagreement'), 12, { disagreement: '12' }],
      [find(numbers, 'disagreement'), 33, { disagreement: '33', reservation: 'reservation: 33' }],
      [find(numbers, 'reservation'), 41, { reservation: 'reservation: 41' }],
    ] as const;
    for (const [number, to, changed] of cases) {
      expect(compileVaried(scenario, compiled, number, to)).toEqual(loaded(changed).compiled.problem.parties[0]);
    }
  });
});

describe('compileLine', () => {
  it('passes through the party as it stands, and means at each step what the file would', () => {
    const { scenario, compiled } = loaded();
    const numbers = variedNumbers(scenario, false);
    for (const [number, change] of [
      [find(numbers, 'weight', 0, 0), (value: number) => ({ weight: String(value) })],
      [find(numbers, 'disagreement'), (value: number) => ({ disagreement: String(value) })],
      [find(numbers, 'reservation'), (value: number) => ({ reservation: `reservation: ${value}` })],
    ] as const) {
      const { line, valueAt } = compileLine(scenario, compiled, number)!;
      expect(valueAt(line.at)).toBe(number.value);
      for (const step of [line.at, Math.floor((line.at + line.most) / 2), Math.ceil((line.at + line.least) / 2)]) {
        const here = partyAt(line, step);
        const value = valueAt(step);
        const whole = loaded(change(value)).compiled.problem.parties[0]!;
        const points = (units: Units): number => inPoints(units, here.scale);
        for (let row = 0; row < here.contributions.length; row++) {
          const expected = inPoints(unitsOf(whole.contributions, row), whole.scale);
          expect(points(unitsOf(here.contributions, row))).toBeCloseTo(expected, 9);
        }
        expect(points(here.adjustments[0]!.units)).toBeCloseTo(-5, 9);
        expect(points(here.disagreement)).toBeCloseTo(inPoints(whole.disagreement, whole.scale), 9);
        expect(points(here.reservation)).toBeCloseTo(inPoints(whole.reservation, whole.scale), 9);
      }
    }
  });

  it('ends where the definitions end, however fine the numbers are', () => {
    const { scenario, compiled } = loaded({ disagreement: '19.123456789012', reservation: 'reservation: 30' });
    const number = find(variedNumbers(scenario, false), 'disagreement');
    const { line, valueAt } = compileLine(scenario, compiled, number)!;
    expect(valueAt(line.at)).toBe(19.123456789012);
    expect(valueAt(line.most)).toBeCloseTo(30, 3);
    const here = partyAt(line, line.at);
    const own = compiled.problem.parties[0]!;
    expect(BigInt(here.disagreement) * BigInt(own.scale)).toBe(BigInt(own.disagreement) * BigInt(here.scale));
    const weight = compileLine(scenario, compiled, find(variedNumbers(scenario, false), 'weight', 0, 0))!;
    expect([weight.valueAt(0), weight.valueAt(weight.line.steps)]).toEqual([0, Infinity]);
  });
});

describe('compileUncertainty', () => {
  it('has the ranges of the file, by flat option number', () => {
    const { scenario } = loaded({ low: ', low: 1' });
    const [p, q] = compileUncertainty(scenario);
    expect(p!.weights).toEqual([
      { low: 1, high: 3 },
      { low: 2, high: 2 },
    ]);
    expect(p!.values[1]).toEqual({ low: 70, high: 95 });
    expect(p!.reservation).toEqual({ low: 30, high: 30 });
    expect([q!.weights, q!.reservation, q!.values[2]]).toEqual([null, null, { low: 0, high: 6 }]);
  });
});
