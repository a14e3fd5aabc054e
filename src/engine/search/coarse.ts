/**
 * The coarse column of a wide party: its units divided by a power of two and rounded up, small enough for numbers.
 *
 * Sums of coarse units are never below the exact sum in coarse units, and above it by a few units of 2^50 at most. So
 * whatever falls short of a threshold or a bound in coarse units falls short exactly too, and searches may pass it over;
 * what does not is looked at in limbs. Of a narrow party the column is its own, and nothing is rounded.
 */
import type { Party, Problem } from '../problem.ts';
import { isNarrow, LIMB_BITS, limbsFor, magnitude, splitLimbs } from '../units.ts';
import type { LimbColumn, Units } from '../units.ts';

export interface CoarseParty {
  /** Coarse units by flat option number. */
  readonly column: Float64Array;
  /** A coarse unit is so many units: 2^shift. 0 for a narrow party. */
  readonly shift: number;
  /** Limbs in which every sum of the party's units is told; 0 for a narrow party. */
  readonly limbs: number;
}

/** Coarse sums stay below 2^COARSE_BITS. */
const COARSE_BITS = 50;

const KNOWN = new WeakMap<Party, CoarseParty>();

export function coarseParty(problem: Problem, party: Party): CoarseParty {
  const { contributions } = party;
  if (isNarrow(contributions)) return { column: contributions, shift: 0, limbs: 0 };
  const known = KNOWN.get(party);
  if (known !== undefined) return known;
  const size = mostSum(problem, party, contributions);
  const shift = Math.max(0, Math.ceil(size) - COARSE_BITS);
  const made = { column: roundedUp(contributions, shift), shift, limbs: limbsNeeded(party, contributions) };
  KNOWN.set(party, made);
  return made;
}

/** Units in coarse ones, not rounded to whole ones. */
export function inCoarse(units: Units, shift: number): number {
  if (shift === 0) return Number(units);
  if (typeof units === 'number') return units / 2 ** shift;
  // Bits below those a number has are cut off, so that any size can be converted.
  const cut = Math.max(0, shift - 1000);
  return Number(units >> BigInt(cut)) / 2 ** (shift - cut);
}

/** The same, rounded to the next number below, so that no deal that reaches the units falls short of it. */
export function floorInCoarse(units: Units, shift: number): number {
  if (typeof units === 'number' && (shift === 0 || !Number.isFinite(units))) return units;
  const near = inCoarse(units, shift);
  if (!Number.isFinite(near)) return near > 0 ? Number.MAX_VALUE : -Infinity;
  return near - Math.abs(near) * 2 ** -51 - Number.MIN_VALUE;
}

/** Units in coarse ones, rounded up to a whole one. */
export function ceilInCoarse(units: Units, shift: number): number {
  return shift === 0 ? Number(units) : Number(-(-BigInt(units) >> BigInt(shift)));
}

/** Units as limbs that can be added up; see `CoarseParty.limbs`. */
export function asLimbs(units: Units, limbs: number): number[] {
  return splitLimbs(BigInt(units), limbs);
}

/** Logarithm to base 2 of a number that no sum of the party's units reaches in size. */
function mostSum({ offsets }: Problem, { adjustments }: Party, column: LimbColumn): number {
  const top = column.limbs.length - 1;
  let sum = 0;
  for (let issue = 0; issue < offsets.length - 1; issue++) {
    let most = 0;
    for (let row = offsets[issue]!; row < offsets[issue + 1]!; row++) {
      most = Math.max(most, Math.abs(column.limbs[top]![row]!));
    }
    sum += most + 1;
  }
  const columnSize = Math.log2(sum) + LIMB_BITS * top;
  const added = adjustments.reduce((total, { units }) => total + magnitude(BigInt(units)), 0n);
  return Math.max(columnSize, added.toString(2).length) + 1;
}

/** The integers over 2^shift, rounded up to whole ones; above them by 3 at the most. */
function roundedUp({ length, limbs }: LimbColumn, shift: number): Float64Array {
  const column = new Float64Array(length);
  for (let row = 0; row < length; row++) {
    let sum = 0;
    limbs.forEach((limb, place) => (sum += limb[row]! * 2 ** (LIMB_BITS * place - shift)));
    // Each entry is below 2^50 in size, so the rounding of the few additions is far below one unit.
    column[row] = Math.ceil(sum) + 1;
  }
  return column;
}

function limbsNeeded({ adjustments }: Party, column: LimbColumn): number {
  return adjustments.reduce(
    (most, { units }) => Math.max(most, limbsFor(magnitude(BigInt(units)))),
    column.limbs.length,
  );
}
