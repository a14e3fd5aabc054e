/** A comparison as tables: what is compared, what differs from the first, what follows, and what hangs on which. */
import type { Case } from '../../report/case.ts';
import { everybody, needed, pointsOf, signedSlackOf } from '../../report/digits.ts';
import { counted } from '../../report/text/number.ts';
import { oneLine } from '../../report/text/width.ts';
import { wholeFocus } from '../../report/view/focus.ts';
import { footerView } from '../../report/view/footer.ts';
import { dayOf, headerView } from '../../report/view/header.ts';
import { unvaluedSentences } from '../../report/view/unvalued.ts';
import { plainRow } from '../../report/view/sheet.ts';
import type { SheetRow, SheetSection, SheetView } from '../../report/view/sheet.ts';
import { capital } from '../../report/text/capital.ts';
import { countFigure, listed, partyShort, sentence } from '../../report/view/words.ts';
import type { Contrast } from '../../scenario/edit/contrast.ts';
import type { Shape } from '../question.ts';
import type { Column, CompareCase } from './case.ts';
import { labelOf, possibleIn } from './case.ts';
import type { Conclusion, Standing } from './conclusions.ts';
import { conclusionsOf, standingOf, verdictOf } from './conclusions.ts';

/** Differences of one column that are listed unless all are asked for. */
const MOST_DIFFERENCES = 12;

export function compareView(of: CompareCase, { all, command }: Omit<Shape, 'width'>): SheetView {
  const { columns } = of;
  const conclusions = conclusionsOf(of);
  const header = headerView(of);
  return {
    header: { ...header, title: columns.map((column) => `${column.key}: ${labelOf(column)}`).join(' · '), facts: [] },
    headline: headline(columns),
    sentences: [sharedSentence(conclusions, columns)],
    sections: [
      comparedSection(columns),
      differencesSection(columns, all),
      followsSection(columns),
      ...standingSections(columns, conclusions, all),
    ],
    footer: footerView(of, wholeFocus(of.scenario, all, command)),
  };
}

function headline(columns: readonly Column[]): string {
  const those = (possible: boolean | 'depends'): readonly string[] =>
    columns.filter(({ of }) => possibleIn(of) === possible).map(({ key }) => key);
  const [open, closed, depends] = [those(true), those(false), those('depends')];
  if (open.length === columns.length) return 'A deal is possible in each.';
  if (closed.length === columns.length) return 'No deal in any of them.';
  const parts = [
    ...(open.length > 0 ? [`a deal is possible in ${listed(open)}`] : []),
    ...(closed.length > 0 ? [`there is none in ${listed(closed)}`] : []),
    ...(depends.length > 0 ? [`it depends on what is not yet valued in ${listed(depends)}`] : []),
    ...(open.length + closed.length + depends.length < columns.length ? ['the rest is not decided'] : []),
  ];
  const text = listed(parts);
  return `${capital(text)}.`;
}

function sharedSentence(conclusions: readonly Conclusion[], columns: readonly Column[]): string {
  const count = (kind: Standing['kind']): number => conclusions.filter((each) => standingOf(each).kind === kind).length;
  const [shared, hangs, divided] = [count('shared'), count('hangs'), count('divided')];
  const rest = columns.length < 3 ? [] : [`${hangs} ${hangs === 1 ? 'hangs' : 'hang'} on one`];
  const parts = [
    `${shared} ${shared === 1 ? 'is' : 'are'} shared by all`,
    ...rest,
    `${divided} ${divided === 1 ? 'differs' : 'differ'} otherwise`,
  ];
  return `Of ${counted(conclusions.length, 'conclusion')} ${listed(parts)}; the others do not arise in all.`;
}

function comparedSection(columns: readonly Column[]): SheetSection {
  return {
    title: 'What is compared',
    intro: 'Each is solved as it stands; drafts are held against the positions of each.',
    columns: [
      { heading: '', kind: 'words' },
      { heading: 'scenario', kind: 'words' },
      { heading: 'by', kind: 'words' },
      { heading: 'positions of', kind: 'words' },
      { heading: 'hash', kind: 'words', optional: true },
    ],
    rows: columns.map((column) => {
      const { scenario } = column.of;
      return plainRow(column.key, labelOf(column), scenario.reading?.by ?? '', dayOf(scenario) ?? '', scenario.hash);
    }),
    notes: columns.flatMap(({ key, of: { scenario, unvalued } }) => [
      ...(scenario.reading === undefined ? [] : [`${key}: ${sentence(scenario.reading.why)}`]),
      ...(unvalued === undefined ? [] : [`${key}: ${unvaluedSentences(scenario, unvalued).join(' ')}`]),
    ]),
  };
}

function differencesSection(columns: readonly Column[], all: boolean): SheetSection {
  const first = columns[0]!;
  const others = columns.flatMap(({ key, contrasts }) => (contrasts === null ? [] : [{ key, contrasts }]));
  const shown = others.map(({ key, contrasts }) => {
    const list = all ? contrasts : weightiest(contrasts).slice(0, MOST_DIFFERENCES);
    return { key, list, left: contrasts.length - list.length };
  });
  return {
    title: `What differs from ${first.key}`,
    intro: `Numbers stand as they are in ${first.key} and then in the column named.`,
    columns: [
      { heading: '', kind: 'words' },
      { heading: 'difference', kind: 'words' },
    ],
    rows: shown.flatMap(({ key, list }) => list.map(({ text }, k) => plainRow(k === 0 ? key : '', oneLine(text)))),
    notes: shown.flatMap(({ key, list, left }) => [
      ...(list.length === 0 ? [`${key}: nothing differs.`] : []),
      ...(left > 0 ? [`${key}: ${counted(left, 'more difference')}; --all shows them.`] : []),
    ]),
  };
}

/** In an order that puts what decides most before single values. */
function weightiest(contrasts: readonly Contrast[]): readonly Contrast[] {
  const rank = ({ kind, path }: Contrast): number => {
    if (kind !== 'number') return 0;
    const last = path?.split('.').at(-1) ?? '';
    return ['disagreement', 'reservation'].includes(last) ? 1 : last === 'weight' ? 2 : 3;
  };
  return contrasts.toSorted((a, b) => rank(a) - rank(b));
}

function followsSection(columns: readonly Column[]): SheetSection {
  const line = (name: string, cell: (column: Column) => string): SheetRow => plainRow(name, ...columns.map(cell));
  const parties = new Set(columns.flatMap(({ of }) => of.scenario.parties.map(({ id }) => id)));
  const closed = columns.some(({ explanation }) => explanation !== null);
  return {
    title: 'What follows',
    intro:
      'Slack: by how many points the least of every signer could rise at once with a deal left, negative: would have to ' +
      'come down; none: red lines leave no deal. Prices: the smallest opening where there is no deal. Nash: points of the deal with the largest product ' +
      'of gains.',
    columns: table('', columns),
    rows: [
      line('deal', (column) => verdictOf(column).words),
      line('deals', ({ of }) => countFigure(of.answer.zone.count)),
      line('slack', ({ of }) => slackWords(of)),
      ...(closed ? [line('price in points', (column) => priceOf(column, 'total'))] : []),
      ...(closed ? [line('price in red lines', (column) => priceOf(column, 'redLines'))] : []),
      ...[...parties].map((id) => line(`Nash, ${nameOf(columns, id)}`, ({ of }) => nashPoints(of, id))),
    ].filter(({ cells }) => cells.slice(1).some((cell) => cell !== '')),
    notes: [],
  };
}

function slackWords(of: Case): string {
  const { uniformSlackExact: slack } = of.answer;
  return slack === null ? 'none' : signedSlackOf(of, slack);
}

/** Of the smallest opening by a measure; empty where there is a deal, "-" where the search did not settle it. */
function priceOf({ of, explanation }: Column, measure: 'total' | 'redLines'): string {
  if (explanation === null) return '';
  const opening = explanation.obstacles?.openings[measure] ?? null;
  if (opening === null) return '-';
  return measure === 'total' ? needed(of, everybody(of), opening.value) : String(opening.value);
}

function nashPoints(of: Case, id: string): string {
  const party = of.scenario.parties.findIndex((candidate) => candidate.id === id);
  const utility = of.answer.solutions?.nash.deals[0]?.utility[party];
  return party === -1 || utility === undefined ? '' : pointsOf(of, party, utility);
}

function nameOf(columns: readonly Column[], id: string): string {
  for (const { of } of columns) {
    const party = of.scenario.parties.findIndex((candidate) => candidate.id === id);
    if (party !== -1) return partyShort(of.scenario, party);
  }
  return id;
}

function standingSections(
  columns: readonly Column[],
  conclusions: readonly Conclusion[],
  all: boolean,
): SheetSection[] {
  const of = (kind: Standing['kind']): readonly Conclusion[] =>
    conclusions.filter((each) => standingOf(each).kind === kind);
  const isShown = ({ kind }: Conclusion): boolean => all || kind !== 'clause';
  const left = (list: readonly Conclusion[], words: string): string[] => {
    const hidden = list.filter((each) => !isShown(each)).length;
    return hidden === 0 ? [] : [`${counted(hidden, 'clause')} of the Nash deals ${words}; --all shows them.`];
  };
  const [shared, partly] = [of('shared'), of('partly')];
  const sections: readonly SheetSection[] = [
    {
      title: 'What all share',
      intro: 'The same in every column.',
      columns: [
        { heading: 'conclusion', kind: 'words' },
        { heading: 'in all', kind: 'words' },
      ],
      rows: shared.filter(isShown).map((each) => plainRow(each.title, each.values[0]?.words ?? '')),
      notes: [...left(shared, 'are the same in all'), ...left(partly, 'are the same wherever there is a deal')],
    },
    differing('What hangs on one', columns, of('hangs'), 'All others say the same.'),
    differing('What differs', columns, of('divided'), 'Clauses are those of the Nash deals.'),
    differing('What does not arise in all', columns, partly.filter(isShown), 'Where it arises it is the same.'),
  ];
  return sections.filter(({ rows, notes }) => rows.length + notes.length > 0);
}

function differing(
  title: string,
  columns: readonly Column[],
  list: readonly Conclusion[],
  intro: string,
): SheetSection {
  const rows = list.map((each) => {
    const standing = standingOf(each);
    const cells = each.values.map((value) => value?.words ?? '');
    return plainRow(each.title, ...cells, ...(standing.kind === 'hangs' ? [columns[standing.on]!.key] : []));
  });
  const hanging = list.some((each) => standingOf(each).kind === 'hangs');
  const heads = [
    ...table('conclusion', columns),
    ...(hanging ? [{ heading: 'hangs on', kind: 'words' as const }] : []),
  ];
  return { title, intro, columns: heads, rows, notes: [] };
}

function table(heading: string, columns: readonly Column[]): SheetSection['columns'] {
  return [heading, ...columns.map(({ key }) => key)].map((each) => ({ heading: each, kind: 'words' }));
}
