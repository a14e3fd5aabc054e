/** The changes of a session in words, oldest first; those undone stand at the end. */
import type { History } from '../../scenario/edit/history.ts';
import { describeEdit } from '../../scenario/edit/describe-edit.ts';
import { record, startHistory } from '../../scenario/edit/history.ts';

export function editLog({ base, past, future }: History): readonly string[] {
  const steps = [
    ...past.map(({ edit }) => ({ edit, undone: false })),
    ...future.map(({ edit }) => ({ edit, undone: true })),
  ];
  let at = startHistory(base);
  const lines = steps.map(({ edit, undone }, k) => {
    const text = describeEdit(at.present, edit);
    const next = record(at, edit);
    if (next.ok) at = next.history;
    return `${String(k + 1).padStart(3)}  ${text}${undone ? '  (undone)' : ''}`;
  });
  return lines.length === 0 ? ['No changes yet.'] : lines;
}
