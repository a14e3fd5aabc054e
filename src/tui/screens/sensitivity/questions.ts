/** What the sensitivity screen asks: effects of all numbers, breakpoints of the one under the cursor, draws on request. */
import { variedNumbers } from '../../../compile/vary.ts';
import type { Question } from '../../live/question.ts';
import type { Context } from '../../model/context.ts';
import { recommendationOf } from '../../parts/recommended.ts';
import { numberUnder } from './numbers.ts';
import type { SensitivityState } from './state.ts';
import { isSame } from './state.ts';

/** What is asked while the screen is open. */
export function questions(context: Context, state: SensitivityState): readonly Question[] {
  const { solution, draws } = state;
  return [
    { kind: 'tornado', solution },
    ...lineQuestion(context, state),
    ...(draws === null ? [] : [{ kind: 'smaa' as const, draws, solution }]),
  ];
}

/** Only while the glance is of the present numbers: the recommended deal is part of the question. */
function lineQuestion(context: Context, state: SensitivityState): readonly Question[] {
  const id = numberUnder(context, state);
  const { last, current } = context.findings.glance;
  if (id === null || last === null || !current) return [];
  const number = variedNumbers(context.now.scenario, false).find((candidate) => isSame(candidate, id));
  return number === undefined
    ? []
    : [{ kind: 'line', number, recommended: recommendationOf(last.answer, state.solution) }];
}
