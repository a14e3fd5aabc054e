/**
 * Numbers that are not yet valued: where a scenario says `unknown`, and the scenario with all of them at the end that
 * is best, or worst, for a deal.
 *
 * A party's points rise with each of its values and scores, and it signs whatever reaches its threshold. So a deal that is signed
 * with the numbers at their worst is signed whatever they are, and one that is refused with them at their best is
 * refused whatever they are.
 */
import { ownCount } from './format/conditional.ts';
import { numberCount, optionId } from './format/options.ts';
import { choiceSpan } from './format/choice.ts';
import { worthRange } from './format/worth.ts';
import type {
  Curve,
  CurvePoint,
  ExactNumber,
  Issue,
  Party,
  Preferences,
  Scenario,
  ScoredIssue,
  StatedNumber,
  WeightedIssue,
  Worths,
} from './scenario.ts';

/** Something that a party has not said: what no deal is worth to it, or numbers of one issue. */
export type Unvalued = { readonly party: number } & (
  | { readonly what: 'disagreement' }
  /** Neither how much the issue counts nor what its options are worth: on a score sheet, all of its points. */
  | { readonly what: 'issue' | 'weight' | 'values'; readonly issue: number }
  /** Some of the options, by id. */
  | { readonly what: 'options'; readonly issue: number; readonly options: readonly string[] }
);

/** In the order of the parties and issues. */
export function unvaluedIn({ parties, issues }: Pick<Scenario, 'parties' | 'issues'>): readonly Unvalued[] {
  return parties.flatMap(({ disagreement, preferences }, party): readonly Unvalued[] => [
    ...(disagreement.unknown === undefined ? [] : [{ party, what: 'disagreement' } as const]),
    ...preferences.issues.flatMap((own, issue) => unvaluedIssue(own, issues[issue]!, { party, issue })),
  ]);
}

export function hasUnvalued(scenario: Scenario): boolean {
  return unvaluedIn(scenario).length > 0;
}

function unvaluedIssue(
  own: Worths & { readonly weight?: StatedNumber },
  issue: Issue,
  place: { readonly party: number; readonly issue: number },
): readonly Unvalued[] {
  const numbers = worthsOf(own, issue);
  const open = numbers.filter(({ worth }) => worth.unknown !== undefined).map(({ option }) => option);
  const all = open.length > 0 && open.length === numbers.length;
  if (all && (own.weight === undefined || own.weight.unknown !== undefined)) return [{ ...place, what: 'issue' }];
  return [
    ...(own.weight?.unknown === undefined ? [] : [{ ...place, what: 'weight' } as const]),
    ...(all ? [{ ...place, what: 'values' } as const] : []),
    ...(all || open.length === 0 ? [] : [{ ...place, what: 'options', options: open } as const]),
  ];
}

/** The numbers of the file on one issue: one by one, or points of a curve. */
function worthsOf(
  { curve, listed }: Worths,
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
 * anything against anything: its points are then 100, or 0, whatever the deal, and adjustments beside that. A score
 * may be any number, so at its ends it outweighs everything else of its party (`beyondScores`).
 */
export function turnedOut(scenario: Scenario, turn: Turn): Scenario {
  const beyond = beyondScores(scenario) ?? 0;
  return { ...scenario, parties: scenario.parties.map((party) => partyAt(party, scenario.issues, turn, beyond)) };
}

/**
 * A power of ten that no score sheet with numbers not yet valued comes near to, whatever the deal: points that decide
 * alone whether the party signs. Null where every score is known.
 */
export function beyondScores({ parties, issues }: Scenario): number | null {
  const spans = parties.flatMap((party) => {
    const isOpen = unvaluedIn({ parties: [party], issues }).length > 0;
    return party.preferences.form === 'scores' && isOpen ? [spanOf(party, issues)] : [];
  });
  return spans.length === 0 ? null : 10 ** Math.ceil(Math.log10(2 * Math.max(...spans) + 1));
}

/** No two sums of the party's known numbers lie further apart. */
function spanOf(
  { disagreement, reservation, firmness, preferences, adjustments }: Party,
  issues: readonly Issue[],
): number {
  const ends = preferences.issues.map((own, k) => worthRange(issues[k]!, own));
  const numbers = [
    disagreement.value,
    reservation.value,
    firmness?.value ?? 0,
    ...adjustments.map(({ add }) => add),
    ...ends.flatMap(({ least, most }) => [least, most]),
  ];
  return numbers.reduce((sum, number) => sum + Math.abs(number), 1);
}

function partyAt(party: Party, issues: readonly Issue[], turn: Turn, beyond: number): Party {
  const { disagreement, reservation, reservationIsDisagreement, preferences } = party;
  const ends = preferences.form === 'weights' ? POINTS[turn] : scoresAt(turn, beyond);
  const { threshold } = ends;
  const known: StatedNumber =
    disagreement.unknown === undefined
      ? disagreement
      : { value: reservationIsDisagreement ? threshold : Math.min(threshold, reservation.value) };
  return {
    ...party,
    disagreement: known,
    reservation: reservationIsDisagreement ? known : reservation,
    preferences:
      preferences.form === 'weights'
        ? preferencesAt(preferences.issues, issues, turn)
        : { form: 'scores', issues: preferences.issues.map((own, k) => scoredAt(own, issues[k]!, ends.value)) },
  };
}

function scoresAt(turn: Turn, beyond: number): (typeof POINTS)[Turn] {
  return turn === 'best' ? { value: beyond, threshold: -beyond } : { value: -beyond, threshold: beyond };
}

/** Between two points of a curve of which one is not known, nothing is: all the numbers there are at the end. */
function scoredAt(own: ScoredIssue, issue: Issue, value: number): ScoredIssue {
  const listed = own.listed.map((number) => (number.unknown === undefined ? number : { value }));
  const { curve } = own;
  if (curve === null || 'formula' in curve || curve.points.every(({ worth }) => worth.unknown === undefined)) {
    return { ...own, listed };
  }
  const known = curve.points.filter(({ worth }) => worth.unknown === undefined);
  const points = [null, ...known].flatMap((point, k) => [
    ...(point === null ? [] : [point]),
    ...(isOpenAfter(curve.points, point) ? endsBetween(issue, point, known[k] ?? null, value) : []),
  ]);
  return { ...own, listed, curve: { ...curve, points } };
}

/** Whether the point after this one, or the first, is not known. */
function isOpenAfter(points: readonly CurvePoint[], point: CurvePoint | null): boolean {
  const next = points[point === null ? 0 : points.indexOf(point) + 1];
  return next?.worth.unknown !== undefined;
}

/** The first and the last number of the range strictly between two points, at this many points each. */
function endsBetween(
  issue: Issue,
  after: CurvePoint | null,
  before: CurvePoint | null,
  value: number,
): readonly CurvePoint[] {
  const bound = ({ at }: CurvePoint): ExactNumber => ({ value: Number(at), exact: at });
  const interval = { ...(after !== null && { above: bound(after) }), ...(before !== null && { below: bound(before) }) };
  const numbers = { range: issue.range, named: [] };
  const span =
    after === null && before === null ? { first: 0, last: numberCount(issue) - 1 } : choiceSpan(numbers, interval);
  if (span === null) return [];
  return [...new Set([span.first, span.last])].map((k) => ({ at: optionId(numbers, k), worth: { value } }));
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
