/** What a report on a tournament is made from. */
import type { Tournament } from '../../engine/bargain/many/payoffs.ts';
import type { Case } from '../../report/case.ts';
import type { Strategy } from '../../scenario/scenario.ts';
import type { Setup } from '../bargain/case.ts';

export interface TournamentCase extends Omit<Case, 'answer'> {
  readonly answer: { readonly space: bigint };
  readonly setup: Setup;
  /** By party. */
  readonly menus: readonly (readonly Strategy[])[];
  /** Sessions of each profile. */
  readonly runs: number;
  /** Profiles that were to be played. */
  readonly asked: number;
  /** All profiles of the menus. */
  readonly all: number;
  readonly tournament: Tournament;
}
