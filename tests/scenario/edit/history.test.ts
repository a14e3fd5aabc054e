import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NumberEdit, ScenarioEdit } from '../../../src/scenario/edit/edit.ts';
import { difference } from '../../../src/scenario/edit/difference.ts';
import type { History } from '../../../src/scenario/edit/history.ts';
import { isChanged, record, redo, startHistory, undo } from '../../../src/scenario/edit/history.ts';
import { CONDITIONS, historyOf, MATERIAL, someEdits } from './random-edits.ts';
import { SCENARIO, scenarioOf } from '../support.ts';
import { runs } from '../../runs.ts';

const small = scenarioOf(SCENARIO);
const weight = (value: number): NumberEdit => ({ kind: 'weight', party: 'us', issue: 'cap', value });

function undoAll(history: History): History {
  for (let now = history; ;) {
    const back = undo(now);
    if (back === null) return now;
    now = back.history;
  }
}

function redoAll(history: History): History {
  for (let now = history; ;) {
    const on = redo(now);
    if (on === null) return now;
    now = on.history;
  }
}

function recorded(history: History, edit: ScenarioEdit, merge = false): History {
  const result = record(history, edit, { merge });
  if (!result.ok) throw new Error(result.message);
  return result.history;
}

describe.each(MATERIAL)('the history of $name', ({ load }) => {
  const { scenario } = load();
  test('leads back to the start and on again', () => {
    fc.assert(
      fc.property(someEdits(scenario), fc.nat(12), (edits, steps) => {
        const history = historyOf(scenario, edits);
        const start = undoAll(history);
        expect(start.present).toEqual(scenario);
        expect(start.past).toEqual([]);
        expect(isChanged(start)).toBe(false);
        expect(redoAll(start)).toEqual(history);
        let now = history;
        for (let k = 0; k < steps; k++) now = undo(now)?.history ?? now;
        expect(now.present).toEqual(
          historyOf(
            scenario,
            now.past.map(({ edit }) => edit),
          ).present,
        );
        const kept: unknown = JSON.parse(JSON.stringify(history.past));
        expect(kept).toEqual(history.past);
      }),
      { numRuns: runs(scenario.issues.length > 10 ? 50 : 200) },
    );
  });

  test('merging moves the same numbers', () => {
    fc.assert(
      fc.property(someEdits(scenario, false), (edits) => {
        let merged = startHistory(scenario);
        let plain = merged;
        for (const edit of edits) {
          const [one, other] = [record(merged, edit, { merge: true }), record(plain, edit)];
          expect(one.ok).toBe(other.ok);
          if (one.ok) merged = one.history;
          if (other.ok) plain = other.history;
        }
        const scaled = edits.some((edit) => JSON.stringify(edit).includes('"scale"'));
        if (!scaled) expect(difference(merged.present, plain.present)).toEqual([]);
        expect(merged.past.length).toBeLessThanOrEqual(plain.past.length);
      }),
      { numRuns: runs(scenario.issues.length > 10 ? 50 : 200) },
    );
  });
});

test('says what was undone and made again, and forgets it after another edit', () => {
  const two = recorded(recorded(startHistory(small), weight(5)), weight(7));
  const back = undo(two);
  expect(back?.undone).toEqual(weight(7));
  if (back === null) return;
  expect(redo(back.history)?.redone).toEqual(weight(7));
  expect(recorded(back.history, weight(9)).future).toEqual([]);
  expect(undo(startHistory(small))).toBeNull();
  expect(redo(two)).toBeNull();
});

test('a refused edit gives the reason; one that changes nothing leaves no step', () => {
  expect(record(startHistory(small), weight(-1))).toMatchObject({ ok: false });
  const start = startHistory(small);
  expect(recorded(start, weight(3))).toBe(start);
});

test('a slider is one step where asked, and none when it comes back', () => {
  let history = recorded(startHistory(small), weight(5));
  for (const value of [6, 7, 8]) history = recorded(history, weight(value), true);
  expect(history.past.map(({ edit }) => edit)).toEqual([weight(8)]);
  expect(recorded(history, weight(9)).past).toHaveLength(2);
  expect(recorded(history, { kind: 'weight', party: 'us', issue: 'rent', value: 2 }, true).past).toHaveLength(2);
  expect(recorded(history, weight(3), true)).toEqual(startHistory(small));
  expect(undo(history)?.history.present).toEqual(small);
});

test('scaling merges by multiplying', () => {
  const scale = (factor: number): ScenarioEdit => ({ kind: 'scale', party: 'b', issue: 'x', factor });
  const history = recorded(recorded(startHistory(scenarioOf(CONDITIONS)), scale(2)), scale(3), true);
  expect(history.past.map(({ edit }) => edit)).toEqual([scale(6)]);
});
