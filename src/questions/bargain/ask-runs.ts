/** Many sessions as jobs, and what they have in common. */
import { compileDraft } from '../../compile/compile.ts';
import { compileUncertainty } from '../../compile/uncertainty.ts';
import { isDrawn } from '../../engine/bargain/chance.ts';
import { summariseRuns } from '../../engine/bargain/summary.ts';
import { spaceSize } from '../../engine/problem.ts';
import { counting, partsOf } from '../crew.ts';
import { InputError } from '../input-error.ts';
import type { Asker, OpenCase } from '../question.ts';
import { hasRange } from '../sensitivity/ask-draws.ts';
import type { RunsCase, Setup } from './case.ts';
import { sessionQuestion } from './session-question.ts';

/**
 * Parts that the sessions are split into; how has no effect on the answer. Sessions without chance are few and meet in one
 * part.
 */
const PARTS = 64;

/** Sessions that are told offer by offer. */
const TOLD = 20;

export interface Many {
  readonly runs: number;
  /** Numbers are drawn from their ranges for each session. */
  readonly draws: boolean;
  readonly threads: number | undefined;
}

/** @throws InputError where there is nothing to draw */
export async function askRuns(
  opened: OpenCase,
  setup: Setup,
  { runs, draws, threads }: Many,
  { crewFor }: Asker,
): Promise<RunsCase> {
  const [first, ...others] = setup.periods;
  if (first === undefined) throw new RangeError('a session begins with the positions of round 1');
  if (draws && !setup.periods.some(({ scenario }) => hasRange(scenario))) {
    throw new InputError(['error: no number of the scenario has a low and a high, so there is nothing to draw']);
  }
  const { problem } = first.compiled;
  const question = {
    ...sessionQuestion(setup),
    drawStart: runs > 1,
    ranges: draws
      ? {
          first: compileUncertainty(first.scenario),
          later: others.map(({ scenario }) => compileUncertainty(scenario)),
        }
      : null,
    drafts: first.scenario.drafts.map(({ id }) => compileDraft(first.scenario, id)),
    told: TOLD,
  };
  const parts = partsOf(runs, draws || isDrawn(question) ? PARTS : 1);
  const crew = crewFor({ doing: 'Bargaining over', threads, stoppable: true });
  const done = await crew.run<'runs'>(
    parts.map((part) => ({ kind: 'runs', problem, question: { ...question, ...part } })),
    counting(runs, 'session'),
  );
  const found = done.flat();
  return {
    ...opened,
    kind: 'runs',
    scenario: first.scenario,
    compiled: first.compiled,
    answer: { space: spaceSize(problem) },
    setup,
    runs: found,
    summary: summariseRuns(problem, found, first.scenario.drafts.length),
    asked: runs,
    draws,
    seed: setup.seed,
  };
}
