/** What the reports on bargaining are made from. */
import type { Equilibrium, Outcome, Run, RunsSummary, Session } from '../../engine/bargain/answer.ts';
import type { Agenda } from '../../engine/bargain/protocol/agenda.ts';
import type { Protocol } from '../../engine/bargain/protocol/protocol.ts';
import type { Turn } from '../../engine/bargain/foresight/game.ts';
import type { EquilibriumQuestion } from '../../engine/bargain/question.ts';
import type { Strategy as EngineStrategy } from '../../engine/bargain/party/strategy.ts';
import type { DraftAnswer } from '../../engine/answer.ts';
import type { Deal } from '../../engine/problem.ts';
import type { Glance } from '../../engine/glance.ts';
import type { Fraction } from '../../exact/fraction.ts';
import type { Case, Named } from '../../report/case.ts';
import type { Strategy } from '../../scenario/scenario.ts';

/** Positions that hold from a round on, counted from 1. */
export interface Period extends Named {
  readonly fromRound: number;
  /** Null: rounds have no days. */
  readonly date: string | null;
}

/** How a session is run: what the file says of it, with the options of the person in its place. */
export interface Setup {
  readonly protocol: Protocol;
  readonly rounds: number;
  /** Every party once. */
  readonly order: readonly number[];
  /** By party, as a file has them. */
  readonly strategies: readonly Strategy[];
  /** By party, as the engine has them. */
  readonly moves: readonly EngineStrategy[];
  /** By party, exactly as written. */
  readonly patience: readonly Fraction[];
  /** True: nobody offers what another has said it will never sign. */
  readonly publicLines: boolean;
  /** The first from round 1; more than one only where the rounds have days. */
  readonly periods: readonly Period[];
  /** Of each round where they have days, else null. */
  readonly days: readonly string[] | null;
  readonly seed: string;
}

/** What a session is held against: the zone of each period, and the agreement against the deals that beat it. */
export interface Comparison {
  /** By period. */
  readonly glances: readonly Glance[];
  /** Null without an agreement. */
  readonly agreement: DraftAnswer | null;
}

/** A session, many of them, one in every order of its agenda, what perfect foresight would do, or the game in which it does. */
export type BargainCase = SessionCase | RunsCase | OrdersCase | ForesightCase | GameCase;

export interface SessionCase extends Omit<Case, 'answer'> {
  readonly kind: 'session';
  readonly answer: { readonly space: bigint };
  readonly setup: Setup;
  readonly session: Session;
  readonly comparison: Comparison;
}

export interface RunsCase extends Omit<Case, 'answer'> {
  readonly kind: 'runs';
  readonly answer: { readonly space: bigint };
  readonly setup: Setup;
  /** At least one; the first ones are told offer by offer. */
  readonly runs: readonly Run[];
  readonly summary: RunsSummary;
  /** Sessions that were to be run: more than there are where the work was stopped. */
  readonly asked: number;
  /** Numbers were drawn from their ranges for each session. */
  readonly draws: boolean;
}

export interface OrdersCase extends Omit<Case, 'answer'> {
  readonly kind: 'orders';
  readonly answer: { readonly space: bigint };
  /** Its protocol is the agenda in the order asked for. */
  readonly setup: Setup;
  readonly agenda: Agenda;
  /** All issues on the table from the first round on. */
  readonly atOnce: Outcome;
  /** The order asked for first; none where the work was stopped before. */
  readonly orders: readonly AgendaOrder[];
  /** Orders that were to be run. */
  readonly asked: number;
}

export interface AgendaOrder {
  /** Numbers of the groups of the agenda. */
  readonly order: readonly number[];
  readonly outcome: Outcome;
}

export interface ForesightCase extends Omit<Case, 'answer'> {
  readonly kind: 'foresight';
  readonly answer: { readonly space: bigint };
  readonly setup: Setup;
  readonly equilibrium: Equilibrium;
  readonly variations: readonly Variation[];
  /** Variations that were not looked at: they would have taken too long. */
  readonly leftOut: number;
  readonly glance: Glance;
}

/** Offers in turn as a game in extensive form. */
export interface GameCase extends Omit<Case, 'answer'> {
  readonly kind: 'game';
  readonly setup: Setup;
  /** What anybody may offer, in option order. */
  readonly deals: readonly Deal[];
  /** One for each place in the order. */
  readonly turns: readonly Turn[];
  /** Of the whole tree. */
  readonly nodes: bigint;
}

/** The same with one thing otherwise. */
export type Variation = { readonly question: EquilibriumQuestion; readonly found: Equilibrium } & (
  | { readonly kind: 'horizon'; readonly rounds: number }
  | { readonly kind: 'order'; readonly order: readonly number[] }
  | { readonly kind: 'patience'; readonly party: number; readonly patience: Fraction }
);
