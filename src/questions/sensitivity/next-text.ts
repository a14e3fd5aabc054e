/**
 * How much of a stage's recommended deal stands in the text that was published next: how far the deals of the model went
 * the way the texts went, and no measure of what is right.
 */
import { isNotArising } from '../../scenario/format/conditional.ts';
import { optionId } from '../../scenario/format/options.ts';
import type { Draft } from '../../scenario/scenario.ts';
import type { StageOutcome } from './case.ts';

export interface NextText {
  readonly draft: Draft;
  /** Its clauses that stand in the deal, of those on issues that arise in it; null where the stage has no deal. */
  readonly standing: number | null;
  readonly clauses: number;
}

/** The published texts of the first day after the stage on which there are any; none where the stage has no date. */
export function nextTexts({ scenario, date, outcome: { deal } }: StageOutcome): readonly NextText[] {
  const { issues } = scenario;
  const later = scenario.drafts.filter((draft) => draft.composed !== true && isAfter(draft, date));
  const day = later.map((draft) => draft.date ?? '').toSorted()[0];
  return later
    .filter((draft) => draft.date === day)
    .map((draft) => {
      const clauses = draft.clauses.filter(({ issue, option }) => {
        const own = issues.find(({ id }) => id === issue);
        return own !== undefined && !isNotArising(own, option);
      });
      const stands = ({ issue, option }: Draft['clauses'][number]): boolean => {
        const k = issues.findIndex(({ id }) => id === issue);
        return deal !== null && optionId(issues[k]!, deal[k]!) === option;
      };
      return { draft, standing: deal === null ? null : clauses.filter(stands).length, clauses: clauses.length };
    });
}

function isAfter(draft: Draft, date: string | null): boolean {
  return draft.date !== undefined && date !== null && draft.date > date;
}
