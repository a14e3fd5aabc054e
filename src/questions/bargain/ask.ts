/** A session as jobs: the session itself, and what it is held against. */
import type { DraftAnswer } from '../../engine/answer.ts';
import { questionNodes, wholeAnswer } from '../../engine/budget.ts';
import type { Deal } from '../../engine/problem.ts';
import { assessDrafts } from '../../engine/draft/assess-drafts.ts';
import { spaceSize } from '../../engine/problem.ts';
import { RUNS, TIES } from '../budgets.ts';
import { counted } from '../../report/text/number.ts';
import { first, silent } from '../crew.ts';
import type { Crew } from '../crew.ts';
import type { Asker, OpenCase } from '../question.ts';
import { askOrders } from './ask-orders.ts';
import { askRuns } from './ask-runs.ts';
import { sessionQuestion } from './session-question.ts';
import { askForesight } from './ask-foresight.ts';
import { askGame } from './ask-game.ts';
import type { BargainCase, Comparison, Period, SessionCase, Setup } from './case.ts';
import type { Session } from '../../engine/bargain/answer.ts';
import type { bargainOptions } from './question.ts';
import { periodOf } from './period.ts';
import { setupOf } from './setup.ts';
import type { z } from 'zod';

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

/** The session of a setup, and what it is held against. */
export async function askSession(opened: OpenCase, setup: Setup, { crewFor, patience }: Asker): Promise<SessionCase> {
  const crew = crewFor({ doing: 'Bargaining over', stoppable: true });
  const session = await runSession(setup, crew);
  const { scenario, compiled } = periodOf(setup, 1);
  const comparison = await compare(setup, session, TIES[patience], crew);
  return {
    ...opened,
    kind: 'session',
    scenario,
    compiled,
    answer: { space: spaceSize(compiled.problem) },
    setup,
    session,
    comparison,
    seed: setup.seed,
  };
}

export async function runSession(setup: Setup, crew: Crew): Promise<Session> {
  const { compiled } = periodOf(setup, 1);
  const job = { kind: 'session', problem: compiled.problem, question: sessionQuestion(setup) } as const;
  return first(await crew.run<'session'>([job], ([offers]) => ({ text: counted(offers ?? 0, 'offer'), share: null })));
}

async function compare(setup: Setup, { agreement }: Session, ties: number, crew: Crew): Promise<Comparison> {
  const glances = await crew.run<'glance'>(
    setup.periods.map(({ compiled: { problem } }) => ({
      kind: 'glance',
      problem,
      options: { drafts: [], coalition: null, ties },
    })),
    silent,
  );
  return { glances, agreement: agreement === null ? null : assess(periodOf(setup, agreement.round), agreement.deal) };
}

/** Who signs the deal, and what would be better for somebody and worse for nobody. */
function assess({ compiled: { problem } }: Period, deal: Deal): DraftAnswer {
  const nodes = questionNodes(problem);
  return first(assessDrafts(problem, { drafts: [deal] }, nodes, wholeAnswer(problem, nodes)));
}
