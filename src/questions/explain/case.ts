/** What an explanation's report is made from. */
import type { NoDealAnswer } from '../../engine/answer.ts';
import type { Explanation } from '../../engine/explain/answer.ts';
import type { Case } from '../../report/case.ts';

/** The scenario has just the drafts that were asked about. */
export interface ExplainCase extends Omit<Case, 'answer'> {
  /** `noDeal`: null, or absent, unless it was asked about. */
  readonly answer: Explanation & { readonly noDeal?: NoDealAnswer | null };
}

/** The explanation by the positions that no deal is held against. */
export function atNoDealsDate(of: ExplainCase): ExplainCase {
  const { scenario, compiled } = of.noDealAt ?? of;
  return { ...of, scenario, compiled };
}

/** The explanation by the positions that the draft is held against. */
export function atOwnDate(of: ExplainCase, draft: number): ExplainCase {
  const { scenario, compiled } = of.draftsAt?.[draft] ?? of;
  return { ...of, scenario, compiled };
}
