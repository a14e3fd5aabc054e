/** The tournament that the screen on bargaining asks for, and whose strategies are held against whose. */
import { canList } from '../../../engine/bargain/offer/can-list.ts';
import { MENU } from '../../../questions/budgets.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { QuestionOf, Subject } from '../../live/question.ts';
import type { Context } from '../../model/context.ts';
import { around } from '../../parts/moving.ts';
import type { BargainState } from './state.ts';
import { partyAt } from './state.ts';
import { agendaOf, protocolOf } from './turn.ts';

/** Profiles at most, fewer where each session searches: a screen does with a shorter menu what a command does with a long one. */
const MOST_PROFILES = 1000;
const MOST_SEARCHED = 100;

/** Null where the table is not wanted, or cannot be. */
export function tournamentAsked(
  { scenario, compiled: { problem } }: Subject,
  state: BargainState,
): QuestionOf<'tournament'> | null {
  const protocol = playedProtocol(scenario);
  if (!state.tournament || protocol === null || scenario.parties.length < 2) return null;
  const agenda = agendaOf(scenario, state);
  return {
    kind: 'tournament',
    menu: menuFor(scenario.parties.length, canList(problem) ? MOST_PROFILES : MOST_SEARCHED),
    protocol,
    ...(agenda === undefined ? {} : { agenda }),
  };
}

/** Why there can be no table now; null where there can. */
export function noTournament(scenario: Scenario): string | null {
  if (scenario.parties.length < 2) return 'There is nobody to bargain with.';
  return playedProtocol(scenario) === null ? 'Under this protocol strategies have no say: turn it with p.' : null;
}

/** Null where the protocol itself says what each party does. */
function playedProtocol(scenario: Scenario): 'alternating' | 'random-proposer' | null {
  const protocol = protocolOf(scenario);
  return protocol === 'alternating' || protocol === 'random-proposer' ? protocol : null;
}

/** The longest beginning of the usual menu with few enough profiles, of two strategies at least. */
function menuFor(parties: number, most: number): string {
  const names = MENU.split(',');
  const fits = names.findLastIndex((_, k) => (k + 1) ** parties <= most) + 1;
  return names.slice(0, Math.max(2, fits)).join(',');
}

/** The party whose strategies are the columns: any but that of the rows. */
export function againstAt(context: Context, state: BargainState): number {
  const { length } = context.now.scenario.parties;
  return around(partyAt(context, state), 1 + (state.against % (length - 1)), length);
}

/** The next party as the columns, or the one before. */
export function turnAgainst({ now: { scenario } }: Context, state: BargainState, by: 1 | -1): BargainState {
  return { ...state, against: around(state.against, by, scenario.parties.length - 1) };
}
