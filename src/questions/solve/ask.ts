/** Solving as jobs: the search, and beside it the counts that wait for nothing. */
import type { z } from 'zod';
import { compileDraft } from '../../compile/compile.ts';
import type { Answer, DealCount } from '../../engine/answer.ts';
import { answered, countsAtOnce, countsThen } from '../../engine/solve.ts';
import type { Counting } from '../../engine/zone/roads.ts';
import type { JobOf } from '../../jobs/job.ts';
import type { Case } from '../../report/case.ts';
import type { Focus } from '../../report/view/focus.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { statesIn } from '../budgets.ts';
import { draftsNamed, namesIn, numbersOf } from '../choose.ts';
import { first, silent } from '../crew.ts';
import type { Crew, Progress } from '../crew.ts';
import { standpoints } from '../own-date.ts';
import type { Standpoints } from '../own-date.ts';
import type { Asker, OpenCase } from '../question.ts';
import { coalitionOf } from '../signers.ts';
import { askUnvalued, turnedCase } from '../unvalued.ts';
import type { solveOptions } from './question.ts';

type Options = z.output<typeof solveOptions>;

export async function askSolve(opened: OpenCase, asked: Options, { crewFor }: Asker): Promise<Case> {
  focusOf(opened.scenario, asked); // what does not exist is said before anything is computed
  const limits = { nodes: asked.nodes, states: statesIn(asked.memory), seed: asked.seed };
  const unvalued = await askUnvalued(opened.scenario, crewFor({ doing: 'Solving' }), limits);
  const about = unvalued === null ? opened : turnedCase(opened, unvalued.taken);
  const crew = crewFor({ doing: 'Solving' });
  const counts = countsAtOnce(about.compiled.problem, { states: limits.states, seed: limits.seed });
  // Threads start, and the first count, while the drafts' own dates are read.
  const early = counts === null ? null : count(crew, counts.slice(0, 1));
  const points = standpoints(about, asked.draftsAt);
  const job = solveJob(about, asked, points);
  return {
    ...about,
    answer: await (early === null || counts === null ? whole(crew, job) : inParts(crew, job, early, counts.slice(1))),
    draftsAt: points.drafts,
    noDealAt: points.noDeal,
    seed: asked.seed,
    ...(unvalued !== null && { unvalued }),
  };
}

async function whole(crew: Crew, job: JobOf<'solve'>): Promise<Answer> {
  return first(await crew.run<'solve'>([job], saying));
}

/** The same: what can be counted apart is counted beside the search, and what each way out opens once it is found. */
async function inParts(
  crew: Crew,
  { problem, options }: JobOf<'solve'>,
  early: Promise<readonly DealCount[]>,
  counts: readonly Counting[],
): Promise<Answer> {
  const searching = crew.run<'search'>([{ kind: 'search', problem, options }], saying).then(async (answers) => {
    const searched = first(answers);
    return { searched, later: await count(crew, countsThen(problem, searched, options)) };
  });
  const [{ searched, later }, ...counted] = await Promise.all([searching, early, count(crew, counts)]);
  return answered(problem, searched, { first: counted.flat(), later });
}

function count(crew: Crew, counts: readonly Counting[]): Promise<readonly DealCount[]> {
  return crew.run<'count'>(
    counts.map((counting): JobOf<'count'> => ({ kind: 'count', ...counting })),
    silent,
  );
}

function saying([told]: readonly (string | null | undefined)[]): Progress {
  return { text: told ?? '', share: null };
}

/** A scenario to solve as a job; each draft, and no deal, is held against the positions where it stands. */
export function solveJob(
  { scenario, compiled: { problem } }: OpenCase,
  { coalition, ties, nodes, memory, seed }: Pick<Options, 'coalition' | 'ties' | 'nodes' | 'memory' | 'seed'>,
  at: Standpoints,
): JobOf<'solve'> {
  const options = {
    draftProblems: at.drafts.map((point) => point?.compiled.problem ?? null),
    drafts: scenario.drafts.map((draft) => compileDraft(scenario, draft.id)),
    noDeal: scenario.statusQuo === undefined ? false : (at.noDeal?.compiled.problem ?? true),
    coalition: coalitionOf(scenario, problem, coalition),
    ties,
    ...(nodes === undefined ? {} : { nodes }),
    states: statesIn(memory),
    seed,
  };
  return { kind: 'solve', problem, options };
}

/**
 * What a report is about.
 * @throws InputError for a party or a draft that does not exist
 */
export function focusOf(scenario: Scenario, { party, draft }: Options): Pick<Focus, 'parties' | 'drafts' | 'noDeal'> {
  return {
    parties: numbersOf('party', scenario.parties, namesIn(party)),
    ...draftsNamed(scenario, namesIn(draft)),
  };
}
