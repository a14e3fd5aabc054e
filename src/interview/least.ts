/**
 * The least a party signs for, found by comparing packages with its alternative: each answer says on which side of the
 * package's points the alternative lies, and the next package lies in the middle of what is left (bisection).
 */
import type { Package, Profile } from './package.ts';
import { utilityOf, utilityRange, wholeOf } from './package.ts';

/** Between which points the alternative lies. low <= high. */
export interface Bracket {
  readonly low: number;
  readonly high: number;
}

/** No deal may be worth anything from everything at its worst to everything at its best. */
export function anywhere(profile: Profile): Bracket {
  const low = profile.base ?? 0;
  return { low, high: low + wholeOf(profile) };
}

/** A bracket as narrow as this, of 100 points, is as exact as comparisons get. */
const NARROW = 10;

/** Whatever the answer, it narrows the bracket by more than this, of 100: brackets are written down in tenths of that. */
const STEP = 1;

/** What the person would rather have: the package, its alternative, or either. */
export type Rather = 'package' | 'alternative' | 'same';

/**
 * The package to compare with the alternative next; null where the bracket is narrow, or no package lies
 * well inside it and tells its halves apart.
 * `allowed`: by issue, the options that may stand in a package; an issue without any keeps to all of its options.
 */
export function nextPackage(
  profile: Profile,
  bracket: Bracket,
  allowed: readonly (readonly number[])[],
): Package | null {
  const unit = wholeOf(profile) / 100;
  if (bracket.high - bracket.low <= NARROW * unit) return null;
  const target = (bracket.low + bracket.high) / 2;
  const options = packageNear(profile, target, allowed);
  const said = utilityOf(profile, options);
  const { least, most } = utilityRange(profile, options);
  const isInside =
    said > bracket.low && said < bracket.high && least - bracket.low > STEP * unit && bracket.high - most > STEP * unit;
  // A package whose own points are that uncertain would not tell the two halves apart.
  const tells = most - least < (bracket.high - bracket.low) / 2;
  return isInside && tells ? options : null;
}

/** What the answer leaves. The package's points are taken as far as everything said may reach. */
export function narrowed(profile: Profile, bracket: Bracket, options: Package, rather: Rather): Bracket {
  const { least, most } = utilityRange(profile, options);
  const low = rather === 'package' ? bracket.low : Math.max(bracket.low, least);
  const high = rather === 'alternative' ? bracket.high : Math.min(bracket.high, most);
  return low <= high ? { low, high } : bracket;
}

/**
 * A package of about so many points: issues one after the other, the heaviest first, each at the option that comes
 * closest to what is still to be reached in proportion; then the single change that comes closest, until none helps.
 */
function packageNear(profile: Profile, target: number, allowed: readonly (readonly number[])[]): Package {
  const choices = profile.values.map((own, issue) => (allowed[issue]?.length ? allowed[issue] : [...own.keys()]));
  const wanted = (100 * (target - (profile.base ?? 0))) / wholeOf(profile);
  const middle = (issue: number): number =>
    nearest(choices[issue]!, (option) => Math.abs(profile.values[issue]![option]!.value - wanted));
  let options: Package = choices.map((_, issue) => middle(issue));
  for (let steps = 0; steps < choices.length * 2; steps++) {
    const off = (of: Package): number => Math.abs(utilityOf(profile, of) - target);
    const changes = choices.flatMap((own, issue) => own.map((option) => options.with(issue, option)));
    const next = nearest(changes, off);
    if (off(next) >= off(options)) break;
    options = next;
  }
  return options;
}

/** The one with the least distance, the first of equal ones. */
function nearest<T>(from: readonly T[], distance: (of: T) => number): T {
  return from.reduce((found, each) => (distance(each) < distance(found) ? each : found));
}
