/** The table of mean gains as a strategic game that Gambit reads (.nfg, payoff version). */
import type { TournamentCase } from './case.ts';
import { strategyText } from '../../scenario/format/strategy.ts';
import { quoted } from '../../report/text/gambit.ts';
import { InputError } from '../input-error.ts';

/** Gambit lists profiles with the first player's strategy changing first. @throws InputError where profiles are missing */
export function gambitText(of: TournamentCase): string {
  const { scenario, menus, tournament } = of;
  if (tournament.game === null) {
    throw new InputError(['error: the tournament was stopped before every profile was played, so it is no whole game']);
  }
  const profiles = tournament.profiles.toSorted((a, b) => {
    const party = a.strategies.findLastIndex((place, player) => place !== b.strategies[player]);
    return party === -1 ? 0 : a.strategies[party]! - b.strategies[party]!;
  });
  return [
    `NFG 1 R ${quoted(scenario.title)}`,
    `{ ${scenario.parties.map(({ id }) => quoted(id)).join(' ')} }`,
    '',
    `{ ${menus.map((menu) => `{ ${menu.map((strategy) => quoted(strategyText(strategy))).join(' ')} }`).join('\n')} }`,
    '""',
    '',
    ...profiles.map(({ gain }) => gain.join(' ')),
    '',
  ].join('\n');
}
