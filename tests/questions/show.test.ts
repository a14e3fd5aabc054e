/** `winset show`: paths lead to what they name, and what is said is what the files and their stages say. */
import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import { atStage } from '../../src/questions/choose.ts';
import { placesAt } from '../../src/questions/paths.ts';
import type { OpenCase } from '../../src/questions/question.ts';
import { askShow } from '../../src/questions/show/ask.ts';
import { document } from '../../src/questions/show/document.ts';
import { schema } from '../../src/questions/show/schema.ts';
import { showView } from '../../src/questions/show/view.ts';
import { optionCount, optionId } from '../../src/scenario/format/options.ts';
import { worthAt } from '../../src/scenario/format/worth.ts';
import { parseScenarioText } from '../../src/scenario/read/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { shipped } from '../shipped.ts';

const ukraine = shipped('ukraine-2025');

function opened(file: Scenario, stage?: string): OpenCase {
  const scenario = atStage(file, stage);
  const compiled = compileProblem(scenario);
  return { file, scenario, compiled, assumptions: [], changed: (at) => at, warnings: [], version: '0' };
}

async function shown(file: Scenario, path: string, stage?: string) {
  return askShow(opened(file, stage), { path });
}

async function documentOf(path: string, stage?: string) {
  return schema.parse(JSON.parse(JSON.stringify(document(await shown(ukraine, path, stage)))));
}

describe('a path', () => {
  it('leads to every party, issue, option, position, value, red line, rule, draft, stage and source', () => {
    const kindsAt = (path: string): string[] => placesAt(ukraine, path).map(({ kind }) => kind);
    for (const list of [ukraine.rules, ukraine.drafts, ukraine.stages, ukraine.sources]) {
      for (const { id } of list) expect(kindsAt(id).length).toBeGreaterThan(0);
    }
    for (const issue of ukraine.issues) {
      expect(kindsAt(issue.id)).toEqual(['issue']);
      for (let option = 0; option < optionCount(issue); option++) {
        expect(kindsAt(`${issue.id}.${optionId(issue, option)}`)).toEqual(['option']);
        expect(kindsAt(`us.${issue.id}.${optionId(issue, option)}`)).toEqual(['value']);
      }
      expect(kindsAt(`us.${issue.id}`)).toEqual(['position']);
      expect(kindsAt(`us.${issue.id}.weight`)).toEqual(['weight']);
    }
    for (const party of ukraine.parties) {
      for (const { id } of party.redLines) expect(kindsAt(`${party.id}.${id}`)).toEqual(['redLine']);
      expect(kindsAt(`${party.id}.reservation`)).toEqual(['threshold']);
    }
  });

  it('means everything that bears its name', () => {
    expect(placesAt(ukraine, 'e3').map(({ kind }) => kind)).toEqual(['party', 'draft']);
  });

  it('finds ids with dots in them', () => {
    const loaded = parseScenarioText(
      `winset: 1
title: Dots
parties:
  a.b: { name: A, disagreement: 0, issues: { c.d: { weight: 1, values: { x.y: 100, x: 0 } } } }
issues: [{ id: c.d, title: C, options: [{ id: x.y }, { id: x }] }]
`,
      'dots.yaml',
    );
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings));
    expect(placesAt(loaded.scenario, 'a.b.c.d.x.y')).toEqual([{ kind: 'value', party: 0, issue: 0, option: 0 }]);
    expect(placesAt(loaded.scenario, 'c.d.x')).toEqual([{ kind: 'option', issue: 0, option: 1 }]);
  });

  it.each([
    ['russai', "did you mean 'russia'"],
    ['russia.force-cp', "did you mean 'force-cap'"],
    ['russia.reservaton', "did you mean 'reservation'"],
    ['russia.all-dombas', "did you mean 'all-donbas'"],
    ['russia.donetsk.free-zon', "did you mean 'free-zone'"],
    ['donetsk.free-zon', "did you mean 'free-zone'"],
    ['us29', "did you mean 'us28'"],
  ])('that leads nowhere names the nearest name: %s', (path, message) => {
    expect(() => placesAt(ukraine, path)).toThrow(message);
  });
});

describe('what is shown', () => {
  it('is what the positions at the stage say, option by option', async () => {
    const { entries } = await documentOf('russia.donetsk', 'berlin');
    const [entry] = entries;
    if (entry?.kind !== 'position') throw new Error('no position');
    const { scenario } = opened(ukraine, 'berlin');
    const k = scenario.issues.findIndex(({ id }) => id === 'donetsk');
    const own = scenario.parties[2]!.preferences.issues[k]!;
    for (const [option, number] of Object.entries(entry.facts.values)) {
      const o = scenario.issues[k]!.named.findIndex(({ id }) => id === option);
      expect(number.value).toBe(worthAt(scenario.issues[k]!, own, o).value);
    }
    expect(Object.keys(entry.facts.values)).toHaveLength(scenario.issues[k]!.named.length);
  });

  it('has a history with exactly the stages at which it changed', async () => {
    const { entries } = await documentOf('russia.own-police-in-zone');
    expect(entries[0]!.history.map(({ stage }) => stage)).toEqual([null, 'berlin']);
    const thresholds = await documentOf('ukraine.reservation');
    expect(
      thresholds.entries[0]!.history.map(({ stage, facts }) => [stage, 'number' in facts && facts.number?.value]),
    ).toEqual(
      [null, ...ukraine.stages.map(({ id }) => id)]
        .map((stage) => [stage, atStage(ukraine, stage ?? undefined).parties[1]!.reservation] as const)
        .filter(([, number], k, all) => k === 0 || JSON.stringify(number) !== JSON.stringify(all[k - 1]![1]))
        .map(([stage, number]) => [stage, number.value]),
    );
  });

  it('says how a weight follows from the weight of its theme', async () => {
    const { parties, issues } = ukraine;
    const russia = parties.findIndex(({ id }) => id === 'russia');
    const { preferences, themes } = parties[russia]!;
    const group = issues.find(({ id }) => id === 'reconstruction')!.group!;
    const shares = preferences.issues.flatMap((own, k) =>
      'share' in own && own.share !== undefined && issues[k]!.group === group
        ? [[own.issue, own.share.value] as const]
        : [],
    );
    const [, share] = shares.find(([issue]) => issue === 'reconstruction')!;
    const all = shares.reduce((sum, [, value]) => sum + value, 0);
    const said = JSON.stringify(
      showView(await shown(ukraine, 'russia.reconstruction'), { width: 200, all: false, command: '' }),
    );
    expect(said).toContain(`; ${share} of the ${all} parts of ${group}, which weighs ${themes![group]!.value}`);
  });

  it('says in the report where a number comes from, and cites its sources in full', async () => {
    const of = await shown(ukraine, 'russia.donetsk.free-zone');
    const { sections } = showView(of, { width: 80, all: false, command: 'x' });
    expect(sections[0]!.intro).toMatch(/^30 \(10 to 50\), RES\+; inferred, 2024-06-14\. Ukrainian forces leave/);
    expect(sections[0]!.notes[0]).toContain('Kyiv Independent, The Russian terms of June 2024');
    expect(sections[1]!.rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ['2025-11-20', 'file'],
      ['2025-12-15', 'berlin'],
    ]);
  });
});

describe('a rule on a sum', () => {
  it('is told in a sentence and as amounts by issue', async () => {
    const loaded = parseScenarioText(
      `winset: 1
title: A budget
issues:
  - { id: share, title: Share, range: { from: 0, to: 100, step: 1 } }
  - { id: road, title: Road, options: [{ id: build, label: build it }, { id: leave }] }
parties: { a: { name: A, disagreement: 0, issues: { share: { scores: x } } } }
rules:
  - { id: budget, sum: { share: 2, road: { build: 40 } }, atMost: 118, why: There is no more. }
`,
      'file',
    );
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings));
    const found = await askShow(opened(loaded.scenario), { path: 'budget' });
    expect(JSON.stringify(showView(found, { width: 80, all: false, command: 'x' }))).toContain(
      '2 x Share + Road (build it 40) must be at most 118.',
    );
    const [entry] = schema.parse(JSON.parse(JSON.stringify(document(found)))).entries;
    expect(entry?.facts).toMatchObject({
      sum: { adds: { share: 2, road: { build: 40 } }, atLeast: null, atMost: 118 },
    });
  });
});

describe('a number that is not yet valued', () => {
  const loaded = parseScenarioText(
    `winset: 1
title: A fence
issues:
  - { id: height, title: Height, options: [low, high] }
  - { id: cost, title: Cost, options: [both, builder] }
parties:
  neighbour:
    name: Neighbour
    disagreement: unknown
    issues: { height: { weight: 3, values: { low: 100, high: unknown } }, cost: unknown }
  builder:
    name: Builder
    disagreement: 3
    issues: { height: { scores: { low: 1, high: unknown } }, cost: { scores: unknown } }
`,
    'fence.yaml',
  );
  if (!loaded.ok) throw new Error('the fence is valid');
  const fence = loaded.scenario;

  it('is called so wherever it is shown, with what stands in for it', async () => {
    const textOf = async (path: string) =>
      JSON.stringify(showView(await shown(fence, path), { all: true, width: 80, command: '' }));
    expect(await textOf('neighbour.disagreement')).toContain('ot yet valued (50 stands in)');
    expect(await textOf('neighbour.cost.weight')).toContain('ot yet valued (3 stands in)');
    expect(await textOf('neighbour.height')).toContain('"not yet valued"');
    expect(await textOf('builder.height')).toContain('"not yet valued"');
    expect(await textOf('height.high')).toContain('not yet valued (1 stands in)');
    expect(await textOf('cost')).toContain('"not yet valued"');
  });

  it('says so in the document', async () => {
    const said = schema.parse(JSON.parse(JSON.stringify(document(await shown(fence, 'builder.height.high')))));
    expect(said.entries[0]).toMatchObject({ facts: { number: { value: 1, unknown: true } } });
  });
});
