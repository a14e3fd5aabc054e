/**
 * The ranges of a scenario's numbers by party, issue and option number, as the engine draws from them.
 */
import type { Range, UncertainParty, Uncertainty } from '../engine/sensitivity/uncertainty.ts';
import type { Party, Scenario, StatedNumber } from '../scenario/scenario.ts';

/** A number without `low` or `high` has no uncertainty on that side. */
export function compileUncertainty({ parties }: Scenario): Uncertainty {
  return parties.map((party: Party) => uncertaintyOf(party));
}

function uncertaintyOf(party: Party): UncertainParty {
  const { preferences, disagreement, reservation, reservationIsDisagreement, firmness, redLines } = party;
  return {
    weights: preferences.form === 'weights' ? preferences.issues.map(({ weight }) => rangeOf(weight)) : null,
    values:
      preferences.form === 'weights'
        ? preferences.issues.flatMap(({ values }) => values.map(rangeOf))
        : preferences.issues.flatMap(({ scores }) => scores.map(rangeOf)),
    disagreement: rangeOf(disagreement),
    reservation: reservationIsDisagreement ? null : rangeOf(reservation),
    firmness: rangeOf(firmness ?? { value: 0 }),
    redLines: redLines.map(({ holds }) => rangeOf(holds ?? { value: 1 })),
  };
}

function rangeOf({ value, low, high }: StatedNumber): Range {
  return { low: low ?? value, high: high ?? value };
}
