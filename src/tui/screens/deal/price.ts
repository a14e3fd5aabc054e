/** What a party was paid with for the clause under the cursor, and forbidding that clause with one key. */
import { arises } from '../../../engine/conditions.ts';
import { noBetter } from '../../../engine/explain/refusal.ts';
import { clauseStandings } from '../../../engine/standing.ts';
import type { Followed } from '../../../questions/price/case.ts';
import { paidByIssue, priceSentences } from '../../../questions/price/view.ts';
import { pointsOf, signedPointsOf } from '../../../report/digits.ts';
import { issueTitle, optionLabel, partyInside } from '../../../report/view/words.ts';
import { choicesOf, otherSpans } from '../../../scenario/format/choice.ts';
import { optionCount, optionId } from '../../../scenario/format/options.ts';
import { locksOf } from '../../../scenario/edit/locks.ts';
import type { ScenarioEdit } from '../../../scenario/edit/edit.ts';
import type { Size } from '../../draw/box.ts';
import type { CellText, Column } from '../../draw/list.ts';
import { columnsOf } from '../../draw/list.ts';
import type { Line } from '../../draw/line.ts';
import { EMPTY, line, safe, span } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import type { Command } from '../../model/screen.ts';
import type { Question } from '../../live/question.ts';
import { sameDeal } from '../../parts/known-deals.ts';
import { computingWords } from '../../parts/computing.ts';
import { indented, paragraph } from '../../parts/text.ts';
import type { DealState, OnScreen } from './state.ts';
import { issueAt, noDeal, onScreen } from './state.ts';

/** The parties that the clause under the cursor costs something, the dearest first. */
export function payees(context: Context, state: DealState, { shown }: OnScreen): readonly number[] {
  const standings = clauseStandings(context.now.compiled.problem, shown.deal)[issueAt(context, state)]!;
  return [...standings.keys()]
    .filter((party) => standings[party]!.cost > 0)
    .toSorted((a, b) => standings[b]!.cost - standings[a]!.cost);
}

/** Whose price is shown; null where none is asked for, or the clause costs nobody anything. */
export function payeeShown(context: Context, state: DealState, on: OnScreen): number | null {
  if (state.price === null) return null;
  const all = payees(context, state, on);
  return all[Math.min(state.price, all.length - 1)] ?? null;
}

/** What has to be asked for the price on the screen. */
export function priceQuestion(context: Context, state: DealState, on: OnScreen): readonly Question[] {
  const party = payeeShown(context, state, on);
  return party === null ? [] : [{ kind: 'price', deal: on.shown.deal, party, issue: issueAt(context, state) }];
}

export interface PriceLines {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** The pane in this size: sentences, then the clauses it was paid with. */
export function priceLines(context: Context, state: DealState, on: OnScreen, { width }: Size): PriceLines {
  const { now, findings } = context;
  const party = payeeShown(context, state, on);
  if (party === null) {
    return { title: 'What paid for it', lines: sentences(['This clause costs nobody anything.'], width) };
  }
  const issue = issueAt(context, state);
  const title = `What paid ${safe(partyInside(now.scenario, party))} for it`;
  const cost = clauseStandings(now.compiled.problem, on.shown.deal)[issue]![party]!.cost;
  const clause = `${issueTitle(now.scenario, issue)}: ${optionLabel(now.scenario, issue, on.shown.deal[issue]!)}`;
  const head = `${clause} costs ${pointsOf(now, party, cost)} points against its best option there.`;
  const { last, current, failed, running } = findings.price;
  if (failed !== null) return { title, lines: [line(span(` ${safe(failed)}`, 'bad'))] };
  const known = current && last?.question.party === party && last.question.issue === issue;
  if (!known || !sameDeal(last.question.deal, on.shown.deal)) {
    return { title, lines: sentences([head, `What it was paid with: ${computingWords(running)}`], width) };
  }
  const told = [head, ...priceSentences({ ...now, deal: on.shown.deal }, last.answer)];
  return { title, lines: [...sentences(told, width), EMPTY, ...tableLines(context, on, last.answer, width)] };
}

function sentences(texts: readonly string[], width: number): readonly Line[] {
  return indented(texts.flatMap((text) => paragraph(text, width - 2)));
}

/** What it has here beyond the deal that is left; where none is left, what else the deal gives it. */
function tableLines({ now }: Context, { shown }: OnScreen, { party, refusal, carried }: Followed, width: number) {
  const { scenario } = now;
  const left = refusal?.left ?? null;
  const rows: CellText[][] =
    left === null
      ? carried.map(({ issue, points }) => [
          safe(issueTitle(scenario, issue)),
          safe(optionLabel(scenario, issue, shown.deal[issue]!)),
          span(signedPointsOf(now, party, points), 'good'),
        ])
      : paidByIssue(left).map(({ issue, points }) => [
          safe(issueTitle(scenario, issue)),
          safe(
            `${optionLabel(scenario, issue, left.deal[issue]!)} -> ${optionLabel(scenario, issue, shown.deal[issue]!)}`,
          ),
          span(signedPointsOf(now, party, points), points > 0 ? 'good' : 'bad'),
        ]);
  const heads: Column[] = [
    { title: left === null ? ' what else it gets' : ' what it was paid with', least: 8, grow: true },
    { title: left === null ? 'option' : 'refusing -> here', least: 8 },
    { title: 'points', align: 'right', least: 6 },
  ];
  const table = columnsOf({
    columns: heads,
    rows: rows.map(([name, ...rest]) => [` ${textOf(name!)}`, ...rest]),
    width,
    gap: 1,
  });
  return [table.header, ...table.rows];
}

function textOf(cell: CellText): string {
  return typeof cell === 'string' ? cell : '';
}

/** Why the clause has no price now; null where it has one. */
function unpriced(context: Context, state: DealState): string | null {
  const on = onScreen(context, state);
  if (on === null) return noDeal(context, state);
  if (!arises(context.now.compiled.problem, on.shown.deal, issueAt(context, state)))
    return 'This clause does not arise.';
  return payees(context, state, on).length === 0 ? 'This clause costs nobody anything.' : null;
}

export const PRICES: readonly Command<DealState>[] = [
  {
    id: 'price',
    label: 'show what a party was paid with for the clause, the dearest party first, then the next',
    keys: ['$'],
    hint: { text: 'price', order: 8 },
    unavailable: unpriced,
    run: (context, state) => {
      const on = onScreen(context, state);
      if (on === null) return {};
      const next = state.price === null ? 0 : Math.min(state.price, payees(context, state, on).length - 1) + 1;
      const off = next >= payees(context, state, on).length;
      return { state: { ...state, price: off ? null : next, pane: off ? 'clauses' : state.pane } };
    },
  },
  {
    id: 'forbid',
    label: 'forbid the clause: a red line of the party whose price is shown, else of the one it costs most',
    keys: ['x'],
    hint: { text: 'forbid', order: 9 },
    unavailable: unpriced,
    run: (context, state) => {
      const on = onScreen(context, state);
      if (on === null) return {};
      const party = payeeShown(context, state, on) ?? payees(context, state, on)[0]!;
      return { effects: [{ kind: 'edit', edit: lineAgainst(context, state, on, party) }] };
    },
  },
  {
    id: 'forbid-for-all',
    label: 'forbid the clause for all: shut the option out',
    keys: ['X'],
    unavailable: (context, state) => {
      const on = onScreen(context, state);
      if (on === null) return noDeal(context, state);
      return stillOpen(context, state, on).length === 0 ? 'No other option of this issue is open.' : null;
    },
    run: (context, state) => {
      const on = onScreen(context, state);
      if (on === null) return {};
      const { id } = context.now.scenario.issues[issueAt(context, state)]!;
      return { effects: [{ kind: 'edit', edit: { kind: 'lock', issue: id, options: stillOpen(context, state, on) } }] };
    },
  },
];

/** A red line against the option of the deal and whatever gives the party no more, under an id of its own. */
function lineAgainst({ now }: Context, state: DealState, { shown }: OnScreen, party: number): ScenarioEdit {
  const { scenario, compiled } = now;
  const issue = Math.min(state.issue, scenario.issues.length - 1);
  const own = scenario.issues[issue]!;
  const option = shown.deal[issue]!;
  const options = choicesOf(own, noBetter(compiled.problem, party, { issue, option }));
  const of = scenario.parties[party]!;
  const taken = of.redLines.map(({ id }) => id);
  const wanted = `refuses-${own.id}`.replaceAll(/[,;=]+/g, '-').slice(0, 180);
  let id = wanted;
  for (let k = 2; taken.includes(id); k++) id = `${wanted}-${k}`;
  return {
    kind: 'redLine',
    party: of.id,
    redLine: { id, when: [{ issue: own.id, options }], why: 'Refused by hand, to see what follows.' },
  };
}

/** The options that a lock without the one of the deal would leave. */
function stillOpen({ now }: Context, state: DealState, { shown }: OnScreen) {
  const { scenario } = now;
  const issue = Math.min(state.issue, scenario.issues.length - 1);
  const own = scenario.issues[issue]!;
  const lock = locksOf(scenario).find((each) => each.issue === own.id);
  const shut = lock === undefined ? [] : choicesOf(own, otherSpans(own, lock.options, optionCount(own)));
  const spans = otherSpans(own, [...shut, optionId(own, shown.deal[issue]!)], optionCount(own));
  return choicesOf(own, spans);
}
