/** An edit of what a scenario is made of, made in an immer draft of the scenario. */
import type { Draft as Mutable } from 'immer';
import { castDraft, current } from 'immer';
import type { StructureEdit } from '../../format/schema-edit.ts';
import { conditionalRules, withNotArising, withoutDerived, withoutImplied } from '../../format/conditional.ts';
import { withStandIns } from '../../format/not-yet-valued.ts';
import type { Scenario } from '../../scenario.ts';
import { withLocksLast } from '../locks.ts';
import {
  addIssue,
  addOption,
  moveIssue,
  moveOption,
  removeIssue,
  removeOption,
  renameIssue,
  renameOption,
} from './issues.ts';
import { addParty, moveParty, removeParty, renameParty, setWorths } from './parties.ts';
import {
  addRule,
  changeRule,
  moveDraft,
  moveRule,
  removeDraft,
  removeRule,
  renameDraft,
  renameRule,
  ruleOf,
} from './lists.ts';
import { setOnly, setRange } from './ranges.ts';
import { moveRedLine, renameRedLine } from './red-lines.ts';

/** The scenario after the edit, or why it cannot be made. */
export type Restructured = Scenario | string;

/** Why the edit cannot be made, or null. Whether what comes of it would be read back is for `save/read-back` to say. */
export function writeStructure(draft: Mutable<Scenario>, edit: StructureEdit): string | null {
  const changed = restructured(current(draft), edit);
  if (typeof changed === 'string') return changed;
  const next = withDerived(changed);
  const { title, parties, issues, rules, consent, drafts, stages, bargaining } = next;
  Object.assign(draft, castDraft({ title, parties, issues, rules, consent, drafts, stages }));
  if (bargaining !== undefined) draft.bargaining = castDraft(bargaining);
  return null;
}

function restructured(scenario: Scenario, edit: StructureEdit): Restructured {
  switch (edit.kind) {
    case 'title':
      return { ...scenario, title: edit.title };
    case 'renameParty':
      return renameParty(scenario, edit);
    case 'renameIssue':
      return renameIssue(scenario, edit);
    case 'renameOption':
      return renameOption(scenario, edit);
    case 'renameDraft':
      return renameDraft(scenario, edit);
    case 'addParty':
      return addParty(scenario, edit);
    case 'addIssue':
      return addIssue(scenario, edit);
    case 'worths':
      return setWorths(scenario, edit);
    case 'addOption':
      return addOption(scenario, edit);
    case 'range':
      return setRange(scenario, edit);
    case 'only':
      return setOnly(scenario, edit);
    case 'forbid':
    case 'imply':
    case 'sum': {
      const { id, ...said } = edit.rule;
      return addRule(scenario, ruleOf(id, said));
    }
    case 'changeRule':
      return changeRule(scenario, edit);
    case 'renameRule':
      return renameRule(scenario, edit);
    case 'renameRedLine':
      return renameRedLine(scenario, edit);
    case 'moveRedLine':
      return moveRedLine(scenario, edit);
    case 'remove':
      return REMOVE[edit.list](scenario, edit.id);
    case 'removeOption':
      return removeOption(scenario, edit);
    case 'move':
      return MOVE[edit.list](scenario, edit.id, edit.to);
    case 'moveOption':
      return moveOption(scenario, edit);
  }
}

const REMOVE = { party: removeParty, issue: removeIssue, rule: removeRule, draft: removeDraft } as const;
const MOVE = { party: moveParty, issue: moveIssue, rule: moveRule, draft: moveDraft } as const;

/** With what stands in for unknown numbers, and what follows from conditional issues, as reading fills them in. */
function withDerived(scenario: Scenario): Scenario {
  const { parties, issues, rules, drafts } = scenario;
  return {
    ...scenario,
    parties: parties.map((party) => withStandIns(party, issues)),
    rules: withLocksLast([...withoutDerived(rules, issues), ...conditionalRules(issues)], issues),
    drafts: drafts.map((draft) => ({
      ...draft,
      clauses: withNotArising(withoutImplied(draft.clauses, issues), issues),
    })),
  };
}
