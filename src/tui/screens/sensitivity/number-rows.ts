/** The tornado: a row for each number with its range, its bar of uniform slack, and what becomes of the deal. */
import type { Effect } from '../../../engine/sensitivity/effect.ts';
import { mostMoved, sharedPointsOf, signedPointsOf, slackOf } from '../../../report/digits.ts';
import { apart } from '../../../report/text/points.ts';
import { columns as textColumns } from '../../../report/text/width.ts';
import { figure } from '../../../questions/sensitivity/breakpoints.ts';
import { partyShort } from '../../../report/view/words.ts';
import type { Glyphs } from '../../draw/glyphs.ts';
import type { Line } from '../../draw/line.ts';
import { safe, span } from '../../draw/line.ts';
import type { CellText, Column, Table, TableOptions, Window } from '../../draw/list.ts';
import { columnsOf, columnWidths } from '../../draw/list.ts';
import { tornado } from '../../draw/meter.ts';
import type { NumberRow, Numbers } from './numbers.ts';
import { flips } from './numbers.ts';

const LEAST_BAR = 12;
const MOST_BAR = 40;
/** Widths from where figures of the slack, and the party that gains or loses most, are shown. */
const WITH_SLACK = 96;
const WITH_GAINS = 130;
const LEAST_WORDS = 18;
/** Part of the width that the names of numbers may take before they are cut. */
const MOST_WORDS = 0.45;
const GAP = 2;

/** Rows `start` up to and without `end`, each of exactly `width` columns. */
export function numberTable(numbers: Numbers, { start, end }: Window, width: number, glyphs: Glyphs): Table {
  const rows = numbers.rows.slice(start, end);
  const table = (bar: number): TableOptions => ({
    columns: heads(numbers, width, bar),
    rows: rows.map((row) => cells(numbers, row, width, bar, glyphs)),
    width,
    gap: GAP,
  });
  const bare = table(0);
  const natural = columnWidths({
    ...bare,
    columns: bare.columns.map((column) => ({ ...column, grow: false })),
    width: Infinity,
  });
  const words = natural[0] ?? 0;
  const least = Math.min(words, Math.max(LEAST_WORDS, Math.floor(width * MOST_WORDS)));
  const room = width - natural.reduce((sum, size) => sum + size + GAP, least - words);
  return columnsOf(numbers.scale === null || room < LEAST_BAR ? bare : table(Math.min(MOST_BAR, room)));
}

function heads({ about, scale }: Numbers, width: number, bar: number): Column[] {
  return [
    { title: 'number', least: LEAST_WORDS, grow: true },
    { title: 'low - high', align: 'right', least: 9 },
    ...(bar === 0 || scale === null
      ? []
      : [
          {
            title: scaleTitle(sharedPointsOf(about, scale.low), 'slack', sharedPointsOf(about, scale.high), bar),
            width: bar,
          },
        ]),
    ...(width >= WITH_SLACK || scale === null ? [{ title: 'slack', align: 'right' as const, least: 9 }] : []),
    { title: 'clauses', align: 'right', least: 7 },
    ...(width >= WITH_GAINS ? [{ title: 'gains most changed', least: 8 }] : []),
  ];
}

function cells(numbers: Numbers, row: NumberRow, width: number, bar: number, glyphs: Glyphs): CellText[] {
  const { number, low, high, words, idle } = row;
  const { base } = numbers;
  const tone = idle ? 'dim' : 'plain';
  const flip = flips(base, low) || flips(base, high);
  return [
    span(words, tone),
    span(`${figure(number.low)} - ${figure(number.high)}${number.stated ? '  ' : ' *'}`, tone),
    ...(bar === 0 ? [] : [barOf(numbers, row, bar, glyphs)]),
    ...(width >= WITH_SLACK || numbers.scale === null
      ? [span(`${slackWords(numbers, low)} / ${slackWords(numbers, high)}`, tone)]
      : []),
    span(`${flip ? '! ' : ''}${verdict(numbers, low)} / ${verdict(numbers, high)}`, flip ? 'warn' : tone),
    ...(width >= WITH_GAINS ? [span(gainsWords(numbers, low, high), tone)] : []),
  ];
}

/** How many clauses of the recommended deal differ, or that there is a deal or none. */
function verdict({ base }: Numbers, effect: Effect): string {
  if (!effect.known) return 'not known';
  if (flips(base, effect)) return effect.coalition === null ? 'no deal' : 'a deal';
  return effect.changed === null ? '-' : String(effect.changed);
}

function barOf({ base, scale }: Numbers, { low, high }: NumberRow, size: number, glyphs: Glyphs): Line {
  const middle = base.uniformSlack;
  if (scale === null || middle === null) return [];
  const ends = { low: low.uniformSlack ?? middle, high: high.uniformSlack ?? middle };
  return tornado({ ...ends, middle, scale, size, glyphs });
}

function slackWords({ about }: Numbers, { uniformSlackExact: slack, slackProven }: Effect): string {
  if (!slackProven) return '?';
  return slack === null ? 'none' : slackOf(about, slack);
}

function gainsWords(numbers: Numbers, low: Effect, high: Effect): string {
  return `${mostChanged(numbers, low) ?? '-'} / ${mostChanged(numbers, high) ?? '-'}`;
}

/** The party whose gain moves most: "RU -2.1"; null where none moves. */
export function mostChanged({ about, base }: Numbers, { gains }: Effect): string | null {
  const before = base.gains;
  if (before === null || gains === null) return null;
  const moves = gains.map((gain, party) => apart(gain, before[party]!));
  const party = mostMoved(about, moves);
  if (moves[party] === 0) return null;
  return `${safe(partyShort(about.scenario, party))} ${signedPointsOf(about, party, moves[party]!)}`;
}

/** Three texts over a bar: at its ends and in the middle, as far as they fit. */
function scaleTitle(left: string, middle: string, right: string, size: number): string {
  const gap = size - textColumns(left) - textColumns(right);
  if (gap < textColumns(middle) + 2) return left + ' '.repeat(Math.max(1, gap)) + right;
  const before = Math.floor((gap - textColumns(middle)) / 2);
  return left + ' '.repeat(before) + middle + ' '.repeat(gap - before - textColumns(middle)) + right;
}
