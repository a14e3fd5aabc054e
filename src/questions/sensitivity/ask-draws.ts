/** What follows when all numbers of a scenario are drawn from their ranges many times. */
import { compileDraft } from '../../compile/compile.ts';
import { compileUncertainty } from '../../compile/uncertainty.ts';
import type { SolutionName } from '../../engine/answer.ts';
import type { Problem } from '../../engine/problem.ts';
import type { DrawRows } from '../../engine/sensitivity/draw-rows.ts';
import { addTallies } from '../../engine/sensitivity/smaa.ts';
import type { SmaaQuestion } from '../../engine/sensitivity/smaa.ts';
import type { SmaaAnswer } from '../../engine/sensitivity/smaa-answer.ts';
import { smaaAnswer } from '../../engine/sensitivity/smaa-answer.ts';
import type { Named } from '../../report/case.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Crew } from '../crew.ts';
import { counting, partsOf } from '../crew.ts';

export interface DrawOptions {
  readonly draws: number;
  readonly solution: SolutionName;
  /** Weights from all that are possible instead of their ranges. */
  readonly simplex: boolean;
  readonly seed: string;
}

/** Parts that the draws are split into; how has no effect on the answer. */
const PARTS = 250;
const LEAST_DRAWS = 20;

export async function askDraws(of: Named, options: DrawOptions, crew: Crew): Promise<SmaaAnswer> {
  const parts = partsOfDraws(of, options).map((part) => ({ kind: 'smaa' as const, ...part }));
  const tallies = await crew.run<'smaa'>(parts, counting(options.draws, 'draw'));
  return smaaAnswer(tallies.reduce(addTallies), of.scenario.parties.length);
}

/** The same answer, and what each draw gave, in the order of the draws. */
export async function askKeptDraws(
  of: Named,
  options: DrawOptions,
  crew: Crew,
): Promise<{ readonly answer: SmaaAnswer; readonly rows: readonly DrawRows[] }> {
  const parts = partsOfDraws(of, options).map((part) => ({ kind: 'draws' as const, ...part }));
  const kept = await crew.run<'draws'>(parts, counting(options.draws, 'draw'));
  const tally = kept.map((each) => each.tally).reduce(addTallies);
  return { answer: smaaAnswer(tally, of.scenario.parties.length), rows: kept.map(({ rows }) => rows) };
}

/** The draws in parts: each is a question about the problem by itself. */
function partsOfDraws(
  { scenario, compiled }: Named,
  { draws, ...common }: DrawOptions,
): readonly { readonly problem: Problem; readonly question: SmaaQuestion }[] {
  const question = {
    ...common,
    uncertainty: compileUncertainty(scenario),
    drafts: scenario.drafts.map(({ id }) => compileDraft(scenario, id)),
  };
  return partsOf(draws, PARTS, LEAST_DRAWS).map((part) => ({
    problem: compiled.problem,
    question: { ...question, ...part },
  }));
}

/** Whether any number has a low and a high that differ, or a red line may be none: else there is nothing to draw but weights. */
export function hasRange(scenario: Scenario): boolean {
  return compileUncertainty(scenario).some(
    ({ weights, values, curves = [], disagreement, reservation, firmness, redLines }) =>
      curves.length > 0 ||
      [...(weights ?? []), ...values, disagreement, ...(reservation === null ? [] : [reservation]), firmness].some(
        ({ low, high }) => low < high,
      ) ||
      redLines.some(({ low, high }) => low < 1 || high < 1),
  );
}
