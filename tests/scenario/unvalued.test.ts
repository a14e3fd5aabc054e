import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runHere } from '../../src/jobs/job.ts';
import type { Crew } from '../../src/questions/crew.ts';
import { askUnvalued } from '../../src/questions/unvalued.ts';
import { unvaluedWords } from '../../src/report/view/unvalued.ts';
import { applyEdit } from '../../src/scenario/edit/edit.ts';
import { evidenceOf, size } from '../../src/scenario/evidence.ts';
import { formatFinding } from '../../src/scenario/finding.ts';
import { loadTexts } from '../../src/scenario/read/load.ts';
import { scenarioTexts } from '../../src/scenario/save/scenario-texts.ts';
import { editedTexts } from '../../src/scenario/save/save.ts';
import { overlayText } from '../../src/scenario/save/overlay-text.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { turnedOut, unvaluedIn } from '../../src/scenario/unvalued.ts';
import { runs } from '../runs.ts';
import { scenarioOf } from './support.ts';

const STALL = `winset: 1
title: A stall
issues:
  - { id: rent, title: Rent, range: { from: 0, to: 100, step: 50 } }
  - { id: days, title: Days, options: [one, two, three] }
  - { id: tax, title: Tax, range: { from: 0, to: 1000, step: 1 }, options: [none] }
parties:
  baker:
    name: The baker
    disagreement: unknown
    issues:
      rent: unknown
      days: { weight: 2, values: { one: 0, two: unknown, three: 100 } }
  town:
    name: The town
    disagreement: 40
    issues:
      rent: { weight: 4, values: unknown }
      days: { weight: unknown, values: { one: 0, two: 50, three: 100 } }
      tax: { weight: 2, value: unknown, values: unknown }
`;

/** The baker with points in place of weights and values. */
const SHEET = STALL.replace('rent: unknown', 'rent: { scores: { 0: 10, 50: unknown, 100: 30 } }').replace(
  /days: \{ weight: 2.*/,
  'days: unknown\n      tax: { scores: unknown }',
);

const crew: Crew = { run: async (jobs) => jobs.map((job) => runHere(job)) };

async function verdict(scenario: Scenario) {
  return (await askUnvalued(scenario, crew, { seed: '1' }))?.verdict;
}

function content({ hash: _hash, ...rest }: Scenario): unknown {
  return rest;
}

describe('a number that is not yet valued', () => {
  it('may be what no deal is worth, a whole issue, a weight, all values or one of them', () => {
    const scenario = scenarioOf(STALL);
    expect(unvaluedIn(scenario)).toEqual([
      { party: 0, what: 'disagreement' },
      { party: 0, what: 'issue', issue: 0 },
      { party: 0, what: 'options', issue: 1, options: ['two'] },
      { party: 1, what: 'values', issue: 0 },
      { party: 1, what: 'weight', issue: 1 },
      { party: 1, what: 'values', issue: 2 },
    ]);
    expect(unvaluedWords(scenario, unvaluedIn(scenario))).toBe(
      'The baker: what no deal is worth, Rent, Days (two); The town: the values of Rent, the weight of Days, the values of Tax',
    );
  });

  it('is read back as it was written, in files of their own and inline', () => {
    const scenario = scenarioOf(STALL);
    for (const place of ['own files', 'inline'] as const) {
      const texts = scenarioTexts(scenario, place);
      const result = loadTexts(texts);
      expect(result.ok && content(result.scenario)).toEqual(content(scenario));
      expect(texts.at(-1)!.text).toContain('unknown # not yet valued');
    }
  });

  it('is stood in for by the middle, and a weight by the average of the others', () => {
    const { parties } = scenarioOf(STALL);
    expect(parties[0]!.disagreement).toEqual({ value: 50, low: 0, high: 100, unknown: true });
    const { preferences } = parties[1]!;
    expect(preferences.form === 'weights' && preferences.issues[1]!.weight).toEqual({ value: 3, unknown: true });
  });

  it('is remarked on, once for each party, and rests on nothing', () => {
    const result = loadTexts([{ path: 'stall.yaml', text: STALL }]);
    expect(result.ok && result.warnings.map(formatFinding)).toEqual([
      'stall.yaml:9:5 parties.baker: warning: 3 things are not yet valued (unknown): `winset solve` answers for whatever they are; where one number is needed, the middle stands in',
      'stall.yaml:15:5 parties.town: warning: 3 things are not yet valued (unknown): `winset solve` answers for whatever they are; where one number is needed, the middle stands in',
    ]);
    expect(size(evidenceOf(scenarioOf(STALL)).total.values)).toBe(5);
  });

  it('is known once it is set by hand, also to the number that stood in for it', () => {
    const scenario = scenarioOf(STALL);
    const edits = [
      { kind: 'disagreement', party: 'baker', value: 50 },
      { kind: 'value', party: 'baker', issue: 'days', option: 'two', value: 50 },
      { kind: 'weight', party: 'town', issue: 'days', value: 3 },
    ] as const;
    const known = edits.reduce((now, edit) => {
      const edited = applyEdit(now, edit, scenario);
      if (!edited.ok) throw new Error(edited.message);
      return edited.scenario;
    }, scenario);
    expect(known.parties[0]!.disagreement).toEqual({ value: 50 });
    expect(unvaluedIn(known)).toEqual([
      { party: 0, what: 'issue', issue: 0 },
      { party: 1, what: 'values', issue: 0 },
      { party: 1, what: 'values', issue: 2 },
    ]);
    const overlay = loadTexts([
      { path: 'mine.yaml', text: overlayText(scenario, known, { baseName: 'stall.yaml' }) },
      { path: 'stall.yaml', text: STALL },
    ]);
    expect(overlay.ok && content(overlay.scenario)).toEqual(content(known));
  });

  it('may be what an overlay says of numbers that the scenario has', () => {
    const base = scenarioOf(STALL);
    const overlay = loadTexts([
      {
        path: 'mine.yaml',
        text: 'winset: 1\nbase: stall.yaml\nchange:\n  town: { disagreement: unknown, issues: { days: unknown, rent: { weight: 3, values: unknown } } }\n',
      },
      { path: 'stall.yaml', text: STALL },
    ]);
    if (!overlay.ok) throw new Error(overlay.findings.map(formatFinding).join('\n'));
    expect(unvaluedIn(overlay.scenario).slice(3)).toEqual([
      { party: 1, what: 'disagreement' },
      { party: 1, what: 'values', issue: 0 },
      { party: 1, what: 'issue', issue: 1 },
      { party: 1, what: 'values', issue: 2 },
    ]);
    expect(unvaluedIn(base).length).toBe(6);
  });

  it('is a stance where the file has one of that name, as it always was', () => {
    const text = STALL.replace('title: A stall', 'title: A stall\nstances: { unknown: 30 }');
    const { preferences } = scenarioOf(text).parties[0]!;
    expect(preferences.issues[1]!.listed[1]).toEqual({ value: 30, stance: 'unknown' });
  });

  it('may be scores and the least of a score sheet, with the middle of the known ones in their place', () => {
    const scenario = scenarioOf(SHEET);
    expect(unvaluedIn(scenario).filter(({ party }) => party === 0)).toEqual([
      { party: 0, what: 'disagreement' },
      { party: 0, what: 'options', issue: 0, options: ['50'] },
      { party: 0, what: 'issue', issue: 1 },
      { party: 0, what: 'issue', issue: 2 },
    ]);
    const { disagreement, reservation, preferences } = scenario.parties[0]!;
    expect(preferences.issues[0]!.listed).toEqual([{ value: 10 }, { value: 20, unknown: true }, { value: 30 }]);
    expect(preferences.issues[1]!.listed[0]).toEqual({ value: 20, unknown: true });
    expect([disagreement, reservation]).toEqual([
      { value: 60, unknown: true },
      { value: 60, unknown: true },
    ]);
    for (const place of ['own files', 'inline'] as const) {
      const result = loadTexts(scenarioTexts(scenario, place));
      expect(result.ok && content(result.scenario)).toEqual(content(scenario));
    }
  });

  it('becomes a score, and unknown again, in the texts as well', () => {
    const scenario = scenarioOf(SHEET);
    const points = [
      { at: '0', value: 5 },
      { at: '1000', value: 0 },
    ];
    const edits = [
      { kind: 'value', party: 'baker', issue: 'rent', option: '50', value: 20 },
      { kind: 'value', party: 'baker', issue: 'days', option: 'two', value: 7 },
      { kind: 'curve', party: 'baker', issue: 'tax', points },
    ] as const;
    const known = edits.reduce((now, edit) => {
      const tried = applyEdit(now, edit, scenario);
      if (!tried.ok) throw new Error(tried.message);
      return tried.scenario;
    }, scenario);
    expect(unvaluedIn(known).filter(({ party }) => party === 0)).toEqual([
      { party: 0, what: 'disagreement' },
      { party: 0, what: 'options', issue: 1, options: ['one', 'three'] },
      { party: 0, what: 'options', issue: 2, options: ['none'] },
    ]);
    const saved = editedTexts([{ path: 'stall.yaml', text: SHEET }], scenario, known);
    if (!saved.ok) throw new Error(saved.message);
    const again = loadTexts(saved.files);
    if (!again.ok) throw new Error(again.findings.map(formatFinding).join('\n'));
    expect(content(again.scenario)).toEqual(content(known));
    const overlay = loadTexts([
      { path: 'mine.yaml', text: overlayText(known, scenario, { baseName: 'stall.yaml' }) },
      ...saved.files,
    ]);
    expect(overlay.ok && unvaluedIn(overlay.scenario)).toEqual(unvaluedIn(scenario));
  });
});

describe('the verdict where numbers are not yet valued', () => {
  it('is none where everything is valued', async () => {
    expect(await verdict(turnedOut(scenarioOf(STALL), 'best'))).toBeUndefined();
  });

  /** A number, or null for one that is not known. */
  const number: fc.Arbitrary<number | null> = fc.option(fc.constantFrom(0, 20, 40, 50, 60, 80, 100), { freq: 4 });
  const party = fc.record({
    disagreement: number,
    weights: fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 3 })),
    values: fc.array(number, { minLength: 4, maxLength: 4 }),
  });
  interface Sheet {
    readonly disagreement: number | null;
    readonly weights: readonly [number, number];
    readonly values: readonly (number | null)[];
  }

  function textOf(parties: readonly Sheet[]): string {
    const said = (points: number | null) => points ?? 'unknown';
    return [
      'winset: 1',
      'title: Two points',
      'issues: [{ id: a, title: A, options: [x, y] }, { id: b, title: B, options: [x, y] }]',
      'parties:',
      ...parties.flatMap(({ disagreement, weights, values: [ax, ay, bx, by] }, k) => [
        `  p${k}:`,
        `    name: P${k}`,
        `    disagreement: ${said(disagreement)}`,
        '    issues:',
        `      a: { weight: ${weights[0]}, values: { x: ${said(ax!)}, y: ${said(ay!)} } }`,
        `      b: { weight: ${weights[1]}, values: { x: ${said(bx!)}, y: ${said(by!)} } }`,
      ]),
    ].join('\n');
  }

  function hasDeal(parties: readonly Sheet[]): boolean {
    const signs = ({ disagreement, weights: [a, b], values }: Sheet, [x, y]: readonly [number, number]): boolean =>
      a * values[x]! + b * values[2 + y]! >= disagreement! * (a + b);
    return (
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ] as const
    ).some((deal) => parties.every((own) => signs(own, deal)));
  }

  /** Everything that the numbers may turn out to be, in steps of 50. */
  function turnsOf(parties: readonly Sheet[]): readonly (readonly Sheet[])[] {
    const flat = parties.flatMap(({ disagreement, values }) => [disagreement, ...values]);
    const all = flat.reduce<(number | null)[][]>(
      (lists, each) =>
        lists.flatMap((list) => (each === null ? [0, 50, 100] : [each]).map((value) => [...list, value])),
      [[]],
    );
    return all.map((list) =>
      parties.map((own, k) => {
        const [disagreement = null, ...values] = list.slice(5 * k, 5 * k + 5);
        return { ...own, disagreement, values };
      }),
    );
  }

  it('is what looking at everything that they may be says', async () => {
    const seen = new Set<string | undefined>();
    await fc.assert(
      fc.asyncProperty(fc.array(party, { minLength: 1, maxLength: 2 }), async (parties) => {
        const unknown = parties
          .flatMap(({ disagreement, values }) => [disagreement, ...values])
          .filter((each) => each === null);
        fc.pre(unknown.length > 0 && unknown.length <= 5);
        const deals = turnsOf(parties).map(hasDeal);
        const expected = deals.every(Boolean) ? 'always' : deals.some(Boolean) ? 'depends' : 'never';
        seen.add(expected);
        expect(await verdict(scenarioOf(textOf(parties)))).toBe(expected);
      }),
      { numRuns: runs(300) },
    );
    expect(seen).toEqual(new Set(['always', 'depends', 'never']));
  });

  it('is, on score sheets, what looking at every side on which their scores may lie says', async () => {
    const score = fc.option(fc.integer({ min: -3, max: 3 }), { freq: 3 });
    const sheet = fc.record({
      least: fc.option(fc.integer({ min: -3, max: 6 }), { freq: 4 }),
      a: fc.tuple(score, score),
      points: fc.tuple(score, score, score),
    });
    type Scores = typeof sheet extends fc.Arbitrary<infer T> ? T : never;
    const sheetText = (parties: readonly Scores[]): string =>
      [
        'winset: 1',
        'title: Two points',
        'issues: [{ id: a, title: A, options: [x, y] }, { id: b, title: B, range: { from: 0, to: 80, step: 1 } }]',
        'parties:',
        ...parties.flatMap(({ least, a: [x, y], points: [from, middle, to] }, k) => [
          `  p${k}: { name: P${k}, disagreement: ${least ?? 'unknown'}, issues: {`,
          `    a: { scores: { x: ${x ?? 'unknown'}, y: ${y ?? 'unknown'} } },`,
          `    b: { score: { 0: ${from ?? 'unknown'}, 40: ${middle ?? 'unknown'}, 80: ${to ?? 'unknown'} } } } }`,
        ]),
      ].join('\n');
    const numbers = ({ least, a, points }: Scores) => [least, ...a, ...points];
    const isDeal = (all: readonly (readonly number[])[]): boolean =>
      [1, 2].some((x) =>
        Array.from({ length: 81 }, (_, at) => at).some((at) =>
          all.every((own) => {
            const [low, high, part] = at <= 40 ? [own[3]!, own[4]!, at / 40] : [own[4]!, own[5]!, (at - 40) / 40];
            return own[x]! + low * (1 - part) + high * part >= own[0]! - 1e-9;
          }),
        ),
      );
    const seen = new Set<string | undefined>();
    await fc.assert(
      fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 2 }), async (parties) => {
        fc.pre(parties.some((own) => numbers(own).includes(null)));
        const at = (end: number) =>
          isDeal(parties.map((own) => numbers(own).map((each, k) => each ?? (k === 0 ? -end : end) * 1e6)));
        const expected = at(-1) ? 'always' : at(1) ? 'depends' : 'never';
        seen.add(expected);
        expect(await verdict(scenarioOf(sheetText(parties)))).toBe(expected);
      }),
      { numRuns: runs(1000) },
    );
    expect(seen).toEqual(new Set(['always', 'depends', 'never']));
  });

  it('claims nothing that some weights would refute where a weight is not known', async () => {
    const claimed = new Set<string | undefined>();
    await fc.assert(
      fc.asyncProperty(party, party, async (one, other) => {
        const known = [one, other].map(({ disagreement, weights, values }) => ({
          disagreement: disagreement ?? 50,
          weights,
          values: values.map((value) => value ?? 50),
        }));
        const text = textOf(known).replace(/weight: \d/, 'weight: unknown');
        const said = await verdict(scenarioOf(text));
        const deals = [0, 1, 2, 10, 1000].map((weight) =>
          hasDeal(known.map((own, k) => (k === 0 ? { ...own, weights: [weight, own.weights[1]] } : own))),
        );
        claimed.add(said);
        if (said === 'always') expect(deals.every(Boolean)).toBe(true);
        if (said === 'never') expect(deals.some(Boolean)).toBe(false);
      }),
      { numRuns: runs(200) },
    );
    expect(claimed).toContain('always');
    expect(claimed).toContain('never');
  });
});
