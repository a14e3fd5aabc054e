/** What follows when all numbers of a scenario are drawn from their ranges many times. */
import { compileDraft } from '../../compile/compile.ts';
import { compileUncertainty } from '../../compile/uncertainty.ts';
import type { SolutionName } from '../../engine/answer.ts';
import { addTallies } from '../../engine/sensitivity/smaa.ts';
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

export async function askDraws({ scenario, compiled }: Named, options: DrawOptions, crew: Crew): Promise<SmaaAnswer> {
  const { draws, ...common } = options;
  const question = {
    ...common,
    uncertainty: compileUncertainty(scenario),
    drafts: scenario.drafts.map(({ id }) => compileDraft(scenario, id)),
  };
  const tallies = await crew.run<'smaa'>(
    partsOf(draws, PARTS, LEAST_DRAWS).map((part) => ({
      kind: 'smaa',
      problem: compiled.problem,
      question: { ...question, ...part },
    })),
    counting(draws, 'draw'),
  );
  return smaaAnswer(tallies.reduce(addTallies), scenario.parties.length);
}

/** Whether any number has a low and a high that differ, or a red line may be none: else there is nothing to draw but weights. */
export function hasRange(scenario: Scenario): boolean {
  return compileUncertainty(scenario).some(
    ({ weights, values, disagreement, reservation, firmness, redLines }) =>
      [...(weights ?? []), ...values, disagreement, ...(reservation === null ? [] : [reservation]), firmness].some(
        ({ low, high }) => low < high,
      ) || redLines.some(({ low, high }) => low < 1 || high < 1),
  );
}
