/**
 * Check questions: which of two packages is better? What was said decides it already, so an answer that says otherwise
 * is a contradiction. It is not smoothed away: the intervals of the weights in question widen until both can be true.
 */
import type { Package, Profile } from './package.ts';
import type { Said } from './said.ts';

/** Two packages that differ in few issues. Neither is better in all of them. */
export interface Check {
  readonly a: Package;
  readonly b: Package;
}

export type Preferred = 'a' | 'b' | 'same';

/** What an answer does to the weights. */
export interface Held {
  readonly weights: readonly Said[];
  /** Which package is better by what was said before; null where that leaves it open. */
  readonly expected: 'a' | 'b' | null;
  /** By which part of itself each interval in question had to reach further; 0 where nothing contradicts. */
  readonly widened: number;
}

/** Pairs of more issues than these would be too many to look at. */
const MOST_ISSUES = 8;

/**
 * The questions whose answer tells the most: those that what was said decides most narrowly, each about other issues
 * than the ones before it and than those asked already. Fewer than `count` where what was said decides few.
 */
export function checkQuestions(profile: Profile, count: number, asked: readonly Check[]): readonly Check[] {
  const rated = candidates(profile)
    .map((check) => ({ check, ...gains(profile, check), key: issuesIn(check).join() }))
    .filter(({ a, b }) => a.least > b.most || b.least > a.most)
    .map((of) => ({ ...of, apart: Math.abs(of.a.said - of.b.said) / (of.a.said + of.b.said) }))
    .sort((one, other) => one.apart - other.apart);
  const chosen: Check[] = [];
  const keys = new Set(asked.map((check) => issuesIn(check).join()));
  for (const { check, key } of rated) {
    if (chosen.length === count) break;
    if (!keys.has(key)) chosen.push(check);
    keys.add(key);
  }
  return chosen;
}

/** The answer held against what was said. The numbers themselves stay; their intervals may widen. */
export function heldAgainst(profile: Profile, check: Check, preferred: Preferred): Held {
  const { a, b } = gains(profile, check);
  const expected = a.least > b.most ? 'a' : b.least > a.most ? 'b' : null;
  if (expected === null || expected === preferred) return { weights: profile.weights, expected, widened: 0 };
  const [better, worse] = expected === 'a' ? [a, b] : [b, a];
  const widened = givingWay(better.least, worse.most);
  const weights = profile.weights.map((weight, issue) => {
    if (better.issues.includes(issue)) return { ...weight, low: weight.low * (1 - widened) };
    if (worse.issues.includes(issue)) return { ...weight, high: weight.high * (1 + widened) };
    return weight;
  });
  return { weights, expected, widened };
}

/**
 * A swing that was lifted later and is then said to be worth more than the one before it: both cannot be, so both
 * intervals reach to where the two are worth the same. As they are where nothing contradicts.
 */
export function inOrder(
  before: Said,
  later: Said,
): { readonly before: Said; readonly later: Said; readonly widened: number } {
  if (later.low <= before.high) return { before, later, widened: 0 };
  const widened = givingWay(later.low, before.high);
  return {
    before: { ...before, high: before.high * (1 + widened) },
    later: { ...later, low: later.low * (1 - widened) },
    widened,
  };
}

/** The least part t by which both give way until they meet: (1 - t) * more = (1 + t) * less. */
function givingWay(more: number, less: number): number {
  return (more - less) / (more + less);
}

/** One side of a check: the issues in which it is better, and what it gains there, as said and at the least and most. */
interface Gains {
  readonly issues: readonly number[];
  readonly said: number;
  readonly least: number;
  readonly most: number;
}

function gains(profile: Profile, { a, b }: Check): { readonly a: Gains; readonly b: Gains } {
  return { a: gainsOver(profile, a, b), b: gainsOver(profile, b, a) };
}

function gainsOver({ weights, values }: Profile, one: Package, other: Package): Gains {
  const issues = [...one.keys()].filter(
    (issue) => values[issue]![one[issue]!]!.value > values[issue]![other[issue]!]!.value,
  );
  const sum = (of: (weight: Said, up: Said, down: Said) => number): number =>
    issues.reduce(
      (all, issue) => all + of(weights[issue]!, values[issue]![one[issue]!]!, values[issue]![other[issue]!]!),
      0,
    );
  return {
    issues,
    said: sum((weight, up, down) => weight.value * (up.value - down.value)),
    least: sum((weight, up, down) => weight.low * Math.max(0, up.low - down.high)),
    most: sum((weight, up, down) => weight.high * (up.high - down.low)),
  };
}

function issuesIn({ a, b }: Check): readonly number[] {
  return [...a.keys()].filter((issue) => a[issue] !== b[issue]);
}

/** One swing against another, a part of a swing against another, and one swing against two. */
function candidates({ weights, values }: Profile): readonly Check[] {
  const issues = [...weights.keys()]
    .filter((issue) => weights[issue]!.value > 0 && values[issue]!.length > 1)
    .sort((a, b) => weights[b]!.value - weights[a]!.value)
    .slice(0, MOST_ISSUES);
  const bottom = values.map((own) => extreme(own, -1));
  const lifted = (...at: readonly (readonly [number, number])[]): Package =>
    at.reduce<Package>((options, [issue, option]) => options.with(issue, option), bottom);
  const best = (issue: number): readonly [number, number] => [issue, extreme(values[issue]!, 1)];
  return issues.flatMap((i) =>
    issues
      .filter((j) => j !== i)
      .flatMap((j) => [
        ...(i < j ? [{ a: lifted(best(i)), b: lifted(best(j)) }] : []),
        ...between(values[i]!).map((option) => ({ a: lifted([i, option]), b: lifted(best(j)) })),
        ...issues.filter((k) => k !== i && k > j).map((k) => ({ a: lifted(best(i)), b: lifted(best(j), best(k)) })),
      ]),
  );
}

/** The option with the most points (sign 1) or the fewest (sign -1), the first of equal ones. */
function extreme(values: readonly Said[], sign: 1 | -1): number {
  return [...values.keys()].reduce((found, option) =>
    sign * values[option]!.value > sign * values[found]!.value ? option : found,
  );
}

/** Options that are neither the best nor the worst. */
function between(values: readonly Said[]): readonly number[] {
  return [...values.keys()].filter((option) => values[option]!.value > 0 && values[option]!.value < 100);
}
