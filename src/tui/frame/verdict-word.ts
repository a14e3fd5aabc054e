/** The verdict in a few words for the header: it is on every screen, and says where a way out is supposed. */
import type { DealCount } from '../../engine/answer.ts';
import type { Span } from '../draw/line.ts';
import { span } from '../draw/line.ts';
import { countFigure } from '../../report/view/words.ts';
import { EARLY } from '../live/question.ts';
import type { Context } from '../model/context.ts';

export function verdictWord({ findings, now, glyphs }: Context): readonly Span[] {
  const { glance, zone } = findings;
  if (glance.last === null) {
    const early = glance.running === EARLY.none ? NONE : glance.running === EARLY.some ? POSSIBLE : null;
    if (early === null) return [span(glance.failed === null ? 'computing' : '! no answer', 'dim')];
    return [span(`${glyphs[early[0]]} ${early[1]}`, early[2]), span(` ${glyphs.dot} computing`, 'dim')];
  }
  const { empty, unvalued } = glance.last.answer;
  const isOld = glance.last.about !== now;
  const known = empty === null ? UNDECIDED : empty ? NONE : POSSIBLE;
  const [sign, text, tone] = unvalued === undefined ? known : UNVALUED[unvalued.verdict];
  const supposed = now.asIf === undefined ? '' : 'AS IF: ';
  const word = span(`${glyphs[sign]} ${supposed}${text}`, isOld ? 'dim' : tone);
  const size =
    zone.last?.about === now && empty === false && unvalued === undefined
      ? [span(` ${glyphs.dot} ${sizeWord(zone.last.answer.count)}`)]
      : [];
  const middle = unvalued === undefined ? [] : [span(` ${glyphs.dot} figures: the middle`, 'dim')];
  const busy = isOld || zone.running !== null ? [span(` ${glyphs.dot} computing`, 'dim')] : [];
  return [word, ...size, ...middle, ...busy];
}

function sizeWord(count: DealCount): string {
  return `${countFigure(count)} ${count.kind === 'exact' && count.count === 1n ? 'deal' : 'deals'}`;
}

const POSSIBLE = ['yes', 'DEAL POSSIBLE', 'good'] as const;
const NONE = ['no', 'NO DEAL', 'bad'] as const;
const UNDECIDED = ['dot', 'NOT DECIDED', 'warn'] as const;

/** Where numbers are not yet valued. */
const UNVALUED = {
  always: ['yes', 'DEAL, WHATEVER IS NOT YET VALUED', 'good'],
  depends: ['dot', 'DEPENDS ON WHAT IS NOT YET VALUED', 'warn'],
  never: ['no', 'NO DEAL, WHATEVER IS NOT YET VALUED', 'bad'],
  undecided: UNDECIDED,
} as const;
