/**
 * An answer of an interview written into the scenario, and what it contradicts, in words: nothing that disagrees is
 * smoothed away.
 */
import { heldAgainst, inOrder } from '../interview/checks.ts';
import type { Preferred } from '../interview/checks.ts';
import { anywhere, narrowed } from '../interview/least.ts';
import type { Next, Progress } from '../interview/next.ts';
import { profileOf } from '../interview/next.ts';
import type { Profile } from '../interview/package.ts';
import { BEST, REFERENCE, saidValue, saidWeight, WORST } from '../interview/said.ts';
import type { Said } from '../interview/said.ts';
import { optionAt } from '../scenario/format/options.ts';
import type { Scenario, StatedNumber } from '../scenario/scenario.ts';
import type { Answer, Answered, Interviewed } from './reply.ts';
import { DISAGREE, markedOf, picked, pointsOf, preferredOf, ratherOf } from './reply.ts';
import { sheetProgressOf } from './scored.ts';
import { answeredOnSheet } from './sheet-answer.ts';
import type { Sitting } from './valued.ts';
import {
  bracketNumber,
  placesOf,
  progressOf,
  statedNumber,
  withLeast,
  withoutDifference,
  withProvenance,
  withRedLines,
  withValues,
  withWeight,
} from './valued.ts';

/** @throws RangeError for an answer of another kind than the question */
export function answered(of: Interviewed, next: Next, answer: Answer): Answered {
  const { scenario, party, sitting } = of;
  const sheet = sheetProgressOf(scenario, scenario.parties[party]!, sitting);
  if (sheet !== null) return answeredOnSheet(of, sheet, next, answer);
  const progress = progressOf(scenario, scenario.parties[party]!, sitting);
  if (progress === null) throw new RangeError('a party has weights or scores');
  const plain = (changed: Scenario, now: Partial<Sitting> = {}): Answered => {
    return { scenario: changed, sitting: { ...sitting, ...now }, contradiction: null };
  };
  switch (next.kind) {
    case 'best':
    case 'worst':
      return plain(withEnd(of, next, picked(answer)));
    case 'swing': {
      const pick = picked(answer);
      if (pick === null) throw new RangeError('one of the issues is lifted next');
      if (next.after.length > 0) return plain(scenario, { picked: pick });
      return plain(withWeight(scenario, party, pick, statedNumber(REFERENCE)));
    }
    case 'ratio':
      return withRatio(of, progress, next, pointsOf(answer));
    case 'rate': {
      const value = statedNumber(saidValue(pointsOf(answer)));
      return plain(withValues(scenario, party, next.issue, new Map([[next.option, value]])));
    }
    case 'score':
      throw new RangeError('weights and values are no scores');
    case 'check':
      return withCheck(of, wholeProfile(progress), next, preferredOf(answer));
    case 'redLines': {
      return plain(withRedLines(scenario, party, markedOf(answer)), { drawn: true });
    }
    case 'least': {
      const profile = wholeProfile(progress);
      const bracket = narrowed(profile, progress.least ?? anywhere(profile), next.options, ratherOf(answer));
      return plain(withLeast(scenario, party, bracketNumber(bracket, of.provenance)));
    }
    case 'alternative': {
      const least = { ...statedNumber(saidValue(pointsOf(answer))), ...of.provenance };
      return plain(withLeast(scenario, party, least));
    }
  }
}

function wholeProfile(progress: Progress): Profile {
  const profile = profileOf(progress);
  if (profile === null) throw new RangeError('not everything is said yet');
  return profile;
}

/** The best option of an issue, or its worst; of two options the other end follows. */
function withEnd(
  { scenario, party, provenance }: Interviewed,
  { kind, issue }: { readonly kind: 'best' | 'worst'; readonly issue: number },
  pick: number | null,
): Scenario {
  const own = withProvenance(scenario, party, issue, provenance);
  if (pick === null) return withoutDifference(own, party, issue);
  const ends = kind === 'best' ? [BEST, WORST] : [WORST, BEST];
  const count = placesOf(scenario.issues[issue]!).length;
  const values = new Map([[pick, statedNumber(ends[0]!)]]);
  if (count === 2) values.set(1 - pick, statedNumber(ends[1]!));
  return withValues(own, party, issue, values);
}

/** A swing's points; where the order says otherwise, both intervals reach until they meet. */
function withRatio(
  { scenario, party, sitting }: Interviewed,
  { weights }: Progress,
  { issue, before }: Extract<Next, { readonly kind: 'ratio' }>,
  points: number,
): Answered {
  const earlier = weights[before];
  const now = { ...sitting, picked: null };
  const said = saidWeight(points);
  const held = earlier === null || earlier === undefined ? null : inOrder(earlier, said);
  if (held === null || held.widened === 0) {
    return { scenario: withWeight(scenario, party, issue, statedNumber(said)), sitting: now, contradiction: null };
  }
  const first = withWeight(scenario, party, before, statedNumber(held.before, DISAGREE));
  const [one, other] = [scenario.issues[before]!.title, scenario.issues[issue]!.title];
  return {
    scenario: withWeight(first, party, issue, statedNumber(held.later, DISAGREE)),
    sitting: now,
    contradiction:
      `You lifted "${one}" before "${other}", and now "${other}" is worth more (${points}, not ${earlier!.value}). ` +
      `Both stay, with wider ranges: ${rangeWords(held.before)} and ${rangeWords(held.later)}.`,
  };
}

function withCheck(
  { scenario, party, sitting }: Interviewed,
  profile: Profile,
  { check }: Extract<Next, { readonly kind: 'check' }>,
  preferred: Preferred,
): Answered {
  const { weights, expected, widened } = heldAgainst(profile, check, preferred);
  const now = { ...sitting, checked: [...sitting.checked, check] };
  if (widened === 0) return { scenario, sitting: now, contradiction: null };
  const wider = [...weights.keys()].filter((issue) => weights[issue] !== profile.weights[issue]);
  const changed = wider.reduce(
    (all, issue) => withWeight(all, party, issue, statedNumber(weights[issue]!, DISAGREE)),
    scenario,
  );
  const names = wider.map((issue) => `"${scenario.issues[issue]!.title}" ${rangeWords(weights[issue]!)}`);
  return {
    scenario: changed,
    sitting: now,
    contradiction:
      `By the weights you gave, ${expected === 'a' ? 'A' : 'B'} is the better one, and you said otherwise. ` +
      `Both stay; the weights now have wider ranges: ${names.join(', ')}.`,
  };
}

function rangeWords(said: Said): string {
  const { value, low = value, high = value }: StatedNumber = statedNumber(said);
  return `${low} to ${high}`;
}

/** The packages of a question as options of the scenario, by issue: their numbers among the issue's options. */
export function dealOf({ issues }: Scenario, places: readonly number[]): readonly number[] {
  return places.map((place, k) => optionAt(issues[k]!, placesOf(issues[k]!)[place]!));
}
