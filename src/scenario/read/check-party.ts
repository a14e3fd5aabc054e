/**
 * What the schema cannot see in one party's preferences: names that do not exist, options without a value, forms
 * that do not mix, thresholds in the wrong order.
 */
import { z } from 'zod';
import type { Numbers } from './check-values.ts';
import { checkBeside, checkCurve, checkNamed, checkNumbers } from './check-values.ts';
import type { Checker } from './checker.ts';
import { checkDistinct, checkIssue, checkPattern, checkSources } from './checker.ts';
import type { Path } from '../finding.ts';
import type { IssueNames } from './names.ts';
import { isNumberLine, numberCount, optionCount, optionId } from '../format/options.ts';
import { partAt, partsAt, stepsAt, valueAt } from './parts.ts';
import { partyBody, preferenceSchema } from '../format/schema-party.ts';
import type { PartyBody, PreferenceEntry } from '../format/schema-party.ts';
import { adjustments, id, redLines } from '../format/schema-shared.ts';
import { quote } from '../suggest.ts';
import { thresholdFaults, weightFault } from '../format/thresholds.ts';

/**
 * `path` leads to the block that holds the preferences: the top of a party file, or the entry in `parties`. `body`: all of
 * it, where it has been read and fits its schema.
 */
export function checkPreferences(checker: Checker, path: Path, body: PartyBody | null): void {
  checkThresholds(checker, path);
  const issues: Path = [...path, 'issues'];
  const entries =
    body === null
      ? partsAt(checker.data, issues, preferenceSchema)
      : Object.entries(body.issues).map(([key, value]) => ({ path: [...issues, key], key, value }));
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
    if (redLine.holds) checkSources(checker, [...place, 'holds'], redLine.holds);
  }
}

export function checkAdjustments(checker: Checker, path: Path): void {
  for (const { path: place, value: adjustment } of partsAt(checker.data, path, adjustments.element)) {
    checkPattern(checker, [...place, 'when'], adjustment.when);
    checkSources(checker, place, adjustment);
  }
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
  const firmness = partAt(data, [...path, 'firmness'], partyBody.firmness);
  if (firmness !== null && firmness !== undefined) checkSources(checker, [...path, 'firmness'], firmness);
  for (const fault of thresholdFaults(numbers)) checker.complain([...path, fault.key], fault.message);
}

function checkPreference(checker: Checker, path: Path, issue: string, preference: PreferenceEntry): void {
  checkSources(checker, path, preference);
  if ('weight' in preference) checkSources(checker, [...path, 'weight'], preference.weight);
  if (!('scores' in preference) && preference.value !== undefined) {
    checkCurve(checker, [...path, 'value'], issue, preference.value, true);
    if (preference.values) checkBeside(checker, path, issue, preference.values);
    checkNamed(checker, path, issue, preference.values);
    return;
  }
  if ('scores' in preference && preference.score !== null) {
    checkCurve(checker, [...path, 'score'], issue, preference.score, false);
    if (Object.keys(preference.scores).length > 0) checkBeside(checker, path, issue, preference.scores, 'scores');
    checkNamed(checker, path, issue, preference.scores, 'scores');
    return;
  }
  const key = 'scores' in preference ? 'scores' : 'values';
  const numbers = 'scores' in preference ? preference.scores : preference.values;
  checkNumbers(checker, [...path, key], issue, numbers);
  const options = checker.names.issues?.get(issue)?.options ?? null;
  if (options !== null) checkComplete(checker, [...path, key], options, numbers);
}

const MOST_NAMED = 8;

/** That every option has a number of its own. */
function checkComplete(
  checker: Checker,
  path: Path,
  options: NonNullable<IssueNames['options']>,
  numbers: Numbers,
): void {
  const missing: number[] = [];
  for (let option = 0; option < optionCount(options); option++) {
    if (!Object.hasOwn(numbers, optionId(options, option))) missing.push(option);
  }
  if (missing.length === 0) return;
  const ofRange = missing.filter((option) => option < numberCount(options)).length;
  const curve = path.at(-1) === 'values' ? 'value' : 'score';
  const instead =
    ofRange === 0
      ? ''
      : `; \`${curve}\` takes an expression of x, or the numbers you have with straight lines between, such as { 0: 100, 50: 20 }`;
  const names = missing
    .slice(0, isNumberLine(options) ? MOST_NAMED : Infinity)
    .map((option) => quote(optionId(options, option)));
  const more = missing.length > names.length ? ` and ${missing.length - names.length} more` : '';
  const message = `every option needs a number; missing ${names.join(', ')}${more}${instead}`;
  checker.complain(path, message, { at: 'key' });
}

function checkForms(
  checker: Checker,
  path: Path,
  entries: readonly { readonly path: Path; readonly value: PreferenceEntry }[],
): void {
  const given = stepsAt(checker.data, [...path, 'issues']).length;
  const first = entries[0];
  if (first === undefined) {
    if (given === 0 && valueAt(checker.data, [...path, 'issues']) !== undefined) checkWithoutIssues(checker, path);
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

/** A party that gives no issue a number may still have adjustments, which are its points, or red lines. */
function checkWithoutIssues(checker: Checker, path: Path): void {
  const { data } = checker;
  if (['adjustments', 'redLines'].some((key) => stepsAt(data, [...path, key]).length > 0)) return;
  const message = 'says nothing that the party wants; give an issue a number, or the party adjustments or red lines';
  checker.complain([...path, 'issues'], message, { at: 'key' });
}

function complainWeights(checker: Checker, path: Path, weights: readonly number[]): void {
  const fault = weightFault(weights);
  if (fault !== null) checker.complain([...path, 'issues'], fault, { at: 'key' });
}
