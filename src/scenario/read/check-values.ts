/**
 * The values that a party gives the options of one issue: by an expression for the numbers of a range, by name, or
 * both side by side.
 */
import type { Checker } from './checker.ts';
import { NOT_APPLICABLE } from '../format/conditional.ts';
import { checkOption, checkSources } from './checker.ts';
import type { Path } from '../finding.ts';
import { coveredNumber } from '../format/range.ts';
import type { Curve, StatedNumber } from '../scenario.ts';
import { quote, unknownName } from '../suggest.ts';
import { evaluateCurve } from '../format/curve.ts';
import type { IssueNames } from './names.ts';
import { numberCount, optionAt } from '../format/options.ts';

/** By option id. */
export type Numbers = Readonly<Record<string, StatedNumber>>;

/** The options that a block of values or scores names, and the sources it cites. */
export function checkNumbers(checker: Checker, path: Path, issue: string, numbers: Numbers): void {
  for (const [option, entry] of Object.entries(numbers)) {
    if (option === NOT_APPLICABLE && checker.names.issues?.get(issue)?.conditional) {
      checker.complain([...path, option], 'where the issue does not arise it is worth nothing; leave it out', {
        at: 'key',
      });
      continue;
    }
    checkOption(checker, [...path, option], issue, option, { at: 'key' });
    checkSources(checker, [...path, option], entry);
  }
}

/** That an expression stands on a numeric issue and gives a value for each of its numbers. */
export function checkCurve(checker: Checker, path: Path, issue: string, curve: Curve, bounded: boolean): void {
  const names = checker.names.issues?.get(issue);
  if (names === undefined) return;
  if (!names.numeric) {
    checker.complain(
      path,
      `an expression needs a numeric issue, and ${quote(issue)} lists its options; give \`values\``,
    );
    return;
  }
  const range = names.options?.range ?? null;
  if (range === null) return;
  const result = evaluateCurve(curve, range, bounded);
  if (!result.ok) checker.complain(path, result.message);
}

/** That `values` beside an expression name named options only; `path` leads to the block that holds both. */
export function checkBeside(checker: Checker, path: Path, issue: string, values: Numbers, key = 'values'): void {
  const options = numericOptions(checker, issue);
  const place = [...path, key];
  if (options === null) return;
  if (options.named.length === 0) {
    const message = `stands beside \`value\`, but ${quote(issue)} has no named options; keep one of the two`;
    checker.complain(place, message, { at: 'key' });
    return;
  }
  for (const [option, entry] of Object.entries(values)) {
    checkSources(checker, [...place, option], entry);
    const known = optionAt(options, option);
    if (known >= numberCount(options) || checker.full) continue;
    const named = options.named.map(({ id }) => id);
    const message = known === -1 ? unknownName('named option', option, named) : coveredNumber(option);
    checker.complain([...place, option], message, { at: 'key' });
  }
}

/** That every named option has a value beside an expression, which gives those of the numbers only. */
export function checkNamed(
  checker: Checker,
  path: Path,
  issue: string,
  values: Numbers | undefined,
  key = 'values',
): void {
  const named = numericOptions(checker, issue)?.named.map(({ id }) => id) ?? [];
  const missing = named.filter((option) => values === undefined || !Object.hasOwn(values, option));
  if (missing.length === 0) return;
  const list = missing.map(quote).join(', ');
  const message =
    values === undefined
      ? `is missing; \`value\` is for the numbers, and every named option needs a value too: ${list}`
      : `every named option needs a value; missing ${list}`;
  checker.complain([...path, key], message, { at: 'key' });
}

/** The options of a numeric issue; null for another issue, or when they cannot be read. */
function numericOptions(checker: Checker, issue: string): IssueNames['options'] {
  const options = checker.names.issues?.get(issue)?.options ?? null;
  return options?.range === null ? null : options;
}
