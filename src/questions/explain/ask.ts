/** An explanation as a job. */
import type { z } from 'zod';
import { compileDraft } from '../../compile/compile.ts';
import type { Draft } from '../../engine/draft/draft.ts';
import type { ExplainOptions, ExplainProgress } from '../../engine/explain/explain.ts';
import { EXPLAIN, SEED } from '../budgets.ts';
import { namesIn, numbersOf } from '../choose.ts';
import { first } from '../crew.ts';
import type { Asker, OpenCase } from '../question.ts';
import type { ExplainCase } from './case.ts';
import type { explainOptions } from './question.ts';

/** Drafts are explained where they are named. */
export async function askExplain(
  opened: OpenCase,
  { draft, all, nodes }: z.output<typeof explainOptions>,
  { crewFor }: Asker,
): Promise<ExplainCase> {
  const { problem } = opened.compiled;
  const names = namesIn(draft);
  const numbers = names.length === 0 ? [] : numbersOf('draft', opened.scenario.drafts, names);
  const scenario = { ...opened.scenario, drafts: numbers.map((k) => opened.scenario.drafts[k]!) };
  const drafts = scenario.drafts.map(({ id }) => compileDraft(scenario, id));
  const options = {
    ...explainingOf(drafts, all === true ? EXPLAIN.waysInFull : EXPLAIN.ways),
    ...(nodes === undefined ? {} : { nodes }),
  };
  const answers = await crewFor({ doing: 'Explaining' }).run<'explain'>(
    [{ kind: 'explain', problem, options }],
    ([told]) => ({ text: told === null || told === undefined ? '' : DOING[told], share: null }),
  );
  return { ...opened, scenario, answer: first(answers), seed: SEED };
}

/** What the engine is asked to explain. */
export function explainingOf(drafts: readonly Draft[], ways: number = EXPLAIN.ways): ExplainOptions {
  return { drafts, most: EXPLAIN.most, ways, states: EXPLAIN.states, seed: SEED };
}

const DOING: Readonly<Record<ExplainProgress, string>> = {
  slack: 'how far thresholds can move',
  conflicts: 'demands that exclude each other',
  openings: 'the smallest openings',
  firmness: 'how firm the zone is',
  exchanges: 'exchanges of clauses',
  'new options': 'options that are not on the list',
  drafts: 'drafts',
};
