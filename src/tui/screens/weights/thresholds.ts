/** The thresholds of a party as numbers that can be turned. */
import type { Named } from '../../../report/case.ts';
import { statedOf } from '../../../report/digits.ts';
import { utilityScale } from '../../../report/view/scale.ts';
import { partyInside } from '../../../report/view/words.ts';
import type { NumberEdit } from '../../../scenario/format/schema-edit.ts';
import type { Party } from '../../../scenario/scenario.ts';
import { pointsStep } from './step-size.ts';
import type { Turnable } from './turnable.ts';
import { fileOf, resetTo } from './turnable.ts';

/** The least that a party signs for. */
export function reservationOf(of: Named, index: number, now: Party, file: Party): Turnable {
  const edit = (value: number): NumberEdit => ({ kind: 'reservation', party: now.id, value });
  return {
    label: `Least that ${partyInside(of.scenario, index)} signs for`,
    now: now.reservation.value,
    ...fileOf(file.reservation),
    stated: now.reservation,
    least: now.disagreement.value,
    most: now.aspiration?.value ?? Infinity,
    limit:
      `No party signs for less than no deal is worth to it (${statedOf(of, index, now.disagreement.value)})` +
      (now.aspiration === undefined
        ? '.'
        : `, nor asks for more than it aspires to (${statedOf(of, index, now.aspiration.value)}).`),
    ...pointsScale(of, index, now, file),
    edit,
    reset: resetTo(edit, file.reservation),
  };
}

/** What no deal is worth to a party. */
export function disagreementOf(of: Named, index: number, now: Party, file: Party): Turnable {
  const edit = (value: number): NumberEdit => ({ kind: 'disagreement', party: now.id, value });
  return {
    label: `What no deal is worth to ${partyInside(of.scenario, index)}`,
    now: now.disagreement.value,
    ...fileOf(file.disagreement),
    stated: now.disagreement,
    least: -Infinity,
    most: now.reservationIsDisagreement ? (now.aspiration?.value ?? Infinity) : now.reservation.value,
    limit: `No party signs for less than no deal is worth to it, and it signs for ${statedOf(of, index, now.reservation.value)}.`,
    ...pointsScale(of, index, now, file),
    edit,
    reset: resetTo(edit, file.disagreement),
  };
}

function pointsScale(
  of: Named,
  index: number,
  now: Party,
  file: Party,
): Pick<Turnable, 'from' | 'to' | 'unbounded' | 'step' | 'figure'> {
  const { from, to } = utilityScale(of, index);
  const values = [now, file].flatMap(({ disagreement, reservation }) => [disagreement.value, reservation.value]);
  return {
    from: Math.min(from, ...values),
    to: Math.max(to, ...values),
    unbounded: false,
    step: pointsStep(of.scenario, file),
    figure: (value, rounding) => statedOf(of, index, value, rounding),
  };
}
