/** What each option of the clause under the cursor would do to the deal: points of every party, and who would refuse. */
import { acceptingParties, amountOf, inZone, matches, utilityPoints } from '../../../engine/deal.ts';
import { arises, notArisingOption } from '../../../engine/conditions.ts';
import type { Deal } from '../../../engine/problem.ts';
import { lockId } from '../../../scenario/edit/locks.ts';
import { digitsOf } from '../../../report/digits.ts';
import { apart } from '../../../report/text/points.ts';
import { gainWords, listed, optionLabel, partyShort } from '../../../report/view/words.ts';
import type { Named } from '../../../report/case.ts';
import { columns as textColumns } from '../../../report/text/width.ts';
import { block } from '../../draw/box.ts';
import type { Size } from '../../draw/box.ts';
import type { CellText, Column } from '../../draw/list.ts';
import { columnsOf, windowOf } from '../../draw/list.ts';
import type { Line } from '../../draw/line.ts';
import { safe, span } from '../../draw/line.ts';
import { difference } from '../../draw/meter.ts';
import type { Context } from '../../model/context.ts';
import { withOption } from '../../parts/known-deals.ts';
import { paragraph } from '../../parts/text.ts';
import type { OnScreen } from './state.ts';
import { isNumberLine, listedOptions, numberCount } from '../../../scenario/format/options.ts';
import type { Issue } from '../../../scenario/scenario.ts';

/** Columns of an option and of what follows from it. */
const LEAST_WIDTH = 28;

const NOT_ARISING = 'This issue does not arise in this deal, so there is nothing to choose.';

/** A row for each option, around that of the deal. */
export function optionLines(context: Context, { shown, base }: OnScreen, issue: number, size: Size): readonly Line[] {
  const { now, glyphs } = context;
  const { scenario } = now;
  if (!arises(now.compiled.problem, shown.deal, issue)) return block(paragraph(NOT_ARISING, size.width, 'dim'), size);
  const options = shownOptions(scenario.issues[issue]!, shown.deal[issue]!, size.height).filter(
    (option) => option !== notArisingOption(now.compiled.problem, issue),
  );
  const before = utilityPoints(now.compiled.problem, shown.deal);
  const names = scenario.parties.map((_, party) => safe(partyShort(scenario, party)));
  const widths = names.map((name) => Math.min(8, Math.max(5, textColumns(name))));
  const beside = widths.reduce((sum, columns) => sum + columns + 1, LEAST_WIDTH) <= size.width;
  const rows = options.map((option): CellText[] => {
    const deal = withOption(now, shown.deal, issue, option, base.deal);
    const gain = utilityPoints(now.compiled.problem, deal).map((value, party) => apart(value, before[party]!));
    const chosen = option === shown.deal[issue];
    const sign = chosen ? glyphs.slider.knob : option === base.deal[issue] ? glyphs.slider.baseline : ' ';
    return [
      span(sign, 'accent'),
      span(safe(optionLabel(scenario, issue, option)), chosen ? 'strong' : 'plain'),
      ...(beside
        ? gain.map((value, party) => (chosen ? span(glyphs.dot, 'dim') : difference(value, digitsOf(now, party))))
        : []),
      standing(now, deal, glyphs),
      ...(beside ? [] : [safe(gainWords(now, gain))]),
    ];
  });
  const heads: Column[] = [
    { title: '', width: 1 },
    { title: 'option', least: 8 },
    ...(beside ? names.map((title, party): Column => ({ title, align: 'right', width: widths[party] })) : []),
    { title: 'then', least: 6, grow: beside },
    ...(beside ? [] : [{ title: 'change', least: 6, grow: true }]),
  ];
  const table = columnsOf({ columns: heads, rows, width: size.width, gap: 1 });
  const { start, end } = windowOf(rows.length, options.indexOf(shown.deal[issue]!), size.height - 1);
  return [table.header, ...table.rows.slice(start, end)];
}

/** "✓ in the zone", "✗ RU, EU refuse". */
function standing(of: Named, deal: Deal, { yes, no }: Context['glyphs']): CellText {
  const { problem } = of.compiled;
  const accepting = acceptingParties(problem, deal);
  const refusing = problem.parties.flatMap((_, party) =>
    accepting.has(party) ? [] : [safe(partyShort(of.scenario, party))],
  );
  const refuse = refusing.length === 0 ? '' : `${listed(refusing)} ${refusing.length === 1 ? 'refuses' : 'refuse'}`;
  if (inZone(problem, deal))
    return span(refuse === '' ? `${yes} in the zone` : `${yes} in the zone; ${refuse}`, 'good');
  const broken = brokenRule(of, deal);
  if (broken !== null) return span(`${no} ${broken}`, 'bad');
  return span(`${no} ${refuse}`, 'bad');
}

/** "breaks the rule x", or that a lock shuts the option out; null where the deal keeps all rules. */
function brokenRule({ scenario, compiled }: Named, deal: Deal): string | null {
  const { problem, forbiddenRules, sumRules } = compiled;
  const pattern = problem.forbidden.findIndex((candidate) => matches(deal, candidate));
  const sum = problem.sums.findIndex((candidate) => amountOf(problem, candidate, deal) > candidate.atMost);
  const rule = scenario.rules[forbiddenRules[pattern] ?? sumRules[sum] ?? -1];
  if (rule === undefined) return null;
  const locked = scenario.issues.some(({ id }) => rule.id === lockId(id));
  return locked ? 'shut out by a lock' : `breaks the rule ${safe(rule.id)}`;
}

/** All options of a list; on a number line the numbers around that of the deal, and the named options. */
function shownOptions(issue: Issue, option: number, height: number): readonly number[] {
  if (!isNumberLine(issue)) return listedOptions(issue);
  const near = Array.from({ length: 2 * height + 1 }, (_, k) => option - height + k);
  const numbers = near.filter((k) => k >= 0 && k < numberCount(issue));
  return [...numbers, ...listedOptions(issue)];
}
