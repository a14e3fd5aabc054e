/** An explanation as a job. */
import type { z } from 'zod';
import { compileDraft } from '../../compile/compile.ts';
import type { Draft } from '../../engine/draft/draft.ts';
import type { ExplainOptions, ExplainProgress } from '../../engine/explain/explain.ts';
import { EXPLAIN, SEED } from '../budgets.ts';
import { draftsNamed, namesIn } from '../choose.ts';
import { first, silent } from '../crew.ts';
import { standpoints } from '../own-date.ts';
import type { Asker, OpenCase } from '../question.ts';
import type { ExplainCase } from './case.ts';
import type { explainOptions } from './question.ts';

/** Drafts, and no deal, are explained where they are named, each by the positions of its own date unless asked otherwise. */
export async function askExplain(
  opened: OpenCase,
  { draft, draftsAt, all, nodes }: z.output<typeof explainOptions>,
  { crewFor }: Asker,
): Promise<ExplainCase> {
  const { problem } = opened.compiled;
  const names = namesIn(draft);
  const named = names.length === 0 ? { drafts: [], noDeal: false } : draftsNamed(opened.scenario, names);
  const scenario = { ...opened.scenario, drafts: named.drafts.map((k) => opened.scenario.drafts[k]!) };
  const { drafts: points, noDeal: noDealAt } = standpoints({ ...opened, scenario }, draftsAt);
  const optionsFor = (drafts: readonly Draft[]) => ({
    ...explainingOf(drafts, all === true ? EXPLAIN.waysInFull : EXPLAIN.ways),
    ...(nodes === undefined ? {} : { nodes }),
  });
  const compiled = scenario.drafts.map(({ id }) => compileDraft(scenario, id));
  const here = compiled.filter((_, k) => points[k] === null);
  const crew = crewFor({ doing: 'Explaining' });
  const answer = first(
    await crew.run<'explain'>([{ kind: 'explain', problem, options: optionsFor(here) }], ([told]) => ({
      text: told === null || told === undefined ? '' : DOING[told],
      share: null,
    })),
  );
  const elsewhere = points.flatMap((at, k) =>
    at === null ? [] : [{ kind: 'drafts' as const, problem: at.compiled.problem, options: optionsFor([compiled[k]!]) }],
  );
  const others = elsewhere.length === 0 ? [] : await crew.run<'drafts'>(elsewhere, silent);
  const noDeal = named.noDeal
    ? first(
        await crew.run<'noDeal'>([{ kind: 'noDeal', problem: (noDealAt ?? opened).compiled.problem, nodes }], silent),
      )
    : null;
  const [own, other] = [answer.drafts.values(), others.flat().values()];
  const drafts = points.map((at, k) => ({ ...nextOf(at === null ? own : other), draft: k }));
  const draftsAtOf = points.map((at) =>
    at === null ? null : { ...at, scenario: { ...at.scenario, drafts: scenario.drafts } },
  );
  return { ...opened, scenario, answer: { ...answer, drafts, noDeal }, draftsAt: draftsAtOf, noDealAt, seed: SEED };
}

function nextOf<T>(list: Iterator<T, undefined>): T {
  const { value } = list.next();
  if (value === undefined) throw new RangeError('every draft has an explanation');
  return value;
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
