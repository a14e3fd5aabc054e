/** One session under any protocol, from the first round to a deal, the deadline or a walk-out. */
import type { Session } from './answer.ts';
import { alternating } from './alternating.ts';
import { Sides } from './own-side.ts';
import type { SessionQuestion } from './question.ts';
import { Table } from './table.ts';
import type { Problem } from '../problem.ts';

/**
 * Runs a session. The same question gives the same session; `sides` may be handed from session to session, so that what
 * was found out about a party's deals is not looked for again.
 * @throws RangeError for a protocol that no session runs under
 */
export function runSession(problem: Problem, question: SessionQuestion, sides: Sides = new Sides()): Session {
  const { kind } = question.protocol;
  if (kind !== 'alternating') throw new RangeError(`no session runs under the protocol ${kind}`);
  return alternating(new Table(problem, question, sides));
}
