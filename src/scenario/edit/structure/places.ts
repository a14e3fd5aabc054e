/** Places in the lists of a scenario, and what else of it names an entry: for edits of its structure. */
import { choiceSpan } from '../../format/choice.ts';
import { withoutDerived } from '../../format/conditional.ts';
import type { Issue, Pattern, Scenario } from '../../scenario.ts';
import { quote, unknownName } from '../../suggest.ts';

type Entries = readonly { readonly id: string }[];

/** The place of the entry with this id, or that there is none, in words. */
export function placeOf(noun: string, entries: Entries, id: string): number | string {
  const place = entries.findIndex((entry) => entry.id === id);
  return place === -1
    ? unknownName(
        noun,
        id,
        entries.map((entry) => entry.id),
      )
    : place;
}

/** Why no further entry can have this id; null where one can. */
export function takenFault(noun: string, entries: Entries, id: string): string | null {
  return entries.some((entry) => entry.id === id) ? `there is ${noun} ${quote(id)} already` : null;
}

/** The list with the entry at one place put at another, those between moving up or down. */
export function movedTo<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(Math.min(to, rest.length), 0, list[from]!);
}

/** Everything that names the issue in a pattern, in words; with an option, that option. Locks of the issue are left out. */
export function namedBy(scenario: Scenario, issue: Issue, option: number | null): readonly string[] {
  const names = (pattern: Pattern): boolean =>
    pattern.some(
      (clause) =>
        clause.issue === issue.id &&
        (option === null ||
          clause.options.some((choice) => {
            const span = choiceSpan(issue, choice);
            return span !== null && span.first <= option && option <= span.last;
          })),
    );
  const { rules, parties, consent, issues, stages } = scenario;
  return [
    ...withoutDerived(rules, issues).flatMap((rule) => {
      const named =
        rule.kind === 'forbid'
          ? names(rule.forbid)
          : rule.kind === 'implies'
            ? names(rule.if) || names(rule.then)
            : rule.sum.some((term) => term.issue === issue.id);
      return named ? [`the rule ${quote(rule.id)}`] : [];
    }),
    ...issues.flatMap(({ id, only }) => (only !== undefined && names(only) ? [`the condition of ${quote(id)}`] : [])),
    ...parties.flatMap(({ id, redLines, adjustments }) => [
      ...redLines.flatMap((line) => (names(line.when) ? [`the red line ${id}.${line.id}`] : [])),
      ...(adjustments.some(({ when }) => names(when)) ? [`an adjustment of ${quote(id)}`] : []),
    ]),
    ...(consent.conditional.some(({ when }) => names(when)) ? ['a condition of consent'] : []),
    ...stages.flatMap(({ id, change }) =>
      change.some(({ redLines, adjustments }) => [...redLines, ...adjustments].some(({ when }) => names(when)))
        ? [`the stage ${quote(id)}`]
        : [],
    ),
  ];
}

const MOST_NAMED = 4;

/** "the rule 'x' and the red line a.b name it; remove them first". */
export function stillNamed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  const verb = names.length === 1 ? 'names it; remove that first' : 'name it; remove them first';
  return `${shown.join(', ')}${more} ${verb}`;
}
