/** How a profile is named in tables and exports. */
import { strategyText } from '../../scenario/format/strategy.ts';
import type { TournamentCase } from './case.ts';

/** By party, the strategy that it chooses. */
export function strategyNames({ menus }: TournamentCase, places: readonly number[]): readonly string[] {
  return places.map((place, party) => strategyText(menus[party]![place]!));
}
