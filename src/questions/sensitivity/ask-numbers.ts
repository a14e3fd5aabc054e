/** What depends on each number of a scenario: its effect within its range, and how far it can move. */
import { compileLine } from '../../compile/lines.ts';
import type { VariedNumber } from '../../compile/vary.ts';
import { compileVaried, variedNumbers } from '../../compile/vary.ts';
import type { Outcome, OutcomeOptions } from '../../engine/sensitivity/outcome.ts';
import type { Tornado } from '../../engine/sensitivity/tornado.ts';
import type { TornadoAnswer } from '../../engine/sensitivity/effect.ts';
import { questionNodes } from '../../engine/question-nodes.ts';
import { byEffect } from '../../engine/sensitivity/effect.ts';
import type { Named } from '../../report/case.ts';
import type { BreakpointRow } from './case.ts';
import type { SolutionName } from '../../engine/answer.ts';
import type { Crew } from '../crew.ts';
import { counting, first, partsOf } from '../crew.ts';

/** Parts that the numbers are split into: a few each, which share the nodes granted to their part. */
const PARTS = 16;

/**
 * Nodes in those of one question: for the numbers as they stand; for all that are moved where they can be settled; and
 * where they cannot, so that there is little to be had for many nodes.
 */
const QUESTIONS = { asStands: 2, settled: 32, open: 3 } as const;

/** Ends of a number; either takes about what the numbers as they stand took. */
const ENDS = 2;

/** Nodes for so many numbers, after what the numbers as they stand took. */
function nodesOfAll({ compiled: { problem } }: Named, { base, spent }: Tornado, numbers: number): number {
  const settled = questionNodes(problem) * QUESTIONS.settled;
  const canSettle = base.proven && base.slackProven && spent * ENDS * numbers <= settled;
  return canSettle ? settled : questionNodes(problem) * QUESTIONS.open;
}

/** Nodes for one number: there are as many for it as for all where they cannot be settled. */
export function nodesOfLine({ compiled: { problem } }: Named): number {
  return questionNodes(problem) * QUESTIONS.open;
}

/** What each of the parts has of them. */
function ofPart(nodes: number, numbers: number): number {
  return nodes / Math.max(1, Math.min(PARTS, numbers));
}

export interface Effects {
  readonly answer: TornadoAnswer;
  /** One for each swing of the answer. */
  readonly numbers: readonly VariedNumber[];
  /** Numbers of the swings, the one that matters most first. */
  readonly order: readonly number[];
}

/** With the nodes that they were granted, for what is asked next about as many numbers. */
interface AskedEffects extends Effects {
  readonly nodes: number;
}

/** The effect of each number at the ends of its range; with `values`, of the values of options too. */
export async function askEffects(
  of: Named,
  values: boolean,
  options: OutcomeOptions,
  crew: Crew,
): Promise<AskedEffects> {
  const { scenario, compiled } = of;
  const numbers = variedNumbers(scenario, values);
  const variants = numbers.map((number) => ({
    party: number.party,
    low: compileVaried(scenario, compiled, number, number.low),
    high: compileVaried(scenario, compiled, number, number.high),
  }));
  const { problem } = compiled;
  const progress = counting(variants.length, 'number');
  const asStated = { ...options, nodes: questionNodes(problem) * QUESTIONS.asStands };
  const asStands = first(
    await crew.run<'tornado'>([{ kind: 'tornado', problem, variants: [], options: asStated }], progress),
  );
  const nodes = nodesOfAll(of, asStands, variants.length);
  const parts = await crew.run<'tornado'>(
    partsOf(variants.length, PARTS).map(({ from, to }) => ({
      kind: 'tornado',
      problem,
      variants: variants.slice(from, to),
      options: { ...options, base: asStands.base, nodes: ofPart(nodes, variants.length) },
    })),
    progress,
  );
  const answer = { base: asStands.base, swings: parts.flatMap(({ swings }) => swings) };
  return { answer, nodes, numbers, order: byEffect(answer) };
}

/** The breakpoints of the numbers that have a line, within so many nodes; of the recommended deal too, where it is proven. */
export async function askBreakpoints(
  of: Named,
  numbers: readonly VariedNumber[],
  recommended: { readonly solution: SolutionName; readonly outcome: Pick<Outcome, 'coalition' | 'deal' | 'proven'> },
  nodes: number,
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
      nodes: ofPart(nodes, rows.length),
    })),
    counting(rows.length, 'number'),
  );
  const found = parts.flat();
  return rows.map((row, k) => ({ ...row, found: found[k]! }));
}
