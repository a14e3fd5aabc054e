/** What all draws say as the screen shows it: options by how often they are in the deal, beliefs, drafts, sentences. */
import type { SolutionName } from '../../../engine/answer.ts';
import { spaceSize } from '../../../engine/problem.ts';
import type { Belief, SmaaAnswer } from '../../../engine/sensitivity/smaa-answer.ts';
import { counted } from '../../../report/text/number.ts';
import { smaaHeadline, smaaSentences, withinWords } from '../../../questions/sensitivity/draws.ts';
import { SEED } from '../../../questions/budgets.ts';
import type { Answered, Subject } from '../../live/question.ts';
import type { Context } from '../../model/context.ts';
import { perAnswer } from '../../parts/per-answer.ts';
import type { SensitivityState } from './state.ts';
import { listedOptions } from '../../../scenario/format/options.ts';

export interface Draws {
  readonly about: Subject;
  readonly solution: SolutionName;
  readonly answer: SmaaAnswer;
  /** Issues that draws decide differently first, the least certain first; options in no deal are left out. */
  readonly options: readonly OptionRow[];
  readonly headline: string;
  readonly sentences: readonly string[];
  /** How many draws, and how far shares can be off. */
  readonly short: string;
}

export interface OptionRow {
  readonly issue: number;
  readonly option: number;
  /** Of all draws. */
  readonly share: number;
  /** The first row of its issue. */
  readonly first: boolean;
  /** The same option in every deal. */
  readonly certain: boolean;
  readonly beliefs: readonly Belief[];
}

const drawsOnce = perAnswer(read);

/** The last draws that were made, of the present numbers or not; null before the first. */
export function drawsOf({ findings: { smaa } }: Context): Draws | null {
  return smaa.last === null ? null : drawsOnce(smaa.last);
}

function read({ question, about, answer }: Answered<'smaa'>): Draws {
  const { solution } = question;
  const drawn = { ...answer, space: spaceSize(about.compiled.problem) };
  return {
    about,
    solution,
    answer,
    options: optionRows(about, answer),
    headline: smaaHeadline({ answer: drawn }),
    sentences: smaaSentences({ answer: drawn, solution, simplex: false, seed: SEED }),
    short: `${counted(answer.draws, 'draw')} with seed ${SEED}; ${withinWords(answer)}.`,
  };
}

function optionRows({ scenario, compiled }: Subject, answer: SmaaAnswer): readonly OptionRow[] {
  const issues = scenario.issues.map((own, issue) => {
    const rows = listedOptions(own).flatMap((option) => {
      const flat = compiled.problem.offsets[issue]! + option;
      const share = answer.options[flat]!;
      return share > 0 ? [{ issue, option, share, beliefs: answer.beliefs[flat]! }] : [];
    });
    return rows.sort((a, b) => b.share - a.share || a.option - b.option);
  });
  return issues
    .filter((rows) => rows.length > 0)
    .sort((a, b) => a[0]!.share - b[0]!.share || Number(a.length === 1) - Number(b.length === 1))
    .flatMap((rows) => rows.map((row, k) => ({ ...row, first: k === 0, certain: rows.length === 1 })));
}

/** The option under the cursor; null where no draw has a deal. */
export function optionUnder({ options }: Draws, { option }: SensitivityState): OptionRow | null {
  return options[Math.min(option, options.length - 1)] ?? null;
}
