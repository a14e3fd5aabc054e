/** The ends of a party's utility bar: 0 to 100 points, or the range of its score sheet. */
import type { Party } from '../../scenario/scenario.ts';
import type { BarScale } from '../text/bar.ts';

export function utilityScale({ preferences }: Party): BarScale {
  if (preferences.form === 'weights') return { from: 0, to: 100 };
  const sums = { from: 0, to: 0 };
  for (const { scores } of preferences.issues) {
    const values = scores.map((score) => score.value);
    sums.from += Math.min(...values);
    sums.to += Math.max(...values);
  }
  return { from: Math.min(0, sums.from), to: sums.to };
}
