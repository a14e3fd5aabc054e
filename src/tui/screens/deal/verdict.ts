/** What is to be said of the deal as a whole: in the zone or not, beaten or not, and which draft is nearest to it. */
import { capital } from '../../../report/text/capital.ts';
import { gainWords, partyInside, sentence } from '../../../report/view/words.ts';
import type { DraftAnswer } from '../../../engine/answer.ts';
import { inZone } from '../../../engine/deal.ts';
import { gainOf } from '../../../report/case.ts';
import { everybody } from '../../../report/digits.ts';
import { counted } from '../../../report/text/number.ts';
import { brokenRules, draftStanding } from '../../../report/view/drafts.ts';
import type { Line, Tone } from '../../draw/line.ts';
import { line, safe, span } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import { answersDeal, gainsOf } from './changes.ts';
import { comparisonOf, differs, nearestDraft } from './compare.ts';
import { computingWords } from '../../parts/computing.ts';
import { sameDeal } from '../../parts/known-deals.ts';
import { paragraph } from '../../parts/text.ts';
import { readDeal } from './reading.ts';
import type { DealState, OnScreen } from './state.ts';

interface Said {
  readonly text: string;
  readonly tone: Tone;
}

/** What is known of the deal: from the explanation once it is there, else from the deal itself. */
export function answerOf(context: Context, on: OnScreen): DraftAnswer {
  const { deal } = context.findings;
  if (answersDeal(deal, on.shown.deal) && deal.last !== null) return deal.last.answer.answer;
  return readDeal(context.now, on.shown.deal);
}

/** Sentences, the most important first, wrapped to the width. */
export function verdictLines(context: Context, state: DealState, on: OnScreen, width: number): readonly Line[] {
  return sentences(context, state, on).flatMap(({ text, tone }) => paragraph(text, width, tone));
}

/** The same in two lines, for where there is no room: the verdict, and the rest. */
export function verdictInTwo(context: Context, state: DealState, on: OnScreen): readonly Line[] {
  const [first, ...others] = sentences(context, state, on);
  const rest = others.filter(({ tone }) => tone !== 'bad');
  return [
    first === undefined ? [] : line(span(safe(first.text), first.tone)),
    line(...rest.flatMap(({ text, tone }, k) => [...(k === 0 ? [] : ['  ']), span(safe(text), tone)])),
  ];
}

function sentences(context: Context, state: DealState, on: OnScreen): Said[] {
  const answer = answerOf(context, on);
  return [
    zoneSentence(context, answer),
    ...editSentence(on),
    ...comparisonSentence(context, state, on),
    ...betterSentence(context, on, answer),
    ...draftSentence(context, on),
  ];
}

/** In the words that the report has for a draft. */
function zoneSentence({ glyphs, now }: Context, answer: DraftAnswer): Said {
  // Whether it is efficient has a sentence of its own here.
  const standing = draftStanding(now.scenario, answer, partyInside);
  const summary = sentence(capital([standing, ...brokenRules(now, answer)].join('; ')));
  return answer.inZone === true
    ? { text: `${glyphs.yes} ${summary}`, tone: 'good' }
    : { text: `${glyphs.no} ${summary}`, tone: 'bad' };
}

function betterSentence({ findings, now }: Context, { shown }: OnScreen, answer: DraftAnswer): Said[] {
  const { deal } = findings;
  if (answer.dominatedBy !== null) {
    const gains = gainWords(now, gainsOf(now, shown.deal, answer.dominatedBy));
    return inZone(now.compiled.problem, answer.dominatedBy.deal)
      ? [{ text: `Beaten (b shows it): ${gains}, nobody worse off.`, tone: 'warn' }]
      : [
          {
            text: `A deal that not everybody would sign is worth more (b shows it): ${gains}, nobody worse off.`,
            tone: 'dim',
          },
        ];
  }
  if (answer.efficient === true)
    return [{ text: 'Efficient: no deal is better for some and worse for none.', tone: 'good' }];
  if (deal.failed !== null) return [{ text: deal.failed, tone: 'bad' }];
  return answersDeal(deal, shown.deal)
    ? [{ text: 'Whether another deal beats it is not known within the search budget.', tone: 'dim' }]
    : [{ text: `Whether another deal beats it: ${computingWords(null)}`, tone: 'dim' }];
}

function editSentence({ shown, base }: OnScreen): Said[] {
  if (sameDeal(shown.deal, base.deal)) return [];
  const count = shown.deal.filter((option, issue) => option !== base.deal[issue]).length;
  return [{ text: `${counted(count, 'clause')} edited (*) from the ${base.title}.`, tone: 'plain' }];
}

function comparisonSentence(context: Context, { against }: DealState, { shown }: OnScreen): Said[] {
  const comparison = comparisonOf(context, against);
  if (comparison === null) return [];
  if (comparison.options === null) {
    const gains = gainWords(
      context.now,
      everybody(context.now).map((party) => gainOf(context.now, party, shown.deal)),
    );
    return [
      { text: `Against ${comparison.words}: ${gains === '' ? 'the same for everybody' : gains}.`, tone: 'accent' },
    ];
  }
  const count = shown.deal.filter((_, issue) => differs(comparison, shown.deal, issue)).length;
  return [
    {
      text: `Against ${comparison.words}: ${counted(count, 'clause differs', 'clauses differ')} (~).`,
      tone: 'accent',
    },
  ];
}

function draftSentence(context: Context, { shown }: OnScreen): Said[] {
  const nearest = nearestDraft(context, shown.deal);
  if (nearest === null) return [];
  const { id, differing, open } = nearest;
  const words = differing === 0 ? 'no clause differs' : counted(differing, 'clause differs', 'clauses differ');
  const left = open === 0 ? '' : `, ${open} left open`;
  return [{ text: `Nearest draft: ${id}, ${words}${left}.`, tone: 'dim' }];
}
