/**
 * The numbers of a numeric issue: from, from + step, ... up to `to`, in exact decimals. Named options may follow them.
 */
import { decimalText, digitsAt, toDecimal } from './decimal.ts';
import type { Issue } from '../scenario.ts';
import { quote } from '../suggest.ts';

export const MOST_OPTIONS = 64;

export interface Range {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** Option ids such as "100", "200"; or why the range gives none. `to` is included when the steps hit it. */
export function rangeOptions(range: Range): { readonly ids: readonly string[] } | { readonly fault: string } {
  const decimals = [range.from, range.to, range.step].map(toDecimal);
  const places = Math.max(...decimals.map((decimal) => decimal.places));
  const [from = 0n, to = 0n, step = 0n] = decimals.map((decimal) => digitsAt(decimal, places));
  if (step <= 0n) return { fault: `step must be above 0, found ${range.step}` };
  if (to < from) return { fault: `from (${range.from}) must not be above to (${range.to})` };
  const count = (to - from) / step + 1n;
  if (count > BigInt(MOST_OPTIONS)) {
    return { fault: `gives ${count} options; an issue has at most ${MOST_OPTIONS}, so take a larger step` };
  }
  return { ids: Array.from({ length: Number(count) }, (_, k) => decimalText(from + BigInt(k) * step, places)) };
}

/** Why a range cannot have that many named options beside its numbers; null when it can. */
export function countFault(numbers: number, named: number): string | null {
  if (numbers + named <= MOST_OPTIONS) return null;
  return `gives ${numbers} options beside the ${named} named ones; an issue has at most ${MOST_OPTIONS} in all, so take a larger step`;
}

/** What x stands for in the value expressions of an issue; empty for an issue that lists all its options. */
export function numbersOf(issue: Issue): number[] {
  return issue.options.slice(0, issue.numbers).map((option) => Number(option.id));
}

/** What the author of `values` beside an expression is told about a number among them. */
export function coveredNumber(option: string): string {
  return `${quote(option)} is a number of the range, whose value the expression in \`value\` gives; \`values\` beside it is for the named options`;
}
