/**
 * What to ask a party next, from what it has said so far: the ends of each issue, the swings from the worst to the best
 * in the order of their size, the options between, checks of all that, and at last what no deal is worth to it. The
 * order is always the same, so an interview that was left goes on where it stopped.
 */
import type { Check } from './checks.ts';
import { checkQuestions } from './checks.ts';
import type { Bracket } from './least.ts';
import { anywhere, nextPackage } from './least.ts';
import type { Package, Profile } from './package.ts';
import type { Said } from './said.ts';

/** What is known of a party; null where it has not been said. By issue, values by option. */
export interface Progress {
  readonly weights: readonly (Said | null)[];
  readonly values: readonly (readonly (Said | null)[])[];
  /** The alternative, as far as comparisons have narrowed it; null before the first one. */
  readonly least: Bracket | null;
  /** Of this sitting: the issue that was picked as the next swing and has no number yet. */
  readonly picked: number | null;
  /** Of this sitting: the check questions that were answered. */
  readonly checked: readonly Check[];
  /** Of this sitting: red lines were pointed at, or there are none. */
  readonly drawn: boolean;
  /** By issue, the options that no red line rules out alone. */
  readonly allowed: readonly (readonly number[])[];
}

export type Next =
  | { readonly kind: 'best' | 'worst'; readonly issue: number }
  /** Everything at its worst: which of these is lifted first? `after`: those that are lifted already, in order. */
  | { readonly kind: 'swing'; readonly among: readonly number[]; readonly after: readonly number[] }
  /** If the first swing is worth 100, what is this one worth? */
  | { readonly kind: 'ratio'; readonly issue: number; readonly first: number; readonly before: number }
  | { readonly kind: 'rate'; readonly issue: number; readonly option: number }
  /** On a score sheet: how many points is the option worth? */
  | { readonly kind: 'score'; readonly issue: number; readonly option: number }
  | { readonly kind: 'check'; readonly check: Check; readonly number: number; readonly of: number }
  | { readonly kind: 'redLines' }
  | { readonly kind: 'least'; readonly options: Package }
  /** No package lies between everything at its worst and at its best: where does the alternative? */
  | { readonly kind: 'alternative' };

const MOST_CHECKS = 3;

/** Null where everything is said. */
export function nextQuestion(progress: Progress): Next | null {
  const left = endsLeft(progress) ?? swingLeft(progress) ?? betweenLeft(progress);
  const profile = left === null ? profileOf(progress) : null;
  return profile === null ? left : afterwards(profile, progress);
}

/** The profile once weights and values are all said; null before. */
export function profileOf({ weights, values }: Pick<Progress, 'weights' | 'values'>): Profile | null {
  const known = weights.flatMap((weight) => weight ?? []);
  const worths = values.map((own) => own.flatMap((value) => value ?? []));
  const isWhole = known.length === weights.length && worths.every((own, k) => own.length === values[k]!.length);
  return isWhole && known.some(({ value }) => value > 0) ? { weights: known, values: worths } : null;
}

/** Issues whose weight is said and above 0, the heaviest first. */
export function lifted(weights: Progress['weights']): readonly number[] {
  const points = (issue: number): number => weights[issue]?.value ?? 0;
  return [...weights.keys()].filter((issue) => points(issue) > 0).sort((a, b) => points(b) - points(a));
}

function endsLeft({ weights, values }: Progress): Next | null {
  for (const [issue, own] of values.entries()) {
    if (weights[issue]?.value === 0 || own.length < 2) continue;
    if (!own.some((value) => value?.value === 100)) return { kind: 'best', issue };
    if (!own.some((value) => value?.value === 0)) return { kind: 'worst', issue };
  }
  return null;
}

function swingLeft({ weights, picked }: Progress): Next | null {
  const among = [...weights.keys()].filter((issue) => weights[issue] === null);
  const after = lifted(weights);
  const first = after[0];
  if (among.length === 0) return null;
  if (first === undefined) return { kind: 'swing', among, after };
  const issue = picked ?? (among.length === 1 ? among[0]! : null);
  if (issue === null) return { kind: 'swing', among, after };
  return { kind: 'ratio', issue, first, before: after.at(-1)! };
}

function betweenLeft({ values }: Progress): Next | null {
  for (const [issue, own] of values.entries()) {
    const option = own.indexOf(null);
    if (option !== -1) return { kind: 'rate', issue, option };
  }
  return null;
}

/** Checks and red lines come before the comparison, and are not asked again once that has begun. */
export function afterwards(
  profile: Profile,
  { least, checked, drawn, allowed }: Pick<Progress, 'least' | 'checked' | 'drawn' | 'allowed'>,
): Next | null {
  if (least === null) {
    const checks = checkQuestions(profile, MOST_CHECKS - checked.length, checked);
    const [check] = checks;
    const number = checked.length + 1;
    if (check !== undefined) return { kind: 'check', check, number, of: checked.length + checks.length };
    if (!drawn) return { kind: 'redLines' };
  }
  const options = nextPackage(profile, least ?? anywhere(profile), allowed);
  if (options !== null) return { kind: 'least', options };
  return least === null ? { kind: 'alternative' } : null;
}
