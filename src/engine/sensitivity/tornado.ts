/**
 * One number at a time at the two ends of its range, all others as they are: what a tornado diagram shows (Howard 1988).
 */
import type { Party, Problem } from '../problem.ts';
import { granting, inTurn, remembering } from '../budget.ts';
import type { Effort } from '../search/maximise.ts';
import { Notes } from '../search/memory.ts';
import type { Outcome, OutcomeOptions } from './outcome.ts';
import { outcomeOf } from './outcome.ts';

/** A party as it is with one of its numbers at its low and at its high. */
export interface Variant {
  readonly party: number;
  readonly low: Party;
  readonly high: Party;
}

export interface Swing {
  readonly low: Effect;
  readonly high: Effect;
}

/** An outcome against that of the problem as it stands. */
export interface Effect extends Outcome {
  /** Issues on which the recommended deal differs; null unless both have one. */
  readonly changed: number | null;
}

export interface TornadoAnswer {
  /** Of the problem as it stands. */
  readonly base: Outcome;
  /** By variant. */
  readonly swings: readonly Swing[];
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

/** There is a deal as things stand and none then, or the other way round. */
export function flipsVerdict(base: Outcome, { known, coalition }: Outcome): boolean {
  return base.known && known && (coalition === null) !== (base.coalition === null);
}

/** The uniform slack is known in both, and another. */
export function movesSlack(base: Outcome, { slackProven, uniformSlack }: Outcome): boolean {
  return base.slackProven && slackProven && uniformSlack !== base.uniformSlack;
}

/** The problem with one party in place of another. */
export function withParty(problem: Problem, index: number, party: Party): Problem {
  return { ...problem, parties: problem.parties.map((old, k) => (k === index ? party : old)) };
}

/**
 * Numbers of the swings, the one that matters most first: those that change the verdict, then by how far the uniform
 * slack moves, then by how many issues of the recommended deal change.
 */
export function byEffect({ base, swings }: TornadoAnswer): readonly number[] {
  const flips = ({ low, high }: Swing): number => [low, high].filter((effect) => flipsVerdict(base, effect)).length;
  const slackMove = (swing: Swing): number => {
    const slacks = [base.uniformSlack, swing.low.uniformSlack, swing.high.uniformSlack].filter((s) => s !== null);
    return slacks.length === 0 ? 0 : Math.max(...slacks) - Math.min(...slacks);
  };
  const changed = ({ low, high }: Swing): number => (low.changed ?? 0) + (high.changed ?? 0);
  return [...swings.keys()].sort((a, b) => {
    const [x, y] = [swings[a]!, swings[b]!];
    return flips(y) - flips(x) || slackMove(y) - slackMove(x) || changed(y) - changed(x) || a - b;
  });
}
