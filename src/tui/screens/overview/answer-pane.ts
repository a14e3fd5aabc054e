/** The answer first: is a deal possible, who signs, how many there are, how much room everybody has. */
import type { Constraint } from '../../../engine/answer.ts';
import { spaceSize } from '../../../engine/problem.ts';
import { bigCount } from '../../../report/text/number.ts';
import { excludingSentence } from '../../../report/view/conflict.ts';
import { demandPhrase } from '../../../questions/explain/words.ts';
import { knotSentences } from '../../../report/view/knot.ts';
import { UNVALUED_HEADLINES } from '../../../report/view/unvalued.ts';
import { slackSentences } from '../../../report/view/verdict.ts';
import { capital } from '../../../report/text/capital.ts';
import { demandSentence, listed, partyInside } from '../../../report/view/words.ts';
import type { Glyphs } from '../../draw/glyphs.ts';
import type { Line } from '../../draw/line.ts';
import { line, safe, span } from '../../draw/line.ts';
import type { Context, Moment } from '../../model/context.ts';
import type { Latest } from '../../parts/latest.ts';
import { atMost, hanging, paragraph } from '../../parts/text.ts';
import { conflictWords, outsiders, slackFigure, slackNote, verdictLine } from '../../parts/verdict.ts';
import { knotLines, knotOn } from './knot-pane.ts';
import { figureWords, sizeBar, sizeWords, zoneSizeOf } from '../../parts/zone-size.ts';

const HEAD = 8;

/** `roomy`: with the demands of a conflict one by one, and what the slack means. */
export function answerLines(context: Context, latest: Latest, width: number, roomy: boolean): readonly Line[] {
  const { moment } = latest;
  const lines =
    moment.glance.empty === true ? emptyLines(moment, width, roomy, context.glyphs) : zoneLines(context, latest, width);
  return [...lines, ...(roomy ? slackLines(moment, width) : []), ...pinnedLines(context, moment, width)];
}

function zoneLines(context: Context, latest: Latest, width: number): readonly Line[] {
  const size = zoneSizeOf(context, latest);
  const tone = size.kind === 'open' ? 'dim' : 'plain';
  return [
    headLine(latest.moment, context.glyphs),
    line(span('zone'.padEnd(HEAD), 'dim'), ...sizeBar(size, width - HEAD, context.glyphs)),
    ...hanging(' '.repeat(HEAD), sizeWords(size), width, tone),
  ];
}

/** After a verdict that names what is not yet valued. */
const IN_THE_MIDDLE = 'With the middle:';

/** "✓ A deal is possible.  Signed by US, UA and RU, without EU." */
function headLine(moment: Moment, glyphs: Glyphs): Line {
  const { coalition, coalitionProven } = moment.glance;
  const verdict = verdictLine(moment, glyphs, { named: false });
  if (coalition === null) return verdict;
  const nameOf = (party: number): string => safe(partyInside(moment.about.scenario, party));
  const others = outsiders(moment).map(nameOf);
  const without = others.length === 0 ? '' : `, without ${listed(others)}`;
  const unsure = coalitionProven ? '' : ' (whether more would sign is not decided)';
  const signed = `igned by ${listed(coalition.map(nameOf))}${without}${unsure}.`;
  return line(...verdict, moment.glance.unvalued === undefined ? `  S${signed}` : `  ${IN_THE_MIDDLE} s${signed}`);
}

/** Lines of a conflict in one sentence, and of each demand where they stand one by one. */
const MOST_CONFLICT = 4;
const MOST_DEMAND = 3;

function emptyLines(moment: Moment, width: number, roomy: boolean, glyphs: Glyphs): readonly Line[] {
  const { about, glance } = moment;
  const space = bigCount(spaceSize(about.compiled.problem));
  const verdict = verdictLine(moment, glyphs, { named: false });
  const none = `one of ${space} combinations listed would be signed; proven.`;
  const { collision, unvalued } = glance;
  const head = line(...verdict, unvalued === undefined ? `  N${none}` : `  ${IN_THE_MIDDLE} n${none}`);
  if (collision === null) {
    const rules = 'No combination is known that keeps the public rules and locks, whatever the parties demand.';
    return [head, ...paragraph(rules, width)];
  }
  const knot = knotOn(moment);
  if (knot !== null)
    return roomy
      ? [head, ...knotLines(moment, knot, width, roomy, [])]
      : knotLines(moment, knot, width, roomy, verdict);
  const settled = glance.knot === null ? [] : paragraph(knotSentences(about, glance.knot).join(' '), width);
  if (!roomy)
    return [head, ...settled, ...atMost(paragraph(conflictWords(about, collision), width), MOST_CONFLICT, width)];
  return [
    head,
    ...settled,
    ...collision.conflict.flatMap((demand) => demandLines(moment, demand, width, glyphs)),
    ...paragraph(excludingSentence(collision), width),
  ];
}

function demandLines({ about }: Moment, demand: Constraint, width: number, glyphs: Glyphs): readonly Line[] {
  const text = `${capital(demandPhrase(about, demand))}. ${demandSentence(about, demand)}`;
  return atMost(hanging(`${glyphs.no} `, text, width), MOST_DEMAND, width);
}

const NO_SLACK = 'Red lines and rules leave no deal whatever the numbers are.';

/** The uniform slack and what it means. */
function slackLines(moment: Moment, width: number): readonly Line[] {
  const { about, glance } = moment;
  const meaning = glance.uniformSlack === null ? [NO_SLACK] : slackSentences(about, glance);
  return hanging('slack'.padEnd(HEAD), [`${capital(slackFigure(moment))}.`, ...meaning].join(' '), width);
}

function pinnedLines({ pinned }: Context, moment: Moment, width: number): readonly Line[] {
  if (pinned === null || pinned.glance === moment.glance) return [];
  const words = `${pinnedVerdict(pinned)}, ${slackNote(pinned)}`;
  return hanging('pinned'.padEnd(HEAD), words, width, 'dim');
}

function pinnedVerdict({ glance: { empty, unvalued }, zone }: Moment): string {
  if (unvalued !== undefined) return UNVALUED_HEADLINES[unvalued.verdict].replace(/\.$/u, '').toLowerCase();
  if (empty === null) return 'not decided';
  if (empty) return 'no deal';
  return `a deal is possible, ${zone === null ? 'zone not counted' : figureWords(zone.count)}`;
}
