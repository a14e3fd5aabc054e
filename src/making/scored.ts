/** What a party with a score sheet has said of its points, as an interview knows it, and its answers written into the sheet. */
import type { Bracket } from '../interview/least.ts';
import type { Said } from '../interview/said.ts';
import type { SheetProgress } from '../interview/sheet.ts';
import { ownCount } from '../scenario/format/conditional.ts';
import { withStandIns } from '../scenario/format/not-yet-valued.ts';
import { numberCount, optionAt } from '../scenario/format/options.ts';
import { UNKNOWN_SCORE } from '../scenario/format/unknown.ts';
import { worthAt } from '../scenario/format/worth.ts';
import type { Issue, Party, Provenance, Scenario, ScoredIssue, StatedNumber } from '../scenario/scenario.ts';
import type { Sitting } from './valued.ts';
import { allowedPlaces, bracketOf, hasCurve, placesOf, saidOf, statedBetween, withOwn } from './valued.ts';

/** Null for a party with weights. */
export function sheetProgressOf({ issues }: Scenario, party: Party, sitting: Sitting): SheetProgress | null {
  const { preferences, disagreement } = party;
  if (preferences.form === 'weights') return null;
  return {
    ...sitting,
    scores: preferences.issues.map((own, k) => scoresSaid(own, issues[k]!)),
    least: disagreement.unknown === undefined ? bracketOf(disagreement) : null,
    allowed: issues.map((issue) => allowedPlaces(party, issue)),
  };
}

/** By place. An issue that the sheet leaves out has 0 points, whatever becomes of it. */
function scoresSaid(own: ScoredIssue, issue: Issue): readonly (Said | null)[] {
  return placesOf(issue).map((id) => saidOf(worthAt(issue, own, optionAt(issue, id))));
}

/** Points of some places at once, by place; those of the others stay, and between numbers asked for lie straight lines. */
export function withScores(
  scenario: Scenario,
  party: number,
  issue: number,
  scores: ReadonlyMap<number, StatedNumber>,
  provenance: Provenance,
): Scenario {
  const of = scenario.issues[issue]!;
  return withSheet(scenario, party, (all) =>
    all.map((own, k) => {
      if (k !== issue) return own;
      const worths = placesOf(of).map((id, place) => ({
        id,
        worth: scores.get(place) ?? worthAt(of, own, optionAt(of, id)),
      }));
      const stated = { ...own, ...provenance, mentioned: true };
      if (!hasCurve(of)) return { ...stated, curve: null, listed: worths.map(({ worth }) => worth) };
      const numbers = worths.filter(({ id }) => optionAt(of, id) < numberCount(of));
      return {
        ...stated,
        curve: { points: numbers.map(({ id, worth }) => ({ at: id, worth })), clip: false },
        listed: worths.slice(numbers.length).map(({ worth }) => worth),
      };
    }),
  );
}

/** What no deal is worth, and every score, is unknown again; red lines and adjustments stay. */
export function withNoScoreSaid(scenario: Scenario, party: number): Scenario {
  const { issues } = scenario;
  const blank = withSheet(scenario, party, () =>
    issues.map((issue): ScoredIssue => {
      const points = hasCurve(issue) ? placesOf(issue).slice(0, 3) : null;
      return {
        issue: issue.id,
        mentioned: true,
        curve: points === null ? null : { points: points.map((at) => ({ at, worth: UNKNOWN_SCORE })), clip: false },
        listed: Array.from(
          { length: ownCount(issue) - (points === null ? 0 : numberCount(issue)) },
          () => UNKNOWN_SCORE,
        ),
      };
    }),
  );
  return withNoLeast(blank, party);
}

/** What no deal is worth to a party with scores is unknown. */
export function withNoLeast(scenario: Scenario, party: number): Scenario {
  return onParty(scenario, party, (own) => ({ ...own, disagreement: UNKNOWN_SCORE }));
}

/** The middle of the bracket, in digits that fit `whole`, the points from everything at its worst to its best. */
export function bracketOnSheet({ low, high }: Bracket, whole: number, provenance: Provenance): StatedNumber {
  const value = rounded((low + high) / 2, whole, Math.round);
  return { ...spanned({ value, low, high }, whole), ...provenance };
}

/** A number with its interval, the ends rounded outwards. */
export function spanned({ value, low, high }: Said, whole: number, why?: string): StatedNumber {
  const ends = { low: rounded(low, whole, Math.floor), high: rounded(high, whole, Math.ceil) };
  return statedBetween({ value, ...ends }, why);
}

/** To a thousandth of the whole: of 100 points, tenths. */
function rounded(points: number, whole: number, round: (value: number) => number): number {
  const places = 3 - Math.ceil(Math.log10(whole));
  return Number(`${round(Number(`${points}e${places}`))}e${-places}`);
}

function withSheet(
  scenario: Scenario,
  party: number,
  change: (all: readonly ScoredIssue[]) => readonly ScoredIssue[],
): Scenario {
  return onParty(scenario, party, (own) =>
    own.preferences.form === 'weights'
      ? own
      : { ...own, preferences: { form: 'scores', issues: change(own.preferences.issues) } },
  );
}

function onParty(scenario: Scenario, party: number, change: (own: Party) => Party): Scenario {
  return withOwn(scenario, party, (own) => withStandIns(change(own), scenario.issues));
}
