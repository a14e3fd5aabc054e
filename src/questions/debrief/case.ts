/** What a debrief is made from: a class with what happened, and each of its deals held against the numbers of its day. */
import type { Hindsight } from '../../engine/hindsight.ts';
import type { Game } from '../../class/game.ts';
import type { State, Team } from '../../class/state.ts';
import type { Case } from '../../report/case.ts';
import type { Draft } from '../../scenario/scenario.ts';
import type { FrontierCase } from '../frontier/case.ts';

export interface Judged {
  readonly game: Game;
  readonly state: State;
  /** For every stage at which a team signed or ended, the scenario there, solved, with the teams' deals as its drafts. */
  readonly days: readonly Day[];
  /** Those that count, in the order of the class. */
  readonly teams: readonly TeamCase[];
  readonly leftOut: readonly Team[];
  /** Names of people by team and role; none unless asked for. */
  readonly nameOf: (team: string, role: string) => string;
  readonly warnings: readonly string[];
}

export interface DebriefCase extends Judged {
  /** The efficient deals of the last day, with the deals of the teams beside them. */
  readonly frontier: FrontierCase;
}

export interface Day {
  readonly stage: string | null;
  /** Its drafts are deals of teams, by team id. */
  readonly of: Case;
  /** Those of the scenario itself. */
  readonly drafts: readonly Draft[];
}

export type TeamCase = { readonly team: Team; readonly day: Day } & (
  | {
      readonly kind: 'deal';
      /** Of the drafts of the day. */
      readonly draft: number;
      readonly hindsight: Hindsight;
    }
  | { readonly kind: 'no deal' }
  /** Nothing was signed yet, and the clock is not over. */
  | { readonly kind: 'open' }
);
