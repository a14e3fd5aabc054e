/** How far a search for an offer may go, in nodes: a share of what a question of an answer has. */
import { questionNodes } from '../../question-nodes.ts';
import type { Problem } from '../../problem.ts';
import { longNodes } from '../foresight/foresight.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { takesStrategies } from '../protocol/protocol.ts';

/** A session asks many questions: for each round a strategy has several, and a concession as well. */
const STRATEGY = 1 / 400;
const CONCESSION = 1 / 8;

/** Nodes of one question that a strategy asks. */
export function strategyNodes(problem: Problem): number {
  return Math.ceil(questionNodes(problem) * STRATEGY);
}

/** Nodes of one question of whoever concedes where all table an offer at once; a hard one may take more. */
export function concessionNodes(problem: Problem): number {
  return Math.ceil(questionNodes(problem) * CONCESSION);
}

/** The most nodes that a search for one offer takes under the protocol. */
export function mostOfferNodes(problem: Problem, protocol: Protocol): number {
  return takesStrategies(protocol) ? strategyNodes(problem) : longNodes(concessionNodes(problem));
}
