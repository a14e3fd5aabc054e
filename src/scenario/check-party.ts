/**
 * What the schema cannot see in one party's preferences: names that do not exist, options without a value, forms
 * that do not mix, thresholds in the wrong order.
 */
import { z } from 'zod';
import type { Checker } from './checker.ts';
import { checkDistinct, checkIssue, checkOption, checkPattern, checkSources } from './checker.ts';
import { evaluateExpression } from './expression.ts';
import type { Path } from './finding.ts';
import { partAt, partsAt, stepsAt, valueAt } from './parts.ts';
import type { StatedNumber } from './scenario.ts';
import { partyBody, preferenceSchema } from './schema-party.ts';
import type { PreferenceEntry } from './schema-party.ts';
import { adjustments, id, redLines } from './schema-shared.ts';
import { quote } from './suggest.ts';
import { thresholdFaults, weightFault } from './thresholds.ts';

/** `path` leads to the block that holds the preferences: the top of a party file, or the entry in `parties`. */
export function checkPreferences(checker: Checker, path: Path): void {
  checkThresholds(checker, path);
  const entries = partsAt(checker.data, [...path, 'issues'], preferenceSchema);
  for (const { path: place, key, value } of entries) {
    if (checkIssue(checker, place, key)) checkPreference(checker, place, key, value);
  }
  checkForms(checker, path, entries);
  checkRedLines(checker, [...path, 'redLines']);
  checkAdjustments(checker, [...path, 'adjustments']);
}

export function checkRedLines(checker: Checker, path: Path): void {
  const entries = partsAt(checker.data, path, redLines.element);
  checkDistinct(
    checker,
    'red line',
    partsAt(checker.data, path, z.object({ id })).map((part) => ({ path: part.path, id: part.value.id })),
  );
  for (const { path: place, value: redLine } of entries) {
    checkPattern(checker, [...place, 'when'], redLine.when);
    checkSources(checker, place, redLine);
  }
}

export function checkAdjustments(checker: Checker, path: Path): void {
  for (const { path: place, value: adjustment } of partsAt(checker.data, path, adjustments.element)) {
    checkPattern(checker, [...place, 'when'], adjustment.when);
    checkSources(checker, place, adjustment);
  }
}

/** The options that a block of values or scores names, and the sources it cites. */
export function checkNumbers(
  checker: Checker,
  path: Path,
  issue: string,
  numbers: Readonly<Record<string, StatedNumber>>,
): void {
  for (const [option, entry] of Object.entries(numbers)) {
    checkOption(checker, [...path, option], issue, option, { at: 'key' });
    checkSources(checker, [...path, option], entry);
  }
}

/** That an expression stands on a numeric issue and gives a value for each of its options. */
export function checkExpression(checker: Checker, path: Path, issue: string, expression: string): void {
  const names = checker.names.issues?.get(issue);
  if (names === undefined) return;
  if (!names.numeric) {
    checker.complain(
      path,
      `an expression needs a numeric issue, and ${quote(issue)} lists its options; give \`values\``,
    );
    return;
  }
  if (names.options === null) return;
  const result = evaluateExpression(expression, names.options.map(Number));
  if (!result.ok) checker.complain(path, result.message);
}

function checkThresholds(checker: Checker, path: Path): void {
  const { data } = checker;
  const numbers = {
    disagreement: partAt(data, [...path, 'disagreement'], partyBody.disagreement),
    reservation: partAt(data, [...path, 'reservation'], partyBody.reservation),
    aspiration: partAt(data, [...path, 'aspiration'], partyBody.aspiration),
  };
  for (const [key, entry] of Object.entries(numbers)) {
    if (entry !== null) checkSources(checker, [...path, key], entry);
  }
  for (const fault of thresholdFaults(numbers)) checker.complain([...path, fault.key], fault.message);
}

function checkPreference(checker: Checker, path: Path, issue: string, preference: PreferenceEntry): void {
  checkSources(checker, path, preference);
  if ('weight' in preference) checkSources(checker, [...path, 'weight'], preference.weight);
  if ('value' in preference) {
    checkExpression(checker, [...path, 'value'], issue, preference.value);
    return;
  }
  const key = 'scores' in preference ? 'scores' : 'values';
  const numbers = 'scores' in preference ? preference.scores : preference.values;
  checkNumbers(checker, [...path, key], issue, numbers);
  const options = checker.names.issues?.get(issue)?.options ?? [];
  const missing = options.filter((option) => !Object.hasOwn(numbers, option));
  if (missing.length > 0) {
    const list = missing.map(quote).join(', ');
    checker.complain([...path, key], `every option needs a number; missing ${list}`, { at: 'key' });
  }
}

function checkForms(
  checker: Checker,
  path: Path,
  entries: readonly { readonly path: Path; readonly value: PreferenceEntry }[],
): void {
  const given = stepsAt(checker.data, [...path, 'issues']).length;
  const first = entries[0];
  if (first === undefined) {
    if (given === 0 && valueAt(checker.data, [...path, 'issues']) !== undefined) complainWeights(checker, path, []);
    return;
  }
  const scored = 'scores' in first.value;
  const other = entries.find(({ value }) => 'scores' in value !== scored);
  if (other !== undefined) {
    const [here, before] = scored ? ['a weight', 'scores'] : ['scores', 'weights'];
    const message = `gives ${here} where the issues before give ${before}; one party uses one of the two forms`;
    checker.complain(other.path, message, { at: 'key' });
    return;
  }
  if (scored || given > entries.length) return;
  complainWeights(
    checker,
    path,
    entries.flatMap(({ value }) => ('weight' in value ? [value.weight.value] : [])),
  );
}

function complainWeights(checker: Checker, path: Path, weights: readonly number[]): void {
  const fault = weightFault(weights);
  if (fault !== null) checker.complain([...path, 'issues'], fault, { at: 'key' });
}
