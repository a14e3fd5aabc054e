/** The stage of a draft's own date. */
import type { Draft, Scenario } from '../scenario.ts';

/**
 * The latest stage on or before the draft's date, of several on one day the last in the list; null for the positions of
 * the file, where none is so early; undefined for a draft without a date, which belongs to no day. Of a scenario that
 * already stands at a stage nothing earlier is known: that stage is the earliest there is.
 */
export function ownStage({ stages, stage: here }: Scenario, { date }: Pick<Draft, 'date'>): string | null | undefined {
  if (date === undefined) return undefined;
  const early = stages.filter((stage) => stage.date <= date);
  const latest = early.findLast((stage) => early.every((other) => other.date <= stage.date));
  const reached = stages.find(({ id }) => id === here);
  if (reached !== undefined && (latest === undefined || latest.date < reached.date)) return reached.id;
  return latest?.id ?? null;
}
