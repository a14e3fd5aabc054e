/** The same session under several protocols, such as an agenda in every order of its groups. */
import type { Problem } from '../../problem.ts';
import type { Outcome, Session } from '../answer.ts';
import { Sides } from '../party/own-side.ts';
import type { Protocol } from './protocol.ts';
import type { SessionQuestion } from '../question.ts';
import { runSession } from '../session.ts';

export interface OrdersQuestion extends Omit<SessionQuestion, 'protocol'> {
  readonly protocols: readonly Protocol[];
}

/** By protocol, what its session comes to; `onProgress` is told how many are done. */
export function runOrders(
  problem: Problem,
  { protocols, ...question }: OrdersQuestion,
  onProgress: (done: number) => void = () => {},
): readonly Outcome[] {
  const sides = new Sides();
  return protocols.map((protocol, done) => {
    const outcome = outcomeOf(runSession(problem, { ...question, protocol }, sides));
    onProgress(done + 1);
    return outcome;
  });
}

function outcomeOf({ ended, agreement, offers, left }: Session): Outcome {
  const last = offers.at(-1);
  return {
    ended,
    agreement,
    round: agreement?.round ?? Math.max(0, last?.round ?? 0, ...left.map(({ round }) => round)),
    group: last?.group ?? null,
  };
}
