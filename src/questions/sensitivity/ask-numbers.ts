/** What depends on each number of a scenario: its effect within its range, and how far it can move. */
import { compileLine } from '../../compile/lines.ts';
import type { VariedNumber } from '../../compile/vary.ts';
import { compileVaried, variedNumbers } from '../../compile/vary.ts';
import type { Outcome, OutcomeOptions } from '../../engine/sensitivity/outcome.ts';
import type { TornadoAnswer } from '../../engine/sensitivity/tornado.ts';
import { questionNodes } from '../../engine/budget.ts';
import { byEffect } from '../../engine/sensitivity/tornado.ts';
import type { Named } from '../../report/case.ts';
import type { BreakpointRow } from './case.ts';
import type { SolutionName } from '../../engine/answer.ts';
import type { Crew } from '../crew.ts';
import { counting, first, partsOf } from '../crew.ts';

/** Parts that the numbers are split into: a few each, which share the nodes granted to their part. */
const PARTS = 16;

/**
 * Nodes for all numbers, in those of one question: where the numbers as they stand leave something open, those that are
 * moved a little do so too, and there is little to be had for many nodes.
 */
const QUESTIONS = { settled: 32, open: 4 } as const;
/** For the numbers as they stand. */
const BASE_QUESTIONS = 2;

function nodesOfPart({ compiled: { problem } }: Named, settled: boolean, numbers: number): number {
  const questions = settled ? QUESTIONS.settled : QUESTIONS.open;
  return (questionNodes(problem) * questions) / Math.max(1, Math.min(PARTS, numbers));
}

export interface Effects {
  readonly answer: TornadoAnswer;
  /** One for each swing of the answer. */
  readonly numbers: readonly VariedNumber[];
  /** Numbers of the swings, the one that matters most first. */
  readonly order: readonly number[];
}

/** The effect of each number at the ends of its range; with `values`, of the values of options too. */
export async function askEffects(of: Named, values: boolean, options: OutcomeOptions, crew: Crew): Promise<Effects> {
  const { scenario, compiled } = of;
  const numbers = variedNumbers(scenario, values);
  const variants = numbers.map((number) => ({
    party: number.party,
    low: compileVaried(scenario, compiled, number, number.low),
    high: compileVaried(scenario, compiled, number, number.high),
  }));
  const { problem } = compiled;
  const progress = counting(variants.length, 'number');
  const asStated = { ...options, nodes: questionNodes(problem) * BASE_QUESTIONS };
  const { base } = first(
    await crew.run<'tornado'>([{ kind: 'tornado', problem, variants: [], options: asStated }], progress),
  );
  const nodes = nodesOfPart(of, base.proven && base.slackProven, variants.length);
  const parts = await crew.run<'tornado'>(
    partsOf(variants.length, PARTS).map(({ from, to }) => ({
      kind: 'tornado',
      problem,
      variants: variants.slice(from, to),
      options: { ...options, base, nodes },
    })),
    progress,
  );
  const answer = { base, swings: parts.flatMap(({ swings }) => swings) };
  return { answer, numbers, order: byEffect(answer) };
}

/** The breakpoints of the numbers that have a line; of the recommended deal too, where it is proven. */
export async function askBreakpoints(
  of: Named,
  numbers: readonly VariedNumber[],
  recommended: { readonly solution: SolutionName; readonly outcome: Pick<Outcome, 'coalition' | 'deal' | 'proven'> },
  crew: Crew,
): Promise<readonly BreakpointRow[]> {
  const { scenario, compiled } = of;
  const rows = numbers.flatMap((number) => compileLine(scenario, compiled, number) ?? []);
  if (rows.length === 0) return [];
  const { solution, outcome } = recommended;
  const { coalition, deal, proven } = outcome;
  const parts = await crew.run<'breakpoints'>(
    partsOf(rows.length, PARTS).map(({ from, to }) => ({
      kind: 'breakpoints',
      problem: compiled.problem,
      lines: rows.slice(from, to).map(({ line }) => line),
      recommended: coalition !== null && deal !== null && proven ? { solution, coalition, deal } : null,
      nodes: nodesOfPart(of, proven, rows.length),
    })),
    counting(rows.length, 'number'),
  );
  const found = parts.flat();
  return rows.map((row, k) => ({ ...row, found: found[k]! }));
}
