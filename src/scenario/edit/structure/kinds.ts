/** Which edits change what a scenario is made of; told without their schemas, which whoever only edits does not load. */
import type { SingleEdit, StructureEdit } from '../../format/schema-edit.ts';

const KINDS: Readonly<Record<StructureEdit['kind'], true>> = {
  title: true,
  renameParty: true,
  renameIssue: true,
  renameOption: true,
  renameDraft: true,
  addParty: true,
  addIssue: true,
  range: true,
  only: true,
  worths: true,
  addOption: true,
  forbid: true,
  imply: true,
  sum: true,
  changeRule: true,
  renameRule: true,
  renameRedLine: true,
  moveRedLine: true,
  remove: true,
  removeOption: true,
  move: true,
  moveOption: true,
};

export function isStructure(edit: SingleEdit): edit is StructureEdit {
  return Object.hasOwn(KINDS, edit.kind);
}
