/** What a role may do at its team's table. */
import type { Outcome, TableAction } from './action.ts';
import { done, refused } from './action.ts';
import type { DealText } from './event.ts';
import type { Game } from './game.ts';
import { completed, dealFault, worthTo } from './game.ts';
import { stageOf } from './handouts.ts';
import { standingProposals } from './signing.ts';
import type { Proposal, State, Team } from './state.ts';
import { teamOf, timeLeft } from './state.ts';

/** A role at the table of a team. */
export interface Place {
  readonly team: string;
  readonly role: string;
}

/** So many texts of one role stand on the table at most. */
export const MOST_STANDING = 5;

/** The caller sees to it that whoever asks plays the role. */
export function actAtTable(
  game: Game,
  state: State,
  { team: id, role }: Place,
  action: TableAction,
  now: number,
): Outcome {
  const team = teamOf(state, id);
  if (team === null) return refused(`There is no team ${id}.`);
  const closed = whyClosed(state, now);
  if (closed !== null) return refused(closed);
  if (action.kind === 'say') return say(game, { team: id, role }, action);
  if (team.result !== null) return refused('Your team has signed. Nothing can be changed any more.');
  if (action.kind === 'propose') return propose(game, team, role, action.deal);
  const proposal = team.proposals[action.proposal - 1];
  if (proposal === undefined) return refused(`There is no proposal ${action.proposal}.`);
  if (proposal.withdrawn) return refused(`Proposal ${proposal.number} was withdrawn.`);
  const what = { team: id, role, proposal: proposal.number };
  switch (action.kind) {
    case 'withdraw':
      if (proposal.by !== role) return refused('Only whoever made a proposal can withdraw it.');
      return done({ kind: 'withdrawn', ...what });
    case 'takeBack':
      if (!proposal.accepted.includes(role)) return refused(`You have not accepted proposal ${proposal.number}.`);
      return done({ kind: 'tookBack', ...what });
    case 'accept':
      return accept(game, state, what, proposal, action.sure);
  }
}

/** Why nobody can act at a table now, in words; null while the clock runs. */
export function whyClosed({ clock }: State, now: number): string | null {
  if (clock.phase === 'before') return 'The negotiation has not begun yet.';
  if (clock.phase === 'paused') return 'The instructor has paused the negotiation.';
  if (clock.phase === 'closed') return 'The negotiation is closed.';
  return timeLeft(clock, now) === 0 ? 'The time is up. What is signed stands.' : null;
}

function propose(game: Game, team: Team, role: string, written: DealText | null): Outcome {
  const deal = written === null ? null : completed(game, written);
  const fault = deal === null ? null : dealFault(game, deal);
  if (fault !== null) return refused(fault);
  const standing = standingProposals(team);
  const same = standing.find((other) => sameText(other.deal, deal));
  if (same !== undefined) return refused(`Proposal ${same.number} says the same. Accept that one.`);
  if (standing.filter(({ by }) => by === role).length >= MOST_STANDING) {
    return refused(`You have ${MOST_STANDING} proposals on the table. Withdraw one first.`);
  }
  return done({ kind: 'proposed', team: team.id, role, proposal: team.proposals.length + 1, deal });
}

function sameText(a: DealText | null, b: DealText | null): boolean {
  if (a === null || b === null) return a === b;
  const issues = Object.keys(a);
  return issues.length === Object.keys(b).length && issues.every((issue) => a[issue] === b[issue]);
}

function accept(
  game: Game,
  state: State,
  what: Place & { readonly proposal: number },
  proposal: Proposal,
  sure: boolean,
): Outcome {
  if (proposal.accepted.includes(what.role)) return refused(`You have accepted proposal ${proposal.number} already.`);
  if (sure) return done({ kind: 'accepted', ...what });
  return { kind: 'sure', worth: worthTo(game, stageOf(game, state, what.role), what.role, proposal.deal) };
}

function say(game: Game, { team, role }: Place, action: Extract<TableAction, { readonly kind: 'say' }>): Outcome {
  if (game.plan.talk === 'face') return refused('In this class you talk in the room.');
  const to = action.to === null ? null : game.roles.filter((other) => other !== role && action.to?.includes(other));
  if (to?.length === 0) return refused('There is nobody of that name to write to.');
  return done({ kind: 'said', team, role, to, text: action.text });
}
