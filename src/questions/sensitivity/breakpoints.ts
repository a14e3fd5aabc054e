/** Between which values of each number the verdict and the recommended deal stay as they are. */
import type { Breakpoints, Reach } from '../../engine/sensitivity/breakpoints.ts';
import type { BreakpointRow, TornadoCase } from './case.ts';
import { counted } from '../../report/text/number.ts';
import { SOLUTION_TITLES } from '../../report/view/deals.ts';
import type { Focus } from '../../report/view/focus.ts';
import { numberWords } from './tornado.ts';
import type { SheetSection } from '../../report/view/sheet.ts';
import type { Rounding } from '../../report/text/points.ts';
import { plainNumber } from '../../report/text/points.ts';
import { roundedTo } from '../../exact/fraction.ts';

const MOST_ROWS = 20;

/** What a `~` before a value means. */
export const UNPROVEN = '~ proven up to here; what comes next is not known.';

/** The breakpoints as a table, the nearest change first. */
export function breakpointsSection(of: TornadoCase, focus: Focus): SheetSection {
  const { breakpoints, answer } = of;
  const { known, coalition } = answer.base;
  const verdict = known ? (coalition === null ? 'no deal while' : 'a deal while') : 'deal or none while';
  const hasDeals = breakpoints.some(({ found }) => found.deal !== null);
  const unproven = hasUnproven(breakpoints, 'verdict') || hasUnproven(breakpoints, 'deal');
  const sorted = breakpoints.toSorted((a, b) => nearest(a) - nearest(b));
  const moving = sorted.filter((row) => nearest(row) < Infinity);
  const shown = focus.all ? sorted : moving.slice(0, MOST_ROWS);
  const left = moving.length - shown.length;
  const still = sorted.filter((row) => nearest(row) === Infinity);
  const open = still.filter((row) => (hasDeals && row.found.deal === null) || !staysAnyhow(row)).length;
  return {
    title: 'Breakpoints',
    intro: [
      'The values of each number, all others as they are, between which nothing changes; the nearest change in proportion',
      'to the number first. A weight stands beside the other weights of the party as they are. any: however far it moves.',
      '--json has the two values between which each change is proven.',
      ...(hasDeals ? [`The deal: the ${SOLUTION_TITLES[of.solution]} deal stays a best one for its signers.`] : []),
      ...(unproven ? [UNPROVEN] : []),
    ].join(' '),
    columns: [
      { heading: 'number', kind: 'words' },
      { heading: 'now', kind: 'figure' },
      { heading: verdict, kind: 'figure' },
      ...(hasDeals ? [{ heading: 'this deal while', kind: 'figure' as const }] : []),
    ],
    rows: shown.map((row) => ({
      color: undefined,
      cells: [
        numberWords(of, row.number),
        figure(row.number.value),
        rangeWords(row, row.found.verdict),
        ...(hasDeals ? [row.found.deal === null ? 'not known' : rangeWords(row, row.found.deal)] : []),
      ],
    })),
    notes: focus.all ? [] : hiddenNotes(left, still.length - open, open),
  };
}

/** Whether nothing that could be followed changes, however far the number goes; false where that was not settled. */
function staysAnyhow(row: BreakpointRow): boolean {
  return !hasUnproven([row], 'verdict') && !hasUnproven([row], 'deal');
}

function hiddenNotes(left: number, idle: number, open: number): string[] {
  return [
    ...(left > 0 ? [`and ${counted(left, 'number')} more; --all shows them.`] : []),
    ...(idle > 0 ? [`${counted(idle, 'number')} can have any value that the format allows; --all shows them.`] : []),
    ...(open > 0 ? [`Of ${counted(open, 'number')} no change is known; --all shows how far each was followed.`] : []),
  ];
}

/** A number and the way it goes first to a change. */
export interface CriticalChange {
  readonly row: BreakpointRow;
  readonly reach: Reach;
  /** -1: the number goes down, 1: up. */
  readonly towards: -1 | 1;
}

/** The smallest single change of the verdict, or of the recommended deal, in proportion to the number; null: none. */
export function criticalChange(of: TornadoCase, what: 'verdict' | 'deal'): CriticalChange | null {
  const changes = of.breakpoints.flatMap((row): CriticalChange[] => {
    const ways = row.found[what];
    if (ways === null) return [];
    const both: CriticalChange[] = [
      { row, reach: ways.down, towards: -1 },
      { row, reach: ways.up, towards: 1 },
    ];
    return both.filter(({ reach }) => reach.changes);
  });
  return changes.toSorted((a, b) => moveOf(a.row, a.reach) - moveOf(b.row, b.reach))[0] ?? null;
}

/** The smallest single changes in words: of the verdict, and of the recommended deal. */
export function criticalSentences(of: TornadoCase): string[] {
  const { base } = of.answer;
  const isEmpty = base.coalition === null;
  // What red lines and rules exclude no number opens; the verdict's own sentence says so.
  const verdict =
    !base.known || (isEmpty && base.slackProven && base.uniformSlack === null)
      ? []
      : [criticalSentence(of, 'verdict', isEmpty ? 'opens the zone' : 'leaves no deal')];
  const hasDeal = of.breakpoints.some(({ found }) => found.deal !== null);
  return [
    ...verdict,
    ...(hasDeal ? [criticalSentence(of, 'deal', `changes the ${SOLUTION_TITLES[of.solution]} deal`)] : []),
  ];
}

function criticalSentence(of: TornadoCase, what: 'verdict' | 'deal', does: string): string {
  const critical = criticalChange(of, what);
  if (critical === null) {
    const known = of.breakpoints.every(({ found }) => found[what] !== null) && !hasUnproven(of.breakpoints, what);
    const adjusted = of.breakpoints.some(({ number }) => number.kind === 'adjustment');
    const tried = adjusted
      ? counted(of.breakpoints.length, 'number')
      : counted(of.breakpoints.length, 'weight or threshold', 'weights and thresholds');
    if (of.breakpoints.length === 0) return `No number was moved to see what ${does}.`;
    return known
      ? `None of ${tried} alone, however far it moves, ${does}.`
      : `None of ${tried} alone is known to be what ${does}.`;
  }
  const { row, reach, towards } = critical;
  const outwards = towards < 0 ? 'down' : 'up';
  return (
    `The smallest single change, in proportion, that ${does}: ${numberWords(of, row.number)} ` +
    `from ${figure(row.number.value)} to ${towards < 0 ? 'below' : 'above'} ` +
    `${figure(numberAt(row, reach.until, outwards), outwards)}.`
  );
}

function hasUnproven(rows: readonly BreakpointRow[], what: 'verdict' | 'deal'): boolean {
  return rows.some((row) => {
    const ways = row.found[what];
    return ways !== null && [ways.down, ways.up].some((reach) => !reach.changes && !isEnd(row, reach));
  });
}

function nearest(row: BreakpointRow): number {
  const { verdict, deal } = row.found;
  return Math.min(distance(row, verdict), deal === null ? Infinity : distance(row, deal));
}

function distance(row: BreakpointRow, { down, up }: Breakpoints['verdict']): number {
  return Math.min(moveOf(row, down), moveOf(row, up));
}

/** How far the number moves until a change, in proportion to it. */
function moveOf({ number, valueAt }: BreakpointRow, { until, changes }: Reach): number {
  return changes ? Math.abs(valueAt(until) - number.value) / Math.max(1e-9, Math.abs(number.value)) : Infinity;
}

/** "4.2 - 18": between which values nothing changes; `~` where nothing is proven beyond. */
export function rangeWords(row: BreakpointRow, { down, up }: Breakpoints['verdict']): string {
  const [from, to] = [endWords(row, down, 'up'), endWords(row, up, 'down')];
  return from === ANY && to === ANY ? ANY : `${from} - ${to}`;
}

const ANY = 'any';

function endWords(row: BreakpointRow, reach: Reach, inwards: Inwards): string {
  return endFigure(row, reach, inwards, figure) ?? ANY;
}

/** The number at a step; where no printed number is exactly that, the nearest on this side of it. */
export function numberAt({ exactAt }: BreakpointRow, step: number, side: 'down' | 'up'): number {
  const exact = exactAt(step);
  return exact === null ? Infinity : roundedTo(exact, side);
}

/** Towards the number as it stands: up from below it, down from above. */
type Inwards = 'down' | 'up';

/** The last value before a change, rounded inwards so that nothing changes between the figures either; null: the number may go as far as it likes. `~` where nothing is proven beyond. */
export function endFigure(row: BreakpointRow, reach: Reach, inwards: Inwards, figureOf: Figure): string | null {
  const value = figureOf(numberAt(row, reach.until, inwards), inwards);
  if (reach.changes) return value;
  return isEnd(row, reach) ? null : `~${value}`;
}

/** True where the number cannot go further, so that nothing changes on this way. */
export function isEnd({ line }: BreakpointRow, { until }: Reach): boolean {
  return until === line.least || until === line.most;
}

/** How a number is written, and to which side it is rounded. */
export type Figure = (value: number, rounding?: Rounding) => string;

/** A number of the scenario: see `plainNumber`; `any` without end. */
export function figure(value: number, rounding: Rounding = 'nearest'): string {
  return Number.isFinite(value) ? plainNumber(value, rounding) : ANY;
}
