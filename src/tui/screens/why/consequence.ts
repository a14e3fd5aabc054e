/** What an entry leads to: its deal as bars, or what applying it does. */
import type { ScoredDeal } from '../../../engine/answer.ts';
import { spareOf } from '../../../report/case.ts';
import { points, signedPoints } from '../../../report/text/number.ts';
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
const FIGURES = 14;

/** Lines of at most `width` columns. */
export function consequence(about: Subject, entry: Entry, width: number, glyphs: Glyphs): readonly Line[] {
  const words = (text: string, tone: 'plain' | 'dim' = 'plain') => indented(paragraph(text, width - 2, tone));
  const { apply, leads, text } = entry;
  const action = apply === null ? [] : words(actionSentence(apply));
  if (leads === null) return [...(apply === null ? words(text) : []), ...action];
  return [
    ...action,
    EMPTY,
    ...words('The deal, with points and distance to the least each signs for now:', 'dim'),
    ...leads.utility.map((_, party) => partyLine(about, leads, party, width, glyphs)),
    EMPTY,
    ...words('v shows it clause by clause.'),
  ];
}

function actionSentence(apply: Applied): string {
  return 'fault' in apply ? faultSentence(apply) : `Enter applies it: ${apply.said}.`;
}

function partyLine(about: Subject, { deal, utility }: ScoredDeal, party: number, width: number, glyphs: Glyphs): Line {
  const value = utility[party]!;
  const spare = spareOf(about, party, deal);
  return [
    ...fit(line(` ${safe(partyShort(about.scenario, party))}`), NAME),
    span(' '),
    ...utilityBar(about, party, value, Math.max(3, width - NAME - FIGURES - 2), glyphs),
    span(` ${points(value).padStart(5)}`, 'strong'),
    span(` ${signedPoints(spare).padStart(6)}`, spare < 0 ? 'bad' : 'plain'),
  ];
}
