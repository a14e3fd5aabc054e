/** What bargaining comes to beside the standards of fairness, party by party. */
import type { Glance } from '../../engine/glance.ts';
import type { Named } from '../../report/case.ts';
import { reservationOf } from '../../report/case.ts';
import { everybody, pointsOf } from '../../report/digits.ts';
import type { SheetSection } from '../../report/view/sheet.ts';
import { partyName } from '../../report/view/words.ts';

interface Column {
  readonly heading: string;
  /** By party, in points; undefined where there is no such deal. */
  readonly utility: readonly number[] | undefined;
}

/** `words` tell the first columns: "of what is agreed,". */
export function besideStandards(
  of: Named,
  { solutions, ideals }: Glance,
  words: string,
  outcomes: readonly Column[],
): SheetSection {
  const standards: readonly Column[] = [
    { heading: 'Nash', utility: solutions?.nash.deals[0]?.utility },
    { heading: 'Kalai-Sm.', utility: solutions?.['kalai-smorodinsky'].deals[0]?.utility },
  ];
  const columns = [...outcomes, ...standards].flatMap(({ heading, utility }) =>
    utility === undefined ? [] : [{ heading, utility }],
  );
  return {
    title: 'Beside the standards',
    intro:
      columns.length === 0
        ? 'There is no deal in the zone to hold this against.'
        : `Points of each party: ${words} of the Nash and the Kalai-Smorodinsky deal; the most it could get in the zone, and ` +
          'the least it signs for.',
    columns: [
      { heading: 'party', kind: 'words' },
      ...columns.map(({ heading }) => ({ heading, kind: 'figure' as const })),
      { heading: 'most', kind: 'figure' },
      { heading: 'least', kind: 'figure' },
    ],
    rows: (columns.length === 0 ? [] : everybody(of)).map((party) => {
      const most = ideals[party] ?? null;
      return {
        color: of.scenario.parties[party]!.color,
        cells: [
          partyName(of.scenario, party),
          ...columns.map(({ utility }) => pointsOf(of, party, utility[party]!)),
          most === null ? '-' : pointsOf(of, party, most),
          pointsOf(of, party, reservationOf(of, party)),
        ],
      };
    }),
    notes: [],
  };
}
