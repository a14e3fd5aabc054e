/** Which edits change what a scenario is made of. */
import type { SingleEdit, StructureEdit } from '../../format/schema-edit.ts';
import { structureEdits } from '../../format/schema-structure.ts';

const KINDS: ReadonlySet<string> = new Set(structureEdits.map(({ shape }) => shape.kind.value));

export function isStructure(edit: SingleEdit): edit is StructureEdit {
  return KINDS.has(edit.kind);
}
