/** Many sessions as jobs, and what they have in common. */
import { compileDraft } from '../../compile/compile.ts';
import { compileUncertainty } from '../../compile/uncertainty.ts';
import { isDrawn } from '../../engine/bargain/chance.ts';
import { summariseRuns } from '../../engine/bargain/many/summary.ts';
import { spaceSize } from '../../engine/problem.ts';
import type { Run, RunsSummary } from '../../engine/bargain/answer.ts';
import { counting, partsOf } from '../crew.ts';
import type { Crew } from '../crew.ts';
import { InputError } from '../input-error.ts';
import type { Asker, OpenCase } from '../question.ts';
import { hasRange } from '../sensitivity/ask-draws.ts';
import type { Period, RunsCase, Setup } from './case.ts';
import { sessionQuestion } from './session-question.ts';

/**
 * Parts that the sessions are split into; how has no effect on the answer. Sessions without chance are few and meet in one
 * part.
 */
const PARTS = 64;

/** Sessions of a part at most: those of a part that is not done are lost where the work is stopped. */
const MOST_OF_PART = 50;

/** Sessions that are told offer by offer. */
const TOLD = 20;

export interface Many {
  readonly runs: number;
  /** Numbers are drawn from their ranges for each session. */
  readonly draws: boolean;
}

/** @throws InputError where there is nothing to draw */
export async function askRuns(
  opened: OpenCase,
  setup: Setup,
  many: Many & { readonly threads: number | undefined },
  { crewFor }: Asker,
): Promise<RunsCase> {
  const first = firstOf(setup);
  if (many.draws && !setup.periods.some(({ scenario }) => hasRange(scenario))) {
    throw new InputError(['error: no number of the scenario has a low and a high, so there is nothing to draw']);
  }
  const crew = crewFor({ doing: 'Bargaining over', threads: many.threads, stoppable: true });
  return {
    ...opened,
    kind: 'runs',
    scenario: first.scenario,
    compiled: first.compiled,
    answer: { space: spaceSize(first.compiled.problem) },
    setup,
    ...(await runMany(setup, many, crew)),
    asked: many.runs,
    draws: many.draws,
    seed: setup.seed,
  };
}

/** The sessions of a setup: all of them, or those done where the work was stopped. */
export async function runMany(
  setup: Setup,
  { runs, draws }: Many,
  crew: Crew,
): Promise<{ readonly runs: readonly Run[]; readonly summary: RunsSummary }> {
  const { scenario, compiled } = firstOf(setup);
  const { problem } = compiled;
  const ranges = setup.periods.map((period) => compileUncertainty(period.scenario));
  const question = {
    ...sessionQuestion(setup),
    drawStart: runs > 1,
    ranges: draws ? { first: ranges[0]!, later: ranges.slice(1) } : null,
    drafts: scenario.drafts.map(({ id }) => compileDraft(scenario, id)),
    told: TOLD,
  };
  const parts = partsOf(runs, draws || isDrawn(question) ? Math.max(PARTS, Math.ceil(runs / MOST_OF_PART)) : 1);
  const done = await crew.run<'runs'>(
    parts.map((part) => ({ kind: 'runs', problem, question: { ...question, ...part } })),
    counting(runs, 'session'),
  );
  const found = done.flat();
  return { runs: found, summary: summariseRuns(problem, found, scenario.drafts.length) };
}

/** @throws RangeError for a setup without positions */
function firstOf({ periods }: Setup): Period {
  const [first] = periods;
  if (first === undefined) throw new RangeError('a session begins with the positions of round 1');
  return first;
}
