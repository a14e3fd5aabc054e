import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compileProblem } from '../../../src/compile/compile.ts';
import { compileUncertainty } from '../../../src/compile/uncertainty.ts';
import { difference } from '../../../src/scenario/edit/difference.ts';
import { overlayText } from '../../../src/scenario/save/overlay-text.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { CONDITIONS, historyOf, loaded, locksAndDrafts, MATERIAL, SHIPPED, someEdits } from '../edit/random-edits.ts';
import { shippedPath } from '../../shipped.ts';
import { CONDITIONAL, MIXED, SCENARIO, TYPED } from '../support.ts';
import { runs } from '../../runs.ts';

const folder = mkdtempSync(join(tmpdir(), 'winset-overlay-'));
afterAll(() => rmSync(folder, { recursive: true }));
for (const [name, text] of Object.entries({
  small: SCENARIO,
  mixed: MIXED,
  typed: TYPED,
  conditions: CONDITIONS,
  conditional: CONDITIONAL,
})) {
  writeFileSync(join(folder, `${name}.yaml`), text);
}

function basePath(name: string): string {
  return SHIPPED.some((shipped) => shipped === name) ? shippedPath(name) : `${name}.yaml`;
}

function reload(text: string, file = 'overlay.yaml'): Scenario {
  writeFileSync(join(folder, file), text);
  const result = loaded(join(folder, file));
  expect(result.warnings.filter(({ path }) => path === 'baseHash')).toEqual([]);
  return result.scenario;
}

describe.each(MATERIAL)('overlays on $name', ({ name, load }) => {
  const { scenario } = load();
  test('a written overlay gives the edited scenario', () => {
    fc.assert(
      fc.property(someEdits(scenario), (edits) => {
        const { present } = historyOf(scenario, edits);
        const text = overlayText(scenario, present, { baseName: basePath(name) });
        const again = reload(text);
        expect(compileProblem(again)).toEqual(compileProblem(present));
        expect(compileUncertainty(again)).toEqual(compileUncertainty(present));
        expect(locksAndDrafts(again)).toEqual(locksAndDrafts(present));
        expect(difference(again, present).filter(({ kind }) => kind !== 'stage')).toEqual([]);
        expect(overlayText(scenario, again, { baseName: basePath(name) })).toBe(text);
      }),
      { numRuns: runs(scenario.issues.length > 10 ? 20 : 120) },
    );
  });
});
