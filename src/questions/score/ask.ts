/** One deal assessed: soon enough to need no job. */
import type { z } from 'zod';
import { compileDraft } from '../../compile/compile.ts';
import { spaceSize } from '../../engine/problem.ts';
import { runHere } from '../../jobs/job.ts';
import type { Draft, Scenario, StatusQuo } from '../../scenario/scenario.ts';
import { numbersOf } from '../choose.ts';
import { first } from '../crew.ts';
import { atOwnDate } from '../own-date.ts';
import type { OpenCase } from '../question.ts';
import { NO_DEAL, readDeal } from './deal-file.ts';
import type { scoreOptions } from './question.ts';
import type { ScoreCase } from './view.ts';

export async function askScore(asked: OpenCase, options: z.output<typeof scoreOptions>): Promise<ScoreCase> {
  const { statusQuo } = asked.scenario;
  if (options.deal === NO_DEAL) return scoreNoDeal(asked, statusQuo ?? { id: NO_DEAL, title: 'No deal' }, null);
  if (statusQuo !== undefined && options.draft === statusQuo.id) {
    return scoreNoDeal(atOwnDate(asked, statusQuo, options), statusQuo, statusQuo.id);
  }
  const deal = await dealOf(asked.scenario, options);
  const opened = atOwnDate(asked, deal, options);
  const scenario: Scenario = { ...opened.scenario, drafts: [deal] };
  const { problem } = opened.compiled;
  const standing = { drafts: [compileDraft(scenario, deal.id)] };
  const { drafts } = runHere<'standing'>({ kind: 'standing', problem, standing });
  return {
    ...opened,
    scenario,
    answer: { space: spaceSize(problem), drafts: [first(drafts)], noDeal: null },
    draft: options.draft ?? null,
  };
}

function scoreNoDeal(of: OpenCase, statusQuo: StatusQuo, draft: string | null): ScoreCase {
  const { problem } = of.compiled;
  const noDeal = runHere<'noDeal'>({ kind: 'noDeal', problem, nodes: undefined });
  return {
    ...of,
    scenario: { ...of.scenario, drafts: [], statusQuo },
    answer: { space: spaceSize(problem), drafts: [], noDeal },
    draft,
  };
}

/** Exactly one of the two options is given. */
async function dealOf(scenario: Scenario, { draft, deal }: z.output<typeof scoreOptions>): Promise<Draft> {
  if (deal !== undefined) return readDeal(deal, scenario);
  return scenario.drafts[numbersOf('draft', scenario.drafts, draft === undefined ? [] : [draft])[0]!]!;
}
