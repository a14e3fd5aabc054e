/**
 * A party with a score sheet is asked for its points as they are, in its own unit: which option of an issue is worst,
 * which then has 0 points, and how many points each of the others has. Checks and the least follow as for everybody.
 */
import type { Next, Progress } from './next.ts';
import { afterwards } from './next.ts';
import type { Profile } from './package.ts';
import type { Said } from './said.ts';

/** What is known of the party; points by issue and option, null where they have not been said. */
export interface SheetProgress extends Pick<Progress, 'least' | 'checked' | 'drawn' | 'allowed'> {
  readonly scores: readonly (readonly (Said | null)[])[];
}

/** Null where everything is said. Red lines are asked for once in a sitting: a sheet may come from a table, which has none. */
export function nextOnSheet(progress: SheetProgress): Next | null {
  for (const [issue, own] of progress.scores.entries()) {
    const option = own.indexOf(null);
    if (option !== -1)
      return own.every((score) => score === null) ? { kind: 'worst', issue } : { kind: 'score', issue, option };
  }
  const profile = sheetProfile(progress.scores);
  const next = profile === null ? null : afterwards(profile, progress);
  if (!progress.drawn && next?.kind !== 'check') return { kind: 'redLines' };
  return next ?? (progress.least === null ? { kind: 'alternative' } : null);
}

/** The sheet as swings and values; null before it is whole, or where no option is better than another. */
export function sheetProfile(scores: SheetProgress['scores']): Profile | null {
  const known = scores.map((own) => own.flatMap((score) => score ?? []));
  if (known.some((own, k) => own.length < scores[k]!.length || own.length === 0)) return null;
  const issues = known.map((own) => {
    const worst = Math.min(...own.map(({ value }) => value));
    const swing = Math.max(...own.map(({ value }) => value)) - worst;
    const part = (points: number): number => (swing === 0 ? 0 : (100 * (points - worst)) / swing);
    return { worst, swing, own, part };
  });
  if (issues.every(({ swing }) => swing === 0)) return null;
  return {
    base: issues.reduce((sum, { worst }) => sum + worst, 0),
    weights: issues.map(({ swing }) => ({ value: swing, low: swing, high: swing })),
    values: issues.map(({ own, part }) =>
      own.map(({ value, low, high }) => ({ value: part(value), low: part(low), high: part(high) })),
    ),
  };
}
