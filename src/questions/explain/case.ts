/** What an explanation's report is made from. */
import type { Explanation } from '../../engine/explain/answer.ts';
import type { Case } from '../../report/case.ts';

/** The scenario has just the drafts that were asked about. */
export interface ExplainCase extends Omit<Case, 'answer'> {
  readonly answer: Explanation;
}

/** The explanation by the positions that the draft is held against. */
export function atOwnDate(of: ExplainCase, draft: number): ExplainCase {
  const { scenario, compiled } = of.draftsAt?.[draft] ?? of;
  return { ...of, scenario, compiled };
}
