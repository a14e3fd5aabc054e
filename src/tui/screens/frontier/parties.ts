/** What the point under the cursor is worth to each party: bars against thresholds and against the pinned numbers. */
import { utilityUnits } from '../../../engine/deal.ts';
import { inPoints } from '../../../engine/units.ts';
import { spareOf } from '../../../report/case.ts';
import type { Digits } from '../../../report/text/points.ts';
import { apart, points, signedPoints } from '../../../report/text/points.ts';
import { dealDigits } from '../../../report/view/deals.ts';
import { capital } from '../../../report/text/capital.ts';
import { countFigure, listed, partyName, partyShort } from '../../../report/view/words.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { Glyphs } from '../../draw/glyphs.ts';
import type { Line } from '../../draw/line.ts';
import { safe, span } from '../../draw/line.ts';
import type { CellText, Table, TableOptions } from '../../draw/list.ts';
import { columnsOf, columnWidths } from '../../draw/list.ts';
import { difference } from '../../draw/meter.ts';
import type { Moment } from '../../model/context.ts';
import { utilityBar } from '../../parts/utility-bar.ts';
import type { Point, Reading } from './reading.ts';
import type { Axes } from './state.ts';

export interface PartiesOptions {
  readonly reading: Reading;
  readonly point: Point;
  readonly axes: Axes;
  readonly pinned: Moment | null;
  readonly glyphs: Glyphs;
}

const LEAST_BAR = 6;
const MOST_BAR = 24;
/** From here on there is room for whole names. */
const NAMES = 56;

/** What stands beside the bars: the less, the more room they have. */
interface Detail {
  readonly spare: boolean;
  /** Columns of the names; undefined for as many as they need. */
  readonly name: number | undefined;
  /** `no` in a column of its own, or a sign after the points. */
  readonly words: boolean;
}

const DETAILS: readonly Detail[] = [
  { spare: true, name: undefined, words: true },
  { spare: false, name: undefined, words: true },
  { spare: false, name: 8, words: false },
];

/** A row for each party, in the order of the scenario, each of exactly `width` columns; bars before other figures. */
export function partyTable(options: PartiesOptions, width: number): Table {
  const details = DETAILS.find((detail) => roomFor(tableOf(options, width, 0, detail)) >= LEAST_BAR) ?? DETAILS.at(-1)!;
  const room = roomFor(tableOf(options, width, 0, details));
  return columnsOf(tableOf(options, width, room < LEAST_BAR ? 0 : Math.min(MOST_BAR, room), details));
}

function tableOf(options: PartiesOptions, width: number, bar: number, { spare, name, words }: Detail): TableOptions {
  const { reading, point, axes, pinned, glyphs } = options;
  const { scenario } = reading.about;
  const digits = dealDigits(reading.about, { parties: [...scenario.parties.keys()] }, [point]);
  const refusals = words && point.signs.includes(false);
  return {
    columns: [
      { title: '', width: 1 },
      { title: 'party', least: 3, width: name },
      ...(bar === 0 ? [] : [{ title: '', width: bar }]),
      { title: 'points', align: 'right', least: 5 },
      ...(spare ? [{ title: 'spare', align: 'right' as const, least: 5 }] : []),
      ...(refusals ? [{ title: '', width: 2 }] : []),
      ...(pinned === null ? [] : [{ title: 'pinned', align: 'right' as const, least: 5 }]),
    ],
    rows: [...scenario.parties.keys()].map((party) => [
      span(axisSign(axes, party), 'dim'),
      width >= NAMES ? safe(partyName(scenario, party)) : safe(partyShort(scenario, party)),
      ...(bar === 0 ? [] : [utilityBar(reading.about, party, point.utility[party]!, bar, glyphs)]),
      pointsCell(point, party, digits.get(party)!, words ? '' : glyphs.no),
      ...(spare ? [spareCell(reading, point, party, digits.get(party)!)] : []),
      ...(refusals ? [span(point.signs[party] === true ? '' : 'no', 'bad')] : []),
      ...(pinned === null ? [] : [pinnedCell(pinned, point, party, digits.get(party)!)]),
    ]),
    width,
    gap: 1,
  };
}

/** With a sign for a party that would not sign, if one is given. */
function pointsCell({ utility, signs }: Point, party: number, digits: Digits, refusal: string): Line {
  const sign = refusal === '' || signs[party] === true ? ' '.repeat(refusal.length) : refusal;
  return [span(points(utility[party]!, digits), 'strong'), span(sign, 'bad')];
}

/** Columns that a bar could have beside the other cells. */
function roomFor(table: TableOptions): number {
  const natural = columnWidths({ ...table, width: Infinity });
  return table.width - natural.reduce((sum, size) => sum + size + 1, 0);
}

function axisSign({ x, y }: Axes, party: number): string {
  if (party === x) return 'x';
  return party === y ? 'y' : ' ';
}

/** How far above or below the least the party signs for; `no` beside it may come from a red line as well. */
function spareCell({ about }: Reading, point: Point, party: number, digits: Digits): CellText {
  const spare = spareOf(about, party, point.deal);
  return span(signedPoints(spare, digits), spare < 0 ? 'bad' : 'plain');
}

/** What the numbers make of this deal now, against the pinned ones. */
function pinnedCell({ about }: Moment, point: Point, party: number, digits: Digits): CellText {
  const { problem } = about.compiled;
  const of = problem.parties[party]!;
  const now = inPoints(utilityUnits(problem, of, point.deal), of.scale);
  return difference(apart(point.utility[party]!, now), digits);
}

/** "Blocked by Company. 1 deal has just these points." */
export function pointWords(scenario: Scenario, { variants, signs }: Point): string {
  const refusing = [...scenario.parties.keys()].filter((party) => signs[party] !== true);
  const who = listed(refusing.map((party) => safe(partyShort(scenario, party))));
  const one = variants.kind === 'exact' ? variants.count === 1n : Math.round(variants.estimate) === 1;
  return (
    `${refusing.length === 0 ? 'Signed by everybody' : `Blocked by ${who}`}. ` +
    `${capital(countFigure(variants))} ${one ? 'deal has' : 'deals have'} just these points.`
  );
}
