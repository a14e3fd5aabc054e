/** What is under the cursor of the screen on bargaining, and what is known of the session. */
import type { OfferMove } from '../../../questions/bargain/moves.ts';
import { movesOf } from '../../../questions/bargain/moves.ts';
import type { TableTalk } from '../../live/question.ts';
import type { Context } from '../../model/context.ts';
import { within } from '../../parts/moving.ts';

/** Groups of issues in the order of the file, or the last one first. */
export const AGENDAS = ['forwards', 'backwards'] as const;
export type Agenda = (typeof AGENDAS)[number];

export const PANES = ['parties', 'offers', 'sessions', 'table'] as const;
export type Pane = (typeof PANES)[number];

export interface BargainState {
  readonly pane: Pane;
  readonly party: number;
  /** Number of the offer among those shown; null: the last. */
  readonly offer: number | null;
  /** Sessions that are wanted at once; null: one alone. */
  readonly many: number | null;
  /** The table of a tournament is wanted. */
  readonly tournament: boolean;
  /** Whose strategies its columns are: so many places after the party of the rows, in a circle without it. */
  readonly against: number;
  /** In which order groups of issues are settled; null: as the file says, which is mostly all at once. */
  readonly agenda: Agenda | null;
}

export const INITIAL: BargainState = {
  pane: 'parties',
  party: 0,
  offer: null,
  many: null,
  tournament: false,
  against: 0,
  agenda: null,
};

/** Null before the first answer. */
export function talkOf({ findings }: Context): TableTalk | null {
  return findings.session.last?.answer ?? null;
}

/** Offers that differ from the last of the same party. */
export function offersOf({ session }: TableTalk): readonly OfferMove[] {
  return movesOf(session).filter(({ before, clauses }) => before === null || clauses.length > 0);
}

export function offerAt(offers: readonly OfferMove[], { offer }: BargainState): number {
  return within(offer ?? offers.length - 1, offers.length);
}

/** The number of a party in the scenario, by its place in the order of speaking. */
export function partyAt(context: Context, { party }: BargainState): number {
  return within(party, context.now.scenario.parties.length);
}
