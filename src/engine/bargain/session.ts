/** One session under any protocol, from the first round to a deal, the deadline or a walk-out. */
import type { Problem } from '../problem.ts';
import { seededRandom } from '../random.ts';
import { alongAgenda } from './protocol/agenda.ts';
import { alternating } from './protocol/alternating.ts';
import type { Session } from './answer.ts';
import { Sides } from './party/own-side.ts';
import type { WholeProtocol } from './protocol/protocol.ts';
import type { SessionQuestion } from './question.ts';
import { randomProposer } from './protocol/random-proposer.ts';
import { simultaneous } from './protocol/simultaneous.ts';
import { singleText } from './protocol/single-text.ts';
import type { SessionWatch } from './protocol/table.ts';
import { Table } from './protocol/table.ts';

/**
 * Runs a session. The same question gives the same session; `sides` may be handed from session to session, so that what
 * was found out about a party's deals is not looked for again.
 */
export function runSession(
  problem: Problem,
  question: SessionQuestion,
  sides: Sides = new Sides(),
  watch: SessionWatch = {},
): Session {
  const { protocol } = question;
  return protocol.kind === 'agenda'
    ? alongAgenda(problem, question, protocol, sides, (stage, asked, shared) =>
        overAll(new Table(stage, asked, shared, watch), protocol.each, asked.seed),
      )
    : overAll(new Table(problem, question, sides, watch), protocol, question.seed);
}

function overAll(table: Table, protocol: WholeProtocol, seed: string): Session {
  const random = seededRandom(`${seed}/protocol`);
  switch (protocol.kind) {
    case 'alternating':
      return alternating(table);
    case 'single-text':
      return singleText(table, protocol, random);
    case 'simultaneous':
      return simultaneous(table);
    case 'random-proposer':
      return randomProposer(table, protocol.chances, random);
  }
}
