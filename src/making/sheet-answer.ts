/** An answer of a party with a score sheet written into it, and what it contradicts, in words. */
import type { Preferred } from '../interview/checks.ts';
import { heldAgainst } from '../interview/checks.ts';
import { anywhere, narrowed } from '../interview/least.ts';
import type { Next } from '../interview/next.ts';
import type { Profile } from '../interview/package.ts';
import { wholeOf } from '../interview/package.ts';
import type { SheetProgress } from '../interview/sheet.ts';
import { sheetProfile } from '../interview/sheet.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Answer, Answered, Interviewed } from './reply.ts';
import { DISAGREE, markedOf, picked, pointsOf, preferredOf, ratherOf } from './reply.ts';
import { bracketOnSheet, spanned, withScores } from './scored.ts';
import { placesOf, withLeast, withRedLines } from './valued.ts';
import type { Sitting } from './valued.ts';

/** @throws RangeError for an answer of another kind than the question, or a question that is not asked of a sheet */
export function answeredOnSheet(of: Interviewed, progress: SheetProgress, next: Next, answer: Answer): Answered {
  const { scenario, party, sitting, provenance } = of;
  const plain = (changed: Scenario, now: Partial<Sitting> = {}): Answered => {
    return { scenario: changed, sitting: { ...sitting, ...now }, contradiction: null };
  };
  switch (next.kind) {
    case 'worst': {
      const pick = picked(answer);
      const places = pick === null ? [...placesOf(scenario.issues[next.issue]!).keys()] : [pick];
      const zeros = new Map(places.map((place) => [place, { value: 0 }]));
      return plain(withScores(scenario, party, next.issue, zeros, provenance));
    }
    case 'score': {
      const score = new Map([[next.option, { value: pointsOf(answer) }]]);
      return plain(withScores(scenario, party, next.issue, score, provenance));
    }
    case 'check':
      return checked(of, progress, next, preferredOf(answer));
    case 'redLines':
      return plain(withRedLines(scenario, party, markedOf(answer)), { drawn: true });
    case 'least': {
      const profile = wholeProfile(progress);
      const bracket = narrowed(profile, progress.least ?? anywhere(profile), next.options, ratherOf(answer));
      return plain(withLeast(scenario, party, bracketOnSheet(bracket, wholeOf(profile), provenance)));
    }
    case 'alternative':
      return plain(withLeast(scenario, party, { value: pointsOf(answer), ...provenance }));
    default:
      throw new RangeError(`a score sheet is not asked for '${next.kind}'`);
  }
}

function wholeProfile({ scores }: SheetProgress): Profile {
  const profile = sheetProfile(scores);
  if (profile === null) throw new RangeError('not everything is said yet');
  return profile;
}

/** Where the answer disagrees with the points, those of the issues in question reach further, from their worst on. */
function checked(
  { scenario, party, sitting }: Interviewed,
  progress: SheetProgress,
  { check }: Extract<Next, { readonly kind: 'check' }>,
  preferred: Preferred,
): Answered {
  const profile = wholeProfile(progress);
  const { weights, expected, widened } = heldAgainst(profile, check, preferred);
  const now = { ...sitting, checked: [...sitting.checked, check] };
  if (widened === 0) return { scenario, sitting: now, contradiction: null };
  const wider = [...weights.keys()].filter((issue) => weights[issue] !== profile.weights[issue]);
  const whole = wholeOf(profile);
  const changed = wider.reduce((all, issue) => {
    const { value: swing, low, high } = weights[issue]!;
    const worst = Math.min(...progress.scores[issue]!.flatMap((score) => score?.value ?? []));
    const reaching = new Map(
      profile.values[issue]!.flatMap(({ value: part }, place) => {
        if (part === 0) return [];
        const at = (points: number): number => worst + (points * part) / 100;
        return [[place, spanned({ value: at(swing), low: at(low), high: at(high) }, whole, DISAGREE)] as const];
      }),
    );
    return withScores(all, party, issue, reaching, {});
  }, scenario);
  const names = wider.map((issue) => {
    const { low, high, value } = spanned(weights[issue]!, whole);
    return `"${scenario.issues[issue]!.title}" ${low ?? value} to ${high ?? value}`;
  });
  return {
    scenario: changed,
    sitting: now,
    contradiction:
      `By the points you gave, ${expected === 'a' ? 'A' : 'B'} is the better one, and you said otherwise. ` +
      `Both stay; from worst to best these points now have wider ranges: ${names.join(', ')}.`,
  };
}
