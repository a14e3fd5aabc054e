/** The number under the cursor in words: its range and where that comes from, its effects, its breakpoints. */
import type { VariedNumber } from '../../../compile/vary.ts';
import type { Effect } from '../../../engine/sensitivity/effect.ts';
import type { BreakpointRow } from '../../../questions/sensitivity/case.ts';
import { counted } from '../../../report/text/number.ts';
import { figure, numberAt, rangeWords, UNPROVEN } from '../../../questions/sensitivity/breakpoints.ts';
import { slackMove, slackOf } from '../../../report/digits.ts';
import { apart } from '../../../report/text/points.ts';
import { listed, partyInside } from '../../../report/view/words.ts';
import { worthAt } from '../../../scenario/format/worth.ts';
import type { Provenance, Scenario } from '../../../scenario/scenario.ts';
import type { Line } from '../../draw/line.ts';
import { line, safe, span } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import { aged, computingWords } from '../../parts/computing.ts';
import { sourceWords, withIssue } from '../../parts/provenance.ts';
import { solutionTitle } from '../../parts/recommended.ts';
import { hanging } from '../../parts/text.ts';
import { mostChanged } from './number-rows.ts';
import type { NumberRow, Numbers } from './numbers.ts';
import { flips } from './numbers.ts';
import type { Subject } from '../../live/question.ts';
import { isSame } from './state.ts';

/** Lines of at most `width` columns, the most important first. */
export function numberDetail(context: Context, numbers: Numbers, row: NumberRow, width: number): readonly Line[] {
  const { number, low, high } = row;
  return [
    ...labelled('range', valueWords(number), width),
    ...labelled(`at ${figure(number.low)}`, effectWords(numbers, low), width),
    ...labelled(`at ${figure(number.high)}`, effectWords(numbers, high), width),
    ...lineDetail(context, numbers, row, width),
    ...aged(
      labelled('source', sourceWords(numbers.about.scenario, statedNumber(numbers.about.scenario, number)), width),
      false,
    ),
  ];
}

/** Columns of the words before a paragraph. */
const LABEL = 10;

function labelled(label: string, text: string, width: number): readonly Line[] {
  return text === '' ? [] : hanging(label.padEnd(LABEL), text, Math.max(8 + LABEL, width));
}

function valueWords({ value, low, high, stated }: VariedNumber): string {
  const source = stated
    ? 'as the scenario states'
    : `${value === 0 ? 'a step' : '20 %'} either way as far as other numbers allow, as no range is stated`;
  return `now ${figure(value)}, from ${figure(low)} to ${figure(high)}: ${source}.`;
}

/** What one end of the range does: verdict, slack, deal, and who gains or loses most. */
function effectWords(numbers: Numbers, effect: Effect): string {
  const { about, base, solution } = numbers;
  const { coalition, uniformSlack, uniformSlackExact: slack, changed, proven } = effect;
  const title = `the ${solutionTitle(solution)}`;
  const signers = coalition === null ? '' : listed(coalition.map((party) => partyInside(about.scenario, party)));
  const others = coalition !== null && base.coalition !== null && coalition.join() !== base.coalition.join();
  const most = mostChanged(numbers, effect);
  const words = [
    ...(flips(base, effect) ? [coalition === null ? '! no deal' : `! a deal, signed by ${signers}`] : []),
    ...(others ? [`signed by ${signers}`] : []),
    uniformSlack === null || slack === null
      ? effect.slackProven
        ? 'no uniform slack'
        : 'uniform slack not known within the search budget'
      : `uniform slack ${slackOf(about, slack)}${moveWords(about, base.uniformSlack, uniformSlack)}`,
    ...(changed === null
      ? []
      : [
          changed === 0
            ? `${title} stays`
            : `${counted(changed, 'clause')} of ${title} ${changed === 1 ? 'differs' : 'differ'}`,
        ]),
    ...(most === null ? [] : [`gains most changed: ${most}`]),
    ...(proven ? [] : ['the best deal found, not proven best']),
  ];
  return words.join('; ');
}

function moveWords(about: Subject, from: number | null, to: number): string {
  if (from === null) return '';
  const move = apart(to, from);
  return move === 0 ? ' (as now)' : ` (${slackMove(about, move)})`;
}

/** Between which values nothing changes, with the change of the verdict in words. */
function lineDetail(context: Context, numbers: Numbers, { number }: NumberRow, width: number): readonly Line[] {
  const { line: finding, tornado } = context.findings;
  if (finding.failed !== null) return labelled('holds', safe(finding.failed), width);
  const { last } = finding;
  if (last === null || !isSame(last.question.number, number)) return labelled('holds', computingWords(null), width);
  const { answer } = last;
  const shown =
    answer === null || tornado.last === null
      ? labelled('holds', 'This number has no line of its own: it is the only weight of its party.', width)
      : breakpointLines(numbers, answer, width);
  return finding.current
    ? shown
    : [...aged(shown, false), line(span(' '.repeat(LABEL)), span(computingWords(null), 'dim'))];
}

function breakpointLines(numbers: Numbers, row: BreakpointRow, width: number): readonly Line[] {
  const { verdict, deal } = row.found;
  const ranges = [
    `${numbers.base.coalition === null ? 'no deal' : 'a deal'} while ${rangeWords(row, verdict)}`,
    ...(deal === null ? [] : [`this deal while ${rangeWords(row, deal)}`]),
  ];
  const isUnproven = ranges.some((text) => text.includes('~'));
  return [
    ...labelled('critical', criticalWords(numbers, row), width),
    ...labelled('holds', `${ranges.join('; ')}${isUnproven ? `. ${UNPROVEN}` : ''}`, width),
  ];
}

/** "No deal above 90 (now 55)": where the verdict changes, each way. */
function criticalWords({ base }: Numbers, row: BreakpointRow): string {
  const { verdict } = row.found;
  const end = (step: number, side: 'down' | 'up'): string => figure(numberAt(row, step, side), side);
  const then = base.coalition === null ? 'a deal' : 'no deal';
  const ways = [
    ...(verdict.down.changes ? [`${then} below ${end(verdict.down.until, 'down')}`] : []),
    ...(verdict.up.changes ? [`${then} above ${end(verdict.up.until, 'up')}`] : []),
  ];
  if (ways.length === 0) return 'no value of this number changes the verdict.';
  return `${listed(ways)}; now ${figure(row.number.value)}.`;
}

/** As the scenario states it. */
function statedNumber(
  { parties, issues }: Scenario,
  { party, kind, issue, option, adjustment }: VariedNumber,
): Provenance {
  const { disagreement, reservation, preferences, adjustments } = parties[party]!;
  if (adjustment !== null) {
    const { why, sources } = adjustments[adjustment]!;
    return { ...(why === undefined ? {} : { why }), ...(sources === undefined ? {} : { sources }) };
  }
  if (kind === 'disagreement') return disagreement;
  if (kind === 'reservation' || issue === null) return reservation;
  const own = preferences.issues[issue]!;
  const isWeight = kind === 'weight' && 'weight' in own;
  return withIssue(isWeight ? own.weight : worthAt(issues[issue]!, own, option ?? 0), own);
}
