/** What the points screen remembers, and which issues it lists in which order. */
import { oneLine } from '../../../report/text/width.ts';
import { issueTitle, optionLabel } from '../../../report/view/words.ts';
import { listedOptions } from '../../../scenario/format/options.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { Context } from '../../model/context.ts';
import { hasWords } from '../../parts/filter.ts';
import { proposedDeal } from '../../parts/known-deals.ts';
import { pointsAtStake } from './at-stake.ts';
import { fileOrder } from '../../parts/issue-rows.ts';

export interface PointsState {
  readonly issue: number;
  /** Options that the person turned to, by issue; elsewhere the option of the proposed deal. */
  readonly options: ReadonlyMap<number, number>;
  readonly sort: 'file' | 'at stake';
  readonly filter: string;
}

export const INITIAL: PointsState = { issue: 0, options: new Map(), sort: 'file', filter: '' };

/** The issues listed, in order; with a filter those that have its words in title, options, point or group. */
export function listedIssues({ now }: Context, { sort, filter }: PointsState): readonly number[] {
  const { scenario, compiled } = now;
  const order = fileOrder(scenario);
  const sorted =
    sort === 'file'
      ? order
      : order
          .map((issue) => ({ issue, at: pointsAtStake(compiled.problem, issue) }))
          .toSorted((a, b) => b.at - a.at)
          .map(({ issue }) => issue);
  return sorted.filter((issue) => hasWords(searchText(scenario, issue), filter));
}

function searchText(scenario: Scenario, issue: number): string {
  const own = scenario.issues[issue]!;
  const { id, point, group } = own;
  const labels = listedOptions(own).map((option) => optionLabel(scenario, issue, option));
  return oneLine([id, point ?? '', group ?? '', issueTitle(scenario, issue), ...labels].join(' '));
}

/** The issue under the cursor: the first one listed where the filter has hidden it; null when none is listed. */
export function issueAt(listed: readonly number[], { issue }: PointsState): number | null {
  return listed.includes(issue) ? issue : (listed[0] ?? null);
}

/** The option under the cursor of each issue: the one turned to, else that of the proposed deal, else the first. */
export function optionsAt(context: Context, { options }: PointsState): readonly number[] {
  const proposed = proposedDeal(context)?.deal ?? [];
  return context.now.scenario.issues.map((_, issue) => options.get(issue) ?? proposed[issue] ?? 0);
}
