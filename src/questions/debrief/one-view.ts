/** The debrief of one team alone, as after a practice: what the deal gave each role, and what was left on the table. */
import type { Deal } from '../../engine/problem.ts';
import { plainNumber } from '../../report/text/points.ts';
import { plainRow } from '../../report/view/sheet.ts';
import type { SheetSection, SheetView } from '../../report/view/sheet.ts';
import { issueTitle, optionLabel, partyName } from '../../report/view/words.ts';
import type { Judged } from './case.ts';
import type { TeamFinding } from './findings.ts';
import { findingsOf } from './findings.ts';
import { betterWords, causeWords, leftWords, missedWords, nearWords, shareWords } from './words.ts';

export interface OneTeam {
  /** Whose play it was, and how long it took. */
  readonly facts: readonly string[];
  /** The command that plays it again. */
  readonly command: string;
}

/** Of the first team. @throws RangeError when there is none */
export function oneTeamView(of: Judged, { facts, command }: OneTeam): SheetView {
  const [team] = findingsOf(of).teams;
  if (team === undefined) throw new RangeError('a debrief of one team needs a team');
  const cause = causeWords(of, team);
  const bluffs = team.of.day.of.assumptions.map(({ party, redLine }) => `${party.id}.${redLine.id}`);
  return {
    header: {
      title: of.game.file.title,
      facts,
      assumptions: bluffs.length === 0 ? [] : [`Set aside, for they are a bluff: ${bluffs.join(', ')}.`],
    },
    headline: team.kind === 'deal' ? 'A deal was signed.' : 'There was no deal.',
    sentences: [...(cause === '' ? [] : [cause]), ...standingOf(team)],
    sections: [rolesSection(of, team), ...betterSections(team)],
    footer: [...of.warnings, `Again: ${command}`],
  };
}

/** What a deal is held against, or what no deal cost. */
function standingOf(team: TeamFinding): readonly string[] {
  const { kind, efficient, left, product } = team;
  const near = nearWords(team);
  return [
    ...(kind !== 'deal'
      ? []
      : efficient === null
        ? ['Whether another deal is better for some and worse for none was not decided.']
        : efficient
          ? ['It is efficient: no other deal is better for some and worse for none.']
          : ['It is not efficient: another deal is better for some and worse for none.']),
    ...(left === null || left <= 0 ? [] : [`Left on the table: ${leftWords(team)} points more for everybody at once.`]),
    ...(product === null
      ? []
      : [`The product of all gains is ${shareWords(product)} of the largest that can be signed.`]),
    ...(near === '' ? [] : [`Nearest by the number of clauses that differ: ${near}.`]),
  ];
}

function rolesSection(of: Judged, team: TeamFinding): SheetSection {
  const { file } = of.game;
  return {
    title: 'Points of each role',
    intro: 'Points of different roles cannot be compared.',
    columns: [
      { heading: 'role', kind: 'words' },
      { heading: 'no deal', kind: 'figure' },
      { heading: 'least', kind: 'figure' },
      { heading: 'points', kind: 'figure' },
      { heading: 'above no deal', kind: 'figure' },
      { heading: 'should it sign?', kind: 'words' },
    ],
    rows: team.roles.map(({ noDeal, least, points, gain, shouldNot }, k) => ({
      color: undefined,
      cells: [
        partyName(file, k),
        ...[noDeal, least, points, gain].map((value) => plainNumber(value)),
        team.kind === 'deal' ? (shouldNot ? 'no' : 'yes') : '',
      ],
    })),
    notes: team.deal === null ? [] : [dealWords(of, team.deal)],
  };
}

/** "Monthly rent: 1200 euros; Fixed term: 5 years". */
function dealWords({ game }: Judged, deal: Deal): string {
  const clauses = deal.map((option, k) => `${issueTitle(game.file, k)}: ${optionLabel(game.file, k, option)}`);
  return `The deal. ${clauses.join('; ')}.`;
}

/** None for a deal that nothing beats. */
function betterSections(team: TeamFinding): readonly SheetSection[] {
  const better = betterWords(team);
  const rows = [
    ...(better === '' ? [] : [['all would have preferred', better]]),
    ...missedWords(team).map((trade) => ['a trade nobody loses by', trade]),
  ];
  if (rows.length === 0) return [];
  return [
    {
      title: 'What was missed',
      intro: 'Clauses changed together, and what each role gains by it.',
      columns: [
        { heading: '', kind: 'words' },
        { heading: 'change', kind: 'words' },
      ],
      rows: rows.map((cells) => plainRow(...cells)),
      notes: [],
    },
  ];
}
