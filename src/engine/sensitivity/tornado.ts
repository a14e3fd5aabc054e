/**
 * One number at a time at the two ends of its range, all others as they are: what a tornado diagram shows (Howard 1988).
 */
import type { Party, Problem } from '../problem.ts';
import { granting, inTurn, remembering } from '../budget.ts';
import type { Effort } from '../search/maximise.ts';
import { Notes } from '../search/memory.ts';
import type { Effect, TornadoAnswer } from './effect.ts';
import type { Outcome, OutcomeOptions } from './outcome.ts';
import { outcomeOf } from './outcome.ts';

/** A party as it is with one of its numbers at its low and at its high. */
export interface Variant {
  readonly party: number;
  readonly low: Party;
  readonly high: Party;
}

/** With the nodes that it took. */
export interface Tornado extends TornadoAnswer {
  readonly spent: number;
}

export interface TornadoOptions extends OutcomeOptions {
  /** The outcome of the problem as it stands, where it is known already. */
  readonly base?: Outcome;
}

/** The effect of every variant, in their order; `onProgress` is told how many are done. */
export function tornado(
  problem: Problem,
  variants: readonly Variant[],
  options: TornadoOptions,
  onProgress: (done: number) => void,
): Tornado {
  const granted = options.nodes ?? Infinity;
  const effort = granting(problem, granted);
  const base = options.base ?? outcomeOf(problem, options, effort, granted);
  // What is found for one number is where the next begins.
  const notes = new Notes();
  let done = 0;
  const swings = inTurn(variants, { granted, part: granted / variants.length }, effort, (variant, nodes) => {
    const at = (end: 'low' | 'high'): Effect => {
      const moved = withParty(problem, variant.party, variant[end]);
      const ask = (part: Effort): Outcome => outcomeOf(moved, options, part, nodes / 2);
      return effectOf(base, remembering(effort, nodes / 2, notes.open(moved), ask));
    };
    const swing = { low: at('low'), high: at('high') };
    onProgress(++done);
    return swing;
  });
  return { base, swings, spent: effort.spent };
}

function effectOf(base: Outcome, outcome: Outcome): Effect {
  const { deal } = base;
  const other = outcome.deal;
  const both = deal !== null && other !== null;
  return { ...outcome, changed: both ? deal.filter((option, issue) => option !== other[issue]).length : null };
}

/** The problem with one party in place of another. */
export function withParty(problem: Problem, index: number, party: Party): Problem {
  return { ...problem, parties: problem.parties.map((old, k) => (k === index ? party : old)) };
}
