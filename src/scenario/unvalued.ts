/**
 * Numbers that are not yet valued: where a scenario says `unknown`, and the scenario with all of them at the end that
 * is best, or worst, for a deal.
 *
 * A party's points rise with each of its values, and it signs whatever reaches its threshold. So a deal that is signed
 * with the numbers at their worst is signed whatever they are, and one that is refused with them at their best is
 * refused whatever they are.
 */
import { ownCount } from './format/conditional.ts';
import { numberCount, optionId } from './format/options.ts';
import type { Curve, Issue, Party, Preferences, Scenario, StatedNumber, WeightedIssue } from './scenario.ts';

/** Something that a party has not said: what no deal is worth to it, or numbers of one issue. */
export type Unvalued = { readonly party: number } & (
  | { readonly what: 'disagreement' }
  /** Neither how much the issue counts nor what its options are worth. */
  | { readonly what: 'issue' | 'weight' | 'values'; readonly issue: number }
  /** Some of the options, by id. */
  | { readonly what: 'options'; readonly issue: number; readonly options: readonly string[] }
);

/** In the order of the parties and issues. */
export function unvaluedIn({ parties, issues }: Scenario): readonly Unvalued[] {
  return parties.flatMap(({ disagreement, preferences }, party): readonly Unvalued[] => [
    ...(disagreement.unknown === undefined ? [] : [{ party, what: 'disagreement' } as const]),
    ...(preferences.form === 'scores'
      ? []
      : preferences.issues.flatMap((own, issue) => unvaluedIssue(own, issues[issue]!, { party, issue }))),
  ]);
}

export function hasUnvalued(scenario: Scenario): boolean {
  return unvaluedIn(scenario).length > 0;
}

function unvaluedIssue(
  own: WeightedIssue,
  issue: Issue,
  place: { readonly party: number; readonly issue: number },
): readonly Unvalued[] {
  const numbers = worthsOf(own, issue);
  const open = numbers.filter(({ worth }) => worth.unknown !== undefined).map(({ option }) => option);
  const all = open.length > 0 && open.length === numbers.length;
  if (own.weight.unknown !== undefined && all) return [{ ...place, what: 'issue' }];
  return [
    ...(own.weight.unknown === undefined ? [] : [{ ...place, what: 'weight' } as const]),
    ...(all ? [{ ...place, what: 'values' } as const] : []),
    ...(all || open.length === 0 ? [] : [{ ...place, what: 'options', options: open } as const]),
  ];
}

/** The numbers of the file on one issue: one by one, or points of a curve. */
function worthsOf(
  { curve, listed }: WeightedIssue,
  issue: Issue,
): { readonly option: string; readonly worth: StatedNumber }[] {
  const first = curve === null ? 0 : numberCount(issue);
  const points = curve === null || 'formula' in curve ? [] : curve.points;
  return [
    ...points.map(({ at, worth }) => ({ option: at, worth })),
    ...listed.map((worth, k) => ({ option: optionId(issue, first + k), worth })),
  ];
}

/** Which way everything that is not yet valued turns out: best for there being a deal, or worst. */
export type Turn = 'best' | 'worst';

const POINTS: Readonly<Record<Turn, { readonly value: number; readonly threshold: number }>> = {
  best: { value: 100, threshold: 0 },
  worst: { value: 0, threshold: 100 },
};

/**
 * The scenario with every number that is not yet valued at one end. A party with a weight that is not known may weigh
 * anything against anything: its points are then 100, or 0, whatever the deal, and adjustments beside that.
 */
export function turnedOut(scenario: Scenario, turn: Turn): Scenario {
  return { ...scenario, parties: scenario.parties.map((party) => partyAt(party, scenario.issues, turn)) };
}

function partyAt(party: Party, issues: readonly Issue[], turn: Turn): Party {
  const { disagreement, reservation, reservationIsDisagreement, preferences } = party;
  const { threshold } = POINTS[turn];
  const known: StatedNumber =
    disagreement.unknown === undefined
      ? disagreement
      : { value: reservationIsDisagreement ? threshold : Math.min(threshold, reservation.value) };
  return {
    ...party,
    disagreement: known,
    reservation: reservationIsDisagreement ? known : reservation,
    preferences: preferences.form === 'scores' ? preferences : preferencesAt(preferences.issues, issues, turn),
  };
}

function preferencesAt(own: readonly WeightedIssue[], issues: readonly Issue[], turn: Turn): Preferences {
  const isOpen = own.some(({ weight }) => weight.unknown !== undefined);
  // An issue that always arises: of one that may not, an option is worth nothing.
  const carrier = isOpen ? issues.findIndex(({ only }) => only === undefined) : -1;
  return {
    form: 'weights',
    issues: own.map((entry, k): WeightedIssue => {
      if (!isOpen) return { ...entry, ...worthsAt(entry, turn) };
      return k === carrier
        ? everything(entry, issues[k]!, turn)
        : { ...entry, ...worthsAt(entry, turn), weight: { value: 0 } };
    }),
  };
}

function worthsAt({ curve, listed }: WeightedIssue, turn: Turn): Pick<WeightedIssue, 'curve' | 'listed'> {
  return {
    curve: curve === null ? null : curveAt(curve, turn),
    listed: listed.map((number) => numberAt(number, turn)),
  };
}

function curveAt(curve: Curve, turn: Turn): Curve {
  if ('formula' in curve) return curve;
  return { ...curve, points: curve.points.map(({ at, worth }) => ({ at, worth: numberAt(worth, turn) })) };
}

function numberAt(number: StatedNumber, turn: Turn): StatedNumber {
  return number.unknown === undefined ? number : { value: POINTS[turn].value };
}

/** The issue that all points come from, the same with every option. */
function everything({ issue: id }: WeightedIssue, issue: Issue, turn: Turn): WeightedIssue {
  const { value } = POINTS[turn];
  const curve = issue.range === null ? null : { formula: String(value), clip: false };
  const count = ownCount(issue) - numberCount(issue);
  return {
    issue: id,
    mentioned: true,
    weight: { value: 1 },
    curve,
    listed: Array.from({ length: count }, () => ({ value })),
  };
}
