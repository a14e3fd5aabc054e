import { hasOption, optionSet } from '../../src/engine/option-set.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import { optionCount, spaceSize } from '../../src/engine/problem.ts';
import type { Rule } from '../../src/scenario/scenario.ts';
import { applyStage } from '../../src/scenario/edit/stage.ts';
import { MIXED, SCENARIO, scenarioOf } from '../scenario/support.ts';
import { anyIssues, anyPattern, deals, implies, issues, matches, party, scenario, scored } from './support.ts';

describe('rules', () => {
  const anyCase = anyIssues.chain((on) => fc.tuple(fc.constant(on), anyPattern(on), anyPattern(on)));

  test('if A then B forbids exactly the deals that match A and not B', () => {
    fc.assert(
      fc.property(anyCase, ([on, a, b]) => {
        const rules = [implies('r', a, b)];
        const { problem, forbiddenRules } = compileProblem(scenario({ issues: on, parties: [], rules }));
        expect(forbiddenRules).toEqual(problem.forbidden.map(() => 0));
        for (const pattern of problem.forbidden) {
          const named = pattern.clauses.map((clause) => clause.issue);
          expect(named).toEqual([...new Set(named)].toSorted((x, y) => x - y));
          expect(pattern.clauses.every((clause) => clause.options.length > 0)).toBe(true);
        }
        for (const deal of deals(on)) {
          const forbidden = problem.forbidden.some((pattern) =>
            pattern.clauses.every((clause) => hasOption(clause.options, deal[clause.issue]!)),
          );
          expect(forbidden).toBe(matches(a, deal, on) && !matches(b, deal, on));
        }
      }),
    );
  });

  test('each forbidden pattern knows its rule', () => {
    const clause = (issue: string, ...options: string[]) => ({ issue, options });
    const rules: Rule[] = [
      implies('never', [clause('i0', 'o0')], [clause('i0', 'o0')]),
      implies('two', [clause('i1', 'o1')], [clause('i0', 'o0'), clause('i2', 'o1')]),
      { kind: 'forbid', id: 'one', forbid: [clause('i2', 'o1', 'o0', 'o1'), clause('i0', 'o1')], why: 'w' },
    ];
    const { problem, forbiddenRules } = compileProblem(scenario({ issues: issues(2, 2, 2), parties: [], rules }));
    expect(forbiddenRules).toEqual([1, 1, 2]);
    expect(problem.forbidden).toEqual([
      {
        clauses: [
          { issue: 0, options: optionSet([1]) },
          { issue: 1, options: optionSet([1]) },
        ],
      },
      {
        clauses: [
          { issue: 1, options: optionSet([1]) },
          { issue: 2, options: optionSet([0]) },
        ],
      },
      {
        clauses: [
          { issue: 0, options: optionSet([1]) },
          { issue: 2, options: optionSet([0, 1]) },
        ],
      },
    ]);
  });
});

describe('consent', () => {
  const parties = ['a', 'b', 'c'].map((id) => party(scored([[0, 1]]), { id }));
  const when = [{ issue: 'i0', options: ['o1'] }];
  const consentOf = (consent: Parameters<typeof scenario>[0]['consent']) =>
    compileProblem(scenario({ issues: issues(2), parties, consent: consent! })).problem.consent;

  test('everybody', () => {
    expect(consentOf({ needs: 'all', conditional: [] })).toEqual({ required: [0, 1, 2], quorum: 3, conditional: [] });
  });
  test('everybody but those with a condition', () => {
    expect(consentOf({ needs: 'all', conditional: [{ party: 'b', when }] })).toEqual({
      required: [0, 2],
      quorum: 2,
      conditional: [{ party: 1, when: { clauses: [{ issue: 0, options: optionSet([1]) }] } }],
    });
  });
  test('when all have a condition, some party must still sign', () => {
    const conditional = ['a', 'b', 'c', 'a'].map((id) => ({ party: id, when }));
    expect(consentOf({ needs: 'all', conditional })).toMatchObject({ required: [], quorum: 1 });
  });
  test('quorum with vetoes', () => {
    expect(consentOf({ needs: { quorum: 2, veto: ['c', 'a'] }, conditional: [] })).toEqual({
      required: [0, 2],
      quorum: 2,
      conditional: [],
    });
  });
});

describe('a scenario read from a file', () => {
  const read = scenarioOf(SCENARIO);

  test('keeps its order', () => {
    const { problem } = compileProblem(read);
    expect(problem.offsets).toEqual(Int32Array.of(0, 3, 6));
    expect([optionCount(problem, 0), optionCount(problem, 1), spaceSize(problem)]).toEqual([3, 3, 9n]);
    expect(problem.parties[0]).toEqual({
      scale: 2,
      contributions: Float64Array.of(0, 75, 150, 0, 25, 50),
      adjustments: [],
      redLines: [{ clauses: [{ issue: 0, options: optionSet([2]) }] }],
      disagreement: 40,
      reservation: 60,
      strict: false,
      power: 1,
    });
  });

  test('at a stage', () => {
    const edit = applyStage(read, 's1');
    expect(edit.ok && compileProblem(edit.scenario).problem.parties[0]).toMatchObject({ scale: 2, reservation: 70 });
  });

  test('drafts, whole or partial', () => {
    expect(compileDraft(read, 'd1')).toEqual([1, null]);
    expect(() => compileDraft(read, 'd2')).toThrow(RangeError);
  });
});

describe('an issue with numbers and named options', () => {
  const read = scenarioOf(MIXED);
  const { problem } = compileProblem(read);

  test('named options are numbered after the numbers', () => {
    expect(problem.offsets).toEqual(Int32Array.of(0, 6, 7));
    expect(problem.forbidden).toEqual([{ clauses: [{ issue: 0, options: optionSet([0, 4]) }] }]);
    expect(problem.parties[0]).toMatchObject({
      scale: 1,
      contributions: Float64Array.of(40, 30, 20, 10, 5, 40, 0),
      redLines: [{ clauses: [{ issue: 0, options: optionSet([3, 4]) }] }],
      adjustments: [{ when: { clauses: [{ issue: 0, options: optionSet([0]) }] }, units: 2 }],
    });
    expect([compileDraft(read, 'd1'), compileDraft(read, 'd2')]).toEqual([
      [2, null],
      [4, null],
    ]);
  });

  test('score sheets and full lists of values are numbered alike', () => {
    expect(problem.parties[1]).toMatchObject({ contributions: Float64Array.of(0, 20, 40, 60, 100, 50, 0) });
    expect(problem.parties[2]).toMatchObject({ contributions: Float64Array.of(1, 2, 3, 4, 9, 5, 0) });
  });
});
