/**
 * Holds plain data against a schema and says what does not fit, as findings with positions.
 */
import type { z } from 'zod';
import type { Document } from './document.ts';
import type { Finding, Path } from '../finding.ts';
import { message } from '../format/messages.ts';
import { quote } from '../suggest.ts';

type Issue = z.core.$ZodIssue;

/** The data as the schema reads it; null with findings when it does not fit. */
export function checkSchema<T extends z.ZodType>(
  document: Document,
  schema: T,
): { readonly data: z.output<T> | null; readonly findings: readonly Finding[] } {
  const result = schema.safeParse(document.data, { error: message, reportInput: true });
  if (result.success) return { data: result.data, findings: [] };
  return {
    data: null,
    findings: saidOnce(result.error.issues).flatMap((issue) => findingsOf(document, issue, [])),
  };
}

function findingsOf(document: Document, issue: Issue, parent: Path): Finding[] {
  const path = [...parent, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  if (issue.code === 'unrecognized_keys') {
    const lines = issue.message.split('\n');
    return issue.keys.map((key, k) => document.finding([...path, key], lines[k] ?? issue.message, { at: 'key' }));
  }
  if (issue.code === 'invalid_union') {
    const branch = nearestBranch(issue.errors);
    if (branch !== null) {
      return saidOnce(branch)
        .map((inner) => sayMisplaced(inner, issue.errors))
        .flatMap((inner) => findingsOf(document, inner, path));
    }
  }
  return [document.finding(path, issue.message, { at: issue.code === 'invalid_key' ? 'key' : 'value' })];
}

/** What follows from another of them is left out. */
function saidOnce(issues: readonly Issue[]): readonly Issue[] {
  return withoutMisplacedIds(withoutRenamed(issues));
}

/** "- a: cheap": an id that stands as a key is missing, and with it all that stands under it; said once. */
function withoutMisplacedIds(issues: readonly Issue[]): readonly Issue[] {
  const misplaced = issues.flatMap((issue) => {
    const [key, ...others] = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const isMissing = issues.some(({ path, input }) => input === undefined && samePath(path, [...issue.path, 'id']));
    return key !== undefined && others.length === 0 && isMissing ? [{ issue, key }] : [];
  });
  return issues.flatMap((issue) => {
    if (misplaced.some((of) => of.issue === issue)) return [];
    const isMissing = issue.input === undefined;
    const meant = misplaced.find((of) => isMissing && samePath(of.issue.path, issue.path.slice(0, -1)));
    if (meant === undefined) return [issue];
    if (issue.path.at(-1) !== 'id') return [];
    return [{ ...issue, message: `${issue.message}; where ${quote(meant.key)} is the id, write \`id: ${meant.key}\`` }];
  });
}

function samePath(one: readonly PropertyKey[], other: readonly PropertyKey[]): boolean {
  return one.length === other.length && one.every((step, k) => step === other[k]);
}

/** A key that is missing because it is written in another way is said once, where it stands. */
function withoutRenamed(issues: readonly Issue[]): readonly Issue[] {
  const meant = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? [`${issue.path.join('.')} ${issue.message}`] : [],
  );
  return issues.filter(({ path, input }) => {
    if (input !== undefined || path.length === 0) return true;
    const [place, key] = [path.slice(0, -1).join('.'), quote(String(path.at(-1)))];
    return !meant.some((said) => said.startsWith(`${place} `) && said.includes(`did you mean ${key}`));
  });
}

/** Of several allowed forms the one the author most likely meant: the fewest keys unknown or missing. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const fitting = branches.filter((issues) => !issues.some(isOtherKind));
  return fitting.toSorted((a, b) => misfits(a) - misfits(b))[0] ?? null;
}

/** A key that another of the forms knows is not unknown: it does not go with the keys beside it. */
function sayMisplaced(issue: Issue, branches: readonly (readonly Issue[])[]): Issue {
  if (issue.code !== 'unrecognized_keys' || issue.path.length > 0) return issue;
  const lines = issue.message.split('\n');
  const messages = issue.keys.map((key, k) => {
    const elsewhere = branches.some((issues) => !issues.some((other) => isUnknownIn(key, other)));
    return elsewhere ? `key ${quote(key)} does not go with the other keys here` : lines[k];
  });
  return { ...issue, message: messages.join('\n') };
}

function isUnknownIn(key: string, issue: Issue): boolean {
  return (
    isOtherKind(issue) || (issue.code === 'unrecognized_keys' && issue.path.length === 0 && issue.keys.includes(key))
  );
}

function isOtherKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union') {
    return typeof issue.input === 'object' && issue.errors.every((branch) => branch.some(isOtherKind));
  }
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}

/** A key that another form knows and this one must not have. */
function isUnwanted(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.expected === 'never';
}

function misfits(issues: readonly Issue[]): number {
  let count = 0;
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') count += issue.keys.length;
    else if (issue.path.length === 1 && (issue.input === undefined || isUnwanted(issue))) count++;
  }
  return count;
}
