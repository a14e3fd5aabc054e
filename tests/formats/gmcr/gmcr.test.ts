/** Models of GMCR+: options that are taken or not, statements in order of weight, orders of states, round trips. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare, exactOf } from '../../../src/exact/fraction.ts';
import type { Fraction } from '../../../src/exact/fraction.ts';
import { add } from '../../../src/exact/fraction.ts';
import { choiceSpan } from '../../../src/scenario/format/choice.ts';
import type { Pattern, Scenario } from '../../../src/scenario/scenario.ts';
import { ALL_KINDS, randomScenario } from '../../oracle/random-scenario.ts';
import { yamlText } from '../../oracle/yaml.ts';
import { runs } from '../../runs.ts';
import { scenarioOf } from '../../scenario/support.ts';
import { readFiles, refusalOf, roundTrip, utilities } from '../support.ts';

const DILEMMA = {
  options: [
    { name: 'A confesses', permittedDirection: 'both' },
    { name: 'B confesses', permittedDirection: 'fwd' },
  ],
  infeasibles: [],
  useManualPreferenceRanking: false,
  decisionMakers: [
    {
      name: 'A',
      options: [0],
      preferences: [
        [[1, 'N']],
        {
          compound: true,
          members: [
            [[0, 'Y']],
            [
              [1, 'Y'],
              [0, 'N'],
            ],
          ],
        },
      ],
    },
    { name: 'B', options: [1], preferences: [[[0, 'N']], [[1, 'Y']]] },
  ],
};

function model(changed: Readonly<Record<string, unknown>> = {}) {
  return { 'd.gmcr': JSON.stringify({ ...DILEMMA, ...changed }) };
}

/** What every deal is worth, adjustments and all, in the order of the options; and whether a rule forbids it. */
function deals(scenario: Scenario): { readonly worths: Fraction[][]; readonly forbidden: boolean[] } {
  const { issues, parties, rules } = scenario;
  const sizes = issues.map(({ range, named }) => (range?.count ?? 0) + named.length);
  const all = sizes.reduce<number[][]>(
    (lists, size) => lists.flatMap((list) => Array.from({ length: size }, (_, k) => [...list, k])),
    [[]],
  );
  const holds = (pattern: Pattern, deal: readonly number[]): boolean =>
    pattern.every(({ issue, options }) => {
      const k = issues.findIndex(({ id }) => id === issue);
      return options.some((choice) => {
        const span = choiceSpan(issues[k]!, choice);
        return span !== null && span.first <= deal[k]! && deal[k]! <= span.last;
      });
    });
  const plain = utilities(scenario);
  return {
    worths: parties.map(({ adjustments }, p) =>
      all.map((deal, k) =>
        adjustments
          .filter(({ when }) => holds(when, deal))
          .reduce((sum, { add: value, exact }) => add(sum, exactOf({ value, exact })), plain[p]![k]!),
      ),
    ),
    forbidden: all.map((deal) =>
      rules.some((rule) => {
        if (rule.kind === 'implies') return holds(rule.if, deal) && !holds(rule.then, deal);
        return rule.kind === 'forbid' && holds(rule.forbid, deal);
      }),
    ),
  };
}

it('statements count as powers of two, those joined by or once', async () => {
  const { scenario, notes } = await readFiles(model());
  const { worths } = deals(scenario);
  // Both, A alone, B alone, none.
  expect(worths.map((own) => own.map(({ num }) => Number(num)))).toEqual([
    [1, 3, 1, 2],
    [1, 0, 3, 2],
  ]);
  expect(notes.map(({ text }) => text)).toEqual([
    'who controls which option',
    "that 'B confesses' can be changed one way only",
    'points say only which of two states a party prefers, not by how much; every party signs every state',
  ]);
});

it('an order of the states that are feasible', async () => {
  const changed = {
    useManualPreferenceRanking: true,
    infeasibles: [
      [
        [0, 'Y'],
        [1, 'Y'],
      ],
    ],
    decisionMakers: [{ name: 'A', options: [0, 1], preferences: [], preferenceRanking: [3, [1, 2]] }],
  };
  const { scenario } = await readFiles(model(changed));
  const { worths, forbidden } = deals(scenario);
  expect(forbidden).toEqual([true, false, false, false]);
  // States in the order of their numbers: none, the first option, the second one.
  expect(worths[0]!.map(({ num }) => Number(num))).toEqual([0, 2, 3, 2]);
});

it.each([
  ['an option that is none', model({ infeasibles: [[[7, 'Y']]] }), 'd.gmcr:1:'],
  ['neither yes nor no', model({ infeasibles: [[[0, 'maybe']]] }), 'd.gmcr:1:'],
  [
    'a state twice',
    model({
      useManualPreferenceRanking: true,
      decisionMakers: [{ name: 'A', options: [], preferenceRanking: [1, 1, 2, 3, 4] }],
    }),
    'd.gmcr:1:',
  ],
  [
    'a state left out',
    model({
      useManualPreferenceRanking: true,
      decisionMakers: [{ name: 'A', options: [], preferenceRanking: [1, 2, 3] }],
    }),
    'd.gmcr:1:',
  ],
  ['no decision makers', model({ decisionMakers: [] }), 'd.gmcr:1:1 has no decision makers'],
  ['no JSON', { 'd.gmcr': '{"options": [' }, 'd.gmcr:1:'],
])('refused with its place: %s', async (_, files, message) => {
  expect(await refusalOf(files)).toContain(message);
});

/** Below 0, 0 or above 0 for each two deals that no rule forbids. */
function order(worths: readonly Fraction[], forbidden: readonly boolean[]): number[] {
  const kept = worths.filter((_, k) => forbidden[k] !== true);
  return kept.flatMap((a) => kept.map((b) => Math.sign(compare(a, b))));
}

it('round trips keep which of two states each party prefers', async () => {
  const kinds = { ...ALL_KINDS, fractions: true, curves: true };
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 1e6 }), async (seed) => {
      const scenario = scenarioOf(yamlText(randomScenario(seed, kinds)));
      const sizes = scenario.issues.map(({ range, named }) => (range?.count ?? 0) + named.length);
      fc.pre(sizes.reduce((sum, size) => sum + size, 0) <= 14 && scenario.rules.every(({ kind }) => kind !== 'sum'));
      const { scenario: again } = await roundTrip(scenario, 'gmcr', 'file.gmcr');
      const [own, other] = [deals(again), deals(scenario)];
      // Of each state of the model, the deal it stands for: each issue's option that is taken.
      expect(own.forbidden.filter((forbidden) => !forbidden)).toHaveLength(
        other.forbidden.filter((forbidden) => !forbidden).length,
      );
      const byBits = sortedAsStates(again, own);
      const before = sortedAsDeals(scenario, other);
      for (const [k, worths] of byBits.entries()) expect(order(worths, [])).toEqual(order(before[k]!, []));
    }),
    { numRuns: runs(60) },
  );
});

/** Worths of the feasible states by their numbers, option 0 being the smallest bit and "yes" being 1. */
function sortedAsStates({ issues }: Scenario, { worths, forbidden }: ReturnType<typeof deals>): Fraction[][] {
  const count = issues.length;
  const number = (deal: number): number =>
    Array.from({ length: count }, (_, k) => (((deal >> (count - 1 - k)) & 1) === 0 ? 2 ** k : 0)).reduce(
      (a, b) => a + b,
      0,
    );
  const kept = forbidden.flatMap((own, deal) => (own ? [] : [deal])).toSorted((a, b) => number(a) - number(b));
  return worths.map((own) => kept.map((deal) => own[deal]!));
}

/** Worths of the deals that no rule forbids in the same order: the last issue has the largest bits. */
function sortedAsDeals({ issues }: Scenario, { worths, forbidden }: ReturnType<typeof deals>): Fraction[][] {
  const sizes = issues.map(({ range, named }) => (range?.count ?? 0) + named.length);
  const digits = (deal: number): number[] =>
    sizes.map((size, k) => Math.floor(deal / sizes.slice(k + 1).reduce((a, b) => a * b, 1)) % size);
  const kept = forbidden.flatMap((own, deal) => (own ? [] : [deal]));
  const sorted = kept.toSorted((a, b) => {
    const [x, y] = [digits(a), digits(b)];
    for (let k = sizes.length - 1; k >= 0; k--) if (x[k] !== y[k]) return x[k]! - y[k]!;
    return 0;
  });
  return worths.map((own) => sorted.map((deal) => own[deal]!));
}
