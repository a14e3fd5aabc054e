import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../../src/scenario/edit/contrast.ts';
import { difference } from '../../../src/scenario/edit/difference.ts';
import { applyStage } from '../../../src/scenario/edit/stage.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { runs } from '../../runs.ts';
import { historyOf, loadedText, MATERIAL, someEdits } from './random-edits.ts';
import { loadedShipped } from '../../shipped.ts';
import { edited, SCENARIO } from '../support.ts';

const NAMES = ['A', 'B'] as const;

function read(text: string): Scenario {
  return loadedText(text).scenario;
}

/** Kinds of differences that are not of positions, rules or drafts. */
const ELSEWHERE: ReadonlySet<string> = new Set(['stage', 'bargaining']);

describe('what differs between two scenarios', () => {
  it('is nothing between a scenario and itself', () => {
    for (const { load } of MATERIAL) {
      const { scenario } = load();
      expect(contrast(scenario, scenario, NAMES)).toEqual([]);
    }
  });

  it('has every number that an edit changed, and nothing where nothing changed', () => {
    const material = fc.constantFrom(...MATERIAL).map(({ load }) => load().scenario);
    const changed = material.chain((base) => someEdits(base, false).map((edits) => ({ base, edits })));
    fc.assert(
      fc.property(changed, ({ base, edits }) => {
        const { present } = historyOf(base, edits);
        const told = difference(base, present).filter(({ kind }) => !ELSEWHERE.has(kind));
        const found = contrast(base, present, NAMES);
        expect(found.length > 0).toBe(told.length > 0);
        const numbers = told.filter((each) => 'to' in each && typeof each.to === 'number').map(({ text }) => text);
        expect(found.map(({ text }) => text)).toEqual(expect.arrayContaining(numbers));
      }),
      { numRuns: runs(30) },
    );
  });

  it('is told along the dates as well, whichever way one looks', () => {
    const { scenario } = loadedShipped('ukraine-2025');
    const later = applyStage(scenario, 'berlin');
    if (!later.ok) throw new Error(later.message);
    const [there, back] = [contrast(scenario, later.scenario, NAMES), contrast(later.scenario, scenario, NAMES)];
    expect(there.map(({ path }) => path)).toContain('russia.own-police-in-zone');
    expect(new Set(there.map(({ path }) => path))).toEqual(new Set(back.map(({ path }) => path)));
    for (const { path, from, to, kind } of there) {
      if (kind !== 'number') continue;
      const other = back.find((each) => each.path === path && each.kind === 'number');
      expect([other?.from, other?.to]).toEqual([to, from]);
    }
  });

  it('names what only one of them has, and tells apart by ids what both have', () => {
    const second = edited('no-high, when', 'never-high, when');
    expect(contrast(read(SCENARIO), read(second), NAMES)).toEqual([
      { kind: 'redLine', text: 'United States: red line no-high: only in A', path: 'us.no-high' },
      { kind: 'redLine', text: 'United States: red line never-high: only in B', path: 'us.never-high' },
    ]);
    const [first, other] = ['first-five-minutes', 'lease'].map((name) => loadedShipped(name).scenario);
    const apart = contrast(first!, other!, ['old', 'new']);
    for (const { id } of [...first!.parties, ...first!.issues]) {
      expect(apart).toContainEqual(
        expect.objectContaining({ kind: 'structure', path: id, text: expect.stringMatching(/only in old$/) }),
      );
    }
    for (const { id } of [...other!.parties, ...other!.issues]) {
      expect(apart).toContainEqual(
        expect.objectContaining({ kind: 'structure', path: id, text: expect.stringMatching(/only in new$/) }),
      );
    }
  });

  it('follows issues and parties that stand in another order', () => {
    const { scenario } = loadedShipped('lease');
    const turned: Scenario = {
      ...scenario,
      issues: scenario.issues.toReversed(),
      parties: scenario.parties.toReversed().map((party) => ({
        ...party,
        preferences:
          party.preferences.form === 'weights'
            ? { form: 'weights', issues: party.preferences.issues.toReversed() }
            : { form: 'scores', issues: party.preferences.issues.toReversed() },
      })),
    };
    expect(contrast(scenario, turned, NAMES)).toEqual([]);
  });
});
