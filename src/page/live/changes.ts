/** What the reader has turned: one edit for each control that is not as in the file, by the control's key. */
import type { SingleEdit } from '../../scenario/edit/edit.ts';
import type { Dial } from '../controls.ts';

export type Changes = Readonly<Record<string, SingleEdit>>;

/** In an order that does not depend on what was turned first. */
export function editsOf(changes: Changes): readonly SingleEdit[] {
  return Object.keys(changes)
    .toSorted()
    .map((key) => changes[key]!);
}

/** The control that an edit belongs to. */
export function keyOf(edit: SingleEdit): string | null {
  switch (edit.kind) {
    case 'reservation':
      return `least/${edit.party}`;
    case 'weight':
    case 'scale':
      return `weight/${edit.party}/${edit.issue}`;
    case 'dropRedLine':
      return `line/${edit.party}/${edit.redLine}`;
    case 'lock':
      return `lock/${edit.issue}`;
    default:
      return null;
  }
}

export function changesFrom(edits: readonly SingleEdit[]): Changes {
  return Object.fromEntries(
    edits.flatMap((edit) => {
      const key = keyOf(edit);
      return key === null ? [] : [[key, edit] as const];
    }),
  );
}

/** What a dial shows. */
export function valueOf({ key, edit }: Dial, changes: Changes): number {
  return numberIn(changes[key]) ?? numberIn(edit) ?? 0;
}

/** A dial turned; back at the number of the file it is no change. */
export function turned(changes: Changes, { key, edit }: Dial, value: number): Changes {
  const { [key]: _before, ...rest } = changes;
  if (value === numberIn(edit)) return rest;
  return { ...rest, [key]: edit.kind === 'scale' ? { ...edit, factor: value } : { ...edit, value } };
}

function numberIn(edit: SingleEdit | undefined): number | null {
  switch (edit?.kind) {
    case 'reservation':
    case 'weight':
      return edit.value;
    case 'scale':
      return edit.factor;
    default:
      return null;
  }
}
