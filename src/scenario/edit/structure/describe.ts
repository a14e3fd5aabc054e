/** An edit of what a scenario is made of, in words. */
import type { StructureEdit } from '../../format/schema-edit.ts';
import type { Scenario } from '../../scenario.ts';
import { issueTitle, optionLabel, partyName, patternText } from '../wording.ts';

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
    case 'forbid':
      return `rule ${edit.rule.id} added: never ${patternText(before, edit.rule.forbid)}`;
    case 'imply':
      return `rule ${edit.rule.id} added: if ${patternText(before, edit.rule.if)} then ${patternText(before, edit.rule.implied)}`;
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
