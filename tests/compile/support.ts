/** Scenarios made by hand or at random, and the definition of utility evaluated in plain fractions. */
import { hasOption } from '../../src/engine/option-set.ts';
import fc from 'fast-check';
import type { Deal, Problem } from '../../src/engine/problem.ts';
import { unitsOf } from '../../src/engine/units.ts';
import type { Adjustment, Issue, Party, Pattern, Preferences, Rule, Scenario } from '../../src/scenario/scenario.ts';
import { optionCount, optionId } from '../../src/scenario/format/options.ts';
import { worthAt } from '../../src/scenario/format/worth.ts';

export function issues(...sizes: readonly number[]): Issue[] {
  return sizes.map((size, k) => ({
    id: `i${k}`,
    title: `Issue ${k}`,
    range: null,
    named: Array.from({ length: size }, (_, option) => ({ id: `o${option}`, label: `o${option}` })),
  }));
}

export function weighted(
  rows: readonly { readonly weight: number; readonly values: readonly number[] }[],
): Preferences {
  return {
    form: 'weights',
    issues: rows.map(({ weight, values }, k) => ({
      issue: `i${k}`,
      mentioned: true,
      weight: { value: weight },
      curve: null,
      listed: values.map((value) => ({ value })),
    })),
  };
}

export function scored(rows: readonly (readonly number[])[]): Preferences {
  return {
    form: 'scores',
    issues: rows.map((scores, k) => ({
      issue: `i${k}`,
      mentioned: true,
      curve: null,
      listed: scores.map((value) => ({ value })),
    })),
  };
}

export function party(preferences: Preferences, more: Partial<Party> = {}): Party {
  return {
    id: 'p',
    name: 'P',
    short: 'p',
    disagreement: { value: 0 },
    reservation: { value: 0 },
    reservationIsDisagreement: false,
    strict: false,
    power: 1,
    preferences,
    redLines: [],
    adjustments: [],
    ...more,
  };
}

export function scenario(parts: Partial<Scenario> & Pick<Scenario, 'issues' | 'parties'>): Scenario {
  return {
    title: 'T',
    hash: '000000000000',
    stage: null,
    sources: [],
    rules: [],
    consent: { needs: 'all', conditional: [] },
    drafts: [],
    stages: [],
    ...parts,
  };
}

export function implies(id: string, condition: Pattern, consequence: Pattern): Rule {
  // oxlint-disable-next-line unicorn/no-thenable -- a key of the format, never awaited
  return { kind: 'implies', id, if: condition, then: consequence, why: 'w' };
}

export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** Numbers of the tests have at most 20 decimals in plain notation. */
export function fraction(value: number): Fraction {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(value.toFixed(20)) ?? [];
  const short = String(value).includes('e') ? decimals : (String(value).split('.')[1] ?? '');
  return { over: BigInt(sign + whole + short), under: 10n ** BigInt(short.length) };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.over, under: a.under * b.under };
}

export function equal(a: Fraction, b: Fraction): boolean {
  return a.over * b.under === b.over * a.under;
}

const ZERO: Fraction = { over: 0n, under: 1n };

/** Utility in points by the definition, without rounding. */
export function utility(of: Party, deal: Deal, on: readonly Issue[]): Fraction {
  const { preferences } = of;
  const parts = deal.map((option, k) => {
    const worth = fraction(worthAt(on[k]!, preferences.issues[k]!, option).value);
    if (preferences.form === 'scores') return worth;
    return multiply(fraction(preferences.issues[k]!.weight.value), worth);
  });
  const sum = parts.reduce(add, ZERO);
  const total =
    preferences.form === 'scores'
      ? { over: 1n, under: 1n }
      : preferences.issues.map((issue) => fraction(issue.weight.value)).reduce(add, ZERO);
  const extra = of.adjustments
    .filter((adjustment) => matches(adjustment.when, deal, on))
    .map((adjustment) => fraction(adjustment.add))
    .reduce(add, ZERO);
  return add(multiply(sum, { over: total.under, under: total.over }), extra);
}

export function matches(pattern: Pattern, deal: Deal, on: readonly Issue[]): boolean {
  return pattern.every((clause) => {
    const k = on.findIndex((issue) => issue.id === clause.issue);
    return clause.options.includes(optionId(on[k]!, deal[k]!));
  });
}

/** Units of a party of the compiled problem for a deal. */
export function units(problem: Problem, index: number, deal: Deal): bigint {
  const of = problem.parties[index]!;
  let sum = 0n;
  for (const [k, option] of deal.entries()) sum += BigInt(unitsOf(of.contributions, problem.offsets[k]! + option));
  for (const adjustment of of.adjustments) {
    const holds = adjustment.when.clauses.every((clause) => hasOption(clause.options, deal[clause.issue]!));
    if (holds) sum += BigInt(adjustment.units);
  }
  return sum;
}

/** Every deal over the issues, public rules not applied. */
export function deals(on: readonly Issue[]): number[][] {
  let all: number[][] = [[]];
  for (const issue of on)
    all = all.flatMap((deal) => Array.from({ length: optionCount(issue) }, (_, option) => [...deal, option]));
  return all;
}

const decimal = (min: number, max: number, places: number) =>
  fc.integer({ min: min * 10 ** places, max: max * 10 ** places }).map((n) => n / 10 ** places);

export const anyIssues = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
  .map((sizes) => issues(...sizes));

export function anyPattern(on: readonly Issue[]): fc.Arbitrary<Pattern> {
  return fc.subarray([...on], { minLength: 1 }).chain((named) =>
    fc.tuple(
      ...named.map((issue) =>
        fc
          .subarray(
            issue.named.map((option) => option.id),
            { minLength: 1 },
          )
          .map((options) => ({ issue: issue.id, options })),
      ),
    ),
  );
}

function anyPreferences(on: readonly Issue[]): fc.Arbitrary<Preferences> {
  const numbers = (of: fc.Arbitrary<number>) =>
    fc.tuple(...on.map((issue) => fc.array(of, { minLength: optionCount(issue), maxLength: optionCount(issue) })));
  const weights = fc
    .array(decimal(0, 20, 2), { minLength: on.length, maxLength: on.length })
    .filter((all) => all.some((weight) => weight > 0));
  return fc.oneof(
    numbers(decimal(-50, 50, 1)).map(scored),
    fc
      .tuple(weights, numbers(decimal(0, 100, 2)))
      .map(([all, values]) => weighted(all.map((weight, k) => ({ weight, values: values[k]! })))),
  );
}

export function anyParty(on: readonly Issue[]): fc.Arbitrary<Party> {
  const adjustments: fc.Arbitrary<Adjustment[]> = fc.array(
    fc.record({ when: anyPattern(on), add: decimal(-9, 9, 3) }),
    {
      maxLength: 3,
    },
  );
  return fc
    .tuple(anyPreferences(on), adjustments, decimal(-40, 60, 2), decimal(0, 40, 3))
    .map(([preferences, extra, disagreement, above]) =>
      party(preferences, {
        adjustments: extra,
        disagreement: { value: disagreement },
        reservation: { value: Number((disagreement + above).toFixed(3)) },
      }),
    );
}
