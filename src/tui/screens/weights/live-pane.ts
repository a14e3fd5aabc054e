/** The answer beside the sliders: verdict, size of the zone, who gets what in the recommended deal, and what changed. */
import { apart, points, signedPoints } from '../../../report/text/points.ts';
import type { Digits } from '../../../report/text/points.ts';
import type { PartyRow } from '../../../report/view/deals.ts';
import { dealDigits, partyRows } from '../../../report/view/deals.ts';
import type { ScoredDeal } from '../../../engine/answer.ts';
import { spareOf } from '../../../report/case.ts';
import type { Size } from '../../draw/box.ts';
import type { Glyphs } from '../../draw/glyphs.ts';
import type { Line } from '../../draw/line.ts';
import { EMPTY, fit, line, safe, span } from '../../draw/line.ts';
import { aligned, windowOf } from '../../draw/list.ts';
import { difference } from '../../draw/meter.ts';
import type { Context, Moment } from '../../model/context.ts';
import { wholeFocus } from '../../../report/view/focus.ts';
import type { Latest } from '../../parts/latest.ts';
import { latestOf } from '../../parts/latest.ts';
import { changeLines } from '../../parts/change-lines.ts';
import { aged, computingWords } from '../../parts/computing.ts';
import { bestDeal, solutionTitle } from '../../parts/recommended.ts';
import { atMost, paragraph, widest } from '../../parts/text.ts';
import { utilityBar } from '../../parts/utility-bar.ts';
import { conflictWords, slackNote, verdictLine } from '../../parts/verdict.ts';
import { shortSize, sizeWords, zoneSizeOf } from '../../parts/zone-size.ts';

/** Columns below which names are short. */
const NARROW = 48;
const HINT = 'left and right turn the number under the cursor';

/** `party`: the one whose numbers are turned, always in sight. */
export function liveLines(context: Context, party: number, { width, height }: Size): readonly Line[] {
  const latest = latestOf(context);
  if (latest === null) return paragraph(context.findings.glance.failed ?? computingWords(null), width, 'dim');
  const head = headLines(context, latest, width, height);
  const deal = bestDeal(latest.moment.glance);
  const body = deal === null ? conflictLines(latest.moment, width) : [];
  const left = height - head.length;
  const bars =
    deal === null ? atMost(body, left, width) : barLines(context, latest.moment, deal, { party, width, height: left });
  const lines = aged([...head, ...bars], !latest.old);
  const room = height - lines.length - 1;
  if (room < 1) return lines;
  return [...lines, EMPTY, ...atMost(changeLines(context, latest, width, HINT), room, width)];
}

/** For the border: how much room everybody has, or that it is being found out. */
export function liveState(context: Context): string | undefined {
  const latest = latestOf(context);
  if (latest === null) return undefined;
  return latest.current ? slackNote(latest.moment) : computingWords(null);
}

function headLines(context: Context, latest: Latest, width: number, height: number): readonly Line[] {
  const size = zoneSizeOf(context, latest);
  const zone = height < 12 ? [line('zone ', shortSize(size))] : paragraph(`zone ${sizeWords(size)}`, width);
  return [verdictLine(latest.moment, context.glyphs, { named: true }), ...zone];
}

function conflictLines({ about, glance }: Moment, width: number): readonly Line[] {
  if (glance.collision === null) {
    const none = glance.empty === true ? 'No combination is known that keeps the rules.' : 'No deal is recommended.';
    return paragraph(none, width, 'dim');
  }
  return paragraph(conflictWords(about, glance.collision), width);
}

interface BarRow {
  readonly party: PartyRow;
  readonly digits: Digits;
  readonly value: number;
  readonly spare: number;
  /** Against the deal compared with; null where there is none. */
  readonly since: number | null;
}

interface BarWidths {
  readonly label: 'short' | 'name';
  readonly name: number;
  readonly bar: number;
  readonly utility: number;
  readonly spare: number;
  readonly since: number;
}

/** A bar for each party in the Nash deal, with the difference to the pinned answers, or to those before the change. */
function barLines(
  context: Context,
  { about }: Moment,
  { deal, utility }: ScoredDeal,
  { party, width, height }: Size & { readonly party: number },
): readonly Line[] {
  const then = context.pinned ?? context.before;
  const was = then === null ? null : bestDeal(then.glance);
  const focus = wholeFocus(about.scenario, true, '');
  const digits = dealDigits(about, focus, [{ utility }]);
  const rows = partyRows(about, focus, digits).map((row, k) => ({
    party: row,
    digits: digits.get(k)!,
    value: utility[k]!,
    spare: spareOf(about, k, deal),
    since: was === null ? null : apart(utility[k]!, was.utility[k]!),
  }));
  const widths = barWidths(rows, width);
  const titled = height > rows.length;
  const shown = windowOf(rows.length, party, Math.max(1, titled ? height - 1 : height));
  const lines = rows.slice(shown.start, shown.end).map((row, k) =>
    barLine(row, utilityBar(about, shown.start + k, row.value, widths.bar, context.glyphs), widths, {
      chosen: shown.start + k === party,
      glyphs: context.glyphs,
    }),
  );
  return titled ? [line(span(headingOf(context, width), 'dim')), ...lines] : lines;
}

/** Columns of a difference: "-100.0". */
const SINCE = 6;
const MOST_NAME = 16;

function barWidths(rows: readonly BarRow[], width: number): BarWidths {
  const label = width < NARROW ? 'short' : 'name';
  const name = Math.min(MOST_NAME, widest(rows.map(({ party }) => safe(party[label]))));
  const utility = widest(rows.map(({ value, digits }) => points(value, digits)));
  const spare = widest(rows.map((row) => signedPoints(row.spare, row.digits)));
  const since = Math.max(SINCE, widest(rows.map((row) => signedPoints(row.since ?? 0, row.digits))));
  return { label, name, utility, spare, since, bar: Math.max(3, width - name - utility - spare - since - 5) };
}

function barLine(
  { party, digits, value, spare, since }: BarRow,
  bar: Line,
  widths: BarWidths,
  { chosen, glyphs }: { readonly chosen: boolean; readonly glyphs: Glyphs },
): Line {
  return line(
    span(chosen ? glyphs.cursor : ' ', 'accent'),
    ...fit(line(span(safe(party[widths.label]), 'plain', party.color)), widths.name),
    ' ',
    ...bar,
    ' ',
    ...aligned(line(span(points(value, digits), 'strong')), widths.utility, 'right'),
    ' ',
    ...aligned(line(span(signedPoints(spare, digits), spare < 0 ? 'bad' : 'plain')), widths.spare, 'right'),
    ' ',
    ...aligned(line(since === null ? span('') : difference(since, digits)), widths.since, 'right'),
  );
}

function headingOf({ pinned, before }: Context, width: number): string {
  const then = pinned !== null ? ', since the pin' : before !== null ? ', since the change' : '';
  return `${solutionTitle()}${width < NARROW ? '' : ': points, above the least'}${then}`;
}
