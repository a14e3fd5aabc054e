/**
 * What a party has said of its numbers, as an interview knows it, and its answers written into the scenario.
 *
 * Of a range with more than a few numbers three are asked for, its ends and its middle, with straight lines between.
 */
import type { Bracket } from '../interview/least.ts';
import type { Progress } from '../interview/next.ts';
import type { Said } from '../interview/said.ts';
import { ownCount } from '../scenario/format/conditional.ts';
import { clauseHas } from '../scenario/format/choice.ts';
import { numberCount, optionAt, optionId } from '../scenario/format/options.ts';
import { ANYWHERE, UNKNOWN_WEIGHT } from '../scenario/format/unknown.ts';
import type { Issue, Party, Provenance, Scenario, StatedNumber, WeightedIssue } from '../scenario/scenario.ts';

/** A range with more numbers than this is asked for by its ends and its middle. */
const MOST_NUMBERS = 5;

/** The options that a party is asked about, by id: all of a list, a few of many numbers. */
export function placesOf(issue: Issue): readonly string[] {
  const numbers = numberCount(issue);
  const all = Array.from({ length: ownCount(issue) }, (_, k) => k);
  const asked = hasCurve(issue) ? [0, Math.floor((numbers - 1) / 2), numbers - 1, ...all.slice(numbers)] : all;
  return asked.map((option) => optionId(issue, option));
}

export function hasCurve(issue: Issue): boolean {
  return numberCount(issue) > MOST_NUMBERS;
}

/** What a sitting keeps beside the scenario. */
export type Sitting = Pick<Progress, 'picked' | 'checked' | 'drawn'>;

export const FRESH: Sitting = { picked: null, checked: [], drawn: false };

/** Null for a party with a score sheet, whose points are no weights and values. */
export function progressOf({ issues }: Scenario, party: Party, sitting: Sitting): Progress | null {
  const { preferences, disagreement } = party;
  if (preferences.form === 'scores') return null;
  return {
    ...sitting,
    weights: preferences.issues.map(({ weight }) => saidOf(weight)),
    values: preferences.issues.map((own, k) => placesOf(issues[k]!).map((id) => saidOf(worthOf(own, issues[k]!, id)))),
    least: disagreement.unknown === undefined ? bracketOf(disagreement) : null,
    allowed: issues.map((issue) => allowedPlaces(party, issue)),
  };
}

/** Those that no red line of theirs alone rules out. */
export function allowedPlaces(party: Party, issue: Issue): readonly number[] {
  return placesOf(issue).flatMap((id, place) => (isRuledOut(party, issue, id) ? [] : [place]));
}

export function saidOf(number: StatedNumber | null): Said | null {
  if (number === null || number.unknown !== undefined) return null;
  const { value, low = value, high = value } = number;
  return { value, low, high };
}

export function bracketOf({ value, low = value, high = value }: StatedNumber): Bracket {
  return { low, high };
}

/** Null for a number that has no point of its own yet. */
function worthOf({ curve, listed }: WeightedIssue, issue: Issue, id: string): StatedNumber | null {
  const option = optionAt(issue, id);
  const numbers = numberCount(issue);
  if (curve === null) return listed[option] ?? null;
  if (option >= numbers) return listed[option - numbers] ?? null;
  return 'points' in curve ? (curve.points.find(({ at }) => at === id)?.worth ?? null) : null;
}

/** A red line of this option alone. */
function isRuledOut({ redLines }: Party, issue: Issue, id: string): boolean {
  return redLines.some(
    ({ when: [clause, ...others] }) =>
      clause?.issue === issue.id && others.length === 0 && clauseHas(issue, clause, optionAt(issue, id)),
  );
}

/** A number as it was said, with its interval where that says more. */
export function statedNumber({ value, low, high }: Said, why?: string): StatedNumber {
  return statedBetween({ value, low: Math.floor(low * 10) / 10, high: Math.ceil(high * 10) / 10 }, why);
}

/** The same, the ends as they are. */
export function statedBetween({ value, low, high }: Said, why?: string): StatedNumber {
  return { value, ...(low < value && { low }), ...(high > value && { high }), ...(why !== undefined && { why }) };
}

/** The middle of the bracket. */
export function bracketNumber({ low, high }: Bracket, provenance: Provenance): StatedNumber {
  return { ...statedNumber({ value: Math.round((low + high) * 5) / 10, low, high }), ...provenance };
}

export function withWeight(scenario: Scenario, party: number, issue: number, weight: StatedNumber): Scenario {
  return withIssue(scenario, party, issue, (own) => ({ ...own, weight }));
}

/** The worths of some places at once, by place; the others stay as they are. */
export function withValues(
  scenario: Scenario,
  party: number,
  issue: number,
  values: ReadonlyMap<number, StatedNumber>,
): Scenario {
  const of = scenario.issues[issue]!;
  return withIssue(scenario, party, issue, (own) => {
    const worths = placesOf(of).map((id, place) => ({
      id,
      worth: values.get(place) ?? worthOf(own, of, id) ?? ANYWHERE,
    }));
    if (!hasCurve(of)) return { ...own, curve: null, listed: worths.map(({ worth }) => worth) };
    const numbers = worths.filter(({ id }) => optionAt(of, id) < numberCount(of));
    return {
      ...own,
      curve: { points: numbers.map(({ id, worth }) => ({ at: id, worth })), clip: false },
      listed: worths.slice(numbers.length).map(({ worth }) => worth),
    };
  });
}

/** The issue makes no difference to the party. */
export function withoutDifference(scenario: Scenario, party: number, issue: number): Scenario {
  const zeros = new Map(placesOf(scenario.issues[issue]!).map((_, place) => [place, { value: 0 }]));
  return withWeight(withValues(scenario, party, issue, zeros), party, issue, { value: 0 });
}

/** What no deal is worth. A reservation value of its own goes along, and an aspiration is never below it. */
export function withLeast(scenario: Scenario, party: number, least: StatedNumber): Scenario {
  return withOwn(scenario, party, (own) => ({
    ...own,
    disagreement: least,
    reservation: least,
    ...(own.aspiration !== undefined && own.aspiration.value < least.value && { aspiration: { value: least.value } }),
  }));
}

/** Red lines of single options, by issue and place, in place of those there were; others stay. */
export function withRedLines(
  scenario: Scenario,
  party: number,
  marked: readonly { readonly issue: number; readonly place: number }[],
): Scenario {
  const { issues } = scenario;
  return withOwn(scenario, party, (own) => {
    const wanted = marked.map(({ issue, place }) => ({
      issue: issues[issue]!,
      option: placesOf(issues[issue]!)[place]!,
    }));
    const isSingle = (line: Party['redLines'][number]): boolean => singleOption(line) !== null;
    const kept = own.redLines.filter(
      (line) => !isSingle(line) || wanted.some(({ issue, option }) => isOf(line, issue.id, option)),
    );
    const added = wanted.filter(({ issue, option }) => !own.redLines.some((line) => isOf(line, issue.id, option)));
    const taken = new Set(kept.map(({ id }) => id));
    const lines = added.map(({ issue, option }) => {
      const plain = `no-${issue.id}-${option}`.replaceAll(/[,;=]+/g, '-');
      let id = plain;
      for (let n = 2; taken.has(id); n++) id = `${plain}-${n}`;
      taken.add(id);
      return { id, when: [{ issue: issue.id, options: [option] }] };
    });
    return { ...own, redLines: [...kept, ...lines] };
  });
}

function singleOption({ when }: Party['redLines'][number]): { readonly issue: string; readonly option: string } | null {
  const [clause, ...others] = when;
  const [option, ...more] = clause?.options ?? [];
  if (clause === undefined || others.length > 0 || more.length > 0 || typeof option !== 'string') return null;
  return { issue: clause.issue, option };
}

function isOf(line: Party['redLines'][number], issue: string, option: string): boolean {
  const own = singleOption(line);
  return own !== null && own.issue === issue && own.option === option;
}

/** Where the numbers of an issue come from. */
export function withProvenance(scenario: Scenario, party: number, issue: number, provenance: Provenance): Scenario {
  return withIssue(scenario, party, issue, (own) => ({ ...own, ...provenance }));
}

/** Everything an interview asks for is unknown again; red lines and adjustments stay. */
export function withNothingSaid(scenario: Scenario, party: number): Scenario {
  const { issues } = scenario;
  return withOwn(scenario, party, (own) => {
    const known = own.reservationIsDisagreement ? { reservation: ANYWHERE } : {};
    const least = Math.min(ANYWHERE.value, own.reservation.value);
    return {
      ...own,
      disagreement: own.reservationIsDisagreement ? ANYWHERE : { ...ANYWHERE, low: Math.min(0, least), value: least },
      ...known,
      preferences: {
        form: 'weights',
        issues: issues.map((issue): WeightedIssue => ({
          issue: issue.id,
          mentioned: true,
          weight: UNKNOWN_WEIGHT,
          curve: hasCurve(issue)
            ? {
                points: placesOf(issue)
                  .slice(0, 3)
                  .map((at) => ({ at, worth: ANYWHERE })),
                clip: false,
              }
            : null,
          listed: Array.from({ length: ownCount(issue) - (hasCurve(issue) ? numberCount(issue) : 0) }, () => ANYWHERE),
        })),
      },
    };
  });
}

export function withOwn(scenario: Scenario, party: number, change: (own: Party) => Party): Scenario {
  return { ...scenario, parties: scenario.parties.map((own, k) => (k === party ? change(own) : own)) };
}

function withIssue(
  scenario: Scenario,
  party: number,
  issue: number,
  change: (own: WeightedIssue) => WeightedIssue,
): Scenario {
  return withOwn(scenario, party, (own) => {
    if (own.preferences.form === 'scores') return own;
    const issues = own.preferences.issues.map((each, k) => (k === issue ? change(each) : each));
    return { ...own, preferences: { form: 'weights', issues } };
  });
}
