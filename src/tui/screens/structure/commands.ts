/** Adding, changing, renaming, moving and removing what a scenario is made of, and saying what an issue is worth. */
import { applyEdit } from '../../../scenario/edit/edit.ts';
import type { SingleEdit } from '../../../scenario/edit/edit.ts';
import { ownRules } from '../../../scenario/edit/structure/lists.ts';
import { ownNamed } from '../../../scenario/format/conditional.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { Context } from '../../model/context.ts';
import type { Command, Step } from '../../model/screen.ts';
import { movingCommands, within } from '../../parts/moving.ts';
import { newIssue, newOption, newParty, newPosition, otherNumbers } from './asking.ts';
import {
  clausesQuestion,
  conditionOf,
  lineQuestion,
  newDraft,
  newRedLine,
  newRule,
  otherRule,
} from './asking-rules.ts';
import type { Question } from './form.ts';
import { ask, made, opened, someText } from './form.ts';
import { sentence } from '../../parts/typed-choice.ts';
import type { Row, Section, StructureState } from './state.ts';
import { rowAt, rowsOf, scenarioOf, sectionAt } from './state.ts';

type StructureCommand = Command<StructureState>;

/** Why an edit cannot be made; null where it can. What comes of it is read back when it is made: that takes too long for every frame. */
function refusal(context: Context, edit: SingleEdit | null, none: string): string | null {
  if (edit === null) return none;
  const tried = applyEdit(scenarioOf(context), edit);
  return tried.ok ? null : sentence(tried.message);
}

function issueOf(scenario: Scenario, row: Row) {
  const id = row.kind === 'issue' ? row.id : row.kind === 'option' ? row.issue : null;
  return scenario.issues.find((issue) => issue.id === id) ?? null;
}

/** What it is called now, and the edit that calls it something else. */
function naming(
  scenario: Scenario,
  row: Row,
): { readonly now: string; readonly edit: (name: string) => SingleEdit } | null {
  switch (row.kind) {
    case 'title':
      return { now: scenario.title, edit: (title) => ({ kind: 'title', title }) };
    case 'party':
      return {
        now: entryOf(scenario.parties, row.id).name,
        edit: (name) => ({ kind: 'renameParty', party: row.id, name }),
      };
    case 'issue':
      return {
        now: entryOf(scenario.issues, row.id).title,
        edit: (title) => ({ kind: 'renameIssue', issue: row.id, title }),
      };
    case 'option': {
      const { label } = entryOf(entryOf(scenario.issues, row.issue).named, row.id);
      return { now: label, edit: (name) => ({ kind: 'renameOption', issue: row.issue, option: row.id, label: name }) };
    }
    case 'draft':
      return {
        now: entryOf(scenario.drafts, row.id).title,
        edit: (title) => ({ kind: 'renameDraft', draft: row.id, title }),
      };
    case 'rule':
      return { now: row.id, edit: (to) => ({ kind: 'renameRule', rule: row.id, to }) };
    case 'redLine':
      return { now: row.id, edit: (to) => ({ kind: 'renameRedLine', party: row.party, redLine: row.id, to }) };
    case 'section':
      return null;
  }
}

/** An entry that a row stands for. */
function entryOf<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  return list.find((each) => each.id === id)!;
}

/** What has to be typed for a new entry of a section. */
function questionOfNew(scenario: Scenario, section: Section, at: number | undefined): Question {
  switch (section) {
    case 'parties':
      return newParty(scenario);
    case 'issues':
      return newIssue(scenario, at);
    case 'rules':
      return newRule(scenario);
    case 'red lines':
      return newRedLine(scenario);
    case 'drafts':
      return newDraft(scenario);
  }
}

/** What a section has one of. */
const ONE: Readonly<Record<Section, string>> = {
  parties: 'party',
  issues: 'issue',
  rules: 'rule',
  'red lines': 'red line',
  drafts: 'draft',
};

/** What has to be typed for the entry to say something else; null for one that says nothing but its name. */
function questionOfChange(scenario: Scenario, row: Row): Question | null {
  switch (row.kind) {
    case 'issue': {
      const issue = issueOf(scenario, row);
      return issue === null || issue.range === null ? null : otherNumbers(scenario, issue);
    }
    case 'rule':
      return otherRule(scenario, entryOf(ownRules(scenario), row.id));
    case 'redLine': {
      const party = entryOf(scenario.parties, row.party);
      return lineQuestion(scenario, party, entryOf(party.redLines, row.id));
    }
    case 'draft':
      return clausesQuestion(scenario, entryOf(scenario.drafts, row.id));
    default:
      return null;
  }
}

function removal(row: Row): SingleEdit | null {
  switch (row.kind) {
    case 'party':
    case 'issue':
    case 'rule':
    case 'draft':
      return { kind: 'remove', list: row.kind, id: row.id };
    case 'option':
      return { kind: 'removeOption', issue: row.issue, option: row.id };
    case 'redLine':
      return { kind: 'dropRedLine', party: row.party, redLine: row.id };
    default:
      return null;
  }
}

/** The entry put one place up or down among its like; null at the ends and for what has no order. */
function shift(scenario: Scenario, row: Row, by: 1 | -1): SingleEdit | null {
  const to = (list: readonly { readonly id: string }[], id: string): number | null => {
    const place = list.findIndex((each) => each.id === id) + by;
    return place < 0 || place >= list.length ? null : place;
  };
  if (row.kind === 'option') {
    const place = to(ownNamed(issueOf(scenario, row)!), row.id);
    return place === null ? null : { kind: 'moveOption', issue: row.issue, option: row.id, to: place };
  }
  if (row.kind === 'redLine') {
    const { redLines } = entryOf(scenario.parties, row.party);
    const place = to(redLines, row.id);
    return place === null ? null : { kind: 'moveRedLine', party: row.party, redLine: row.id, to: place };
  }
  if (row.kind !== 'party' && row.kind !== 'issue' && row.kind !== 'rule' && row.kind !== 'draft') return null;
  const lists = { party: scenario.parties, issue: scenario.issues, rule: ownRules(scenario), draft: scenario.drafts };
  const place = to(lists[row.kind], row.id);
  return place === null ? null : { kind: 'move', list: row.kind, id: row.id, to: place };
}

/** The cursor goes along with the entry. */
function shifted(context: Context, state: StructureState, by: 1 | -1): Step<StructureState> {
  const scenario = scenarioOf(context);
  const row = rowAt(context, state);
  const edit = shift(scenario, row, by);
  if (edit === null) return {};
  const tried = applyEdit(scenario, edit);
  if (!tried.ok) return {};
  const cursor = rowsOf(tried.scenario).findIndex((each) => JSON.stringify(each) === JSON.stringify(row));
  return { state: { ...state, cursor }, effects: [{ kind: 'edit', edit }] };
}

function shiftCommand(id: string, label: string, key: string, by: 1 | -1): StructureCommand {
  return {
    id,
    label,
    keys: [key],
    unavailable: (context, state) =>
      refusal(context, shift(scenarioOf(context), rowAt(context, state), by), 'It cannot be moved any further.'),
    run: (context, state) => shifted(context, state, by),
  };
}

export const COMMANDS: readonly StructureCommand[] = [
  ...movingCommands<StructureState>({
    over: 'row',
    order: 0,
    move: (context, state, rows) => {
      const { cursor } = state;
      const count = rowsOf(scenarioOf(context)).length;
      return { ...state, cursor: within(within(cursor, count) + rows, count) };
    },
  }),
  {
    id: 'add',
    label: 'add a party, an issue, a rule, a red line or a draft, as where the cursor stands',
    keys: ['a'],
    hint: { text: 'add', order: 1 },
    run: (context, state) => {
      const scenario = scenarioOf(context);
      const row = rowAt(context, state);
      const place = issueOf(scenario, row);
      const section = sectionAt(row);
      const question = questionOfNew(
        scenario,
        section,
        place === null ? undefined : scenario.issues.indexOf(place) + 1,
      );
      return opened(scenario, state, `A new ${ONE[section]}`, question);
    },
  },
  {
    id: 'add-option',
    label: 'add an option to the issue',
    keys: ['o'],
    hint: { text: 'add option', order: 2 },
    unavailable: (context, state) =>
      issueOf(scenarioOf(context), rowAt(context, state)) === null ? 'An option is added to an issue.' : null,
    run: (context, state) => {
      const scenario = scenarioOf(context);
      const issue = issueOf(scenario, rowAt(context, state));
      return issue === null
        ? {}
        : opened(scenario, state, `A new option of ${issue.title}`, newOption(scenario, issue));
    },
  },
  {
    id: 'rename',
    label: 'call it something else',
    keys: ['enter', 'r'],
    hint: { text: 'rename', order: 3 },
    unavailable: (context, state) =>
      naming(scenarioOf(context), rowAt(context, state)) === null ? 'It has no name to change.' : null,
    run: (context, state) => {
      const scenario = scenarioOf(context);
      const named = naming(scenario, rowAt(context, state));
      if (named === null) return {};
      const question = {
        label: 'New name',
        text: named.now,
        help: ['What it is called from now on. Whatever else speaks of it goes on doing so.'],
      };
      return opened(
        scenario,
        state,
        'Another name',
        ask(question, someText('a name'), (name) => made(scenario, named.edit(name))),
      );
    },
  },
  {
    id: 'change',
    label: 'change what it says: a rule, a red line, a draft, the numbers of an issue',
    keys: ['c'],
    hint: { text: 'change', order: 4 },
    unavailable: (context, state) =>
      questionOfChange(scenarioOf(context), rowAt(context, state)) === null
        ? 'A rule, a red line, a draft and the numbers of an issue can be changed.'
        : null,
    run: (context, state) => {
      const scenario = scenarioOf(context);
      const question = questionOfChange(scenario, rowAt(context, state));
      return question === null ? {} : opened(scenario, state, 'What it says', question);
    },
  },
  {
    id: 'condition',
    label: 'say where the issue arises at all',
    keys: ['i'],
    hint: { text: 'where it arises', order: 8 },
    unavailable: (context, state) =>
      issueOf(scenarioOf(context), rowAt(context, state)) === null ? 'A condition belongs to an issue.' : null,
    run: (context, state) => {
      const scenario = scenarioOf(context);
      const issue = issueOf(scenario, rowAt(context, state));
      return issue === null ? {} : opened(scenario, state, `Where ${issue.title} arises`, conditionOf(scenario, issue));
    },
  },
  {
    id: 'remove',
    label: 'remove it, with what parties and stages say of it',
    keys: ['x', 'delete'],
    hint: { text: 'remove', order: 5 },
    unavailable: (context, state) => refusal(context, removal(rowAt(context, state)), 'This cannot be removed.'),
    run: (context, state) => {
      const edit = removal(rowAt(context, state));
      return edit === null ? {} : { effects: [{ kind: 'edit', edit }] };
    },
  },
  shiftCommand('move-up', 'move it up', '<', -1),
  { ...shiftCommand('move-down', 'move it down', '>', 1), hint: { text: 'move it', order: 6, keys: ['<', '>'] } },
  {
    id: 'values',
    label: 'say what the issue is worth to a party, option by option or by a formula',
    keys: ['v'],
    hint: { text: 'values', order: 7 },
    unavailable: (context, state) =>
      issueOf(scenarioOf(context), rowAt(context, state)) === null ? 'Values are given on an issue.' : null,
    run: (context, state) => {
      const scenario = scenarioOf(context);
      const issue = issueOf(scenario, rowAt(context, state));
      return issue === null ? {} : opened(scenario, state, `Values on ${issue.title}`, newPosition(scenario, issue));
    },
  },
];
