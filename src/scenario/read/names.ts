/**
 * The names that a scenario file defines, read as far as it is readable. Null where a list cannot be read, is empty or
 * has a name twice: that is said once, and what refers to the list is not judged.
 */
import { z } from 'zod';
import { ownNamed } from '../format/conditional.ts';
import { optionAt } from '../format/options.ts';
import { partAt, stepsAt, valueAt } from './parts.ts';
import { MOST_OPTIONS, readRange } from '../format/range.ts';
import type { Scenario, Issue, Option } from '../scenario.ts';
import { id, amount } from '../format/schema-shared.ts';

export interface IssueNames {
  /** Null when they cannot be read. */
  readonly options: Pick<Issue, 'range' | 'named'> | null;
  /** It has a range, readable or not. */
  readonly numeric: boolean;
  /** It has a pattern `only`, so that it may not arise. */
  readonly conditional: boolean;
}

export interface Names {
  readonly parties: readonly string[] | null;
  readonly issues: ReadonlyMap<string, IssueNames> | null;
  readonly sources: readonly string[] | null;
  readonly stages: readonly string[] | null;
}

// Longer lists are refused by the schema; comparing every reference with them would take long.
const LONGEST_LIST = 2000;

const looseIssue = z.object({ id });
const looseOptions = z.array(z.object({ id }));
const looseRange = z.object({ from: amount, to: amount, step: amount });

export function readNames(data: unknown): Names {
  return {
    parties: blockKeys(data, 'parties'),
    issues: issueNames(data),
    sources: valueAt(data, ['sources']) === undefined ? [] : blockKeys(data, 'sources'),
    stages: listIds(data, 'stages'),
  };
}

/** The names of a scenario that has been read. */
export function namesOfScenario({ parties, issues, sources, stages }: Scenario): Names {
  const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id: name }) => name);
  return {
    parties: idsOf(parties),
    issues: new Map(
      issues.map((issue) => [
        issue.id,
        {
          options: { range: issue.range, named: ownNamed(issue) },
          numeric: issue.range !== null,
          conditional: issue.only !== undefined,
        },
      ]),
    ),
    sources: idsOf(sources),
    stages: idsOf(stages),
  };
}

function blockKeys(data: unknown, key: string): readonly string[] | null {
  const block = valueAt(data, [key]);
  if (typeof block !== 'object' || block === null || Array.isArray(block)) return null;
  const keys = Object.keys(block);
  return keys.length > LONGEST_LIST ? null : keys;
}

function listIds(data: unknown, key: string): readonly string[] | null {
  const list = valueAt(data, [key]);
  if (!Array.isArray(list) || list.length > LONGEST_LIST) return null;
  const ids = stepsAt(data, [key]).map((step) => partAt(data, [key, step], looseIssue)?.id);
  return ids.every((known) => known !== undefined) ? usable(ids) : null;
}

function issueNames(data: unknown): ReadonlyMap<string, IssueNames> | null {
  const ids = listIds(data, 'issues');
  if (ids === null) return null;
  return new Map(ids.map((issue, k) => [issue, namesOf(data, k)]));
}

function namesOf(data: unknown, issue: number): IssueNames {
  const has = (key: string) => valueAt(data, ['issues', issue, key]) !== undefined;
  const conditional = has('only');
  const named = has('options') ? listedOptions(data, issue) : [];
  if (!has('range')) {
    const options = named === null || named.length === 0 ? null : { range: null, named };
    return { numeric: false, options, conditional };
  }
  const range = partAt(data, ['issues', issue, 'range'], looseRange);
  const numbers = range === null ? null : readRange(range);
  if (numbers === null || 'fault' in numbers || named === null) return { numeric: true, options: null, conditional };
  const taken = named.some(({ id: name }) => optionAt({ range: numbers.range, named: [] }, name) !== -1);
  return { numeric: true, options: taken ? null : { range: numbers.range, named }, conditional };
}

function listedOptions(data: unknown, issue: number): readonly Option[] | null {
  const options = partAt(data, ['issues', issue, 'options'], looseOptions);
  if (options === null || options.length > MOST_OPTIONS) return null;
  return usable(options.map((option) => option.id)) && options.map(({ id: name }) => ({ id: name, label: name }));
}

function usable(ids: readonly string[]): readonly string[] | null {
  return ids.length === 0 || new Set(ids).size < ids.length ? null : ids;
}
