/** The draws one by one as comma-separated values, a draw a line; what each column means. */
import { compileUncertainty } from '../../compile/uncertainty.ts';
import { drawnLines } from '../../engine/sensitivity/draw-rows.ts';
import type { DrawRows } from '../../engine/sensitivity/draw-rows.ts';
import type { Named } from '../../report/case.ts';
import { csvLines } from '../../report/text/csv.ts';
import type { CsvColumn } from '../../report/text/csv.ts';
import { optionId } from '../../scenario/format/options.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { SmaaCase } from './case.ts';

/** The columns in their order: of the draw, of each party, of each issue, of each red line that may be none. */
export function drawColumns(scenario: Scenario): readonly CsvColumn[] {
  const { parties, issues } = scenario;
  return [
    { name: 'draw', meaning: 'number of the draw, from 1' },
    { name: 'deal', meaning: '1 where the numbers drawn leave a deal, else 0' },
    { name: 'coalition', meaning: 'ids of the parties that sign, joined by +; empty where there is no deal' },
    {
      name: 'proven',
      meaning:
        '1 where the recommended deal is proven the best, 0 where it is the best one found; empty without a deal',
    },
    ...parties.map(({ id, name }) => ({
      name: `utility_${id}`,
      meaning: `what the recommended deal is worth to ${name}, in points of its own`,
    })),
    ...parties.map(({ id, name }) => ({
      name: `gain_${id}`,
      meaning: `how much more that is than no deal is worth to ${name}, in points of its own`,
    })),
    ...issues.map(({ id, title }) => ({
      name: `deal_${id}`,
      meaning: `option of the issue "${title}" in the recommended deal, by its id`,
    })),
    ...drawnLines(compileUncertainty(scenario)).map(({ party, redLine }) => {
      const { id, name, redLines } = parties[party]!;
      const line = redLines[redLine]!;
      return { name: `holds_${id}.${line.id}`, meaning: `1 where the red line ${line.id} of ${name} held, else 0` };
    }),
  ];
}

/** @throws RangeError where the draws were not kept */
export function csvText(of: SmaaCase): string {
  if (of.rows === undefined) throw new RangeError('the draws were tallied only');
  const heading = csvLines([drawColumns(of.scenario).map(({ name }) => name)]);
  return [heading, ...of.rows.map((rows) => csvLines(linesOf(of, rows)))].join('');
}

type Cell = string | number;

function linesOf({ scenario }: Named, rows: DrawRows): readonly (readonly Cell[])[] {
  const { parties, issues } = scenario;
  const draws = rows.to - rows.from;
  const lines = draws === 0 ? 0 : rows.lines.length / draws;
  const cells = <T>(column: ArrayLike<T>, draw: number, count: number): T[] =>
    Array.from({ length: count }, (_, k) => column[draw * count + k]!);
  return Array.from({ length: draws }, (_, draw) => {
    const hasDeal = rows.zones[draw] === 1;
    const signers = cells(rows.signers, draw, parties.length);
    return [
      rows.from + draw + 1,
      rows.zones[draw]!,
      parties.flatMap(({ id }, party) => (signers[party] === 1 ? [id] : [])).join('+'),
      hasDeal ? rows.proven[draw]! : '',
      ...cells(rows.utilities, draw, parties.length).map(pointsCell),
      ...cells(rows.gains, draw, parties.length).map(pointsCell),
      ...cells(rows.options, draw, issues.length).map((option, k) => (option < 0 ? '' : optionId(issues[k]!, option))),
      ...cells(rows.lines, draw, lines),
    ];
  });
}

/** Empty where there is no deal that could be worth anything. */
function pointsCell(points: number): Cell {
  return Number.isNaN(points) ? '' : points;
}
