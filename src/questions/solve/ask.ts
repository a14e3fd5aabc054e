/** Solving as jobs: the search, and beside it what waits for nothing. */
import type { z } from 'zod';
import { compileDraft } from '../../compile/compile.ts';
import type { Answer, DealCount } from '../../engine/answer.ts';
import type { Standing } from '../../engine/draft/assess-drafts.ts';
import type { Problem } from '../../engine/problem.ts';
import { answered, countsThen } from '../../engine/answered.ts';
import { countsWithoutEach } from '../../engine/zone/walkable.ts';
import type { SearchOptions } from '../../engine/solve.ts';
import type { Counting } from '../../engine/zone/counting.ts';
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
  const { problem } = about.compiled;
  const options = searchOptions(about, asked);
  const counts = countsWithoutEach(problem, options);
  // The search begins, and the counts, while the drafts' own dates are read.
  const finish = counts === null ? null : inParts(crew, problem, options, counts);
  const points = standpoints(about, asked.draftsAt);
  const standing = standingOf(about, options, points);
  return {
    ...about,
    answer: await (finish?.(standing) ?? whole(crew, { kind: 'solve', problem, options: { ...options, ...standing } })),
    draftsAt: points.drafts,
    noDealAt: points.noDeal,
    seed: asked.seed,
    ...(unvalued !== null && { unvalued }),
  };
}

async function whole(crew: Crew, job: JobOf<'solve'>): Promise<Answer> {
  return first(await crew.run<'solve'>([job], saying));
}

/** The same side by side: the search, the counts that wait for nothing, what each way out opens, and how drafts stand. */
function inParts(
  crew: Crew,
  problem: Problem,
  options: SearchOptions,
  counts: readonly Counting[],
): (standing: Standing) => Promise<Answer> {
  const searching = crew.run<'search'>([{ kind: 'search', problem, options }], saying).then(async (answers) => {
    const searched = first(answers);
    return { searched, later: await count(crew, countsThen(problem, searched, options)) };
  });
  const counting = count(crew, counts);
  return async (standing) => {
    const assessing = crew.run<'standing'>([{ kind: 'standing', problem, standing }], silent);
    const [{ searched, later }, counted, assessed] = await Promise.all([searching, counting, assessing]);
    return answered(problem, searched, first(assessed), { first: counted, later });
  };
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
export function solveJob(of: OpenCase, asked: Asked, at: Standpoints): JobOf<'solve'> {
  const options = searchOptions(of, asked);
  return { kind: 'solve', problem: of.compiled.problem, options: { ...options, ...standingOf(of, options, at) } };
}

type Asked = Pick<Options, 'coalition' | 'ties' | 'nodes' | 'memory' | 'seed'>;

function searchOptions(
  { scenario, compiled: { problem } }: OpenCase,
  { coalition, ties, nodes, memory, seed }: Asked,
): SearchOptions {
  return {
    drafts: scenario.drafts.map((draft) => compileDraft(scenario, draft.id)),
    coalition: coalitionOf(scenario, problem, coalition),
    ties,
    ...(nodes === undefined ? {} : { nodes }),
    states: statesIn(memory),
    seed,
  };
}

function standingOf({ scenario }: OpenCase, { drafts, nodes }: SearchOptions, at: Standpoints): Standing {
  return {
    drafts,
    draftProblems: at.drafts.map((point) => point?.compiled.problem ?? null),
    noDeal: scenario.statusQuo === undefined ? false : (at.noDeal?.compiled.problem ?? true),
    ...(nodes === undefined ? {} : { nodes }),
  };
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
