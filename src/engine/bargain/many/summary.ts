/** What many sessions have in common, for reports. */
import { issueCount } from '../../problem.ts';
import type { Problem } from '../../problem.ts';
import { binomialInterval } from '../../zone/interval.ts';
import type { Run, RunsSummary, RunStanding, Spread } from '../answer.ts';

/** Sums up sessions of one problem, at least one; `drafts` is the number of drafts they were held against. */
export function summariseRuns(problem: Problem, runs: readonly Run[], drafts: number): RunsSummary {
  const deals = runs.flatMap(({ agreement, standing }) =>
    agreement === null || standing === null ? [] : [{ agreement, standing }],
  );
  const failed = runs.filter(({ agreement }) => agreement === null);
  const options = Array.from({ length: problem.offsets[issueCount(problem)]! }, () => 0);
  const nearest = Array.from({ length: drafts }, () => 0);
  for (const { agreement, standing } of deals) {
    agreement.deal.forEach((option, issue) => options[problem.offsets[issue]! + option]!++);
    if (standing.nearest !== null) nearest[standing.nearest.draft]!++;
  }
  const over = (value: (standing: RunStanding) => number | null): Spread | null =>
    spreadOf(deals.flatMap(({ standing }) => value(standing) ?? []));
  return {
    runs: runs.length,
    deals: deals.length,
    share: deals.length / runs.length,
    interval: binomialInterval(deals.length, runs.length),
    failed: {
      noZone: failed.filter(({ noZone }) => noZone === true).length,
      deadline: failed.filter(({ noZone, ended }) => noZone !== true && ended === 'deadline').length,
      walkOut: failed.filter(({ noZone, ended }) => noZone !== true && ended === 'walk-out').length,
    },
    rounds: spreadOf(deals.map(({ agreement }) => agreement.round)),
    distance: over(({ distance }) => distance),
    left: over(({ left }) => left),
    nash: over(({ nash }) => nash),
    gain: problem.parties.map((_, party) => over(({ gain }) => gain[party]!)),
    options,
    nearest,
    unproven: deals.filter(({ standing }) => !standing.proven).length,
  };
}

/** Quartiles between two values are interpolated (Hyndman and Fan 1996, definition 7). Null for no values. */
function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)]!;
    return below + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - below);
  };
  return {
    least: at(0),
    lowQuartile: at(0.25),
    median: at(0.5),
    highQuartile: at(0.75),
    most: at(1),
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
  };
}
