/** The first half of the screen: what each number changes alone, and the one under the cursor in words. */
import type { Block } from '../../draw/box.ts';
import { block, box } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import { EMPTY, line, span } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import type { Area } from '../../model/screen.ts';
import { aged, computingWords } from '../../parts/computing.ts';
import { listPane } from '../../parts/list-pane.ts';
import { solutionTitle } from '../../parts/recommended.ts';
import { indented, paragraph } from '../../parts/text.ts';
import { numberDetail } from './number-detail.ts';
import { numberTable } from './number-rows.ts';
import { numbersOf, rowOf } from './numbers.ts';
import type { SensitivityState } from './state.ts';

/** Rows of the pane in words, always the same while the cursor moves; none where the list would be left with fewer. */
const DETAIL = 8;
const TALL_DETAIL = 11;
const TALL = 24;
const LEAST_LIST = 6;

/** Exactly the area. */
export function numbersPane(context: Context, state: SensitivityState, area: Area): Block {
  const numbers = numbersOf(context);
  const { tornado } = context.findings;
  if (numbers === null) return block(waiting(context, state, area.width), area);
  const { width, height } = area;
  if (numbers.rows.length === 0) {
    return block(
      [[], line(` ${numbers.headline}`), [], line(' No number of this scenario has any room to move.')],
      area,
    );
  }
  const at = rowOf(numbers.rows, state.number);
  const row = numbers.rows[at]!;
  const words = indented(numberDetail(context, numbers, row, width - 4));
  const wanted = height >= TALL ? TALL_DETAIL : DETAIL;
  const lower = height < LEAST_LIST + wanted ? 0 : wanted;
  const upper = listPane(
    {
      title: `What each number changes: ${at + 1} of ${numbers.rows.length}, ${solutionTitle(numbers.solution)}`,
      count: numbers.rows.length,
      cursor: at,
      focused: state.pane === 'numbers',
      table: (window, size) => numberTable(numbers, window, size, context.glyphs),
      notes: legend(context, numbers.rows.length, height - lower),
      glyphs: context.glyphs,
    },
    { width, height: height - lower },
  );
  const size = { width, height: lower };
  const detail =
    lower === 0 ? [] : box({ title: row.words, ...size, focused: false, body: words, glyphs: context.glyphs });
  return aged([...upper, ...detail], tornado.current);
}

/** What the signs mean, where the list leaves room for it. */
function legend({ glyphs: { tornado } }: Context, rows: number, height: number): readonly Line[] {
  if (height < rows + 5) return [];
  const text = `  ${tornado.low} at low  ${tornado.high} at high  ${tornado.middle} as things stand: the uniform slack.  * 20 % either way  ! the verdict changes`;
  return [[], line(span(text, 'dim'))];
}

function waiting({ findings: { tornado } }: Context, { solution }: SensitivityState, width: number): readonly Line[] {
  const texts =
    tornado.failed === null
      ? [
          `Each number of the scenario is set to its low and to its high, one at a time, and the ${solutionTitle(solution)} is found again.`,
          computingWords(tornado.running),
        ]
      : ['The effects of the numbers could not be found.', tornado.failed];
  return [EMPTY, ...texts.flatMap((text) => [...indented(paragraph(text, width - 2)), EMPTY])];
}
