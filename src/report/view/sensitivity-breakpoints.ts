/** Between which values of each number the verdict and the recommended deal stay as they are. */
import type { Reach } from '../../engine/sensitivity/breakpoints.ts';
import type { TornadoCase } from '../sensitivity-case.ts';
import type { BreakpointRow } from '../sensitivity-case.ts';
import { counted } from '../text/number.ts';
import { SOLUTION_TITLES } from './deals.ts';
import type { Focus } from './focus.ts';
import { numberWords } from './sensitivity-tornado.ts';
import type { SheetSection } from './sensitivity-sheet.ts';

const MOST_ROWS = 20;

export function breakpointsSection(of: TornadoCase, focus: Focus): SheetSection {
  const { breakpoints, answer } = of;
  const verdict = answer.base.coalition === null ? 'no deal while' : 'a deal while';
  const hasDeals = breakpoints.some(({ found }) => found.deal !== null);
  const sorted = breakpoints.toSorted((a, b) => nearest(a) - nearest(b));
  const moving = sorted.filter((row) => nearest(row) < Infinity);
  const shown = focus.all ? sorted : moving.slice(0, MOST_ROWS);
  const left = moving.length - shown.length;
  const idle = breakpoints.length - moving.length;
  return {
    title: 'Breakpoints',
    intro: [
      'The values of each number, all others as they are, between which nothing changes; the nearest change in proportion',
      'to the number first. A weight stands beside the other weights of the party as they are. any: however far it moves;',
      '~ proven up to here and not further. --json has the two values between which each change is proven.',
      ...(hasDeals
        ? [`The deal: the ${SOLUTION_TITLES[of.solution]} deal stays a best one for its signers.`]
        : of.solution === 'nash' || of.solution === 'utilitarian'
          ? []
          : ['For the recommended deal ask for --solution nash or utilitarian.']),
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
    notes: [
      ...(breakpoints.some(({ rounded }) => rounded)
        ? ['Points of some parties are rounded here, to a ten-thousandth or finer, since theirs are long fractions.']
        : []),
      ...(focus.all ? [] : hiddenNotes(left, idle)),
    ],
  };
}

function hiddenNotes(left: number, idle: number): string[] {
  return [
    ...(left > 0 ? [`and ${counted(left, 'number')} more; --all shows them.`] : []),
    ...(idle > 0 ? [`${counted(idle, 'number')} can have any value that the format allows; --all shows them.`] : []),
  ];
}

/** The smallest single change of the verdict, in words; null where there is none. */
export function criticalSentence(of: TornadoCase): string | null {
  const [row] = of.breakpoints
    .filter(({ found }) => found.verdict.down.changes || found.verdict.up.changes)
    .toSorted((a, b) => distance(a, a.found.verdict) - distance(b, b.found.verdict));
  if (row === undefined) return null;
  const { down, up } = row.found.verdict;
  const nearer = moveOf(row, down) <= moveOf(row, up) ? down : up;
  const change = of.answer.base.coalition === null ? 'opens the zone' : 'leaves no deal';
  return (
    `The smallest single change, in proportion, that ${change}: ${numberWords(of, row.number)} ` +
    `from ${figure(row.number.value)} ${nearer === down ? 'to below' : 'to above'} ${figure(row.valueAt(nearer.until))}.`
  );
}

function nearest(row: BreakpointRow): number {
  const { verdict, deal } = row.found;
  return Math.min(distance(row, verdict), deal === null ? Infinity : distance(row, deal));
}

function distance(row: BreakpointRow, { down, up }: { readonly down: Reach; readonly up: Reach }): number {
  return Math.min(moveOf(row, down), moveOf(row, up));
}

/** How far the number moves until a change, in proportion to it. */
function moveOf({ number, valueAt }: BreakpointRow, { until, changes }: Reach): number {
  return changes ? Math.abs(valueAt(until) - number.value) / Math.max(1e-9, Math.abs(number.value)) : Infinity;
}

function rangeWords(row: BreakpointRow, { down, up }: { readonly down: Reach; readonly up: Reach }): string {
  const [from, to] = [endWords(row, down), endWords(row, up)];
  return from === ANY && to === ANY ? ANY : `${from} - ${to}`;
}

const ANY = 'any';

function endWords({ line, valueAt }: BreakpointRow, { until, changes }: Reach): string {
  if (changes) return figure(valueAt(until));
  return until === line.least || until === line.most ? ANY : `~${figure(valueAt(until))}`;
}

/** Up to two decimals. */
function figure(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toFixed(2))) : ANY;
}
