/**
 * What a clause of a pattern or a lock names: options by their ids, and numbers between bounds. However many numbers
 * there are, they are one span.
 */
import type { Choice, Clause, ExactNumber, Interval, Issue, Pattern } from '../scenario.ts';
import { floorDivide } from '../../exact/integers.ts';
import { exactOf } from '../../exact/fraction.ts';
import { exactText } from './number-text.ts';
import { isNumberLine, numberCount, optionAt, optionId } from './options.ts';

type Options = Pick<Issue, 'range' | 'named'>;

/** All options from `first` to `last`, both included. */
export interface ChoiceSpan {
  readonly first: number;
  readonly last: number;
}

/** "100..250" */
export const INTERVAL_TEXT = /^([+-]?\d+(?:\.\d+)?)\.\.([+-]?\d+(?:\.\d+)?)$/;

export function isInterval(choice: Choice): choice is Interval {
  return typeof choice !== 'string';
}

/** The options that a choice names; null where there is none. */
export function choiceSpan(issue: Options, choice: Choice): ChoiceSpan | null {
  const id = typeof choice === 'string' ? choice : spelled(choice);
  const option = id === null ? -1 : optionAt(issue, id);
  if (option !== -1) return { first: option, last: option };
  return typeof choice === 'string' ? null : numbersIn(issue, choice);
}

/** Whether the clause names the option with this number. */
export function clauseHas(issue: Options, { options }: Pick<Clause, 'options'>, option: number): boolean {
  return options.some((choice) => {
    const span = choiceSpan(issue, choice);
    return span !== null && span.first <= option && option <= span.last;
  });
}

/** Whether the pattern names the option whatever the other issues have: a red line or a rule that speaks of it alone. */
export function holdsAlone(pattern: Pattern, issue: Issue, option: number): boolean {
  return pattern.every((clause) => clause.issue === issue.id && clauseHas(issue, clause, option));
}

/** The options that the choices leave out, as spans in order. */
export function otherSpans(issue: Options, choices: readonly Choice[], options: number): readonly ChoiceSpan[] {
  const named = choices.flatMap((choice) => choiceSpan(issue, choice) ?? []).toSorted((a, b) => a.first - b.first);
  const others: ChoiceSpan[] = [];
  let next = 0;
  for (const { first, last } of named) {
    if (first > next) others.push({ first: next, last: first - 1 });
    next = Math.max(next, last + 1);
  }
  if (next < options) others.push({ first: next, last: options - 1 });
  return others;
}

/** Spans as choices: on a number line numbers in a row are an interval, all other options stand one by one. */
export function choicesOf(issue: Options, spans: readonly ChoiceSpan[]): readonly Choice[] {
  const numbers = isNumberLine(issue) ? numberCount(issue) : 0;
  return spans.flatMap(({ first, last }): Choice[] => {
    const end = Math.min(last, numbers - 1);
    const rest = Math.max(first, end + 1);
    const single = Array.from({ length: last - rest + 1 }, (_, k) => optionId(issue, rest + k));
    if (end < first) return single;
    if (end === first) return [optionId(issue, first), ...single];
    return [{ from: numberOf(issue, first), to: numberOf(issue, end) }, ...single];
  });
}

/** "100 to 250", "more than 100 and less than 250", "500 or more". */
export function intervalText({ from, above, to, below }: Interval): string {
  if (from && to) return `${exactText(from)} to ${exactText(to)}`;
  const lower = from ? `${exactText(from)} or more` : above ? `more than ${exactText(above)}` : null;
  const upper = to
    ? `${lower === null ? 'up to' : 'at most'} ${exactText(to)}`
    : below
      ? `less than ${exactText(below)}`
      : null;
  return [lower, upper].filter((bound) => bound !== null).join(' and ');
}

/** As a file and a document have it: "100..250", or a block with the bounds. */
export function plainChoice(choice: Choice): string | Readonly<Record<string, number | string>> {
  if (typeof choice === 'string') return choice;
  const text = spelled(choice);
  if (text !== null && INTERVAL_TEXT.test(text)) return text;
  return Object.fromEntries(Object.entries(choice).map(([key, { value, exact }]) => [key, exact ?? value]));
}

/** "100..250" for an interval with both ends; null for others. */
function spelled({ from, to, above, below }: Interval): string | null {
  return from && to && !above && !below ? `${exactText(from)}..${exactText(to)}` : null;
}

function numberOf(issue: Options, option: number): ExactNumber {
  const id = optionId(issue, option);
  const value = Number(id);
  return String(value) === id ? { value } : { value, exact: id };
}

function numbersIn({ range }: Options, { from, above, to, below }: Interval): ChoiceSpan | null {
  if (range === null) return null;
  const { first, step, places, count } = range;
  /** How many steps from the first number a bound is, rounded down, and whether it is a number of the range. */
  const stepsTo = (bound: ExactNumber): { readonly floor: bigint; readonly exact: boolean } => {
    const { num, den } = exactOf(bound);
    const [over, under] = [num * 10n ** BigInt(places) - first * den, step * den];
    const floor = floorDivide(over, under);
    return { floor, exact: floor * under === over };
  };
  const lows = [0n];
  const highs = [BigInt(count - 1)];
  if (from) lows.push(stepsTo(from).floor + (stepsTo(from).exact ? 0n : 1n));
  if (above) lows.push(stepsTo(above).floor + 1n);
  if (to) highs.push(stepsTo(to).floor);
  if (below) highs.push(stepsTo(below).floor - (stepsTo(below).exact ? 1n : 0n));
  const low = lows.reduce((a, b) => (a > b ? a : b));
  const high = highs.reduce((a, b) => (a < b ? a : b));
  return low > high ? null : { first: Number(low), last: Number(high) };
}
