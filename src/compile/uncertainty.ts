/**
 * The ranges of a scenario's numbers by party, issue and option number, as the engine draws from them.
 */
import type { Range, UncertainParty, Uncertainty } from '../engine/sensitivity/uncertainty.ts';
import { optionCount } from '../scenario/format/options.ts';
import type { Issue, Party, Scenario, StatedNumber } from '../scenario/scenario.ts';
import { worthAt } from '../scenario/format/worth.ts';

/** A number without `low` or `high` has no uncertainty on that side. */
export function compileUncertainty({ parties, issues }: Scenario): Uncertainty {
  return parties.map((party: Party) => uncertaintyOf(party, issues));
}

function uncertaintyOf(party: Party, issues: readonly Issue[]): UncertainParty {
  const { preferences, disagreement, reservation, reservationIsDisagreement, firmness, redLines } = party;
  return {
    weights: preferences.form === 'weights' ? preferences.issues.map(({ weight }) => rangeOf(weight)) : null,
    values: preferences.issues.flatMap((own, k) => {
      const issue = issues[k]!;
      return Array.from({ length: optionCount(issue) }, (_, option) => rangeOf(worthAt(issue, own, option)));
    }),
    disagreement: rangeOf(disagreement),
    reservation: reservationIsDisagreement ? null : rangeOf(reservation),
    firmness: rangeOf(firmness ?? { value: 0 }),
    redLines: redLines.map(({ holds }) => rangeOf(holds ?? { value: 1 })),
  };
}

function rangeOf({ value, low, high }: StatedNumber): Range {
  return { low: low ?? value, high: high ?? value };
}
