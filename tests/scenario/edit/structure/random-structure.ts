/** Random edits of what a scenario is made of, most of them possible. */
import fc from 'fast-check';
import type { StructureEdit } from '../../../../src/scenario/format/schema-edit.ts';
import { ownNamed } from '../../../../src/scenario/format/conditional.ts';
import { ownRules } from '../../../../src/scenario/edit/structure/lists.ts';
import type { History } from '../../../../src/scenario/edit/history.ts';
import { record } from '../../../../src/scenario/edit/history.ts';
import { readBackFault } from '../../../../src/scenario/save/read-back.ts';
import type { NumberRange, Scenario } from '../../../../src/scenario/scenario.ts';

/** Numbers from 0 on, read as places and values of whatever the scenario has at that moment. */
export const DICE = fc.array(fc.nat(1_000_000), { minLength: 8, maxLength: 8 });

const NAMES = [
  'Quick # one',
  "It's: odd",
  '1999',
  'yes',
  'null',
  'plain',
  'ñandú é',
  '- dash',
  'a, b | c',
  '[x]',
] as const;

/** One edit of the scenario as it stands. */
export function structureEdit(scenario: Scenario, dice: readonly number[]): StructureEdit {
  const [kind = 0, first = 0, second = 0, third = 0, fourth = 0] = dice;
  const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
  const { parties, issues, drafts } = scenario;
  const party = pick(parties, first);
  const issue = pick(issues, first);
  const option = pick([...ownNamed(issue), { id: 'none there', label: '' }], second);
  const name = `${pick(NAMES, third)} ${second % 7}`;
  const other = pick(issues.filter(({ named }) => named.length > 0).concat(issues), second);
  const when = [{ issue: other.id, options: [pick([...ownNamed(other), { id: 'x', label: '' }], third).id] }];
  const lists: readonly (readonly ['party' | 'issue' | 'rule' | 'draft', readonly { readonly id: string }[]])[] = [
    ['party', parties],
    ['issue', issues],
    ['rule', ownRules(scenario)],
    ['draft', drafts],
  ];
  const [list, entries] = pick(lists, second);
  const id = entries.length === 0 ? 'nothing' : pick(entries, third).id;
  const numeric = pick(issues.filter((own) => own.range !== null).concat(issues), second);
  const drawing = pick(parties.filter(({ redLines }) => redLines.length > 0).concat(parties), first);
  const line = pick([...drawing.redLines, { id: 'none' }], second).id;
  const rule = pick([...ownRules(scenario), { id: 'none' }], third).id;
  const terms = [
    numeric.range === null
      ? {
          issue: numeric.id,
          amounts: [{ option: pick([...ownNamed(numeric), { id: 'x' }], third).id, amount: { value: 7 } }],
        }
      : { issue: numeric.id, times: { value: 1 + (third % 3) } },
    ...(option.id !== 'none there' && issue !== numeric
      ? [{ issue: issue.id, amounts: [{ option: option.id, amount: { value: third % 9 } }] }]
      : []),
  ];
  const bound = { value: fourth % 400 };
  const sum = {
    sum: terms,
    ...(second % 3 !== 1 && { atLeast: { value: 0 } }),
    ...(second % 3 !== 0 && { atMost: bound }),
    why: name,
  };
  const all: readonly (() => StructureEdit)[] = [
    () => ({ kind: 'title', title: name }),
    () => ({ kind: 'renameParty', party: party.id, name, ...(third % 2 === 0 && { short: `s${third % 9}` }) }),
    () => ({ kind: 'renameIssue', issue: issue.id, title: name }),
    () => ({ kind: 'renameOption', issue: issue.id, option: option.id, label: name }),
    () => ({ kind: 'renameDraft', draft: drafts.length === 0 ? 'none' : pick(drafts, first).id, title: name }),
    () => ({
      kind: 'addParty',
      party: { id: `p${first % 50}`, name, ...(fourth % 2 === 0 && { disagreement: { value: third % 40 } }) },
      ...(second % 3 > 0 && {
        first: {
          issue: issue.id,
          values: ownNamed(issue).map((own, k) => ({ option: own.id, value: (k * 37) % 101 })),
        },
      }),
    }),
    () => ({
      kind: 'addIssue',
      issue: {
        id: `i${first % 50}`,
        title: name,
        options: ['A b', 'c', 'd'].map((label, k) => ({ id: `o${k}`, label })),
      },
      at: fourth % (issues.length + 1),
    }),
    () => ({
      kind: 'worths',
      party: pick(parties, third).id,
      issue: issue.id,
      ...(pick(parties, third).preferences.form === 'weights' && { weight: { value: 1 + (second % 9) } }),
      values: ownNamed(issue).map((own, k) => ({ option: own.id, value: (k * 41 + third) % 101 })),
    }),
    () => ({
      kind: 'addOption',
      issue: issue.id,
      option: { id: `n${third % 50}`, label: name },
      worths: parties.map((own, k) => ({ party: own.id, value: (k * 29 + third) % 101 })),
    }),
    () => ({ kind: 'forbid', rule: { id: `r${first % 50}`, forbid: when, why: name } }),
    () => ({
      kind: 'imply',
      rule: { id: `r${first % 50}`, if: when, implied: [{ issue: issue.id, options: [option.id] }], why: name },
    }),
    () => ({
      kind: 'addIssue',
      issue: {
        id: `r${first % 50}`,
        title: name,
        range: range(third, fourth),
        options: third % 2 === 0 ? [] : [{ id: 'none', label: name }],
        ...(second % 3 === 0 && { unit: name }),
        ...(second % 4 === 0 && { only: when }),
      },
    }),
    () => ({
      kind: 'range',
      issue: numeric.id,
      range: numeric.range === null || second % 3 === 0 ? range(third, fourth) : nearby(numeric.range, third, fourth),
      ...(fourth % 3 > 0 && { unit: name }),
      worths: parties.flatMap((own) =>
        Array.from({ length: third % 2 === 0 ? 40 : 0 }, (_, k) => ({
          party: own.id,
          option: String(k * 50),
          value: k,
        })),
      ),
    }),
    () => ({ kind: 'only', issue: issue.id, ...(fourth % 3 > 0 && { only: when }) }),
    () => ({ kind: 'sum', rule: { id: `r${first % 50}`, ...sum } }),
    () => ({
      kind: 'changeRule',
      rule,
      to:
        third % 3 === 0
          ? { ...sum, why: third % 2 === 0 ? name : 'Because.' }
          : third % 3 === 1
            ? { forbid: when, why: name }
            : { if: when, implied: [{ issue: issue.id, options: [option.id] }], why: name },
    }),
    () => ({ kind: 'renameRule', rule, to: name }),
    () => ({ kind: 'renameRedLine', party: drawing.id, redLine: line, to: `l ${third % 9}` }),
    () => ({ kind: 'moveRedLine', party: drawing.id, redLine: line, to: fourth % 3 }),
    () => ({ kind: 'remove', list, id }),
    () => ({ kind: 'remove', list, id }),
    () => ({ kind: 'removeOption', issue: issue.id, option: option.id }),
    () => ({ kind: 'removeOption', issue: issue.id, option: option.id }),
    () => ({ kind: 'move', list, id, to: fourth % Math.max(1, entries.length) }),
    () => ({ kind: 'moveOption', issue: issue.id, option: option.id, to: fourth % 4 }),
  ];
  return pick(all, kind)();
}

const STEPS = [1, 5, 25, 50, 100] as const;

/** Short and long ones, up to thousands of numbers. */
function range(dice: number, more: number) {
  const step = STEPS[dice % STEPS.length]!;
  const from = (more % 7) * 50;
  return {
    from: { value: from },
    to: { value: from + step * (dice % 2 === 0 ? more % 9 : more % 3000) },
    step: { value: step },
  };
}

/** The same numbers with some more or fewer at the ends. */
function nearby({ first, step, places, count }: NumberRange, dice: number, more: number) {
  const [from, to] = [first + BigInt((dice % 4) - 2) * step, first + BigInt(count - 1 + (more % 4) - 2) * step];
  const number = (digits: bigint) => ({ value: Number(digits) / 10 ** places });
  return { from: number(from), to: number(to), step: number(step) };
}

/** The history with those of the edits that can be made. */
export function restructuredBy(start: History, rolls: readonly (readonly number[])[]): History {
  return rolls.reduce((history, dice) => {
    const next = record(history, structureEdit(history.present, dice), { check: readBackFault });
    return next.ok ? next.history : history;
  }, start);
}
