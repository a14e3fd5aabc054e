/** Ranges of numbers as a person types them: "800 to 1200 step 50 euros". */
import { optionCount } from '../../scenario/format/options.ts';
import { typedNumber } from '../../scenario/format/number-text.ts';
import type { Range } from '../../scenario/format/range.ts';
import type { Issue } from '../../scenario/scenario.ts';

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const RANGE = new RegExp(
  String.raw`^(?<from>${NUMBER})\s*(?:to|\.\.|-|–)\s*(?<to>${NUMBER})\s*(?:,?\s*(?:in\s+)?steps?(?:\s+of)?\s*(?<step>${NUMBER}))?\s*(?<unit>[^\d\s].*)?$`,
  'iu',
);

/** Steps where nobody says how far apart the numbers lie. */
const STEPS = 10;

/** Null for a text that is no range. */
export function readRangeText(text: string): { readonly range: Range; readonly unit: string } | null {
  const groups = RANGE.exec(text.trim())?.groups;
  if (groups === undefined) return null;
  const [from, to] = [typedNumber(groups['from']!), typedNumber(groups['to']!)];
  const step = typedNumber(groups['step'] ?? stepBetween(groups['from']!, groups['to']!));
  return from === null || to === null || step === null
    ? null
    : { range: { from, to, step }, unit: (groups['unit'] ?? '').trim() };
}

/** A tenth of the way, or 1 where that is less. */
function stepBetween(from: string, to: string): string {
  const tenth = (Number(to) - Number(from)) / STEPS;
  return Number.isInteger(tenth) && tenth > 0 ? String(tenth) : '1';
}

/** Some numbers of a long range, to choose from: its ends and nine between. */
export function evenly(issue: Issue): readonly number[] {
  const last = (issue.range?.count ?? optionCount(issue)) - 1;
  return [...new Set(Array.from({ length: STEPS + 1 }, (_, k) => Math.round((k * last) / STEPS)))];
}
