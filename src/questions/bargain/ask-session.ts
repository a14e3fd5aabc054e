/** One session as jobs: the session itself, and what it is held against. */
import type { DraftAnswer } from '../../engine/answer.ts';
import type { Session } from '../../engine/bargain/answer.ts';
import type { Deal } from '../../engine/problem.ts';
import { spaceSize } from '../../engine/problem.ts';
import { counted } from '../../report/text/number.ts';
import { TIES } from '../budgets.ts';
import { first, silent } from '../crew.ts';
import type { Crew } from '../crew.ts';
import type { Asker, OpenCase } from '../question.ts';
import type { Comparison, Period, SessionCase, Setup } from './case.ts';
import { periodOf } from './period.ts';
import { sessionQuestion } from './session-question.ts';

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
  const agreed = agreement === null ? null : await assess(periodOf(setup, agreement.round), agreement.deal, crew);
  return { glances, agreement: agreed };
}

/** Who signs the deal, and what would be better for somebody and worse for nobody. */
async function assess({ compiled: { problem } }: Period, deal: Deal, crew: Crew): Promise<DraftAnswer> {
  const job = { kind: 'standing', problem, standing: { drafts: [deal] } } as const;
  return first(first(await crew.run<'standing'>([job], silent)).drafts);
}
