/**
 * Locks: public rules that leave only some options of an issue, with ids by which they are known again.
 */
import type { Draft as Mutable } from 'immer';
import { castDraft } from 'immer';
import { choicesOf, choiceSpan, intervalText, isInterval, otherSpans } from '../format/choice.ts';
import type { Choice, Issue, Rule, Scenario } from '../scenario.ts';
import { quote, unknownName } from '../suggest.ts';
import { listedIds, optionCount } from '../format/options.ts';

/** An issue and the options of it that stay allowed, in the order of the issue. */
export interface Lock {
  readonly issue: string;
  readonly options: readonly Choice[];
}

export function lockId(issue: string): string {
  return `lock-${issue}`;
}

/** The locks of a scenario, in the order of its issues. */
export function locksOf({ rules, issues }: Pick<Scenario, 'rules' | 'issues'>): readonly Lock[] {
  return issues.flatMap((issue) => {
    const rule = rules.find((candidate) => isLock(candidate, issue.id));
    if (rule?.kind !== 'forbid') return [];
    const shut = rule.forbid.flatMap((clause) => clause.options);
    return [{ issue: issue.id, options: choicesOf(issue, otherSpans(issue, shut, optionCount(issue))) }];
  });
}

/** Locks stand after all other rules, in the order of the issues, so that the order they were made in leaves no trace. */
export function withLocksLast<R extends Rule>(rules: readonly R[], issues: readonly Issue[]): readonly R[] {
  const locks = issues.flatMap((issue) => rules.filter((rule) => isLock(rule, issue.id)));
  if (locks.length === 0) return rules;
  return [...rules.filter((rule) => !locks.includes(rule)), ...locks];
}

/**
 * Locks an issue to the options named, in place of an earlier lock; naming all of them takes the lock off. Why that
 * cannot be, or null. `issues` are the scenario's.
 */
export function writeLock(draft: Mutable<Scenario>, lock: Lock, issues: readonly Issue[]): string | null {
  const issue = issues.find((candidate) => candidate.id === lock.issue);
  if (issue === undefined) return unknownIssue(lock.issue, issues);
  const unknown = lock.options.find((choice) => choiceSpan(issue, choice) === null);
  if (unknown !== undefined) return `issue ${quote(issue.id)}: ${unknownChoice(unknown, issue)}`;
  if (lock.options.length === 0) return `issue ${quote(issue.id)}: a lock must leave at least one option`;
  const shut = choicesOf(issue, otherSpans(issue, lock.options, optionCount(issue)));
  const id = lockId(issue.id);
  if (draft.rules.some((rule) => rule.id === id && !isLock(rule, issue.id))) {
    return `the scenario has a rule of its own called ${quote(id)}, so the issue cannot be locked`;
  }
  const others = draft.rules.filter((rule) => rule.id !== id);
  if (shut.length === 0) {
    draft.rules = others;
    return null;
  }
  const rule: Mutable<Rule> = {
    kind: 'forbid',
    id,
    forbid: [{ issue: issue.id, options: castDraft(shut) }],
    why: 'Locked by hand.',
  };
  draft.rules = [...withLocksLast([...others, rule], issues)];
  return null;
}

/** Takes the lock off an issue; why that cannot be, or null. */
export function writeUnlock(draft: Mutable<Scenario>, issue: string, issues: readonly Issue[]): string | null {
  if (!issues.some((candidate) => candidate.id === issue)) return unknownIssue(issue, issues);
  const rules = draft.rules.filter((rule) => !isLock(rule, issue));
  if (rules.length === draft.rules.length) return `issue ${quote(issue)} is not locked`;
  draft.rules = rules;
  return null;
}

function isLock(rule: Rule, issue: string): boolean {
  return (
    rule.kind === 'forbid' && rule.id === lockId(issue) && rule.forbid.length === 1 && rule.forbid[0]?.issue === issue
  );
}

function unknownChoice(choice: Choice, issue: Issue): string {
  if (isInterval(choice)) return `it has no number ${intervalText(choice)}`;
  return unknownName('option', choice, listedIds(issue));
}

function unknownIssue(issue: string, issues: readonly Issue[]): string {
  return unknownName(
    'issue',
    issue,
    issues.map((known) => known.id),
  );
}
