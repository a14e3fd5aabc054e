/** The number under the cursor as one whose breakpoints can be asked for. */
import type { VariedNumber } from '../../../compile/vary.ts';
import type { BreakpointRow } from '../../../questions/sensitivity/case.ts';
import type { Question } from '../../live/question.ts';
import type { Context } from '../../model/context.ts';
import { computingWords } from '../../parts/computing.ts';
import { recommendationOf } from '../../parts/recommended.ts';
import { turnableAt } from './turnable-at.ts';
import type { WeightsState } from './state.ts';
import { placeAt } from './state.ts';

/** Null where a number has no line: an option's value, a score. */
function lineNumber(context: Context, state: WeightsState): VariedNumber | null {
  const place = placeAt(context, state);
  const { preferences } = context.now.scenario.parties[state.party]!;
  if (place.kind === 'value' || (place.kind === 'issue' && preferences.form === 'scores')) return null;
  const { now, stated } = turnableAt(context, state.party, place);
  const { low, high } = stated;
  return {
    party: state.party,
    kind: place.kind === 'issue' ? 'weight' : place.kind,
    issue: place.kind === 'issue' ? place.issue : null,
    option: null,
    adjustment: null,
    value: now,
    low: low ?? now,
    high: high ?? now,
    stated: low !== undefined || high !== undefined,
  };
}

/**
 * What is asked about it. Only while the glance is of the present numbers, since the recommended deal is part of the
 * question.
 */
export function lineQuestions(context: Context, state: WeightsState): readonly Question[] {
  const { last, current } = context.findings.glance;
  const number = lineNumber(context, state);
  if (number === null || last === null || !current) return [];
  return [{ kind: 'line', number, recommended: recommendationOf(last.answer) }];
}

/** What is known of the breakpoints of the number under the cursor. `empty`: there is no deal where the number stands. */
export type LineFinding =
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'open'; readonly why: string }
  | { readonly kind: 'found'; readonly row: BreakpointRow; readonly current: boolean; readonly empty: boolean };

/** Of the number under the cursor; not of another one that was asked about before. */
export function lineFinding(context: Context, state: WeightsState): LineFinding {
  const number = lineNumber(context, state);
  if (number === null) return { kind: 'none', why: WITHOUT_LINE };
  const { last, current, failed } = context.findings.line;
  const same = last !== null && sameNumber(last.question.number, number);
  if (!same) return { kind: 'open', why: failed ?? computingWords(null) };
  if (last.answer === null) return { kind: 'none', why: ONLY_WEIGHT };
  const glance = context.findings.glance.last;
  const empty = glance?.about === last.about ? glance.answer.empty === true : last.question.recommended === null;
  return { kind: 'found', row: last.answer, current, empty };
}

const WITHOUT_LINE = 'Breakpoints are computed for weights and thresholds; here every key press shows the answer.';
const ONLY_WEIGHT = 'The only weight of a party has no breakpoints: its size has no effect.';

function sameNumber(a: VariedNumber, b: VariedNumber): boolean {
  return a.party === b.party && a.kind === b.kind && a.issue === b.issue;
}
