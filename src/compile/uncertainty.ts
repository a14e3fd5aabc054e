/**
 * The ranges of a scenario's numbers by party, issue and option number, as the engine draws from them.
 */
import type { Range, UncertainCurve, UncertainParty, Uncertainty } from '../engine/sensitivity/uncertainty.ts';
import { divide, fraction, nearest, readFraction, subtract, ZERO } from '../exact/fraction.ts';
import { exactNumber, optionCount } from '../scenario/format/options.ts';
import type { Issue, Party, Scenario, StatedNumber, Worths } from '../scenario/scenario.ts';
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
    curves: curvesOf(preferences.issues, issues),
    disagreement: rangeOf(disagreement),
    reservation: reservationIsDisagreement ? null : rangeOf(reservation),
    firmness: rangeOf(firmness ?? { value: 0 }),
    redLines: redLines.map(({ holds }) => rangeOf(holds ?? { value: 1 })),
  };
}

/** Of the issues whose values are points with straight lines between, those with a point that has a range. */
function curvesOf(worths: readonly Worths[], issues: readonly Issue[]): readonly UncertainCurve[] {
  let first = 0;
  return issues.flatMap((issue, k): UncertainCurve[] => {
    const row = first;
    first += optionCount(issue);
    const { range } = issue;
    const curve = worths[k]!.curve;
    if (range === null || curve === null || !('points' in curve) || curve.points.length < 2) return [];
    const step = fraction(range.step, 10n ** BigInt(range.places));
    const corners = curve.points.map(({ at, worth }) => ({
      at: nearest(divide(subtract(readFraction(at) ?? ZERO, exactNumber(range, 0)), step)),
      range: rangeOf(worth),
    }));
    const isSure = corners.every(({ range: own }) => own.low === own.high);
    return isSure ? [] : [{ first: row, count: range.count, corners }];
  });
}

function rangeOf({ value, low, high }: StatedNumber): Range {
  return { low: low ?? value, high: high ?? value };
}
