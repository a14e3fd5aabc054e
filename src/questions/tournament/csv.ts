/** The table of mean gains as comma-separated values (RFC 4180), one profile a line. */
import { csvLines } from '../../report/text/csv.ts';
import type { TournamentCase } from './case.ts';
import { strategyNames } from './table-names.ts';

export function csvText(of: TournamentCase): string {
  const ids = of.scenario.parties.map(({ id }) => id);
  const { profiles, game } = of.tournament;
  const heading = [
    ...ids.map((id) => `strategy ${id}`),
    'runs',
    'agreements',
    ...ids.map((id) => `gain ${id}`),
    ...(game === null ? [] : [...ids.map((id) => `regret ${id}`), 'equilibrium']),
  ];
  const rows = profiles.map(({ profile, strategies, runs, agreements, gain }, k): (string | number)[] => [
    ...strategyNames(of, strategies),
    runs,
    agreements,
    ...gain,
    ...(game === null ? [] : [...game.regret[k]!, game.equilibria.includes(profile) ? 'yes' : 'no']),
  ]);
  return csvLines([heading, ...rows]);
}
