/** What was asked: the scenario, its date and stage, the size of the space, and what was assumed. */
import type { Assumption, Setting, UnvaluedAnswer } from '../case.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { combinations, counted } from '../text/number.ts';
import { oneLine } from '../text/width.ts';
import { middleSentences } from './unvalued.ts';
import { partyName, sentence } from './words.ts';

export interface HeaderView {
  readonly title: string;
  readonly facts: readonly string[];
  /** Numbers that are stood in for; one sentence for each that was set and each stated red line that was taken away. */
  readonly assumptions: readonly string[];
}

export interface Asked {
  readonly scenario: Scenario;
  readonly assumptions: readonly Assumption[];
  readonly settings?: readonly Setting[];
  readonly supposed?: readonly string[];
  readonly middle?: UnvaluedAnswer;
  readonly answer: { readonly space: bigint };
}

/** The day that the positions are of: "2025-12-15 (berlin)"; null where the file gives none. */
export function dayOf({ stages, stage, asOf }: Scenario): string | null {
  const at = stages.find(({ id }) => id === stage);
  return at === undefined ? (asOf ?? null) : `${at.date} (${at.id})`;
}

export function headerView({ scenario, answer, assumptions, settings = [], supposed = [], middle }: Asked): HeaderView {
  const stage = scenario.stages.find((candidate) => candidate.id === scenario.stage);
  const when =
    stage === undefined
      ? scenario.asOf === undefined
        ? []
        : [`positions of ${scenario.asOf}`]
      : [`stage ${stage.id}: ${oneLine(stage.title)}, ${stage.date}`];
  return {
    title: oneLine(scenario.title),
    facts: [
      ...when,
      counted(scenario.parties.length, 'party', 'parties'),
      counted(scenario.issues.length, 'issue'),
      combinations(answer.space),
    ],
    assumptions: [
      ...(middle === undefined ? [] : middleSentences(scenario, middle)),
      ...supposed,
      ...settings.map(({ words }) => `What if: ${oneLine(words)}.`),
      ...assumptions.map(({ party, redLine }) => {
        const name = partyName(
          scenario,
          scenario.parties.findIndex((candidate) => candidate.id === party.id),
        );
        const why = redLine.why === undefined ? '' : ` It reads: ${sentence(redLine.why)}`;
        return `What if: the stated red line ${party.id}.${redLine.id} of ${name} is set aside.${why}`;
      }),
    ],
  };
}
