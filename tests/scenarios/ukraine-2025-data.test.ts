/** Holds the data of the headline scenario to its method: codes, intervals, sources, red lines, rules, wording. */
import { describe, expect, it } from 'vitest';
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import { matches, utilityPoints } from '../../src/engine/deal.ts';
import { evidenceOf } from '../../src/scenario/evidence.ts';
import { optionIds } from '../../src/scenario/format/options.ts';
import { NOT_APPLICABLE } from '../../src/scenario/format/conditional.ts';
import { worthAt } from '../../src/scenario/format/worth.ts';
import type { Party, Scenario, StatedNumber } from '../../src/scenario/scenario.ts';
import { atStage, documentTable, DOCUMENTS, fileText, ukraine2025 } from './headline.ts';

const STAGES = ['base', ...ukraine2025.stages.map(({ id }) => id)];
const MOST_OF_A_CROSSED_LINE = 10;

/** Drafts that leave nothing open. */
const COMPLETE = ['us28', 'e3', 'ua20', 'rus', 'ukr'];

const FILES = [
  'scenario.yaml',
  ...ukraine2025.parties.map(({ id }) => `parties/${id}.yaml`),
  ...ukraine2025.stages.map(({ id }) => `stages/${id}.yaml`),
];

describe('the data as a whole', () => {
  it('has sources that exist for every option, except the rungs that SOURCES.md lists as added or recalled', () => {
    const ids = new Set(ukraine2025.sources.map(({ id }) => id));
    const options = ukraine2025.issues.flatMap(({ id, named }) =>
      named
        .filter((option) => option.id !== NOT_APPLICABLE)
        .map((option) => ({ name: `${id}: ${option.id}`, sources: option.sources ?? [] })),
    );
    expect(options.flatMap(({ sources }) => sources.filter((source) => !ids.has(source)))).toEqual([]);
    const told = documentTable('option without a source').map(([name]) => name);
    expect(options.filter(({ sources }) => sources.length === 0).map(({ name }) => name)).toEqual(told);
  });

  it('cites every source somewhere', () => {
    expect(evidenceOf(ukraine2025).uncited).toEqual([]);
  });

  it.each(STAGES)('keeps every number between its low and its high: %s', (stage) => {
    for (const party of atStage(stage).parties) {
      for (const { value, low = value, high = value } of numbersOf(party)) {
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
      }
    }
  });

  it.each(STAGES)(
    'gives at most 10 to what crosses a red line, 0 to nothing else, and 100 to something: %s',
    (stage) => {
      const scenario = atStage(stage);
      for (const party of scenario.parties) {
        const excluded = new Set(
          party.redLines
            .filter(({ when }) => when.length === 1)
            .flatMap(({ when }) =>
              when.flatMap(({ issue, options }) =>
                options.flatMap((choice) => (typeof choice === 'string' ? `${issue}: ${choice}` : [])),
              ),
            ),
        );
        for (const { issue, values } of valuesOf(scenario, party)) {
          const far = values.filter(({ option, value }) =>
            excluded.has(`${issue}: ${option}`)
              ? value > MOST_OF_A_CROSSED_LINE
              : value === 0 && option !== NOT_APPLICABLE,
          );
          expect({ issue, far }).toEqual({ issue, far: [] });
          expect(Math.max(...values.map(({ value }) => value))).toBe(100);
        }
      }
    },
  );

  it('lies between 0 and 100 for every deal, since adjustments only take away', () => {
    for (const stage of STAGES) {
      for (const { adjustments } of atStage(stage).parties) {
        expect(adjustments.filter(({ add }) => add > 0)).toEqual([]);
      }
    }
    const { problem } = compileProblem(ukraine2025);
    for (const draft of COMPLETE) {
      const deal = compileDraft(ukraine2025, draft).map((option) => option ?? 0);
      for (const number of utilityPoints(problem, deal)) {
        expect(number).toBeGreaterThanOrEqual(0);
        expect(number).toBeLessThanOrEqual(100);
      }
    }
  });

  it('says of every red line why it stands and where it was said', () => {
    const bases = ukraine2025.parties.flatMap(({ redLines }) => redLines);
    const later = ukraine2025.stages.flatMap(({ change }) => change.flatMap(({ redLines }) => redLines));
    for (const { why = '', sources = [] } of [...bases, ...later]) {
      expect(why).not.toBe('');
      expect(sources).not.toEqual([]);
    }
  });

  it('has margins that are as wide down as up, but for ends of the scale', () => {
    for (const { id, disagreement, reservation, firmness, redLines } of ukraine2025.parties) {
      expect([id, width(disagreement), firmness && width(firmness)]).toEqual([id, [4, 4], [6, 6]]);
      expect([id, reservation.low, reservation.high]).toEqual([id, undefined, undefined]);
      for (const line of redLines) {
        const [down, up] = width(line.holds!);
        expect([line.id, down]).toEqual([line.id, up]);
      }
    }
  });

  it('has rules, each with its reason, that every draft keeps', () => {
    const { rules } = ukraine2025;
    expect(rules.length).toBeGreaterThanOrEqual(15);
    expect(rules.filter(({ why }) => why.trim() === '')).toEqual([]);
    const { problem, forbiddenRules } = compileProblem(ukraine2025);
    for (const { id } of ukraine2025.drafts) {
      const clauses = compileDraft(ukraine2025, id).map((option) => option ?? -1);
      const broken = problem.forbidden.flatMap((pattern, k) =>
        matches(clauses, pattern) ? [rules[forbiddenRules[k]!]!.id] : [],
      );
      expect({ id, broken }).toEqual({ id, broken: [] });
    }
  });

  it('has the stances, margins and theme weights that METHOD.md states', () => {
    const { stances = {}, margins } = ukraine2025;
    const told = documentTable('code', 'stance of the party toward the option').filter(([code]) => code !== '+ / -');
    for (const [code = '', , value] of told) expect([code, stances[code]?.value]).toEqual([code, Number(value)]);
    for (const [code, { value }] of Object.entries(stances)) {
      const base = stances[code.replace(/[+-]$/, '')]!.value;
      expect(value).toBe(base + (code.endsWith('+') ? 10 : code.endsWith('-') ? -10 : 0));
    }
    expect(margins).toEqual({
      values: { stated: { value: 5 }, reported: { value: 10 }, inferred: { value: 20 } },
      weights: { stated: { value: 0.25 }, reported: { value: 0.35 }, inferred: { value: 0.5 } },
    });
    for (const [theme = '', ...weights] of documentTable('theme', 'US', 'Ukraine')) {
      expect([theme, ...ukraine2025.parties.map(({ themes }) => themes?.[theme]?.value)]).toEqual([
        theme,
        ...weights.map(Number),
      ]);
    }
  });

  it.each(STAGES)(
    'has no value that overrides its stance, and no weight but the small ones that METHOD.md names: %s',
    (stage) => {
      const scenario = atStage(stage);
      const { ruled } = evidenceOf(scenario);
      expect(ruled?.values.overridden).toEqual([]);
      expect(ruled?.weights).toEqual({ count: 4 * scenario.issues.length, overridden: ROUNDED });
      // Ladders of numbers have expressions; every value that is listed has a stance.
      const listed = scenario.parties.flatMap(({ preferences }) => preferences.issues.flatMap((own) => own.listed));
      expect(ruled?.values.count).toBe(listed.length);
    },
  );

  it('has weights that are the products of theme and share, which are per cent', () => {
    for (const { id, preferences, themes = {} } of ukraine2025.parties) {
      if (preferences.form !== 'weights') throw new Error('no weights');
      for (const [theme, { value }] of Object.entries(themes)) {
        const own = preferences.issues.filter((_, k) => ukraine2025.issues[k]!.group === theme);
        const shares = own.map(({ share }) => share!.value);
        expect([id, theme, sum(shares)]).toEqual([id, theme, 100]);
        for (const [k, { weight }] of own.entries()) {
          expect(Math.abs(weight.value - (value * shares[k]!) / 100)).toBeLessThanOrEqual(0.005 + 1e-9);
        }
      }
    }
  });

  it.each([...FILES, ...DOCUMENTS])('judges nobody in %s', (file) => {
    const judging =
      /\b(absurd|aggressive|barbaric|brutal|cynical|evil|heroic|humiliating|illegal|outrageous|puppet|regime|shameful|so-called|terrorist|treacherous|unfair|unjust|unreasonable)\b/i;
    expect(
      fileText(file)
        .split('\n')
        .filter((line) => judging.test(line)),
    ).toEqual([]);
  });
});

/** How far a number reaches down and up, in hundredths. */
function width({ value, low = value, high = value }: StatedNumber): number[] {
  return [value - low, high - value].map((reach) => Math.round(100 * reach) / 100);
}

function numbersOf({ disagreement, reservation, preferences }: Party): StatedNumber[] {
  if (preferences.form !== 'weights') throw new Error('no weights');
  return [disagreement, reservation, ...preferences.issues.flatMap(({ weight, listed }) => [weight, ...listed])];
}

function valuesOf({ issues }: Scenario, { preferences }: Party) {
  if (preferences.form !== 'weights') throw new Error('no weights');
  return preferences.issues.map((own, position) => ({
    issue: own.issue,
    values: optionIds(issues[position]!).map((option, k) => ({
      option,
      value: worthAt(issues[position]!, own, k).value,
    })),
  }));
}

/** Weights below a third of a point, written out to the hundredth. */
const ROUNDED = [
  'ukraine.nato-dialogue.weight',
  'ukraine.jets-in-poland.weight',
  'ukraine.arms-control.weight',
  'russia.wartime-cap.weight',
  'russia.jets-in-poland.weight',
  'e3.wartime-cap.weight',
  'e3.jets-in-poland.weight',
  'e3.arms-control.weight',
  'e3.non-nuclear.weight',
];

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
