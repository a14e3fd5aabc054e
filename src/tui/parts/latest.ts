/** The latest answers, all about one scenario, and whether they are of the numbers as they are now. */
import type { Context, Moment } from '../model/context.ts';

export interface Latest {
  readonly moment: Moment;
  /** False while the numbers have changed since. */
  readonly current: boolean;
  /** True once that has been so for longer than most answers take. */
  readonly old: boolean;
}

/** Null before the first answer. The zone is there only if it is of the same scenario as the rest. */
export function latestOf({ findings }: Pick<Context, 'findings'>): Latest | null {
  const { last, current, late } = findings.glance;
  if (last === null) return null;
  const zone = findings.zone.last;
  const counted = zone !== null && zone.about === last.about ? zone.answer : null;
  return { moment: { about: last.about, glance: last.answer, zone: counted }, current, old: !current && late };
}
