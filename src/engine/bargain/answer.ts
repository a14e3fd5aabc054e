/** What comes of bargaining over time: plain data, by party, issue and option number; utilities and gains in points. */
import type { ScoredDeal } from '../answer.ts';
import type { Fraction } from '../../exact/fraction.ts';

/** One text on the table. */
export interface Offer extends ScoredDeal {
  /** From 1. Utilities are those of the positions of this round. */
  readonly round: number;
  /** Who made it; null: the mediator. */
  readonly party: number | null;
  /** The group of an agenda that is on the table, from 0: clauses of later groups are not meant. Null without an agenda. */
  readonly group: number | null;
  /** The least its proposer would have offered then, in its own points; null for a mediator. */
  readonly target: number | null;
  /** Who has accepted it, its proposer first; for a mediator's text who did not object. */
  readonly accepted: readonly number[];
  /** False where the search did not prove that its rule of offering picks this deal. */
  readonly proven: boolean;
}

export interface Agreement extends ScoredDeal {
  /** From 1. */
  readonly round: number;
  /** Null: the mediator. */
  readonly proposer: number | null;
  /** Who has accepted it, ascending: enough under the consent rule. */
  readonly signers: readonly number[];
}

export const ENDINGS = ['deal', 'deadline', 'walk-out', 'stopped'] as const;

/** `walk-out`: those who were left could not make a deal. `stopped`: the work was ended before the session was. */
export type Ending = (typeof ENDINGS)[number];

export interface Session {
  readonly ended: Ending;
  /** Not null exactly where it ended with a deal; then in the zone of its round. */
  readonly agreement: Agreement | null;
  /** In the order they were made. Whoever could sign nothing lawful made none. */
  readonly offers: readonly Offer[];
  /** Who left, and in which round (from 1). */
  readonly left: readonly { readonly party: number; readonly round: number }[];
}

/** A session without its offers. */
export interface Outcome extends Pick<Session, 'ended' | 'agreement'> {
  /** That of the agreement, else the last in which somebody made an offer or left; 0 where nobody did. */
  readonly round: number;
  /** The place in the agenda, from 0, of what the last offer was about; null without an agenda or an offer. */
  readonly group: number | null;
}

/** What one proposer does in one round. */
export interface Proposal {
  readonly proposer: number;
  /** How likely it is to propose; 1 where proposers take turns. */
  readonly chance: number;
  /** Null: it lets the round pass. */
  readonly offer: ScoredDeal | null;
  /** False where the search did not prove the offer; so are then all rounds before. */
  readonly proven: boolean;
}

export interface EquilibriumRound {
  /** From 1. */
  readonly round: number;
  /** One, or where proposers are drawn one for each party that may be. */
  readonly proposals: readonly Proposal[];
  /** By party: its gain, expected where proposers are drawn, counted in this round. */
  readonly gain: readonly number[];
  readonly exact: readonly Fraction[];
}

export interface Equilibrium {
  /** Round 1 first. */
  readonly rounds: readonly EquilibriumRound[];
  /** False where a round's offer is not proven. */
  readonly proven: boolean;
}

/** One of many sessions. */
export interface Run {
  readonly number: number;
  readonly seed: string;
  /** Who spoke first. */
  readonly starter: number;
  readonly ended: Ending;
  /** Where it ended without a deal: whether there is none on its last day; null where that is not decided. */
  readonly noZone: boolean | null;
  readonly agreement: Agreement | null;
  /** Null without a deal. */
  readonly standing: RunStanding | null;
  /** Null where it was not to be told. */
  readonly session: Session | null;
}

/** How good the deal of a session is, by the numbers of its day. */
export interface RunStanding {
  /** By party: utility less disagreement value. */
  readonly gain: readonly number[];
  /** By how much everybody who signed could have got more at once: 0 for a deal that is efficient, or nearly. */
  readonly distance: number;
  /** The largest sum that those who signed could have got on top, none of them losing. */
  readonly left: number;
  /** Product of the gains of those who signed as a share of the largest in their zone; null where that is 0. */
  readonly nash: number | null;
  /** The draft with the most clauses in common, as a share of the draft's clauses; the first of several; null without drafts. */
  readonly nearest: { readonly draft: number; readonly share: number } | null;
  /** False where one of these searches was given up: what was found then stands for it. */
  readonly proven: boolean;
}

/** A spread over the sessions with a deal. */
export interface Spread {
  readonly least: number;
  readonly lowQuartile: number;
  readonly median: number;
  readonly highQuartile: number;
  readonly most: number;
  readonly mean: number;
}

/** What many sessions have in common. Without a deal in any of them there is no spread. */
export interface RunsSummary {
  readonly runs: number;
  readonly deals: number;
  /** Share of the sessions with a deal, and its 95 % interval (Clopper and Pearson 1934). */
  readonly share: number;
  readonly interval: readonly [number, number];
  /** Sessions without a deal: there was none to be had; the deadline came; somebody walked out. */
  readonly failed: { readonly noZone: number; readonly deadline: number; readonly walkOut: number };
  /** Rounds, from 1, in which the deals came. */
  readonly rounds: Spread | null;
  readonly distance: Spread | null;
  readonly left: Spread | null;
  readonly nash: Spread | null;
  /** By party, over the sessions with a deal. */
  readonly gain: readonly (Spread | null)[];
  /** By flat option number: the number of deals with the option. */
  readonly options: readonly number[];
  /** By draft: the number of deals nearest to it. */
  readonly nearest: readonly number[];
  /** Deals for which a search was given up. */
  readonly unproven: number;
}
