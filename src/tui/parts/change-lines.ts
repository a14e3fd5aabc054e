/** What the last change did to the answers, and what has changed since they were pinned. */
import type { Glyphs } from '../draw/glyphs.ts';
import type { Line } from '../draw/line.ts';
import { line, span } from '../draw/line.ts';
import { changeWords } from '../model/change.ts';
import type { Context, Moment } from '../model/context.ts';
import { computingWords } from './computing.ts';
import type { Latest } from './latest.ts';
import { hanging, paragraph } from './text.ts';

/** `hint`: what to do where nothing has been changed yet. */
export function changeLines(
  { before, pinned, glyphs }: Context,
  { moment, current, old }: Latest,
  width: number,
  hint: string,
): readonly Line[] {
  // Of one number turned again and again, what it did up to the last answer.
  const isTurnedOn = !old && before !== null && before.about !== moment.about;
  if (!current && !isTurnedOn) return paragraph(computingWords(null), width, 'dim');
  const last =
    before === null
      ? paragraph(`Nothing has been changed yet: ${hint}.`, width, 'dim')
      : wordsOf(before, moment, width, glyphs);
  if (pinned === null) return last;
  return [...last, line(span('Since the pinned answers', 'title')), ...wordsOf(pinned, moment, width, glyphs)];
}

function wordsOf(from: Moment, to: Moment, width: number, glyphs: Glyphs): readonly Line[] {
  const words = changeWords(from, to);
  if (words.length > 0) return words.flatMap((text) => hanging(`${glyphs.dot} `, text, width));
  const counted = from.zone !== null && to.zone !== null;
  const text = counted ? 'Nothing: verdict, zone, deals and slack stay.' : 'Verdict, deals and slack stay as they are.';
  return paragraph(text, width, 'dim');
}
