/** The list of what would change the deal for the better or bring it into the zone, with the one under the cursor in full. */
import { capital } from '../../../report/text/capital.ts';
import type { Size } from '../../draw/box.ts';
import { columnsOf, moreText, windowOf } from '../../draw/list.ts';
import type { Line } from '../../draw/line.ts';
import { line, safe, span, toned } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import { aged, computingWords } from '../../parts/computing.ts';
import { indented, paragraph } from '../../parts/text.ts';
import type { Proposal, Proposals } from './changes.ts';
import { answersDeal, proposalsOf } from './changes.ts';
import type { DealState, OnScreen } from './state.ts';

const NONE: Proposals = { list: [], notes: [] };

/** What can be applied to the deal on the screen; empty while it is not known. */
export function presentProposals({ findings, now }: Context, { shown }: OnScreen): Proposals {
  const { deal } = findings;
  if (!answersDeal(deal, shown.deal) || deal.last === null) return NONE;
  return proposalsOf(now, shown.deal, deal.last.answer);
}

export interface ChangeLines {
  readonly lines: readonly Line[];
  /** Beside the title: how much is out of view, or that it is being computed. */
  readonly right: string;
}

/** The list in this size, or why there is none. */
export function changeLines(context: Context, state: DealState, on: OnScreen, size: Size): ChangeLines {
  const { deal } = context.findings;
  if (deal.failed !== null) return { lines: [line(span(` ${safe(deal.failed)}`, 'bad'))], right: '' };
  if (answersDeal(deal, on.shown.deal)) return listLines(context, state, presentProposals(context, on), size);
  if (deal.last === null) return { lines: indented(paragraph(computingWords(null), size.width - 1, 'dim')), right: '' };
  const { about, question, answer } = deal.last;
  const { lines } = listLines(context, { ...state, pane: 'clauses' }, proposalsOf(about, question.deal, answer), size);
  return { lines: aged(lines, false), right: `of the last deal; ${computingWords(null)}` };
}

function listLines(
  { glyphs }: Context,
  state: DealState,
  { list, notes }: Proposals,
  { width, height }: Size,
): ChangeLines {
  const focused = state.pane === 'changes';
  const noted = indented(notes.flatMap((note) => paragraph(note, width - 1, 'dim')));
  const at = Math.min(state.item, list.length - 1);
  const chosen = focused ? list[at] : undefined;
  const most = Math.max(0, Math.min(Math.floor(height / 2), height - 4));
  const below = (chosen === undefined ? noted : fullText(chosen, width)).slice(0, most);
  const room = Math.max(1, height - below.length - 1);
  const shown = windowOf(list.length, at, room, at - Math.floor(room / 2));
  const rows = list.map(({ label, gains, changes }, k) => [
    span(focused && k === at ? glyphs.cursor : ' ', 'accent'),
    span(label, 'strong'),
    safe(gains === null ? changes : `${gains}: ${changes}`),
  ]);
  const heads = [{ title: '', width: 1 }, { title: '' }, { title: '', grow: true }];
  const table = columnsOf({ columns: heads, rows, width, gap: 1 });
  const lines = table.rows
    .map((row, k) => (focused && k === at ? toned(row, 'cursor') : row))
    .slice(shown.start, shown.end);
  return {
    lines: list.length === 0 ? (noted.length > 0 ? noted : nothing()) : [...lines, [], ...below],
    right: moreText(shown, list.length, glyphs),
  };
}

function fullText({ gains, aim, changes }: Proposal, width: number): readonly Line[] {
  const texts = [`${changes}.`, `${capital(gains === null ? aim : `${gains}; ${aim}`)}.`];
  return indented(
    texts.flatMap((text) => paragraph(text, width - 2, 'accent')),
    2,
  );
}

function nothing(): Line[] {
  return [line(span(' Nothing found that would change it for the better.', 'dim'))];
}
