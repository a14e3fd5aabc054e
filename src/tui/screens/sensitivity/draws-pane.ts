/** The second half of the screen: every number drawn from its range at once (SMAA), on request. */
import { columns as textColumns, cut } from '../../../report/text/width.ts';
import { issueTitle, optionLabel } from '../../../report/view/words.ts';
import type { Block } from '../../draw/box.ts';
import { beside, block } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import { EMPTY, line, safe, span, toned } from '../../draw/line.ts';
import { share as shareBar } from '../../draw/meter.ts';
import type { Context } from '../../model/context.ts';
import type { Area } from '../../model/screen.ts';
import { computingWords } from '../../parts/computing.ts';
import { listPane } from '../../parts/list-pane.ts';
import { solutionTitle } from '../../parts/recommended.ts';
import { indented, paragraph } from '../../parts/text.ts';
import { beliefTable, draftTable, intervalBar, optionTable } from './draw-rows.ts';
import type { Draws } from './draws.ts';
import { drawsOf, optionUnder } from './draws.ts';
import type { SensitivityState } from './state.ts';

/** From here on beliefs and drafts stand beside the options. */
const WIDE = 100;
/** From here on the whole sentence on the method is shown. */
const TALL = 26;
/** Below this only the list with the focus is shown. */
const LOW = 13;
const INTERVAL_BAR = 24;
/** Columns from where the title of the beliefs names the option. */
const LONG_TITLE = 60;

/** Exactly the area. */
export function drawsPane(context: Context, state: SensitivityState, area: Area): Block {
  const draws = drawsOf(context);
  const progress = progressLines(context, state, area.width);
  if (draws === null) return block(progress.length > 0 ? progress : invitation(area.width), area);
  const lines = [...headLines(draws, context, area), ...progress];
  const rest = { width: area.width, height: Math.max(0, area.height - lines.length) };
  const panes =
    draws.options.length === 0 ? draftsList(draws, context, state, rest) : lists(draws, context, state, rest);
  const whole = [...lines, ...panes];
  return block(
    isCurrent(context, state) ? whole : whole.map((part) => (progress.includes(part) ? part : toned(part, 'dim'))),
    area,
  );
}

/** What is shown is of the present numbers and of the solution chosen, asked for just now or before. */
function isCurrent({ findings: { smaa }, now }: Context, { solution }: SensitivityState): boolean {
  return smaa.current || (smaa.last?.about === now && smaa.last.question.solution === solution);
}

function headLines(draws: Draws, { glyphs }: Context, { width, height }: Area): readonly Line[] {
  const bar = intervalBar(draws, Math.min(INTERVAL_BAR, Math.floor(width / 5)), glyphs);
  const headline = textColumns(draws.headline) + INTERVAL_BAR + 4 > width ? [] : [span('  '), ...bar];
  const texts = height >= TALL ? draws.sentences : [draws.short, ...draws.sentences.slice(1)];
  return [
    [span(` ${draws.headline}`, 'strong'), ...headline],
    ...indented(texts.flatMap((text) => paragraph(text, width - 2, 'dim'))),
  ];
}

/** The bar of draws done, or why there are none; nothing while none are asked for. */
function progressLines(
  { findings: { smaa }, glyphs }: Context,
  { draws }: SensitivityState,
  width: number,
): readonly Line[] {
  if (draws === null || smaa.current) return [];
  if (smaa.failed !== null) return [line(span(` ! ${safe(smaa.failed)}`, 'warn'))];
  const told = safe(smaa.running ?? '') || `0 of ${draws} draws`;
  const bar = shareBar(doneShare(told), Math.max(4, Math.min(40, width - textColumns(told) - 32)), glyphs);
  return [[span(` ${computingWords(null)} `, 'accent'), ...bar, span(` ${told}; m or esc stops`, 'accent')]];
}

/** "4,300 of 10,000 draws" as a share; 0 where it says something else. */
function doneShare(told: string): number {
  const [, done, all] = /([\d,]+) of ([\d,]+)/u.exec(told) ?? [];
  if (done === undefined || all === undefined) return 0;
  const number = (digits: string): number => Number(digits.replaceAll(',', ''));
  return number(all) > 0 ? number(done) / number(all) : 0;
}

function invitation(width: number): readonly Line[] {
  return [
    'What if all numbers are uncertain at once?',
    'Weights, values and thresholds are drawn from the ranges that the scenario gives, many times. Each draw is solved: how often is there a deal, which options are in it, which drafts would be signed, and what would one have to believe for an option to be in the deal?',
    'm starts; it asks how many draws to make. What has no range stays as it is.',
  ].flatMap((text) => [EMPTY, ...indented(paragraph(text, width - 2))]);
}

function lists(draws: Draws, context: Context, state: SensitivityState, area: Area): Block {
  const { width, height } = area;
  const options = (size: Area): Block => optionsList(draws, context, state, size);
  const beliefs = (size: Area): Block => beliefsList(draws, context, state, size);
  const drafts = (size: Area): Block => draftsList(draws, context, state, size);
  const hasDrafts = draws.answer.drafts.length > 0;
  if (width >= WIDE) {
    const left = Math.floor(width * 0.56);
    const lower = hasDrafts ? Math.min(draws.answer.drafts.length + 3, Math.floor(height / 2)) : 0;
    const side = { width: width - left, height: height - lower };
    const right = lower === 0 ? beliefs(side) : [...beliefs(side), ...drafts({ width: side.width, height: lower })];
    return beside(options({ width: left, height }), right);
  }
  if (height < LOW || width < 48) {
    if (state.pane === 'beliefs') return beliefs(area);
    return state.pane === 'drafts' ? drafts(area) : options(area);
  }
  const lower = Math.min(7, Math.floor(height / 2));
  const upper = options({ width, height: height - lower });
  const below = { width, height: lower };
  if (!hasDrafts || state.pane === 'beliefs') return [...upper, ...beliefs(below)];
  if (state.pane === 'drafts') return [...upper, ...drafts(below)];
  const half = { width: Math.floor(width / 2), height: lower };
  return [...upper, ...beside(beliefs(half), drafts({ ...half, width: width - half.width }))];
}

function optionsList(draws: Draws, { glyphs }: Context, state: SensitivityState, area: Area): Block {
  return listPane(
    {
      title: `What is in the ${solutionTitle(draws.solution)}`,
      count: draws.options.length,
      cursor: state.option,
      focused: state.pane === 'options',
      leads: true,
      table: (window, width) => optionTable(draws, window, width, glyphs),
      glyphs,
    },
    area,
  );
}

function beliefsList(draws: Draws, { glyphs }: Context, state: SensitivityState, area: Area): Block {
  const row = optionUnder(draws, state);
  const { scenario } = draws.about;
  const width = area.width - 4;
  const about =
    row === null ? '' : `${issueTitle(scenario, row.issue)}: ${optionLabel(scenario, row.issue, row.option)}`;
  const none = row === null || row.beliefs.length === 0;
  return listPane(
    {
      title: `What you would have to believe${width < LONG_TITLE || about === '' ? '' : ` for ${safe(about)}`}`,
      count: row?.beliefs.length ?? 0,
      cursor: state.belief,
      focused: state.pane === 'beliefs',
      table: ({ start, end }, size) => {
        const table = row === null ? { header: [], rows: [] } : beliefTable(draws, row, size);
        const header = none ? [span(cut(safe(about), size), 'dim')] : table.header;
        return { header, rows: table.rows.slice(start, end) };
      },
      notes: indented(
        paragraph(
          none
            ? 'No weight differs from its mean by more than chance explains.'
            : `for ${about}: mean shares of a party's weight`,
          Math.max(8, width),
          'dim',
        ),
        2,
      ),
      glyphs,
    },
    area,
  );
}

function draftsList(draws: Draws, { glyphs }: Context, state: SensitivityState, area: Area): Block {
  return listPane(
    {
      title: 'Drafts: share of draws',
      count: draws.answer.drafts.length,
      cursor: state.draft,
      focused: state.pane === 'drafts',
      table: ({ start, end }, width) => {
        const { header, rows } = draftTable(draws, width);
        return { header, rows: rows.slice(start, end) };
      },
      glyphs,
    },
    area,
  );
}
