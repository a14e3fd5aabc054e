/**
 * All options of the issue under the cursor: values and points of every party, share, status and who forbids them.
 * Numbers of a number line that stand alike are one row, with the values of its ends.
 */
import type { Span } from '../../../engine/option-set.ts';
import { hasOption, setSize } from '../../../engine/option-set.ts';
import { partyShort, runLabel } from '../../../report/view/words.ts';
import type { Size } from '../../draw/box.ts';
import type { CellText, Column } from '../../draw/list.ts';
import { columnsOf, windowOf } from '../../draw/list.ts';
import type { Line } from '../../draw/line.ts';
import { fit, safe, span, toned } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import { bothEnds, heatBase, valueAndPoints, valueAndPointsBase, valueOnly } from './cells.ts';
import { partyRows } from './party-rows.ts';
import { isNumberLine } from '../../../scenario/format/options.ts';
import { allowedOptions, figureWidth, forbiddenBy, stakeOf } from './stakes.ts';
import { detailRuns } from './runs.ts';
import { optionWords, runWords } from './zone-words.ts';

/** What there is room for beside the label of an option and the values of the parties. */
interface Form {
  readonly points: boolean;
  readonly zone: boolean;
  readonly forbidden: boolean;
}

const FORMS: readonly Form[] = [
  { points: true, zone: true, forbidden: true },
  { points: true, zone: true, forbidden: false },
  { points: false, zone: true, forbidden: false },
  { points: false, zone: false, forbidden: false },
];
const LABEL = 14;
const SHARE = 7;
const STATUS = 8;
const FORBIDDEN = 24;

/** Options by parties in the richest form that fits, else parties by options. */
export function detailLines(context: Context, issue: number, option: number, size: Size): readonly Line[] {
  const parties = context.now.scenario.parties.length;
  const figure = figureWidth(context.now);
  const fits = ({ points, zone, forbidden }: Form): boolean =>
    3 +
      LABEL +
      parties * ((points ? valueAndPointsBase(figure) : heatBase(figure)) + 1) +
      (zone ? SHARE + STATUS + 2 : 0) +
      (forbidden ? FORBIDDEN + 1 : 0) <=
    size.width;
  // Spans of numbers are there for how they stand in the zone.
  const needsZone = isNumberLine(context.now.scenario.issues[issue]!);
  const form = FORMS.find((candidate) => fits(candidate) && (candidate.zone || !needsZone));
  const footed = form?.forbidden !== true && size.height >= 5;
  const foot = footed ? [footLine(context, issue, option, form?.zone === false, size.width)] : [];
  const room = Math.max(0, size.height - foot.length);
  const lines =
    form === undefined
      ? partyRows(context, issue, option, size.width)
      : optionRows(context, issue, option, { width: size.width, height: room }, form);
  return [...lines.slice(0, room), ...foot];
}

function optionRows(context: Context, issue: number, option: number, size: Size, form: Form): Line[] {
  const { scenario } = context.now;
  const figure = figureWidth(context.now);
  const all = detailRuns(context, issue, option);
  const chosen = all.findLastIndex((run) => holdsCursor(run, option));
  const shown = windowOf(all.length, chosen, size.height - 1);
  const runs = all.slice(shown.start, shown.end);
  const rows = runs.map((run) => runCells(context, issue, run, holdsCursor(run, option), form));
  const heads: Column[] = [
    { title: '', width: 2 },
    { title: 'option', least: 8, grow: !form.forbidden },
    ...scenario.parties.map((_, party): Column => ({
      title: safe(partyShort(scenario, party)),
      width: form.points ? valueAndPointsBase(figure) : heatBase(figure),
    })),
    ...(form.zone
      ? [{ title: 'share', align: 'right', width: SHARE } as const, { title: 'status', width: STATUS }]
      : []),
    ...(form.forbidden ? [{ title: 'forbidden by', least: 8, grow: true } as const] : []),
  ];
  const table = columnsOf({ columns: heads, rows, width: size.width, gap: 1 });
  return [table.header, ...table.rows.map((row, k) => (holdsCursor(runs[k]!, option) ? toned(row, 'strong') : row))];
}

function holdsCursor({ first, last }: Span, option: number): boolean {
  return first === option && last === option;
}

function runCells(context: Context, issue: number, run: Span, here: boolean, form: Form): CellText[] {
  const { now, glyphs } = context;
  const figure = figureWidth(now);
  const { share, status, tone } = runWords(context, issue, run);
  return [
    span(`${here ? glyphs.cursor : ' '}${allowedSign(context, issue, run.first)}`, 'accent'),
    span(safe(runLabel(now.scenario, issue, run)), here ? 'strong' : 'plain'),
    ...now.scenario.parties.map((_, party): CellText => {
      const stake = stakeOf(now, party, issue, run.first);
      const last = run.first === run.last ? null : stakeOf(now, party, issue, run.last);
      if (last !== null) return bothEnds(stake, last, figure, form.points);
      return form.points ? valueAndPoints(stake, figure, glyphs) : valueOnly(stake, figure, glyphs);
    }),
    ...(form.zone ? [share, span(status, tone)] : []),
    ...(form.forbidden ? [span(forbidders(context, issue, run.first), 'bad')] : []),
  ];
}

/** What the table has no room for: how the option under the cursor stands in the zone, and who forbids it. */
function footLine(context: Context, issue: number, option: number, zone: boolean, width: number): Line {
  const { share, status, tone } = optionWords(context, issue, option);
  const by = forbidders(context, issue, option);
  return fit(
    [
      ...(zone ? [span(`  ${[share, status].filter((word) => word !== '').join(', ')}`, tone)] : []),
      ...(by === '' ? [] : [span(`  forbidden by ${by}`, 'bad')]),
    ],
    width,
  );
}

function forbidders({ now }: Context, issue: number, option: number): string {
  return safe(forbiddenBy(now.scenario, issue, option).join(', '));
}

/** `=` the only option that a lock leaves, `x` one that it shuts out. */
function allowedSign({ now }: Context, issue: number, option: number): string {
  const allowed = allowedOptions(now.scenario, issue);
  if (allowed === null) return ' ';
  if (!hasOption(allowed, option)) return 'x';
  return setSize(allowed) === 1 ? '=' : ' ';
}
