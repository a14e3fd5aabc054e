/**
 * What must hold between a party's numbers, at the start and after every stage.
 */
import type { Party, StatedNumber, Issue } from '../scenario.ts';
import { worthRange } from './worth.ts';

export interface ThresholdFault {
  readonly key: 'reservation' | 'aspiration';
  readonly message: string;
}

interface Thresholds {
  readonly disagreement?: StatedNumber | null;
  readonly reservation?: StatedNumber | null;
  readonly aspiration?: StatedNumber | null;
}

/** disagreement <= reservation <= aspiration, as far as they are given. */
export function thresholdFaults({ disagreement, reservation, aspiration }: Thresholds): ThresholdFault[] {
  const faults: ThresholdFault[] = [];
  if (reservation && disagreement && reservation.value < disagreement.value) {
    faults.push({
      key: 'reservation',
      message: `reservation (${reservation.value}) must not be below disagreement (${disagreement.value}): no party signs for less than no deal gives it`,
    });
  }
  const floor = reservation ?? disagreement;
  if (aspiration && floor && aspiration.value < floor.value) {
    faults.push({
      key: 'aspiration',
      message: `aspiration (${aspiration.value}) must not be below ${reservation ? 'reservation' : 'disagreement'} (${floor.value})`,
    });
  }
  return faults;
}

/** A party with weights needs one above 0, otherwise its utility is undefined. */
export function weightFault(weights: readonly number[]): string | null {
  if (weights.some((weight) => weight > 0)) return null;
  return 'at least one issue needs a weight above 0';
}

const LARGEST_SUM = 1e15;

/** Points are exact up to a bound on the sum of everything a party adds up. */
export function sizeFault(party: Party, issues: readonly Issue[]): string | null {
  let sum = Math.abs(party.reservation.value);
  sum += Math.abs(party.disagreement.value);
  for (const adjustment of party.adjustments) sum += Math.abs(adjustment.add);
  if (party.preferences.form === 'scores') {
    for (const [k, own] of party.preferences.issues.entries()) {
      const { least, most } = worthRange(issues[k]!, own);
      sum += Math.max(-least, most);
    }
  }
  if (sum <= LARGEST_SUM) return null;
  return `the numbers of this party add up to ${sum} points; use a smaller unit, at most ${LARGEST_SUM} in all`;
}
