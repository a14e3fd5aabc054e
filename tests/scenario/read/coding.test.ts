/** Values by stances and weights by shares: what they come to, what overrides them, and what is wrong with them. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../../src/scenario/evidence.ts';
import { formatFinding } from '../../../src/scenario/finding.ts';
import { applyEdit } from '../../../src/scenario/edit/edit.ts';
import { exactOf, fraction, compare, multiply } from '../../../src/exact/fraction.ts';
import { loadTexts, parseScenarioText } from '../../../src/scenario/read/load.ts';
import { editedTexts } from '../../../src/scenario/save/save.ts';
import { overlayText } from '../../../src/scenario/save/overlay-text.ts';
import type { Scenario, WeightedIssue } from '../../../src/scenario/scenario.ts';
import { runs } from '../../runs.ts';

const docs = readFileSync(new URL('../../../docs/scenario-format.md', import.meta.url), 'utf8');
const WALL = /```yaml\n(winset: 1\ntitle: A wall[\s\S]*?)```/.exec(docs)?.[1] ?? '';

function load(text: string): Scenario {
  const loaded = parseScenarioText(text, 'wall.yaml');
  if (!loaded.ok) throw new Error(loaded.findings.map(formatFinding).join('\n'));
  return loaded.scenario;
}

function findings(text: string): string {
  const loaded = parseScenarioText(text, 'wall.yaml');
  return loaded.ok ? '' : loaded.findings.map(formatFinding).join('\n');
}

function issuesOf({ parties }: Scenario, party = 0): readonly WeightedIssue[] {
  const { preferences } = parties[party]!;
  if (preferences.form !== 'weights') throw new Error('no weights');
  return preferences.issues;
}

describe('the example of the documentation', () => {
  const wall = load(WALL);

  it('has the numbers that its rules give', () => {
    const [height, colour, cost] = issuesOf(wall);
    expect(height).toMatchObject({ weight: { value: 56, low: 42, high: 70 }, share: { value: 4 } });
    expect(height!.listed).toEqual([
      { value: 100, stance: 'FIRST' },
      { value: 60, low: 55, high: 65, stance: 'TOL' },
      { value: 0, stance: 'RED' },
    ]);
    expect(colour!.weight).toEqual({ value: 14, low: 7, high: 21 });
    expect(colour!.listed[1]).toEqual({ value: 75, low: 55, high: 95, stance: 'SUP' });
    expect(cost!.weight).toMatchObject({ value: 30 });
    expect(issuesOf(wall, 1)[0]!.listed[0]).toEqual({ value: 20, stance: 'RES' });
  });

  it('says which numbers override their rule', () => {
    expect(evidenceOf(wall).ruled).toEqual({
      values: { count: 12, overridden: ['neighbour.colour.grey'] },
      weights: { count: 3, overridden: [] },
    });
  });

  it('keeps a changed weight beside its share, and no other weight moves', () => {
    const loaded = loadTexts([{ path: 'scenario.yaml', text: WALL }]);
    if (!loaded.ok) throw new Error('unexpected');
    const edit = applyEdit(loaded.scenario, { kind: 'weight', party: 'neighbour', issue: 'height', value: 40 });
    if (!edit.ok) throw new Error(edit.message);
    const saved = editedTexts(loaded.files, loaded.scenario, edit.scenario);
    if (!saved.ok) throw new Error(saved.message);
    const again = loadTexts(saved.files);
    if (!again.ok) throw new Error('unexpected');
    expect(saved.files[0]!.text).toMatch(
      /height: \{ share: 4, .*weight: \{ value: 40, high: 70, confidence: inferred \}|height: \{ share: 4, .*weight: /,
    );
    expect(issuesOf(again.scenario).map(({ weight }) => weight.value)).toEqual([40, 14, 30]);
    expect(evidenceOf(again.scenario).ruled?.weights.overridden).toEqual(['neighbour.height.weight']);
  });

  it('writes a changed value as a plain number, in its own file and in an overlay', () => {
    const loaded = loadTexts([{ path: 'scenario.yaml', text: WALL }]);
    if (!loaded.ok) throw new Error('unexpected');
    const edit = applyEdit(loaded.scenario, {
      kind: 'value',
      party: 'builder',
      issue: 'height',
      option: 'middle',
      value: 65,
    });
    if (!edit.ok) throw new Error(edit.message);
    const saved = editedTexts(loaded.files, loaded.scenario, edit.scenario);
    expect(saved.ok && saved.files[0]!.text).toContain('{ low: RES, middle: 65, high: FIRST }');
    expect(overlayText(loaded.scenario, edit.scenario, { baseName: 'x' })).toContain('middle: 65 # 60 -> 65');
  });
});

describe('weights from shares', () => {
  it('divide the weight of the theme exactly, whatever the numbers', () => {
    const share = fc.integer({ min: 1, max: 97 });
    fc.assert(
      fc.property(share, share, fc.integer({ min: 1, max: 99 }), (a, b, theme) => {
        const text = WALL.replace('share: 4', `share: ${a}`)
          .replace('colour: { share: 1', `colour: { share: ${b}`)
          .replace('shape: 70', `shape: ${theme}`);
        const [height, colour] = issuesOf(load(text));
        const part = (of: number) => multiply(fraction(BigInt(of), BigInt(a + b)), fraction(BigInt(theme), 1n));
        expect(compare(exactOf(height!.weight), part(a))).toBe(0);
        expect(compare(exactOf(colour!.weight), part(b))).toBe(0);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('what is wrong with a rule or a code', () => {
  it.each([
    [
      WALL.replace('middle: TOL', 'middle: TOLL'),
      "wall.yaml:15:57 parties.neighbour.issues.height.values.middle: stance 'TOLL' does not exist; did you mean 'TOL'?",
    ],
    [
      WALL.replace('stance: SUP', 'stance: SAP'),
      "parties.neighbour.issues.colour.values.grey.stance: stance 'SAP' does not exist; did you mean 'SUP'?",
    ],
    [
      WALL.replace(/stances: .*\n/, ''),
      "parties.neighbour.issues.height.values.low: expected a number, found the text 'FIRST'",
    ],
    [
      WALL.replace('shape: 70', 'shapes: 70'),
      "parties.neighbour.themes.shapes: group of issues 'shapes' does not exist; did you mean 'shape'?",
    ],
    [
      WALL.replace(', money: 30', ''),
      "parties.neighbour.issues.cost.share: the party gives its themes no weight for the group 'money'",
    ],
    [
      WALL.replace('group: money, ', ''),
      'parties.neighbour.issues.cost.share: a share is one of a theme, and the issue has no `group`',
    ],
    [WALL.replace('FIRST: 100', 'FIRST: 101'), 'stances.FIRST: expected at most 100'],
    [WALL.replace('FIRST: 100', '1ST: 100'), 'begins with a letter'],
    [WALL.replace('stated: 5', 'sure: 5'), "margins.values.sure: unknown key 'sure'"],
    [WALL.replace('share: 4', 'share: -4'), 'parties.neighbour.issues.height.share: '],
  ])('is said at its place: %#', (text, message) => {
    expect(findings(text)).toContain(message);
  });
});
