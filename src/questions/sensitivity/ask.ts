/** Single numbers, drawn numbers or stages: each as jobs that can be split over threads. */
import type { z } from 'zod';
import { allNumbers } from '../../compile/vary.ts';
import { spaceSize } from '../../engine/problem.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { statesIn } from '../budgets.ts';
import { InputError } from '../input-error.ts';
import type { Asker, OpenCase } from '../question.ts';
import { askDraws, askKeptDraws, hasRange } from './ask-draws.ts';
import { askBreakpoints, askEffects } from './ask-numbers.ts';
import { askStages } from './ask-stages.ts';
import type { SensitivityCase, SensitivityParts } from './case.ts';
import type { sensitivityOptions } from './question.ts';
import { suppose } from './suppose.ts';

type Options = z.output<typeof sensitivityOptions>;

export async function askSensitivity(opened: OpenCase, options: Options, asker: Asker): Promise<SensitivityCase> {
  // A line that may be none is drawn, not supposed away.
  const isDrawn = options.smaa === true && options.asIf === undefined && hasUncertainLines(opened.scenario);
  const of = isDrawn ? opened : suppose(opened, options.asIf);
  const asked = options.smaa === true ? drawn : options.stages === true ? alongDates : numberByNumber;
  return { ...of, seed: options.seed, ...(await asked(of, options, asker)) };
}

function hasUncertainLines({ parties }: Scenario): boolean {
  return parties.some(({ redLines }) => redLines.some(({ holds }) => holds !== undefined));
}

async function drawn(of: OpenCase, options: Options, { crewFor }: Asker): Promise<SensitivityParts> {
  const { draws, solution, seed, threads } = options;
  const simplex = options.simplex === true;
  if (!simplex && !hasRange(of.scenario)) {
    throw new InputError([
      'error: no number of the scenario has a low and a high, so there is nothing to draw; ' +
        'add them, or draw weights from all that are possible with --simplex',
    ]);
  }
  const crew = crewFor({ doing: 'Drawing the numbers of', threads, stoppable: true });
  const asked = { draws, solution, simplex, seed };
  const found = options.csv === true ? await askKeptDraws(of, asked, crew) : await askDraws(of, asked, crew);
  const answer = { ...found.answer, space: spaceSize(of.compiled.problem) };
  const { granted, ...told } = found;
  const stopped = answer.draws < draws ? { stoppedBefore: draws, outOfNodes: answer.draws === granted } : {};
  return { smaa: { ...of, ...told, seed, answer, solution, simplex, ...stopped }, tornado: null, stages: null };
}

async function numberByNumber(of: OpenCase, options: Options, { crewFor }: Asker): Promise<SensitivityParts> {
  const { solution, seed, threads } = options;
  const outcomes = { solution, count: options.count === true ? budgetOf(options) : null };
  const varying = crewFor({ doing: 'Varying the numbers of', threads });
  const effects = await askEffects(of, options.values === true, outcomes, varying);
  const recommended = { solution, outcome: effects.answer.base };
  const moving = crewFor({ doing: 'Moving the numbers of', threads });
  const breakpoints = await askBreakpoints(of, allNumbers(of.scenario, false), recommended, effects.nodes, moving);
  const answer = { ...effects.answer, space: spaceSize(of.compiled.problem) };
  return { smaa: null, tornado: { ...of, ...effects, seed, answer, solution, breakpoints }, stages: null };
}

async function alongDates(of: OpenCase, options: Options, { crewFor }: Asker): Promise<SensitivityParts> {
  if (of.file.stages.length === 0) {
    throw new InputError(['error: the scenario has no stages, so there is nothing to compare']);
  }
  const { solution, seed, threads } = options;
  const crew = crewFor({ doing: 'Solving the stages of', threads });
  const found = await askStages(of.file, of.changed, { solution, count: budgetOf(options) }, crew);
  const stages = { ...of, ...found, seed, answer: { space: spaceSize(of.compiled.problem) } };
  return { smaa: null, tornado: null, stages };
}

function budgetOf({ memory, seed }: Options) {
  return { states: statesIn(memory), seed };
}
