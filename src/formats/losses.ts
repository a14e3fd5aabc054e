/** What a scenario has and a format has no place for, each said once. */
import { counted } from '../report/text/number.ts';
import type { Scenario, StatedNumber } from '../scenario/scenario.ts';
import { unvaluedIn } from '../scenario/unvalued.ts';
import { compare, exactOf } from '../exact/fraction.ts';
import { withoutDerived } from '../scenario/format/conditional.ts';
import type { Note } from './foreign.ts';

/** Parts of a scenario that some formats hold. */
export type Part =
  'summary' | 'briefs' | 'rules' | 'consent' | 'adjustments' | 'drafts' | 'patience' | 'disagreement' | 'optionTexts';

/** One note for each part that the scenario has and the format does not keep. */
export function lossesOf(scenario: Scenario, kept: readonly Part[]): readonly Note[] {
  return [...lost(scenario, new Set(kept))].map((text) => ({ kind: 'left out', text }));
}

function* lost(scenario: Scenario, kept: ReadonlySet<Part>): Generator<string> {
  const { parties, issues, rules, consent, drafts, stages, bargaining, reading, asOf } = scenario;
  const arising = issues.filter(({ only }) => only !== undefined);
  const own = withoutDerived(rules, issues).length;
  const open = new Set(unvaluedIn(scenario).map(({ party }) => parties[party]!.name));
  if (open.size > 0)
    yield `that numbers of ${[...open].join(', ')} are not yet valued: those that stand in for them are in the file as if they were known`;
  if (!kept.has('summary') && scenario.summary !== undefined) yield 'the summary';
  if (!kept.has('rules') && own > 0)
    yield `${counted(own, 'rule')}: the deals ${own === 1 ? 'it forbids' : 'they forbid'} are among the deals of the file`;
  if (!kept.has('rules') && arising.length > 0) {
    const names = arising.map(({ title }) => title).join(', ');
    yield `when issues arise (${names}): not to arise is an option like any other there, worth nothing`;
  }
  if (!kept.has('consent') && consent.needs !== 'all') yield 'the quorum and the vetoes: everybody signs there';
  if (consent.conditional.length > 0)
    yield counted(
      consent.conditional.length,
      'signature needed only for some deals',
      'signatures needed only for some deals',
    );
  for (const { name, redLines, adjustments } of parties) {
    if (redLines.length > 0) yield `${name}: ${counted(redLines.length, 'red line')}`;
    if (!kept.has('adjustments') && adjustments.length > 0) {
      yield `${name}: ${counted(adjustments.length, 'adjustment')}, so that deals that they concern are worth something else there`;
    }
  }
  if (!kept.has('disagreement')) {
    for (const { name, disagreement, reservation } of parties) {
      if (compare(exactOf(disagreement), exactOf(reservation)) !== 0) {
        yield `${name}: the disagreement value, ${disagreement.exact ?? disagreement.value} points; only the least it signs for is kept`;
      }
    }
  }
  const further = parties.filter(
    ({ aspiration, firmness, power }) => aspiration ?? firmness ?? (power !== 1 || undefined),
  );
  if (further.length > 0) yield `aspiration, firmness or power (${further.map(({ name }) => name).join(', ')})`;
  const strict = parties.filter((party) => party.strict);
  if (strict.length > 0) yield `that it takes more than the least (${strict.map(({ name }) => name).join(', ')})`;
  if (!kept.has('briefs') && parties.some(({ brief }) => brief !== undefined))
    yield 'what parties are told in confidence (`brief`)';
  if (hasInstructor(scenario)) yield 'what the instructor alone is told (`instructor`, `bluff`)';
  if (!kept.has('optionTexts') && issues.some(({ named }) => named.some(({ text }) => text !== undefined)))
    yield 'the wordings of options';
  if (issues.some(({ summary, group, point, unit }) => summary ?? group ?? point ?? unit))
    yield 'groups, points, units and summaries of issues';
  if (!kept.has('drafts') && drafts.length > 0) yield counted(drafts.length, 'draft');
  if (scenario.statusQuo !== undefined) yield `no deal as a draft (${scenario.statusQuo.title})`;
  if (stages.length > 0)
    yield `${counted(stages.length, 'stage')}: the positions are those that the scenario is written with`;
  if (bargaining !== undefined && !(kept.has('patience') && onlyPatience(bargaining))) {
    yield kept.has('patience') ? 'how the parties bargain, but for their patience' : 'how the parties bargain';
  }
  const reasons = numbersOf(scenario).filter(({ low, high, why, sources, confidence, date }) =>
    [low, high, why, sources, confidence, date].some((part) => part !== undefined),
  ).length;
  if (reasons > 0) yield `ranges, reasons or sources of ${counted(reasons, 'number')}`;
  if (scenario.sources.length > 0) yield `the list of ${counted(scenario.sources.length, 'source')}`;
  if (reading !== undefined) yield `that it is a reading (${reading.name})`;
  if (asOf !== undefined) yield `the date of the positions, ${asOf}`;
}

function hasInstructor({ instructor, parties }: Scenario): boolean {
  const isBluffing = parties.some(({ redLines }) => redLines.some(({ bluff }) => bluff === true));
  return isBluffing || [instructor, ...parties.map((party) => party.instructor)].some((text) => text !== undefined);
}

function onlyPatience(bargaining: NonNullable<Scenario['bargaining']>): boolean {
  return Object.keys(bargaining).every((key) => key === 'patience' || key === 'rounds');
}

function numbersOf({ parties }: Scenario): readonly StatedNumber[] {
  return parties.flatMap(({ preferences, disagreement, reservation }) => [
    disagreement,
    reservation,
    ...preferences.issues.flatMap((own) => [...('weight' in own ? [own.weight] : []), ...own.listed]),
  ]);
}
