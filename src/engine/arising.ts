/**
 * How many combinations of options there are where some issues arise only beside certain others: of an issue that does
 * not arise there is nothing to choose, so it counts once.
 */
import type { ConditionalIssue, Problem } from './problem.ts';
import { hasOption } from './option-set.ts';
import type { OptionSet } from './option-set.ts';

/** Options of one issue between which no condition makes a difference, as one of them and their number. */
interface Kind {
  readonly option: number;
  readonly count: bigint;
}

/**
 * The combinations that the conditions leave; other rules are not applied. The issues that conditions tie together are
 * gone through kind by kind, each group on its own; all others multiply.
 */
export function arisingCombinations(
  { offsets }: Pick<Problem, 'offsets'>,
  conditions: readonly ConditionalIssue[],
): bigint {
  const sizes = Array.from({ length: offsets.length - 1 }, (_, issue) => offsets[issue + 1]! - offsets[issue]!);
  const groups = tiedGroups(conditions);
  let product = 1n;
  const tied = new Set(groups.flat());
  sizes.forEach((size, issue) => {
    if (!tied.has(issue)) product *= BigInt(size);
  });
  for (const group of groups) product *= combinationsOf(group, sizes, conditions);
  return product;
}

function combinationsOf(
  group: readonly number[],
  sizes: readonly number[],
  conditions: readonly ConditionalIssue[],
): bigint {
  const own = new Map(conditions.map((condition) => [condition.issue, condition]));
  const order = neededFirst(group, own);
  const kinds = new Map(order.map((issue) => [issue, kindsOf(issue, sizes[issue]!, own.has(issue), conditions)]));
  const chosen = new Map<number, number>();
  const count = (place: number): bigint => {
    const issue = order[place];
    if (issue === undefined) return 1n;
    const condition = own.get(issue);
    const arises = condition?.when.clauses.every(({ issue: needed, options }) =>
      hasOption(options, chosen.get(needed)!),
    );
    let sum = 0n;
    for (const { option, count: many } of arises === false
      ? [{ option: sizes[issue]! - 1, count: 1n }]
      : kinds.get(issue)!) {
      chosen.set(issue, option);
      sum += many * count(place + 1);
    }
    return sum;
  };
  return count(0);
}

/** Every issue after those that its condition is about. */
function neededFirst(group: readonly number[], own: ReadonlyMap<number, ConditionalIssue>): readonly number[] {
  const order: number[] = [];
  const visit = (issue: number): void => {
    if (order.includes(issue)) return;
    for (const { issue: needed } of own.get(issue)?.when.clauses ?? []) visit(needed);
    order.push(issue);
  };
  group.forEach(visit);
  return order;
}

/** The options of an issue (of a conditional one, its own), by the conditions that they meet. */
function kindsOf(
  issue: number,
  size: number,
  conditional: boolean,
  conditions: readonly ConditionalIssue[],
): readonly Kind[] {
  const sets: OptionSet[] = conditions.flatMap(({ when }) =>
    when.clauses.flatMap((clause) => (clause.issue === issue ? [clause.options] : [])),
  );
  const last = conditional ? size - 1 : size;
  if (sets.length === 0) return last === 0 ? [] : [{ option: 0, count: BigInt(last) }];
  const kinds = new Map<string, { readonly option: number; count: bigint }>();
  for (let option = 0; option < last; option++) {
    const key = sets.map((set) => (hasOption(set, option) ? '1' : '0')).join('');
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { option, count: 1n });
    else known.count++;
  }
  return [...kinds.values()];
}

/** The groups of issues that conditions tie together, each with the conditional issues of it. */
function tiedGroups(conditions: readonly ConditionalIssue[]): readonly (readonly number[])[] {
  let groups: readonly Set<number>[] = [];
  for (const { issue, when } of conditions) {
    const members = new Set([issue, ...when.clauses.map((clause) => clause.issue)]);
    const joined = groups.filter((group) => [...group].some((member) => members.has(member)));
    for (const group of joined) for (const member of group) members.add(member);
    groups = [...groups.filter((group) => !joined.includes(group)), members];
  }
  return groups.map((group) => [...group].sort((a, b) => a - b));
}
