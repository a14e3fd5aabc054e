/**
 * A scenario as most formats need it: names of issues, options and parties that are each given once, and what every
 * option is worth in exact fractions.
 */
import { labelOf, optionCount, optionId, namedOption, numberCount } from '../scenario/format/options.ts';
import type { Fraction } from '../exact/fraction.ts';
import { add, compare, exactOf, fraction, subtract, ZERO } from '../exact/fraction.ts';
import { exactWorths } from '../scenario/format/worth.ts';
import type { Issue, Party, Scenario } from '../scenario/scenario.ts';
import { quote } from '../scenario/suggest.ts';
import { refuse, wholeFile } from './foreign.ts';

/** Options of one issue that a file of another program lists one by one. */
const MOST_LISTED = 10_000;

/** Labels where they differ, else ids. Only for issues with few enough options. @throws Refusal */
export function optionNames(issue: Issue): readonly string[] {
  const count = optionCount(issue);
  if (count > MOST_LISTED) {
    refuse(
      wholeFile(issue.id),
      `issue ${quote(issue.title)} has ${count} options; the format lists them one by one, and more than ${MOST_LISTED} are not written`,
    );
  }
  const labels = Array.from({ length: count }, (_, option) => labelOf(issue, option));
  return distinct(labels) ? labels : Array.from({ length: count }, (_, option) => optionId(issue, option));
}

/** By option, what is said of it beside its label. */
export function optionTexts(issue: Issue): readonly (string | undefined)[] {
  const numbers = numberCount(issue);
  return Array.from({ length: optionCount(issue) }, (_, k) => (k < numbers ? undefined : namedOption(issue, k).text));
}

/** Titles where they differ, else ids. */
export function issueNames({ issues }: Scenario): readonly string[] {
  const titles = issues.map(({ title }) => title);
  return distinct(titles) ? titles : issues.map(({ id }) => id);
}

export function partyNames({ parties }: Scenario): readonly string[] {
  const names = parties.map(({ name }) => name);
  return distinct(names) ? names : parties.map(({ id }) => id);
}

function distinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

/** By issue and option: values from 0 to 100 beside weights, else points. An issue that the party leaves out is null. */
export function worthsOf({ preferences }: Party, issues: readonly Issue[]): readonly (readonly Fraction[] | null)[] {
  return preferences.issues.map((own, k) => {
    const issue = issues[k]!;
    if (!own.mentioned) return null;
    const { denominator, numerators } = exactWorths(issue, own);
    return [...numerators].map((numerator) => fraction(BigInt(numerator), denominator));
  });
}

/** By issue; null for a party with a score sheet. */
export function weightsOf({ preferences }: Party): readonly Fraction[] | null {
  if (preferences.form === 'scores') return null;
  return preferences.issues.map(({ weight }) => exactOf(weight));
}

/** The points that each option adds to the party's utility: its score, or its share of the weighted average. */
export function pointsOf(party: Party, issues: readonly Issue[]): readonly (readonly Fraction[])[] {
  const weights = weightsOf(party);
  const worths = worthsOf(party, issues);
  const total = (weights ?? []).reduce(add, ZERO);
  return worths.map((own, k) => {
    if (own === null) return Array.from({ length: optionCount(issues[k]!) }, () => ZERO);
    if (weights === null) return own;
    const share = weights[k]!;
    return own.map(({ num, den }) => fraction(num * share.num * total.den, den * share.den * total.num));
  });
}

/** Of numbers in a row: the first and what each adds to the one before; null where they are no straight line. */
export function straight(numbers: readonly Fraction[]): { readonly first: Fraction; readonly step: Fraction } | null {
  const [first, second] = numbers;
  if (first === undefined) return null;
  const step = second === undefined ? ZERO : subtract(second, first);
  const isStraight = numbers.every((number, k) => k === 0 || compare(subtract(number, numbers[k - 1]!), step) === 0);
  return isStraight ? { first, step } : null;
}

export function largest(numbers: readonly Fraction[]): Fraction {
  return numbers.reduce((most, number) => (compare(number, most) > 0 ? number : most), numbers[0] ?? ZERO);
}

export function smallest(numbers: readonly Fraction[]): Fraction {
  return numbers.reduce((least, number) => (compare(number, least) < 0 ? number : least), numbers[0] ?? ZERO);
}
