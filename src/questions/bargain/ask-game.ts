/** Offers in turn as a game in extensive form, where it is small enough to be written down. */
import { dealsToOffer, gameNodes, turnsOf } from '../../engine/bargain/foresight/game.ts';
import type { Turn } from '../../engine/bargain/foresight/game.ts';
import { bigCount, counted } from '../../report/text/number.ts';
import { InputError } from '../input-error.ts';
import type { OpenCase } from '../question.ts';
import { questionOf } from './ask-foresight.ts';
import type { GameCase, Setup } from './case.ts';

/** Of the largest game that is written. */
const MOST_NODES = 100_000;

/** @throws InputError for drawn proposers, and for a game of too many nodes, which it counts before anything is written */
export function askGame(opened: OpenCase, setup: Setup): GameCase {
  const { proposers } = questionOf(setup);
  if (proposers.kind === 'drawn') {
    throw new InputError(['error: --efg writes offers in turn, not drawn proposers; add --protocol alternating']);
  }
  const { problem } = opened.compiled;
  const deals = dealsToOffer(problem, MOST_NODES);
  if (deals === null) {
    throw new InputError([
      `error: there are too many deals to list, so that even one round is a game of more than ${counted(MOST_NODES, 'node')}, the most that --efg writes`,
      fewerDeals(opened),
    ]);
  }
  const turns = turnsOf(problem, proposers.order, deals);
  const nodes = gameNodes(turns, setup.rounds);
  if (nodes > MOST_NODES) {
    const rounds = mostRounds(turns, setup.rounds);
    throw new InputError([
      `error: ${counted(deals.length, 'deal')} in ${counted(setup.rounds, 'round')} make a game of ${bigCount(nodes)} nodes; --efg writes at most ${counted(MOST_NODES, 'node')}`,
      rounds === 0
        ? `  one round alone takes ${bigCount(gameNodes(turns, 1))}\n${fewerDeals(opened)}`
        : `  with --rounds ${rounds} it has ${bigCount(gameNodes(turns, rounds))}`,
    ]);
  }
  return { ...opened, kind: 'game', setup, deals, turns, nodes, seed: setup.seed };
}

function fewerDeals({ scenario }: OpenCase): string {
  return `  fewer deals are left where a party asks for more, such as --set ${scenario.parties[0]!.id}.reservation=60, or in a scenario with fewer options`;
}

/** The most rounds of a game that can still be written, fewer than the given number; 0: not even one. */
function mostRounds(turns: readonly Turn[], tooMany: number): number {
  let [fit, over] = [0, tooMany];
  while (over - fit > 1) {
    const middle = (fit + over) >> 1;
    if (gameNodes(turns, middle) > MOST_NODES) over = middle;
    else fit = middle;
  }
  return fit;
}
