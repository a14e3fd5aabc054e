/** An edit of what a scenario is made of, in words. */
import type { StructureEdit } from '../../format/schema-edit.ts';
import type { Scenario } from '../../scenario.ts';
import { issueTitle, optionLabel, partyName, patternText, rangeText, ruleText } from '../wording.ts';
import { ruleOf } from './lists.ts';
import { withRange } from './ranges.ts';

/** A fragment of a sentence; `before` is the scenario that the edit is made on. */
export function describeStructure(before: Scenario, edit: StructureEdit): string {
  switch (edit.kind) {
    case 'title':
      return `title: ${before.title} -> ${edit.title}`;
    case 'renameParty':
      return `party ${partyName(before, edit.party)} -> ${edit.name}`;
    case 'renameIssue':
      return `issue ${issueTitle(before, edit.issue)} -> ${edit.title}`;
    case 'renameOption':
      return `${issueTitle(before, edit.issue)}: option ${optionLabel(before, edit.issue, edit.option)} -> ${edit.label}`;
    case 'renameDraft':
      return `draft ${entryName(before, 'draft', edit.draft)} -> ${edit.title}`;
    case 'addParty':
      return `party ${edit.party.name} added`;
    case 'addIssue':
      return `issue ${edit.issue.title} added`;
    case 'worths':
      return `${partyName(before, edit.party)}: values of ${issueTitle(before, edit.issue)}`;
    case 'addOption':
      return `${issueTitle(before, edit.issue)}: option ${edit.option.label} added`;
    case 'range': {
      const issue = before.issues.find(({ id }) => id === edit.issue);
      const now = issue === undefined ? null : withRange(issue, edit.range, edit.unit);
      const to = now === null || typeof now === 'string' ? 'other numbers' : rangeText(now);
      return `${issueTitle(before, edit.issue)}: ${issue === undefined ? '' : rangeText(issue)} -> ${to}`;
    }
    case 'only': {
      const when = edit.only === undefined ? 'arises always' : `arises only where ${patternText(before, edit.only)}`;
      return `${issueTitle(before, edit.issue)}: ${when}`;
    }
    case 'forbid':
    case 'imply':
    case 'sum': {
      const { id, ...said } = edit.rule;
      return `rule ${id} added: ${ruleText(before, ruleOf(id, said))}`;
    }
    case 'changeRule':
      return `rule ${edit.rule}: ${ruleText(before, ruleOf(edit.rule, edit.to))}`;
    case 'renameRule':
      return `rule ${edit.rule} -> ${edit.to}`;
    case 'renameRedLine':
      return `${partyName(before, edit.party)}: red line ${edit.redLine} -> ${edit.to}`;
    case 'moveRedLine':
      return `${partyName(before, edit.party)}: red line ${edit.redLine} moved`;
    case 'remove':
      return `${edit.list} ${entryName(before, edit.list, edit.id)} removed`;
    case 'removeOption':
      return `${issueTitle(before, edit.issue)}: option ${optionLabel(before, edit.issue, edit.option)} removed`;
    case 'move':
      return `${edit.list} ${entryName(before, edit.list, edit.id)} moved`;
    case 'moveOption':
      return `${issueTitle(before, edit.issue)}: option ${optionLabel(before, edit.issue, edit.option)} moved`;
  }
}

function entryName(scenario: Scenario, list: Extract<StructureEdit, { kind: 'remove' }>['list'], id: string): string {
  if (list === 'party') return partyName(scenario, id);
  if (list === 'issue') return issueTitle(scenario, id);
  return list === 'draft' ? (scenario.drafts.find((draft) => draft.id === id)?.title ?? id) : id;
}
