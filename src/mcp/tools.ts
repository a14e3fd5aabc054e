/** All tools of the server: the questions of the table, and those that are no question of it. */
import { QUESTIONS } from '../questions/table.ts';
import { checkScenarioTool } from './check-scenario.ts';
import { counterOffersTool } from './counter-offers.ts';
import { questionTool } from './question-tool.ts';
import type { Surroundings } from './surroundings.ts';
import type { Tool } from './tool.ts';

/**
 * Questions that have an answer for a party that knows its own numbers only: what it would sign, what that is worth to
 * it, which of its demands exclude each other. The others are about several parties at once.
 */
const OF_ONE_SIDE: ReadonlySet<string> = new Set(['solve', 'explain', 'frontier', 'score', 'sensitivity', 'show']);

export function toolsOf(around: Surroundings): readonly Tool[] {
  const questions = QUESTIONS.filter(({ id }) => around.as === null || OF_ONE_SIDE.has(id));
  return [
    checkScenarioTool(around),
    ...questions.map((question) => questionTool(question, around)),
    counterOffersTool(around),
  ];
}
