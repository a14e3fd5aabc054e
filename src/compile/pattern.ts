/**
 * Patterns and rules by issue and option numbers. A rule "if A then B" forbids A together with anything but B.
 */
import { complement, intersection, unionOf } from '../engine/option-set.ts';
import type { Pattern, PatternClause } from '../engine/problem.ts';
import { choiceSpan } from '../scenario/format/choice.ts';
import { optionCount } from '../scenario/format/options.ts';
import type { Issue, Pattern as NamedPattern, PatternRule } from '../scenario/scenario.ts';

/** Looks up issues and options by id. */
export interface OptionNumbers {
  readonly offsets: Int32Array;
  readonly issues: ReadonlyMap<string, { readonly number: number; readonly issue: Issue }>;
}

export function numberOptions(issues: readonly Issue[]): OptionNumbers {
  const offsets = new Int32Array(issues.length + 1);
  for (const [k, issue] of issues.entries()) offsets[k + 1] = offsets[k]! + optionCount(issue);
  return {
    offsets,
    issues: new Map(
      issues.map((issue, number) => {
        return [issue.id, { number, issue }];
      }),
    ),
  };
}

/** The same pattern by numbers, issues and options ascending. */
export function compilePattern(pattern: NamedPattern, numbers: OptionNumbers): Pattern {
  return { clauses: compileClauses(pattern, numbers).toSorted((a, b) => a.issue - b.issue) };
}

/** The patterns that a rule forbids; none for a rule that nothing can break. */
export function compileRule(rule: PatternRule, numbers: OptionNumbers): Pattern[] {
  if (rule.kind === 'forbid') return [compilePattern(rule.forbid, numbers)];
  const condition = compilePattern(rule.if, numbers);
  return compilePattern(rule.then, numbers).clauses.flatMap((wanted) => {
    const size = numbers.offsets[wanted.issue + 1]! - numbers.offsets[wanted.issue]!;
    const others = complement(wanted.options, size);
    const broken = others.length === 0 ? null : intersect(condition, { issue: wanted.issue, options: others });
    return broken === null ? [] : [broken];
  });
}

/** The pattern with one clause more; null when it can never hold. */
function intersect(pattern: Pattern, clause: PatternClause): Pattern | null {
  const same = pattern.clauses.find((candidate) => candidate.issue === clause.issue);
  const options = same === undefined ? clause.options : intersection(same.options, clause.options);
  if (options.length === 0) return null;
  const others = pattern.clauses.filter((candidate) => candidate.issue !== clause.issue);
  return { clauses: [...others, { issue: clause.issue, options }].toSorted((a, b) => a.issue - b.issue) };
}

function compileClauses(pattern: NamedPattern, numbers: OptionNumbers): PatternClause[] {
  return pattern.map((clause) => {
    const known = numbers.issues.get(clause.issue);
    if (known === undefined) throw new RangeError(`no issue '${clause.issue}'`);
    const spans = clause.options.map((choice) => {
      const span = choiceSpan(known.issue, choice);
      if (span === null) throw new RangeError(`no option '${JSON.stringify(choice)}' of issue '${clause.issue}'`);
      return span;
    });
    return { issue: known.number, options: unionOf(spans) };
  });
}
