/** What is asked of bargaining, by its options: a session, many of them, all orders, an equilibrium, or the game itself. */
import type { z } from 'zod';
import { RUNS } from '../budgets.ts';
import type { Asker, OpenCase } from '../question.ts';
import { askForesight } from './ask-foresight.ts';
import { askGame } from './ask-game.ts';
import { askOrders } from './ask-orders.ts';
import { askRuns } from './ask-runs.ts';
import { askSession } from './ask-session.ts';
import type { BargainCase } from './case.ts';
import type { bargainOptions } from './question.ts';
import { setupOf } from './setup.ts';

/** @throws InputError for options that name what the scenario does not have, or a game too large to write */
export async function askBargain(
  opened: OpenCase,
  options: z.output<typeof bargainOptions>,
  asker: Asker,
): Promise<BargainCase> {
  const setup = setupOf(opened, options);
  if (options.efg === true) return askGame(opened, setup);
  if (options.allOrders === true) return askOrders(opened, setup, options.threads, asker);
  if (options.equilibrium === true) return askForesight(opened, setup, options.nodes, asker);
  const { runs, threads, draws = false } = options;
  return runs === undefined && !draws
    ? askSession(opened, setup, asker)
    : askRuns(opened, setup, { runs: runs ?? RUNS, draws, threads }, asker);
}
