/**
 * What must hold between a party's numbers, at the start and after every stage.
 */
import type { Party, StatedNumber, Issue } from '../scenario.ts';
import type { Fraction } from '../../exact/fraction.ts';
import { add, compare, divide, exactOf, fractionText, multiply, nearest, ZERO } from '../../exact/fraction.ts';
import { exactWorthRange, worthRange } from './worth.ts';

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
  const isKnown = disagreement?.unknown === undefined;
  if (reservation && disagreement && isKnown && reservation.value < disagreement.value) {
    faults.push({
      key: 'reservation',
      message: `reservation (${reservation.value}) must not be below disagreement (${disagreement.value}): no party signs for less than no deal gives it`,
    });
  }
  const floor = reservation ?? disagreement;
  if (aspiration && floor && floor.unknown === undefined && aspiration.value < floor.value) {
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

/** That no combination of options is worth enough to the party for it to sign; null where one may be. */
export function outOfReach(party: Party, issues: readonly Issue[]): string | null {
  const firm = add(exactOf(party.reservation), exactOf(party.firmness ?? { value: 0 }));
  const disagreement = exactOf(party.disagreement);
  const least = compare(firm, disagreement) < 0 ? disagreement : firm;
  const most = mostPoints(party, issues);
  const room = compare(most, least);
  if (room > 0 || (room === 0 && !party.strict)) return null;
  const signs = party.strict ? 'only for more than' : 'for no less than';
  return `can get at most ${shortText(most, least)} and signs ${signs} ${fractionText(least)} points, so it signs no deal`;
}

/** No deal is worth more to the party. */
function mostPoints({ preferences, adjustments }: Party, issues: readonly Issue[]): Fraction {
  const gains = adjustments.map(({ add: value, exact }) => exactOf({ value, exact }));
  const added = gains.filter((gain) => compare(gain, ZERO) > 0).reduce(add, ZERO);
  const best = preferences.issues.map((own, k) => exactWorthRange(issues[k]!, own).most);
  if (preferences.form === 'scores') return best.reduce(add, added);
  const weights = preferences.issues.map(({ weight }) => exactOf(weight));
  const sum = best.map((most, k) => multiply(weights[k]!, most)).reduce(add, ZERO);
  return add(divide(sum, weights.reduce(add, ZERO)), added);
}

/** In few digits where the number has many, and never the other number that it is below. */
function shortText(number: Fraction, below: Fraction): string {
  const whole = fractionText(number);
  const rounded = nearest(number).toPrecision(6);
  const isTold = Number(rounded) < nearest(below);
  return whole.length <= 12 || !isTold ? whole : String(Number(rounded));
}
