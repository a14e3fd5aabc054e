/** What is supposed where red lines alone leave no deal, and drafts held against their own date. */
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/questions/input-error.ts';
import type { OpenCase } from '../../src/questions/question.ts';
import { compileProblem } from '../../src/compile/compile.ts';
import { findSigners } from '../../src/engine/coalitions.ts';
import { standpoints } from '../../src/questions/own-date.ts';
import { suppose } from '../../src/questions/sensitivity/suppose.ts';
import { headerView } from '../../src/report/view/header.ts';
import { inNeutralOrder } from '../../src/report/view/ways-out.ts';
import { applyStage } from '../../src/scenario/edit/stage.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { edited, scenarioOf } from '../scenario/support.ts';
import { KNOT } from './knot.ts';

function caseOf(file: Scenario, scenario = file): OpenCase {
  return {
    file,
    scenario,
    compiled: compileProblem(scenario),
    assumptions: [],
    warnings: [],
    version: '0',
    changed: (at) => at,
  };
}

function hasDeal({ compiled }: OpenCase): boolean {
  return findSigners(compiled.problem, { nodes: 0 }, Infinity).signers !== null;
}

describe('supposing a way out', () => {
  const knot = caseOf(scenarioOf(KNOT));

  test('opens the zone by the first way out, and says which and what else could be supposed', () => {
    expect(hasDeal(knot)).toBe(false);
    const supposed = suppose(knot, undefined);
    expect(hasDeal(supposed)).toBe(true);
    const said = headerView({ ...supposed, answer: { space: 9n } }).assumptions;
    expect(said[0]).toMatch(
      /^As if (Alpha did not refuse "half" or "yours"|Beta did not refuse "mine") \(Land\): red lines alone/,
    );
    expect(said[1]).toMatch(/--as-if B\.$/);
    expect(said[2]).toBe('As if both ways out were open: --as-if all.');
  });

  test('takes the way that is asked for, by its letter or its lines', () => {
    const other = suppose(knot, 'B');
    const [line] = other.assumptions;
    expect(suppose(knot, `${line!.party.id}.${line!.redLine.id}`).assumptions).toEqual(other.assumptions);
    expect(suppose(knot, 'A').assumptions).not.toEqual(other.assumptions);
    expect(suppose(knot, 'none')).toBe(knot);
    const both = suppose(knot, 'all').assumptions.map(({ party, redLine }) => `${party.id}.${redLine.id}`);
    expect(both.toSorted()).toEqual(['a.keep', 'b.get']);
    expect(() => suppose(knot, 'C')).toThrow(InputError);
  });

  test('leaves a scenario alone that has a deal, or that thresholds close', () => {
    const open = caseOf(scenarioOf(edited('redLines: [{ id: get, when: { land: mine } }]', 'power: 1', KNOT)));
    expect(suppose(open, undefined)).toBe(open);
    const firm = caseOf(
      scenarioOf(
        edited(
          'disagreement: 10',
          'disagreement: 99',
          edited('    redLines: [{ id: keep, when: { land: [half, yours] } }]\n', '', KNOT),
        )
          .replace('dropRedLines: [keep]', 'reservation: 99')
          .replace('reservation: 90', 'reservation: 99'),
      ),
    );
    expect(hasDeal(firm)).toBe(false);
    expect(suppose(firm, undefined)).toBe(firm);
    expect(() => suppose(firm, 'A')).toThrow(InputError);
  });
});

test('ways out stand in an order that is the same whichever came first', () => {
  const knot = caseOf(scenarioOf(KNOT));
  const ways = [
    { drop: [{ kind: 'redLine', party: 0, index: 0 }] },
    { drop: [{ kind: 'redLine', party: 1, index: 0 }] },
  ] as const;
  expect(inNeutralOrder(knot, ways.toReversed())).toEqual(inNeutralOrder(knot, ways));
});

describe('drafts at their own date', () => {
  const file = scenarioOf(KNOT);
  const stagesOf = (of: OpenCase) =>
    standpoints(of, 'own').drafts.map((at) => (at === null ? 'here' : at.scenario.stage));

  test('are held against the latest stage on or before it, those without a date against the case', () => {
    expect(stagesOf(caseOf(file))).toEqual(['here', 'soft', 'here']);
    const reached = applyStage(file, 'hard');
    if (!reached.ok) throw new Error(reached.message);
    expect(stagesOf(caseOf(file, reached.scenario))).toEqual([null, 'soft', 'here']);
  });

  test('are held against the base on request', () => {
    expect(standpoints(caseOf(file), 'base').drafts).toEqual([null, null, null]);
  });

  test('set the lines aside that the case sets aside', () => {
    const supposed = suppose(caseOf(file), 'A');
    const [line] = supposed.assumptions;
    const late = standpoints(supposed, 'own').drafts[1]!.scenario;
    const party = late.parties.find(({ id }) => id === line!.party.id)!;
    expect(party.redLines.map(({ id }) => id)).not.toContain(line!.redLine.id);
  });
});
