/** A debrief as comma-separated values: a row for each team and role. */
import { csvLines } from '../../report/text/csv.ts';
import type { DebriefCase } from './case.ts';
import { findingsOf } from './findings.ts';
import { betterWords } from './words.ts';

const HEADINGS = [
  'team',
  'role',
  'result',
  'minute',
  'points',
  'gain',
  'no_deal',
  'least',
  'below_least',
  'should_refuse',
  'rank',
  'efficient',
  'common_gain_left',
  'product_share',
  'better_deal',
];

export function debriefCsv(of: DebriefCase): string {
  const named = of.game.roles.some((role) => of.teams.some(({ team }) => of.nameOf(team.id, role) !== ''));
  const rows = findingsOf(of).teams.flatMap((team) =>
    team.roles.map((role) => [
      team.team,
      role.role,
      team.kind,
      team.minute ?? '',
      role.points,
      role.gain,
      role.noDeal,
      role.least,
      Number(role.belowLeast),
      Number(role.shouldNot),
      role.rank,
      team.efficient === null ? '' : Number(team.efficient),
      team.left ?? '',
      team.product ?? '',
      betterWords(team),
      ...(named ? [of.nameOf(team.team, role.role)] : []),
    ]),
  );
  return csvLines([named ? [...HEADINGS, 'name'] : HEADINGS, ...rows]);
}
