/** The rows of the pane of options: one per option, of a number line one per run of numbers that stand alike. */
import type { Span } from '../../../engine/option-set.ts';
import { optionRuns } from '../../../report/view/option-runs.ts';
import { choiceSpan } from '../../../scenario/format/choice.ts';
import { isNumberLine } from '../../../scenario/format/options.ts';
import type { Pattern, Scenario } from '../../../scenario/scenario.ts';
import type { Context } from '../../model/context.ts';
import { statusAt } from './zone-words.ts';

/**
 * In order. A run of numbers has one status in the zone, and the same red lines, rules and lock speak of all of them. The
 * number under the cursor has a row of its own, after that of its run.
 */
export function detailRuns(context: Context, issue: number, option: number): readonly Span[] {
  const own = context.now.scenario.issues[issue]!;
  const status = statusAt(context, issue);
  if (!isNumberLine(own)) return optionRuns(own, status);
  const cuts = cutsOf(context.now.scenario, issue);
  const runs = optionRuns(own, status).flatMap((run) => cut(run, cuts));
  const around = runs.findIndex(({ first, last }) => first < last && first <= option && option <= last);
  return around === -1 ? runs : runs.toSpliced(around + 1, 0, { first: option, last: option });
}

/** Where red lines, rules or a lock begin or cease to speak of the issue's options, ascending. */
function cutsOf({ parties, rules, issues }: Scenario, issue: number): readonly number[] {
  const own = issues[issue]!;
  const patterns: Pattern[] = [
    ...parties.flatMap(({ redLines }) => redLines.map(({ when }) => when)),
    ...rules.flatMap((rule) => (rule.kind === 'forbid' ? [rule.forbid] : [])),
  ];
  const choices = patterns.flatMap((clauses) => clauses.flatMap((of) => (of.issue === own.id ? of.options : [])));
  const ends = choices.flatMap((choice) => {
    const span = choiceSpan(own, choice);
    return span === null ? [] : [span.first, span.last + 1];
  });
  return [...new Set(ends)].sort((a, b) => a - b);
}

function cut({ first, last }: Span, cuts: readonly number[]): readonly Span[] {
  const firsts = [first, ...cuts.filter((at) => first < at && at <= last)];
  return firsts.map((from, k) => ({ first: from, last: (firsts[k + 1] ?? last + 1) - 1 }));
}
