/**
 * The record of an editing session, from which its edits can be made again after a crash.
 */
import type { History, Step } from './history.ts';
import { record, startHistory, undo } from './history.ts';
import type { Scenario } from '../scenario.ts';
import type { ScenarioEdit } from '../format/schema-edit.ts';

/** Of the record. */
export const SESSION_VERSION = 1;

export interface Session {
  /** Where the scenario was read from, as the caller names it. */
  readonly scenario: string;
  /** Of the scenario that the edits were made on. */
  readonly baseHash: string;
  /** When the record was written, as the caller says it. */
  readonly when: string;
  /** First edit first. */
  readonly edits: readonly ScenarioEdit[];
  /** The one to make again first. */
  readonly undone: readonly ScenarioEdit[];
}

/** A JSON text with everything that was done; the caller says which scenario it was and what time it is. */
export function sessionText(history: History, source: Pick<Session, 'scenario' | 'when'>): string {
  const editsOf = (steps: readonly Step[]) => steps.map(({ edit }) => edit);
  const session = {
    session: SESSION_VERSION,
    scenario: source.scenario,
    baseHash: history.base.hash,
    when: source.when,
    edits: editsOf(history.past),
    undone: editsOf(history.future),
  };
  return `${JSON.stringify(session, null, 2)}\n`;
}

/** What came of making edits again: the history of those that could be made, and the others with the reason. */
export interface Replayed {
  readonly history: History;
  readonly failed: readonly { readonly edit: ScenarioEdit; readonly message: string }[];
}

/** Makes the edits one after the other, leaving out those that cannot be made. */
export function replay(scenario: Scenario, edits: readonly ScenarioEdit[]): Replayed {
  let history = startHistory(scenario);
  const failed: { edit: ScenarioEdit; message: string }[] = [];
  for (const edit of edits) {
    const result = record(history, edit);
    if (result.ok) history = result.history;
    else failed.push({ edit, message: result.message });
  }
  return { history, failed };
}

export type Restored =
  | { readonly ok: true; readonly history: History }
  /** `offer`: what can be had all the same, for the person to decide. */
  | { readonly ok: false; readonly message: string; readonly offer: Replayed };

/**
 * The history of a session on the scenario it was made on, with what was undone ready to be made again. Refused where
 * the scenario's files are not those of the session; the edits that can still be made come along as an offer.
 */
export function restoreSession(scenario: Scenario, session: Session): Restored {
  const { edits, undone, baseHash } = session;
  const done = replay(scenario, edits);
  if (scenario.hash !== baseHash) {
    const count = done.failed.length;
    const still =
      count === 0 ? 'all edits can still be made' : `${count} of ${edits.length} edits cannot be made on it`;
    const why = `the scenario has changed since the session was recorded (its hash was '${baseHash}' and is '${scenario.hash}')`;
    return { ok: false, message: `${why}; ${still}`, offer: done };
  }
  const all = replay(scenario, [...edits, ...undone]);
  if (all.failed.length > 0) {
    const why = `${all.failed.length} edits of the session cannot be made: ${all.failed[0]?.message}`;
    return { ok: false, message: why, offer: done };
  }
  let { history } = all;
  while (history.past.length > done.history.past.length) history = undo(history)?.history ?? done.history;
  return { ok: true, history };
}
