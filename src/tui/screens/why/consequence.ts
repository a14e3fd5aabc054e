/** What an entry leads to: its deal as bars, or what applying it does. */
import { columns as textColumns } from '../../../report/text/width.ts';
import { cellsOf, dealDigits } from '../../../report/view/deals.ts';
import type { DealCell } from '../../../report/view/deals.ts';
import { wholeFocus } from '../../../report/view/focus.ts';
import { partyShort } from '../../../report/view/words.ts';
import type { Glyphs } from '../../draw/glyphs.ts';
import type { Line } from '../../draw/line.ts';
import { EMPTY, fit, line, safe, span } from '../../draw/line.ts';
import type { Subject } from '../../live/question.ts';
import type { Applied } from '../../model/way-out.ts';
import { faultSentence } from '../../model/way-out.ts';
import { indented, paragraph } from '../../parts/text.ts';
import { utilityBar } from '../../parts/utility-bar.ts';
import type { Entry } from './entries.ts';

const NAME = 9;
const UTILITY = 5;
const SPARE = 6;

/** Lines of at most `width` columns. */
export function consequence(about: Subject, entry: Entry, width: number, glyphs: Glyphs): readonly Line[] {
  const words = (text: string, tone: 'plain' | 'dim' = 'plain') => indented(paragraph(text, width - 2, tone));
  const { apply, leads, text, details } = entry;
  if (details.length > 0) return details.flatMap((detail) => [...words(detail.label), ...words(detail.text, 'dim')]);
  const action = apply === null ? [] : words(actionSentence(apply));
  if (leads === null) return [...(apply === null ? words(text) : []), ...action];
  const focus = wholeFocus(about.scenario, true, '');
  const cells = cellsOf(about, focus, leads, dealDigits(about, focus, [leads]));
  const widths = {
    utility: Math.max(UTILITY, ...cells.map(({ utility }) => textColumns(utility))),
    spare: Math.max(SPARE, ...cells.map(({ beside }) => textColumns(beside))),
  };
  return [
    ...action,
    EMPTY,
    ...words('The deal, with points and distance to the least each signs for now:', 'dim'),
    ...cells.map((cell, party) => partyLine(about, party, cell, widths, width, glyphs)),
    EMPTY,
    ...words('v shows it clause by clause.'),
  ];
}

function actionSentence(apply: Applied): string {
  return 'fault' in apply ? faultSentence(apply) : `Enter applies it: ${apply.said}.`;
}

function partyLine(
  about: Subject,
  party: number,
  { value, utility, beside, reaches }: DealCell,
  widths: { readonly utility: number; readonly spare: number },
  width: number,
  glyphs: Glyphs,
): Line {
  const bar = Math.max(3, width - NAME - widths.utility - widths.spare - 5);
  return [
    ...fit(line(` ${safe(partyShort(about.scenario, party))}`), NAME),
    span(' '),
    ...utilityBar(about, party, value, bar, glyphs),
    span(` ${utility.padStart(widths.utility)}`, 'strong'),
    span(` ${beside.padStart(widths.spare)}`, reaches ? 'plain' : 'bad'),
  ];
}
