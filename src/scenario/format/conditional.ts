/**
 * Conditional issues: an issue that arises only where the rest of the deal has certain options (`only`). Elsewhere it
 * has one implicit option, worth nothing to anybody, that two derived rules pick exactly there.
 */
import { choicesOf, clauseHas } from './choice.ts';
import { optionAt, optionCount } from './options.ts';
import type { Draft, Issue, Option, Pattern, Rule } from '../scenario.ts';

/** The id of the option that a conditional issue has where it does not arise. */
export const NOT_APPLICABLE = 'not-applicable';

export const NOT_ARISING: Option = { id: NOT_APPLICABLE, label: 'does not arise' };

/** Issues that patterns `only` tie together, at most: deals are counted over their combinations. */
export const MOST_TIED = 16;

/** Whether an option of the issue is the implicit one. */
export function isNotArising(issue: Pick<Issue, 'only'>, option: string): boolean {
  return issue.only !== undefined && option === NOT_APPLICABLE;
}

/** How many options the file gives the issue: all but the implicit one, which is the last. */
export function ownCount(issue: Pick<Issue, 'only' | 'range' | 'named'>): number {
  return optionCount(issue) - Number(issue.only !== undefined);
}

/** The named options that the file gives the issue. */
export function ownNamed(issue: Pick<Issue, 'only' | 'named'>): readonly Option[] {
  return issue.only === undefined ? issue.named : issue.named.slice(0, -1);
}

/** The ids of the rules derived from `only`, which no rule of the file may have. */
export function derivedRuleIds(issue: string): readonly [string, string] {
  return [`only-${issue}`, `arises-${issue}`];
}

/** The rules that a file writes, without those that follow from `only` of the issues. */
export function withoutDerived(rules: readonly Rule[], issues: readonly Pick<Issue, 'id' | 'only'>[]): readonly Rule[] {
  const derived = new Set(issues.flatMap(({ id, only }) => (only === undefined ? [] : derivedRuleIds(id))));
  return rules.filter(({ id }) => !derived.has(id));
}

/** For each conditional issue: an option of its own needs the pattern, and the pattern needs an option of its own. */
export function conditionalRules(issues: readonly Issue[]): Rule[] {
  return issues.flatMap((issue): Rule[] => {
    if (issue.only === undefined) return [];
    const [only, arises] = derivedRuleIds(issue.id);
    const own: Pattern = [{ issue: issue.id, options: choicesOf(issue, [{ first: 0, last: ownCount(issue) - 1 }]) }];
    const none: Pattern = [{ issue: issue.id, options: [NOT_APPLICABLE] }];
    return [
      // oxlint-disable-next-line unicorn/no-thenable -- a key of the format, never awaited
      { kind: 'implies', id: only, if: own, then: issue.only, why: 'It does not arise otherwise.' },
      { kind: 'forbid', id: arises, forbid: [...issue.only, ...none], why: 'It arises here.' },
    ];
  });
}

/**
 * The clauses with "does not arise" for every conditional issue that they leave out and that cannot arise beside them.
 * What they leave open may still decide others. Where any is added, the clauses stand in the order of the issues.
 */
export function withNotArising(clauses: Draft['clauses'], issues: readonly Issue[]): Draft['clauses'] {
  const chosen = new Map(clauses.map(({ issue, option }) => [issue, option]));
  const added: { issue: string; option: string }[] = [];
  // One issue that does not arise may keep another from arising.
  for (let before = -1; before !== added.length;) {
    before = added.length;
    for (const { id, only } of issues) {
      if (only === undefined || chosen.has(id)) continue;
      const fails = only.some((clause) => {
        const option = chosen.get(clause.issue);
        const issue = issues.find((candidate) => candidate.id === clause.issue);
        return option !== undefined && issue !== undefined && !clauseHas(issue, clause, optionAt(issue, option));
      });
      if (!fails) continue;
      chosen.set(id, NOT_APPLICABLE);
      added.push({ issue: id, option: NOT_APPLICABLE });
    }
  }
  if (added.length === 0) return clauses;
  const place = new Map(issues.map(({ id }, k) => [id, k]));
  return [...clauses, ...added].toSorted((a, b) => (place.get(a.issue) ?? 0) - (place.get(b.issue) ?? 0));
}

/** The clauses without those that reading them again would add. */
export function withoutImplied(clauses: Draft['clauses'], issues: readonly Issue[]): Draft['clauses'] {
  return clauses.reduceRight<Draft['clauses']>((left, clause) => {
    if (clause.option !== NOT_APPLICABLE) return left;
    const others = left.filter((other) => other !== clause);
    const again = withNotArising(others, issues);
    return again.some(({ issue, option }) => issue === clause.issue && option === NOT_APPLICABLE) ? others : left;
  }, clauses);
}

/** An issue that depends on itself, by the way of others; the ids from it back to it, or null. */
export function circleOf(needs: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const walk = (id: string, path: readonly string[]): readonly string[] | null => {
    const at = path.indexOf(id);
    if (at !== -1) return [...path.slice(at), id];
    if (done.has(id)) return null;
    for (const next of needs.get(id) ?? []) {
      const circle = walk(next, [...path, id]);
      if (circle !== null) return circle;
    }
    done.add(id);
    return null;
  };
  for (const id of needs.keys()) {
    const circle = walk(id, []);
    if (circle !== null) return circle;
  }
  return null;
}

/** The largest number of issues that are tied together, each to those that it needs. */
export function mostTied(needs: ReadonlyMap<string, readonly string[]>): number {
  const group = new Map<string, Set<string>>();
  for (const [id, others] of needs) {
    const joined = new Set([id, ...others].flatMap((each) => [...(group.get(each) ?? [each])]));
    for (const each of joined) group.set(each, joined);
  }
  return Math.max(0, ...[...group.values()].map(({ size }) => size));
}
