/** Solving as a job. */
import type { z } from 'zod';
import { compileDraft } from '../../compile/compile.ts';
import type { JobOf } from '../../jobs/job.ts';
import type { Case, DraftStandpoint } from '../../report/case.ts';
import type { Focus } from '../../report/view/focus.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { statesIn } from '../budgets.ts';
import { namesIn, numbersOf } from '../choose.ts';
import { first } from '../crew.ts';
import { standpoints } from '../own-date.ts';
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
  const draftsAt = standpoints(about, asked.draftsAt);
  const job = solveJob(about, asked, draftsAt);
  const answers = await crewFor({ doing: 'Solving' }).run<'solve'>([job], ([told]) => ({
    text: told ?? '',
    share: null,
  }));
  return { ...about, answer: first(answers), draftsAt, seed: asked.seed, ...(unvalued !== null && { unvalued }) };
}

/** A scenario to solve as a job; each draft is held against the positions where it stands. */
export function solveJob(
  { scenario, compiled: { problem } }: OpenCase,
  { coalition, ties, nodes, memory, seed }: Pick<Options, 'coalition' | 'ties' | 'nodes' | 'memory' | 'seed'>,
  draftsAt: readonly (DraftStandpoint | null)[],
): JobOf<'solve'> {
  const options = {
    draftProblems: draftsAt.map((at) => at?.compiled.problem ?? null),
    drafts: scenario.drafts.map((draft) => compileDraft(scenario, draft.id)),
    noDeal: scenario.statusQuo !== undefined,
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
export function focusOf(
  { parties, drafts, statusQuo }: Scenario,
  { party, draft }: Options,
): Pick<Focus, 'parties' | 'drafts' | 'noDeal'> {
  const named = namesIn(draft);
  const others = named.filter((name) => name !== statusQuo?.id);
  const noDeal = statusQuo !== undefined && (named.length === 0 || others.length < named.length);
  return {
    parties: numbersOf('party', parties, namesIn(party)),
    drafts: noDeal && named.length > 0 && others.length === 0 ? [] : numbersOf('draft', drafts, others),
    noDeal,
  };
}
