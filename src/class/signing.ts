/** When a text is signed: everybody whose consent it needs has accepted it. */
import type { Event } from './event.ts';
import type { Game, Missing } from './game.ts';
import { missingFor } from './game.ts';
import type { Proposal, State, Team } from './state.ts';
import { isPlayed, timeLeft } from './state.ts';

export function standingProposals(team: Team): readonly Proposal[] {
  return team.proposals.filter(({ withdrawn }) => !withdrawn);
}

/** Roles that somebody plays, in the order of the scenario. */
export function playedRoles(game: Game, state: State, team: Team): readonly string[] {
  return game.roles.filter((role) => isPlayed(state, team, role));
}

/** Whose acceptance a proposal still waits for. */
export function missingOn(game: Game, state: State, team: Team, { deal, accepted }: Proposal): Missing {
  return missingFor(game, deal, accepted, playedRoles(game, state, team));
}

/** The signature of a team's text that waits for nobody; null where there is none, or the team is done, or the time up. */
export function signedBy(game: Game, state: State, team: Team, now: number): Event | null {
  const { phase } = state.clock;
  if (team.result !== null || (phase !== 'running' && phase !== 'paused') || timeLeft(state.clock, now) === 0)
    return null;
  const signed = standingProposals(team).find((proposal) => {
    const { roles, others } = missingOn(game, state, team, proposal);
    return proposal.accepted.length > 0 && roles.length === 0 && others === 0;
  });
  if (signed === undefined) return null;
  const played = playedRoles(game, state, team);
  const without = game.roles.filter((role) => !played.includes(role) && !signed.accepted.includes(role));
  return { kind: 'signed', team: team.id, proposal: signed.number, by: [...signed.accepted], without };
}
