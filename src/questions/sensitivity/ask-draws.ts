/** What follows when all numbers of a scenario are drawn from their ranges many times. */
import { compileDraft } from '../../compile/compile.ts';
import { compileUncertainty } from '../../compile/uncertainty.ts';
import { questionNodes } from '../../engine/question-nodes.ts';
import type { SolutionName } from '../../engine/answer.ts';
import type { Problem } from '../../engine/problem.ts';
import type { DrawRows } from '../../engine/sensitivity/draw-rows.ts';
import { addTallies, tallyCells } from '../../engine/sensitivity/tally.ts';
import type { SmaaQuestion } from '../../engine/sensitivity/smaa.ts';
import type { SmaaTally } from '../../engine/sensitivity/tally.ts';
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

/** Parts that the draws are split into, with so many numbers to keep in all of them; how has no effect on the answer. */
const PARTS = 64;
const LEAST_DRAWS = 20;
const MOST_CELLS = 2 ** 24;

/**
 * Nodes for one question about one draw, and for all draws, in those of one question about the problem: where draws are
 * settled, and where they are not. A node of a draw that is not settled takes longer than most.
 */
const DRAW_SHARE = 1 / 16;
const QUESTIONS = { settled: 32, open: 4 } as const;

/** What the draws say, and for how many of those asked for there were nodes. */
export interface AskedDraws {
  readonly answer: SmaaAnswer;
  readonly granted: number;
}

export async function askDraws(of: Named, options: DrawOptions, crew: Crew): Promise<AskedDraws> {
  const { found, granted } = await asGranted(
    of,
    options,
    (parts, done) =>
      crew.run<'smaa'>(
        parts.map((part) => ({ kind: 'smaa' as const, ...part })),
        (told) => counting(options.draws, 'draw')([...told, done]),
      ),
    (tally) => tally,
  );
  return { answer: smaaAnswer(found.reduce(addTallies), of.scenario.parties.length), granted };
}

/** The same answer, and what each draw gave, in the order of the draws. */
export async function askKeptDraws(
  of: Named,
  options: DrawOptions,
  crew: Crew,
): Promise<AskedDraws & { readonly rows: readonly DrawRows[] }> {
  const { found, granted } = await asGranted(
    of,
    options,
    (parts, done) =>
      crew.run<'draws'>(
        parts.map((part) => ({ kind: 'draws' as const, ...part })),
        (told) => counting(options.draws, 'draw')([...told, done]),
      ),
    ({ tally }) => tally,
  );
  const tally = found.map((each) => each.tally).reduce(addTallies);
  return { answer: smaaAnswer(tally, of.scenario.parties.length), granted, rows: found.map(({ rows }) => rows) };
}

/** A part of the draws is a question about the problem by itself. */
interface DrawPart {
  readonly problem: Problem;
  readonly question: SmaaQuestion;
}

/** What the parts give: the first draws tell how many there are nodes for, and no more follow. */
async function asGranted<T>(
  of: Named,
  options: DrawOptions,
  run: (parts: readonly DrawPart[], done: number) => Promise<readonly T[]>,
  tallyOf: (found: T) => SmaaTally,
): Promise<{ readonly found: readonly T[]; readonly granted: number }> {
  const begin = Math.min(options.draws, LEAST_DRAWS);
  const begun = await run(partsOfDraws(of, options, 0, begin), 0);
  const tally = begun.map(tallyOf).reduce(addTallies);
  // A person who stops that early has not had the first draws that tell.
  if (tally.draws < begin) return { found: begun, granted: options.draws };
  const granted = Math.max(begin, Math.min(options.draws, drawsGranted(of, tally)));
  if (granted === begin) return { found: begun, granted };
  return { found: [...begun, ...(await run(partsOfDraws(of, options, begin, granted), begin))], granted };
}

/** As many draws as there are nodes for, if each takes as many as these on average, and as large a part is not settled. */
export function drawsGranted(
  { compiled: { problem } }: Pick<Named, 'compiled'>,
  { draws, nodes, open, unproven }: Pick<SmaaTally, 'draws' | 'nodes' | 'open' | 'unproven'>,
): number {
  const unsettled = Math.min(1, (open + unproven) / draws);
  const questions = QUESTIONS.settled + (QUESTIONS.open - QUESTIONS.settled) * unsettled;
  return Math.floor((questionNodes(problem) * questions * draws) / Math.max(1, nodes));
}

function partsOfDraws(
  { scenario, compiled: { problem } }: Named,
  { draws: _all, ...common }: DrawOptions,
  begin: number,
  end: number,
): readonly DrawPart[] {
  const question = {
    ...common,
    uncertainty: compileUncertainty(scenario),
    drafts: scenario.drafts.map(({ id }) => compileDraft(scenario, id)),
    nodes: questionNodes(problem) * DRAW_SHARE,
  };
  const least = begin === 0 ? LEAST_DRAWS / 2 : LEAST_DRAWS;
  const most = Math.max(1, Math.min(PARTS, Math.floor(MOST_CELLS / Math.max(1, tallyCells(problem)))));
  return partsOf(end - begin, most, least).map(({ from, to }) => ({
    problem,
    question: { ...question, from: begin + from, to: begin + to },
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
