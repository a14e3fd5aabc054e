/** One clause of the deal as cells: signs, point, issue, option, who likes and who swallows it, and what it costs. */
import type { DraftAnswer } from '../../../engine/answer.ts';
import { pointsOf } from '../../../report/digits.ts';
import type { ClauseFeelings } from '../../../report/view/clauses.ts';
import { clauseFeelings } from '../../../report/view/clauses.ts';
import { wholeFocus } from '../../../report/view/focus.ts';
import { issueTitle, optionLabel, partyShort } from '../../../report/view/words.ts';
import { locksOf } from '../../../scenario/edit/locks.ts';
import type { CellText } from '../../draw/list.ts';
import type { Line } from '../../draw/line.ts';
import { fit, safe, span } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import { comparisonOf, differs } from './compare.ts';
import type { Comparison } from './compare.ts';
import type { DealState, OnScreen } from './state.ts';
import { issueAt } from './state.ts';

/** What all rows share, worked out once. */
export interface ClauseRows {
  readonly context: Context;
  readonly on: OnScreen;
  readonly answer: DraftAnswer;
  /** The issue under the cursor. */
  readonly issue: number;
  /** By issue, in the report's words. */
  readonly feelings: readonly ClauseFeelings[];
  readonly comparison: Comparison | null;
  readonly locked: ReadonlySet<string>;
}

/** Of the deal on the screen. */
export function clauseRows(context: Context, state: DealState, on: OnScreen, answer: DraftAnswer): ClauseRows {
  return {
    context,
    on,
    answer,
    issue: issueAt(context, state),
    feelings: clauseFeelings(context.now, wholeFocus(context.now.scenario, true, ''), on.shown.deal),
    comparison: comparisonOf(context, state.against),
    locked: new Set(locksOf(context.now.scenario).map(({ issue }) => issue)),
  };
}

/** The texts of a row without signs, which decide how wide its columns are. */
export function clauseTexts({ context, on, feelings }: ClauseRows, issue: number): readonly string[] {
  const { scenario } = context.now;
  const { likes, swallows } = feelings[issue]!;
  return [
    '',
    safe(scenario.issues[issue]!.point ?? ''),
    safe(issueTitle(scenario, issue)),
    `${safe(optionLabel(scenario, issue, on.shown.deal[issue]!))}    `,
    signed('+', likes),
    signed('-', swallows),
  ];
}

/** With a cost per party where asked. */
export function clauseCells(rows: ClauseRows, issue: number, costs: boolean): readonly CellText[] {
  const { context, on, answer } = rows;
  const { glyphs } = context;
  const [, point = '', title = '', option = '', likes = '', swallows = ''] = clauseTexts(rows, issue);
  const here = rows.issue === issue;
  const edited = on.shown.deal[issue] !== on.base.deal[issue];
  const label = option.trimEnd();
  return [
    span(signs(rows, issue), 'accent'),
    span(point, 'dim'),
    title,
    span(here ? `${glyphs.left} ${label} ${glyphs.right}` : label, edited ? 'accent' : 'strong'),
    span(likes, 'good'),
    span(swallows, 'bad'),
    ...(costs ? answer.parties.map((_, party) => costCell(rows, party, issue)) : []),
  ];
}

/** `›` the cursor, `*` edited, `~` not as in the deal it is held against, `=` locked. */
function signs({ context, on, issue: cursor, comparison, locked }: ClauseRows, issue: number): string {
  const { shown, base } = on;
  return [
    cursor === issue ? context.glyphs.cursor : ' ',
    shown.deal[issue] === base.deal[issue] ? ' ' : '*',
    comparison !== null && differs(comparison, shown.deal, issue) ? '~' : ' ',
    locked.has(context.now.scenario.issues[issue]!.id) ? '=' : ' ',
  ].join('');
}

function costCell({ context, answer }: ClauseRows, party: number, issue: number): CellText {
  const cost = costOf(answer, party, issue);
  return cost === 0 ? span(context.glyphs.dot, 'dim') : `-${pointsOf(context.now, party, cost)}`;
}

function costOf({ parties }: DraftAnswer, party: number, issue: number): number {
  return parties[party]!.costs.find((entry) => entry.issue === issue)?.cost ?? 0;
}

/** "costs UA -1.2, RU -9.1 against the best option": the clause under the cursor, where costs have no columns. */
export function costLine({ context, answer, issue }: ClauseRows, width: number): Line {
  const costs = answer.parties.flatMap((_, party) => {
    const cost = costOf(answer, party, issue);
    return cost === 0 ? [] : [`${partyShort(context.now.scenario, party)} -${pointsOf(context.now, party, cost)}`];
  });
  const text = costs.length === 0 ? 'costs nobody anything' : `costs ${costs.join(', ')} against the best option`;
  return fit([span(`  ${safe(text)}`, 'dim')], width);
}

function signed(sign: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${sign} ${safe(names.join(' '))}`;
}
