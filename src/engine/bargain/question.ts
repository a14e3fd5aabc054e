/** What is asked about bargaining over time: plain data, by party, issue and option number. */
import type { Fraction } from '../../exact/fraction.ts';
import type { Draft } from '../draft/draft.ts';
import type { Problem } from '../problem.ts';
import type { Uncertainty } from '../sensitivity/uncertainty.ts';
import type { Protocol } from './protocol/protocol.ts';
import type { Strategy } from './party/strategy.ts';

/** Positions that hold from a round on, counted from 0. Issues, options, rules and consent are those of the first round. */
export interface Positions {
  readonly fromRound: number;
  readonly problem: Problem;
}

/** One session, beside the problem whose positions hold from the first round on. */
export interface SessionQuestion {
  /** Other positions that hold later, by ascending round. */
  readonly later: readonly Positions[];
  readonly protocol: Protocol;
  /** At least 1. */
  readonly rounds: number;
  /** Every party once, in the order of speaking. */
  readonly order: readonly number[];
  /** By party. */
  readonly strategies: readonly Strategy[];
  /** True: red lines are public, and nobody offers what another has said it will never sign. Absent: they are not. */
  readonly publicLines?: boolean;
  /** Of everything drawn in the session; of many, number n has the seed `<seed>/<n>`. */
  readonly seed: string;
}

/** Whose turn it is to propose: in turn, or drawn each round with these chances by party, in proportion. */
export type Proposers =
  | { readonly kind: 'order'; readonly order: readonly number[] }
  | { readonly kind: 'drawn'; readonly chances: readonly Fraction[] };

/** What perfect foresight would do in so many rounds. */
export interface EquilibriumQuestion {
  /** At least 1. */
  readonly rounds: number;
  readonly proposers: Proposers;
  /** By party: what a gain one round later is worth today, from 0 to 1. */
  readonly patience: readonly Fraction[];
}

/**
 * Many sessions, beside the problem: those with the numbers from, from + 1, ..., to - 1. However they are split, the same
 * number gives the same session.
 */
export interface RunsQuestion extends SessionQuestion {
  readonly from: number;
  readonly to: number;
  /** True: who speaks first is drawn for each session, the others follow in the given order. */
  readonly drawStart: boolean;
  /** Numbers are drawn for each session from these ranges, of the problem and of each later one; null: they stand. */
  readonly ranges: { readonly first: Uncertainty; readonly later: readonly Uncertainty[] } | null;
  /** Texts whose nearness to the deals is of interest. */
  readonly drafts: readonly Draft[];
  /** Sessions with a smaller number are told offer by offer. */
  readonly told: number;
}
