/** A debrief as tables: the board, what was left on the table, trades missed, and each role across the teams. */
import { plainNumber } from '../../report/text/points.ts';
import { plainRow } from '../../report/view/sheet.ts';
import type { SheetColumn, SheetSection, SheetView } from '../../report/view/sheet.ts';
import { partyName, partyShort } from '../../report/view/words.ts';
import type { DebriefCase } from './case.ts';
import type { Findings, TeamFinding } from './findings.ts';
import { findingsOf } from './findings.ts';
import {
  betterWords,
  causeWords,
  efficientWords,
  endWords,
  headline,
  leftWords,
  minuteWords,
  missedWords,
  nearWords,
  overview,
  shareWords,
  signWords,
} from './words.ts';

/** `command` is the one that gave this debrief. */
export function debriefView(of: DebriefCase, command: string): SheetView {
  const found = findingsOf(of);
  const { game, state } = of;
  const bluffs = new Set(
    of.days.flatMap((day) => day.of.assumptions.map(({ party, redLine }) => `${party.id}.${redLine.id}`)),
  );
  return {
    header: {
      title: game.plan.title ?? game.file.title,
      facts: [`${state.clock.minutes} minutes`],
      assumptions: bluffs.size === 0 ? [] : [`Set aside, for they are a bluff: ${[...bluffs].join(', ')}.`],
    },
    headline: headline(found),
    sentences: overview(found),
    sections: sectionsOf(of, found),
    footer: [...of.warnings, `Again: ${command}`],
  };
}

/** All tables, in the order in which they are shown to a class: results first, the numbers of all sides last. */
export function sectionsOf(of: DebriefCase, found: Findings): readonly SheetSection[] {
  const sections = [
    boardSection(of, found),
    causesSection(of, found),
    offersSection(of, found),
    leftSection(found),
    tradesSection(found),
    rolesSection(of, found),
  ];
  return sections.filter(({ rows, notes }) => rows.length + notes.length > 0);
}

export function boardSection(of: DebriefCase, { teams }: Findings): SheetSection {
  const { file } = of.game;
  const named = teams.some(({ team }) => of.game.roles.some((role) => of.nameOf(team, role) !== ''));
  return {
    title: 'The board',
    intro:
      'Points of each role, those above no deal in brackets, and the rank within the role. No deal counts as what it is ' +
      'worth. Points of different roles cannot be compared.',
    columns: [
      { heading: 'team', kind: 'words' },
      { heading: 'result', kind: 'words' },
      { heading: 'min', kind: 'figure', optional: true },
      ...file.parties.map((_, k): SheetColumn => ({ heading: partyShort(file, k), kind: 'figure' })),
      { heading: 'sign?', kind: 'words' },
      { heading: 'efficient', kind: 'words' },
    ],
    rows: teams.map((team) =>
      plainRow(
        team.team,
        endWords(team),
        minuteWords(team.minute),
        ...file.parties.map((_, k) => roleCell(team, k)),
        signWords(of, team),
        efficientWords(team),
      ),
    ),
    notes: [
      ...(named ? teams.flatMap((team) => namesNote(of, team)) : []),
      ...of.leftOut.map(({ id, leftOut }) => `Team ${id} is left out: ${leftOut ?? ''}`),
    ],
  };
}

function roleCell({ roles }: TeamFinding, k: number): string {
  const role = roles[k];
  if (role === undefined) return '';
  const gain = `${role.gain > 0 ? '+' : ''}${plainNumber(role.gain)}`;
  return `${plainNumber(role.points)} (${gain}) ${role.rank}.`;
}

function namesNote(of: DebriefCase, { team }: TeamFinding): readonly string[] {
  const names = of.game.roles.flatMap((role, k) => {
    const name = of.nameOf(team, role);
    return name === '' ? [] : [`${partyShort(of.game.file, k)} ${name}`];
  });
  return names.length === 0 ? [] : [`Team ${team}: ${names.join(', ')}`];
}

function causesSection(of: DebriefCase, { teams }: Findings): SheetSection {
  return {
    title: 'Where it went wrong',
    intro: 'Teams that parted, and teams that signed what somebody should have refused.',
    columns: [
      { heading: 'team', kind: 'words' },
      { heading: 'what', kind: 'words' },
    ],
    rows: teams.filter(({ cause }) => cause !== null).map((team) => plainRow(team.team, causeWords(of, team))),
    notes: [],
  };
}

function offersSection(of: DebriefCase, { teams }: Findings): SheetSection {
  const { file, roles } = of.game;
  const withOffer = teams.filter(({ firstOffer }) => firstOffer !== null);
  return {
    title: 'First offers and results',
    intro: 'Points of the first text on the table, and after the arrow those of the result.',
    columns: [
      { heading: 'team', kind: 'words' },
      { heading: 'by', kind: 'words' },
      { heading: 'min', kind: 'figure' },
      ...file.parties.map((_, k): SheetColumn => ({ heading: partyShort(file, k), kind: 'figure' })),
    ],
    rows: withOffer.map((team) => {
      const { role, minute, points } = team.firstOffer!;
      return plainRow(
        team.team,
        partyShort(file, roles.indexOf(role)),
        minuteWords(minute),
        ...roles.map((_, k) => offerCell(points?.[k] ?? null, team.roles[k]?.points ?? null)),
      );
    }),
    notes: [],
  };
}

function offerCell(offer: number | null, result: number | null): string {
  const written = (points: number | null): string => (points === null ? '-' : plainNumber(points));
  return `${written(offer)} -> ${written(result)}`;
}

function leftSection({ teams }: Findings): SheetSection {
  return {
    title: 'What was left on the table',
    intro:
      'Left: points that could have been added to everybody at once; without a deal, above no deal. Product: of all gains, ' +
      'against the largest that can be signed. Nearest: by the number of clauses that differ.',
    columns: [
      { heading: 'team', kind: 'words' },
      { heading: 'left', kind: 'figure' },
      { heading: 'product', kind: 'figure' },
      { heading: 'all would have preferred', kind: 'words' },
      { heading: 'nearest', kind: 'words', optional: true },
    ],
    rows: teams
      .filter(({ kind }) => kind !== 'open')
      .map((team) =>
        plainRow(team.team, leftWords(team), shareWords(team.product), betterWords(team) || '-', nearWords(team)),
      ),
    notes: [],
  };
}

function tradesSection({ teams }: Findings): SheetSection {
  return {
    title: 'Trades that were missed',
    intro: 'Two or three clauses changed together, so that nobody is worse off and somebody better.',
    columns: [
      { heading: 'team', kind: 'words' },
      { heading: 'trade', kind: 'words' },
    ],
    rows: teams.flatMap((team) => missedWords(team).map((words, k) => plainRow(k === 0 ? team.team : '', words))),
    notes: [],
  };
}

function rolesSection(of: DebriefCase, { spread }: Findings): SheetSection {
  const { file } = of.game;
  return {
    title: 'Role by role',
    intro: 'Over all teams that are done.',
    columns: [
      { heading: 'role', kind: 'words' },
      { heading: 'no deal', kind: 'figure' },
      { heading: 'least', kind: 'figure' },
      { heading: 'lowest', kind: 'figure' },
      { heading: 'median', kind: 'figure' },
      { heading: 'highest', kind: 'figure' },
      { heading: 'mean gain', kind: 'figure' },
      { heading: 'best in team', kind: 'words' },
    ],
    rows: spread.map((role, k) =>
      plainRow(
        partyName(file, k),
        ...[role.noDeal, role.least, role.lowest, role.median, role.highest, role.meanGain].map((value) =>
          plainNumber(value),
        ),
        role.best.join(', '),
      ),
    ),
    notes: [],
  };
}
