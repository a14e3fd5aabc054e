/** The effects of single numbers as the screen shows them: one row for each, and the sentences of the report. */
import type { VariedNumber } from '../../../compile/vary.ts';
import type { SolutionName } from '../../../engine/answer.ts';
import { spaceSize } from '../../../engine/problem.ts';
import type { Outcome } from '../../../engine/sensitivity/outcome.ts';
import type { Effect, Swing } from '../../../engine/sensitivity/effect.ts';
import { flipsVerdict, movesSlack } from '../../../engine/sensitivity/effect.ts';
import type { TornadoCase } from '../../../questions/sensitivity/case.ts';
import { wholeFocus } from '../../../report/view/focus.ts';
import { numberWords, tornadoView } from '../../../questions/sensitivity/tornado.ts';
import { safe } from '../../draw/line.ts';
import type { Scale } from '../../draw/scale.ts';
import type { Answered, Subject } from '../../live/question.ts';
import type { Context } from '../../model/context.ts';
import { perAnswer } from '../../parts/per-answer.ts';
import type { NumberId, SensitivityState } from './state.ts';
import { isSame } from './state.ts';

export interface Numbers {
  readonly about: Subject;
  readonly solution: SolutionName;
  readonly base: Outcome;
  /** The one that matters most first. */
  readonly rows: readonly NumberRow[];
  readonly headline: string;
  readonly sentences: readonly string[];
  /** From the least to the largest uniform slack of all rows; null where nothing moves it. */
  readonly scale: Scale | null;
}

export interface NumberRow extends Swing {
  readonly number: VariedNumber;
  /** "Owner: weight of Fixed term" */
  readonly words: string;
  /** It changes neither verdict nor slack nor deal. */
  readonly idle: boolean;
}

const numbersOnce = perAnswer(read);

/** The last effects that were found, of the present numbers or not; null before the first. */
export function numbersOf({ findings: { tornado } }: Context): Numbers | null {
  return tornado.last === null ? null : numbersOnce(tornado.last);
}

function read(answered: Answered<'tornado'>): Numbers {
  const { about, answer, question } = answered;
  const { base, swings } = answer.answer;
  const { headline, sentences } = tornadoView(caseOf(answered), wholeFocus(about.scenario, true, ''), [], []);
  const slacks = [base, ...swings.flatMap(({ low, high }) => [low, high])].flatMap(
    ({ uniformSlack }) => uniformSlack ?? [],
  );
  const scale = { low: Math.min(...slacks), high: Math.max(...slacks) };
  return {
    about,
    solution: question.solution,
    base,
    rows: answer.order.map((k): NumberRow => {
      const number = answer.numbers[k]!;
      const { low, high } = swings[k]!;
      const idle = [low, high].every((effect) => !flips(base, effect) && !moves(base, effect));
      return { number, low, high, words: safe(numberWords(about, number)), idle };
    }),
    headline,
    sentences,
    scale: scale.low < scale.high ? scale : null,
  };
}

/** What the report on single numbers is made from; the breakpoints are asked for one by one here. */
function caseOf({ about, question, answer }: Answered<'tornado'>): TornadoCase {
  const { scenario, compiled } = about;
  return {
    scenario,
    compiled,
    answer: { ...answer.answer, space: spaceSize(compiled.problem) },
    numbers: answer.numbers,
    order: answer.order,
    solution: question.solution,
    breakpoints: [],
    assumptions: [],
    warnings: [],
    seed: '',
    version: '',
  };
}

/** True when there is a deal as things stand and none then, or the other way round. */
export function flips(base: Outcome, effect: Effect): boolean {
  return flipsVerdict(base, effect);
}

function moves(base: Outcome, effect: Effect): boolean {
  return movesSlack(base, effect) || (effect.changed ?? 0) > 0;
}

/** The row of a number, the first row for none or one that is no longer there. */
export function rowOf(rows: readonly NumberRow[], id: NumberId | null): number {
  return id === null
    ? 0
    : Math.max(
        0,
        rows.findIndex(({ number }) => isSame(number, id)),
      );
}

/** Which number is under the cursor; null while none is known. */
export function numberUnder(context: Context, { number }: SensitivityState): NumberId | null {
  return number ?? numbersOf(context)?.rows[0]?.number ?? null;
}
