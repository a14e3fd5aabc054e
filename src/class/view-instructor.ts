/** What the instructor sees of a class: every table, who is there, and what each text is worth to whom. */
import type { DealText } from './event.ts';
import type { Game, Missing, Worth } from './game.ts';
import { worthTo } from './game.ts';
import { dueHandouts, stageOf } from './handouts.ts';
import { missingOn, playedRoles } from './signing.ts';
import type { Proposal, Result, State, Team } from './state.ts';
import { seatsOf } from './state.ts';
import type { ClauseView, ClockView } from './view.ts';
import { clausesOf, clockView } from './view.ts';

export interface InstructorView {
  readonly clock: ClockView;
  readonly teams: readonly TeamCard[];
  /** Seats without a team: late people, and spare code words. */
  readonly waiting: readonly Presence[];
  readonly handouts: readonly {
    readonly id: string;
    readonly minute: number | null;
    readonly handedOut: boolean;
    readonly due: boolean;
  }[];
  readonly spoilers: boolean;
}

export interface TeamCard {
  readonly id: string;
  readonly seats: readonly Presence[];
  readonly computer: Team['computer'];
  /** Roles that nobody plays. */
  readonly empty: readonly string[];
  readonly proposals: readonly (Proposal & {
    readonly clauses: readonly ClauseView[];
    readonly missing: Missing;
    readonly worth: Worths;
  })[];
  readonly result: (Result & { readonly clauses: readonly ClauseView[]; readonly worth: Worths }) | null;
  readonly messages: Team['chat'];
  readonly leftOut: string | null;
}

/** By role, in the order of the scenario. */
export type Worths = readonly (Worth & { readonly role: string })[];

export interface Presence {
  readonly seat: string;
  readonly role: string | null;
  /** Whether a device has used the code word. */
  readonly joined: boolean;
  readonly absent: boolean;
}

export function instructorView(game: Game, state: State, now: number): InstructorView {
  const due = dueHandouts(game, state, now);
  return {
    clock: clockView(state, now),
    teams: state.teams.map((team) => cardOf(game, state, team)),
    waiting: state.seats.filter(({ team }) => team === null).map(presenceOf),
    handouts: game.plan.handouts.map(({ id, minute }) => ({
      id,
      minute: minute ?? null,
      handedOut: state.handedOut.some(({ handout }) => handout === id),
      due: due.includes(id),
    })),
    spoilers: state.spoilers,
  };
}

function cardOf(game: Game, state: State, team: Team): TeamCard {
  const played = playedRoles(game, state, team);
  const worths = (deal: DealText | null): Worths =>
    game.roles.map((role) => ({ role, ...worthTo(game, stageOf(game, state, role), role, deal) }));
  const { id, computer, result, chat, leftOut } = team;
  return {
    id,
    seats: seatsOf(state, id).map(presenceOf),
    computer,
    empty: game.roles.filter((role) => !played.includes(role)),
    proposals: team.proposals.map((proposal) => ({
      ...proposal,
      clauses: clausesOf(game, proposal.deal),
      missing: missingOn(game, state, team, proposal),
      worth: worths(proposal.deal),
    })),
    result: result === null ? null : { ...result, clauses: clausesOf(game, result.deal), worth: worths(result.deal) },
    messages: chat,
    leftOut,
  };
}

function presenceOf({ id, role, session, absent }: State['seats'][number]): Presence {
  return { seat: id, role, joined: session !== null, absent };
}
