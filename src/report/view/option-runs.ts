/** The options of an issue as a person reads them: those of a list one by one, numbers of a number line that stand alike as one run. */
import type { Span } from '../../engine/option-set.ts';
import { isNumberLine, numberCount, optionCount } from '../../scenario/format/options.ts';
import type { Issue } from '../../scenario/scenario.ts';

/** All options in order, as runs. Numbers in a row make one where `alike` gives the same for each; named options stand alone. */
export function optionRuns(
  issue: Pick<Issue, 'range' | 'named'>,
  alike: (option: number) => string | boolean,
): readonly Span[] {
  const numbers = isNumberLine(issue) ? numberCount(issue) : 0;
  const runs: { first: number; last: number }[] = [];
  let [open, before]: [{ first: number; last: number } | null, string | boolean] = [null, false];
  for (let option = 0; option < numbers; option++) {
    const now = alike(option);
    if (open !== null && now === before) open.last = option;
    else runs.push((open = { first: option, last: option }));
    before = now;
  }
  for (let option = numbers; option < optionCount(issue); option++) runs.push({ first: option, last: option });
  return runs;
}

/** The share of the deals that have one of these rows; null where that of one is not known. */
export function sumOfShares(shares: readonly (number | null)[], rows: readonly number[]): number | null {
  let sum = 0;
  for (const row of rows) {
    const share = shares[row] ?? null;
    if (share === null) return null;
    sum += share;
  }
  return sum;
}
