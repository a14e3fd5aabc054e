/** The report on many sessions: how often, when and how well they end, for whom, with which clauses, and why not. */
import type { Spread } from '../../engine/bargain/answer.ts';
import { everybody, pointsOf, sharedDigits, signedPointsOf } from '../../report/digits.ts';
import { counted, percent } from '../../report/text/number.ts';
import { points } from '../../report/text/points.ts';
import type { Focus } from '../../report/view/focus.ts';
import { footerView } from '../../report/view/footer.ts';
import { headerView } from '../../report/view/header.ts';
import { plainRow } from '../../report/view/sheet.ts';
import type { SheetCell, SheetSection, SheetView } from '../../report/view/sheet.ts';
import { issueTitle, listed, optionLabel, partyName, partyShort } from '../../report/view/words.ts';
import { isDrawn } from '../../engine/bargain/chance.ts';
import type { RunsCase } from './case.ts';
import { sessionQuestion } from './session-question.ts';
import { protocolSentence } from './words.ts';

/** Clauses and sessions that are listed unless all are asked for. */
const LISTED = 20;

export function runsView(of: RunsCase, focus: Focus): SheetView {
  return {
    header: headerView(of),
    headline: headline(of),
    sentences: sentences(of),
    sections: [
      ...(of.summary.deals === 0
        ? []
        : [qualitySection(of), gainsSection(of), clausesSection(of, focus), ...draftsSection(of)]),
      failuresSection(of),
      sessionsSection(of, focus),
    ],
    footer: footerView(of, focus),
  };
}

function headline({ summary: { runs, deals, share } }: RunsCase): string {
  if (deals === 0) return `No deal in ${counted(runs, 'session')}.`;
  return deals === runs
    ? `A deal in every one of ${counted(runs, 'session')}.`
    : `A deal in ${percent(share)} of ${counted(runs, 'session')}.`;
}

function sentences(of: RunsCase): string[] {
  const { scenario, setup, summary, draws, asked } = of;
  const { runs, deals, interval, rounds, distance, unproven } = summary;
  const drawn = [
    ...(isDrawn(sessionQuestion(setup)) ? ['what strategies and the protocol leave to chance'] : []),
    ...(draws ? ['every number within its low and high'] : []),
  ];
  return [
    protocolSentence(scenario, setup),
    `${counted(setup.rounds, 'round')} each. Drawn from session to session: ${listed(['who speaks first', ...drawn])}.`,
    ...(drawn.length > 0 ? [] : [`So there are at most ${setup.order.length} different sessions.`]),
    ...(runs < asked ? [`The work was stopped before all ${asked} were done.`] : []),
    `Were there ever more of them, the share with a deal would lie between ${percent(interval[0])} and ${percent(interval[1])} (95 % interval).`,
    ...(rounds === null || distance === null
      ? []
      : [
          `Half of the deals come by round ${whole(rounds.median)}. ` +
            (distance.most <= 0
              ? 'None leaves anything on the table: everybody who signs could never have got more at once.'
              : `Half of them leave everybody who signs at most ${shared(of, distance.median)} points more to be had at once.`),
        ]),
    ...(unproven === 0
      ? []
      : [
          `For ${unproven} of ${counted(deals, 'deal')} a search was given up: how good they are is then the best found.`,
        ]),
  ];
}

function whole(value: number): string {
  return String(Math.round(value));
}

/** Points of several parties at once. */
function shared(of: RunsCase, value: number): string {
  return points(value, sharedDigits(of, everybody(of), value));
}

const SPREAD = ['least', 'quarter', 'half', 'three quarters', 'most', 'mean'] as const;

function spreadCells(
  { least, lowQuartile, median, highQuartile, most, mean }: Spread,
  text: (value: number) => string,
) {
  return [least, lowQuartile, median, highQuartile, most, mean].map(text);
}

function spreadColumns(heading: string): SheetSection['columns'] {
  return [{ heading, kind: 'words' }, ...SPREAD.map((name) => ({ heading: name, kind: 'figure' as const }))];
}

function qualitySection(of: RunsCase): SheetSection {
  const { rounds, distance, left, nash } = of.summary;
  const row = (name: string, spread: Spread | null, text: (value: number) => string) =>
    spread === null ? [] : [plainRow(name, ...spreadCells(spread, text))];
  return {
    title: 'How good the deals are',
    intro:
      'Over the sessions with a deal. To the frontier: by how much everybody who signed could have got more at once; left: the ' +
      'largest sum they could have got on top, nobody losing; Nash: the product of their gains as a share of the largest.',
    columns: spreadColumns(''),
    rows: [
      ...row('round', rounds, (value) => points(value, { exponent: 0, places: 1 })),
      ...row('to the frontier', distance, (value) => shared(of, value)),
      ...row('left', left, (value) => shared(of, value)),
      ...row('Nash', nash, percent),
    ],
    notes: [],
  };
}

function gainsSection(of: RunsCase): SheetSection {
  return {
    title: 'What each party gains',
    intro: 'Over the sessions with a deal, in points above no deal.',
    columns: spreadColumns('party'),
    rows: everybody(of).flatMap((party) => {
      const spread = of.summary.gain[party] ?? null;
      if (spread === null) return [];
      const cells = [
        partyName(of.scenario, party),
        ...spreadCells(spread, (value) => signedPointsOf(of, party, value)),
      ];
      return [{ color: of.scenario.parties[party]!.color, cells }];
    }),
    notes: [],
  };
}

/** Clauses that are in some deals and not in all come first; of the others one line each. */
function clausesSection(of: RunsCase, { all }: Focus): SheetSection {
  const { scenario, compiled, summary } = of;
  const { offsets } = compiled.problem;
  const rows = scenario.issues.flatMap((_, issue) =>
    summary.options
      .slice(offsets[issue], offsets[issue + 1])
      .map((count, option) => ({ issue, option, count }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
  );
  const open = rows.filter(({ count }) => count < summary.deals);
  const settled = rows.length - open.length;
  const told = all ? rows : open;
  const shown = all ? told : told.slice(0, LISTED);
  const cells = ({ issue, option, count }: (typeof rows)[number]): SheetCell[] => [
    issueTitle(scenario, issue),
    optionLabel(scenario, issue, option),
    percent(count / summary.deals),
    { from: 0, to: count / summary.deals, mark: null },
  ];
  return {
    title: 'How often each clause is in',
    intro: 'Of the sessions with a deal.',
    columns: [
      { heading: 'clause', kind: 'words' },
      { heading: 'option', kind: 'words' },
      { heading: 'share', kind: 'figure' },
      { heading: '', kind: 'bar' },
    ],
    rows: shown.map((row) => plainRow(...cells(row))),
    notes: [
      ...(all || settled === 0
        ? []
        : [`${counted(settled, 'clause')} ${settled === 1 ? 'is' : 'are'} the same in all deals.`]),
      ...(shown.length < told.length ? [`${told.length - shown.length} more with --all.`] : []),
    ],
  };
}

function draftsSection({ scenario, summary }: RunsCase): SheetSection[] {
  if (scenario.drafts.length === 0) return [];
  return [
    {
      title: 'Nearest draft',
      intro: 'The draft with which a deal has the most clauses in common, as a share of the clauses of the draft.',
      columns: [
        { heading: 'draft', kind: 'words' },
        { heading: 'deals', kind: 'figure' },
        { heading: 'share', kind: 'figure' },
      ],
      rows: scenario.drafts.flatMap(({ title }, draft) => {
        const count = summary.nearest[draft]!;
        return count === 0 ? [] : [plainRow(title, String(count), percent(count / summary.deals))];
      }),
      notes: [],
    },
  ];
}

function failuresSection({ summary: { runs, failed, deals } }: RunsCase): SheetSection {
  const reasons = [
    ['a deal', deals],
    ['the deadline came, though there was a deal to be had or it is not decided', failed.deadline],
    ['somebody left, and the others could not make a deal', failed.walkOut],
    ['there was no deal to be had', failed.noZone],
  ] as const;
  return {
    title: 'How the sessions end',
    intro: 'Sessions, and their share of all.',
    columns: [
      { heading: 'end', kind: 'words' },
      { heading: 'sessions', kind: 'figure' },
      { heading: 'share', kind: 'figure' },
    ],
    rows: reasons.flatMap(([reason, count]) =>
      count === 0 ? [] : [plainRow(reason, String(count), percent(count / runs))],
    ),
    notes: [],
  };
}

function sessionsSection(of: RunsCase, { all }: Focus): SheetSection {
  const shown = all ? of.runs : of.runs.slice(0, LISTED);
  return {
    title: 'Sessions',
    intro: of.draws
      ? 'Each with its seed; the same command gives the same sessions.'
      : 'Each with its seed: --seed and --order with who speaks first give one of them offer by offer.',
    columns: [
      { heading: 'seed', kind: 'words' },
      { heading: 'first', kind: 'words' },
      { heading: 'end', kind: 'words' },
      { heading: 'round', kind: 'figure' },
      ...everybody(of).map((party) => ({
        heading: partyShort(of.scenario, party),
        kind: 'figure' as const,
        optional: true,
      })),
    ],
    rows: shown.map(({ seed, starter, ended, agreement, noZone }) => ({
      color: undefined,
      cells: [
        seed,
        partyShort(of.scenario, starter),
        ended === 'deal' ? 'deal' : noZone === true ? 'no deal to be had' : ended,
        agreement === null ? '-' : String(agreement.round),
        ...everybody(of).map((party) => (agreement === null ? '-' : pointsOf(of, party, agreement.utility[party]!))),
      ],
    })),
    notes: shown.length < of.runs.length ? [`${of.runs.length - shown.length} more with --all.`] : [],
  };
}
