/** The readings that stand beside the headline, and what their page says of them, held to the program. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { points } from '../report/tenths.ts';
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import { questionNodes } from '../../src/engine/question-nodes.ts';
import { assessDraft } from '../../src/engine/draft/draft.ts';
import { knotOf } from '../../src/engine/explain/knot.ts';
import { contrast } from '../../src/scenario/edit/contrast.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { documentTable, room, ukraine2025 } from './headline.ts';
import { shipped } from '../shipped.ts';

const FILES = 'the files';
const NAMES = readdirSync(new URL('../../scenarios/ukraine-2025/readings/', import.meta.url)).map((file) =>
  file.replace(/\.yaml$/, ''),
);
const READINGS = new Map<string, Scenario>([
  [FILES, ukraine2025],
  ...NAMES.map((name) => [name, shipped(`ukraine-2025/readings/${name}.yaml`)] as const),
]);

const PROBLEMS = new Map([...READINGS].map(([name, scenario]) => [name, compileProblem(scenario).problem] as const));

function reading(name: string): Scenario {
  const scenario = READINGS.get(name);
  if (scenario === undefined) throw new Error(`no reading ${name}`);
  return scenario;
}

/** What cannot be settled, and how far everybody could go up. */
function answerRow(name: string): string[] {
  const slack = room(reading(name));
  if (slack !== null) return [name, 'a deal possible', '–', points(slack)];
  const problem = PROBLEMS.get(name)!;
  const knot = knotOf(problem, { nodes: 0 }, questionNodes(problem));
  const issues = (knot?.open[0]?.issues ?? []).map((issue) => ukraine2025.issues[issue]!.id);
  return [name, 'no deal', issues.toSorted().join(', '), '–'];
}

/** Short names of the parties that refuse the draft. */
function refusing(name: string, draft: string): readonly string[] {
  const scenario = reading(name);
  const { parties } = assessDraft(PROBLEMS.get(name)!, compileDraft(scenario, draft), [], { nodes: 0 });
  return scenario.parties.filter((_, party) => parties[party]!.accepts === false).map(({ short }) => short);
}

describe('the readings of the headline', () => {
  it.each(NAMES)('%s says whose it is and why, and changes what its page says', (name) => {
    const scenario = reading(name);
    expect(scenario.reading).toBeDefined();
    expect(documentTable('reading', 'in a sentence').map(([first]) => first)).toContain(name);
    const changed = contrast(ukraine2025, scenario, ['A', 'B']);
    const count = (kind: string) => changed.filter((each) => each.kind === kind).length;
    expect([name, count('redLine'), count('number')]).toEqual([name, ...CHANGES[name]!]);
  });

  it.each([FILES, ...NAMES])('%s has the answer that its page says', (name) => {
    expect(documentTable('reading', 'verdict').find(([first]) => first === name)).toEqual(answerRow(name));
  });

  it.each(documentTable('draft', FILES))('say of %s who refuses it', (draft = '', ...cells) => {
    const columns = [
      FILES,
      ...documentTable('reading', 'verdict')
        .slice(1)
        .map(([name = '']) => name),
    ];
    expect(cells).toEqual(columns.map((name) => refusing(name, draft).join(', ')));
    for (const name of columns) expect(refusing(name, draft)).not.toEqual([]);
  });
});

/** Red lines and numbers that differ from the files. */
const CHANGES: Readonly<Record<string, readonly [number, number]>> = {
  'open-zone-gives-no-land': [1, 0],
  'zone-under-kyivs-law': [1, 0],
  'bargaining-positions': [12, 2],
  'every-term-a-line': [5, 2],
  'weights-by-stakes': [0, 63],
};
