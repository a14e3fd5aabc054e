/** The number under the cursor: its range as a track, what would change the answer, and where the number comes from. */
import { figure as plainFigure } from '../../../questions/sensitivity/breakpoints.ts';
import { NOT_YET_VALUED } from '../../../scenario/format/not-yet-valued.ts';
import { capital } from '../../../report/text/capital.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { Size } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import { line, span } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import { aged, computingWords } from '../../parts/computing.ts';
import { atMost, paragraph } from '../../parts/text.ts';
import { sourceWords } from '../../parts/provenance.ts';
import type { LineFinding } from './line-number.ts';
import { lineFinding } from './line-number.ts';
import type { WeightsState } from './state.ts';
import { placeAt } from './state.ts';
import { LARGE } from './step-size.ts';
import { reachWords, sliderLines, trackLegend, trackLines } from './track-lines.ts';
import type { Turnable } from './turnable.ts';
import { fileFigure, isChanged, isUnvalued } from './turnable.ts';
import { turnableAt } from './turnable-at.ts';

/** From so many rows on the signs of the track are explained. */
const ROOMY = 7;

export interface NumberDrawn {
  readonly title: string;
  readonly right: string;
  readonly lines: readonly Line[];
}

/** Title, note for the border, and lines of the pane. */
export function numberDrawn(context: Context, state: WeightsState, { width, height }: Size): NumberDrawn {
  const turnable = turnableAt(context, state.party, placeAt(context, state));
  const found = lineFinding(context, state);
  const row = found.kind === 'found' ? found.row : null;
  const empty = found.kind === 'found' && found.empty;
  const drawn =
    found.kind === 'none'
      ? sliderLines(turnable, width, context.glyphs)
      : aged(trackLines(turnable, row, empty, width, context.glyphs), found.kind !== 'found' || found.current);
  const words = paragraph(foundWords(found, turnable), width, found.kind === 'found' ? 'plain' : 'dim');
  const above = [
    ...(height < 4 ? drawn.slice(0, 1) : drawn),
    ...atMost(words, height < ROOMY ? 1 : 3, width),
    ...(height < ROOMY || row === null ? [] : [line(span(trackLegend(context.glyphs), 'dim'))]),
  ];
  const source = paragraph(originWords(context.now.scenario, turnable), width, 'dim');
  return {
    title: turnable.label,
    right: nowText(turnable),
    lines: [...above, ...atMost(source, height - above.length, width)],
  };
}

/** "now 6, file 5; step 1, large 5" */
function nowText(turnable: Turnable): string {
  const { figure, now, step } = turnable;
  const steps = `step ${plainFigure(step)}, large ${plainFigure(step * LARGE)}`;
  if (isUnvalued(turnable)) return `${NOT_YET_VALUED}, ${figure(now)} stands in; ${steps}`;
  const was = isChanged(turnable) ? `, file ${fileFigure(turnable)}` : '';
  return `now ${figure(now)}${was}; ${steps}`;
}

function foundWords(found: LineFinding, { figure }: Turnable): string {
  if (found.kind !== 'found') return found.why;
  const stale = found.current ? '' : ` ${computingWords(null)}`;
  return `${capital(reachWords(found.row, found.empty, figure))}.${stale}`;
}

/** "Set by hand, inferred, range 2 to 6. ..." */
function originWords(scenario: Scenario, turnable: Turnable): string {
  const { stated, figure } = turnable;
  if (isUnvalued(turnable))
    return `${capital(NOT_YET_VALUED)}: a number stands in for it where one is needed; turning it values it.`;
  const { low, high, value } = stated;
  const range =
    low === undefined && high === undefined
      ? 'no range given'
      : `range ${figure(low ?? value)} to ${figure(high ?? value)}`;
  return sourceWords(scenario, stated, isChanged(turnable) ? ['set by hand'] : [], [range]);
}
