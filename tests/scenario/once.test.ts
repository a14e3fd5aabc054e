import { describe, expect, test } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import { applyEdit, withEdits } from '../../src/scenario/edit/edit.ts';
import type { ScenarioEdit } from '../../src/scenario/edit/edit.ts';
import { once } from '../../src/scenario/once.ts';
import { shipped } from '../shipped.ts';

describe('what is made once', () => {
  test('is the same for the same two things, and anew for any other pair', () => {
    let count = 0;
    const make = once((a: object, b: object) => ({ a, b, count: count++ }));
    const [one, other] = [{}, {}];
    expect(make(one, other)).toBe(make(one, other));
    expect(make(other, one)).not.toBe(make(one, other));
    expect(make(one, one)).toEqual({ a: one, b: one, count: 2 });
  });

  test('edits along a chain lead where each of them made anew leads, and leave other parties as compiled', () => {
    const file = shipped('ukraine-2025');
    const [party] = file.parties;
    const edits = file.issues
      .slice(0, 6)
      .map(({ id }, k): ScenarioEdit => ({ kind: 'weight', party: party!.id, issue: id, value: 7 + k }));
    for (const count of [1, 4, 6, 4]) {
      const some = edits.slice(0, count);
      const anew = some.reduce((current, edit) => {
        const made = applyEdit(current, { ...edit }, file);
        if (!made.ok) throw new Error(made.message);
        return made.scenario;
      }, file);
      const edited = withEdits(file, some, file);
      expect(edited).toEqual(anew);
      expect(withEdits(file, some, file)).toBe(edited);
      const [before, after] = [compileProblem(file).problem, compileProblem(edited).problem];
      expect(after).toEqual(compileProblem(structuredClone(edited)).problem);
      expect(after.parties[0]).not.toEqual(before.parties[0]);
      expect(after.parties.slice(1).every((own, k) => own === before.parties[k + 1])).toBe(true);
      expect(after.forbidden).toBe(before.forbidden);
    }
  });
});
