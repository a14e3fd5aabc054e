/**
 * What each draw gives, one by one, in columns of typed arrays: some bytes for each cell, so that a hundred thousand
 * draws can be kept and handed between threads.
 */
import type { Problem } from '../problem.ts';
import { issueCount, optionCount } from '../problem.ts';
import { utilityPoints } from '../deal.ts';
import { gainsOf } from './outcome.ts';
import type { Uncertainty } from './uncertainty.ts';
import { smaa } from './smaa.ts';
import type { DrawOutcome, SmaaTally } from './tally.ts';
import type { SmaaQuestion } from './smaa.ts';

/** A red line that is drawn, since it may be none. */
export interface DrawnLine {
  readonly party: number;
  readonly redLine: number;
}

/** Consecutive draws; cell k of draw d stands at `d * cells + k`, d from 0. */
export interface DrawRows {
  /** Number of the first draw, from 0, and of the draw after the last. */
  readonly from: number;
  readonly to: number;
  /** 1: there is a deal. */
  readonly zones: Uint8Array;
  /** 1: the deal is proven the best by the solution; 0 also where there is none. */
  readonly proven: Uint8Array;
  /** By party: 1 where it is in the coalition that signs. */
  readonly signers: Uint8Array;
  /** By issue, the option of the recommended deal; -1 where there is none, or none was found in the nodes allowed. */
  readonly options: Int16Array | Int32Array;
  /** By party, in points, what the recommended deal is worth and by how much that is above no deal; NaN without one. */
  readonly utilities: Float64Array;
  readonly gains: Float64Array;
  /** By line of `drawnLines`: 1 where it held. */
  readonly lines: Uint8Array;
}

/** The draws of a question counted, and one by one. */
export interface KeptDraws {
  readonly tally: SmaaTally;
  readonly rows: DrawRows;
}

/** The red lines that do not hold for certain, in party order. */
export function drawnLines(uncertainty: Uncertainty): readonly DrawnLine[] {
  return uncertainty.flatMap(({ redLines }, party) =>
    redLines.flatMap(({ low }, redLine) => (low < 1 ? [{ party, redLine }] : [])),
  );
}

/** Tallies the draws of the question and keeps each of them; `onProgress` is told how many are done. */
export function keepDraws(problem: Problem, question: SmaaQuestion, onProgress: (draws: number) => void): KeptDraws {
  const keeper = new Keeper(problem, question);
  const tally = smaa(problem, question, onProgress, (outcome) => keeper.add(outcome));
  return { tally, rows: keeper.rows };
}

class Keeper {
  readonly rows: DrawRows;
  readonly #lines: readonly DrawnLine[];
  #count = 0;

  constructor(problem: Problem, { uncertainty, from, to }: SmaaQuestion) {
    const [draws, parties, issues] = [to - from, problem.parties.length, issueCount(problem)];
    this.#lines = drawnLines(uncertainty);
    this.rows = {
      from,
      to,
      zones: new Uint8Array(draws),
      proven: new Uint8Array(draws),
      signers: new Uint8Array(draws * parties),
      options: optionCells(problem, draws * issues).fill(-1),
      utilities: new Float64Array(draws * parties).fill(NaN),
      gains: new Float64Array(draws * parties).fill(NaN),
      lines: new Uint8Array(draws * this.#lines.length),
    };
  }

  add({ drawn, signers, deal, proven }: DrawOutcome): void {
    const { rows } = this;
    const draw = this.#count++;
    this.#lines.forEach(({ party, redLine }, k) => {
      if (drawn.lines[party]![redLine]!) rows.lines[draw * this.#lines.length + k] = 1;
    });
    if (signers === null) return;
    const parties = drawn.problem.parties.length;
    rows.zones[draw] = 1;
    for (const party of signers) rows.signers[draw * parties + party] = 1;
    if (deal === null) return;
    if (proven) rows.proven[draw] = 1;
    rows.options.set(deal, draw * deal.length);
    rows.utilities.set(utilityPoints(drawn.problem, deal), draw * parties);
    rows.gains.set(gainsOf(drawn.problem, deal), draw * parties);
  }
}

/** The smallest integers that hold every option of the problem. */
function optionCells(problem: Problem, length: number): Int16Array | Int32Array {
  const counts = Array.from({ length: issueCount(problem) }, (_, issue) => optionCount(problem, issue));
  return Math.max(0, ...counts) <= 2 ** 15 ? new Int16Array(length) : new Int32Array(length);
}
