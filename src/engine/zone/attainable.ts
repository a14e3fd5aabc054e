/**
 * The sums that the layers still open can give a party. A need between two of them has exactly the same completions as
 * the higher one, so needs count as ranks among these sums: few, and equal more often.
 */
import { compareUnits, minus, smallest } from '../units.ts';
import type { Units } from '../units.ts';
import type { Automaton, LayeredUnits } from './automaton.ts';

/** More sums than this are not listed; counting then has to tell needs apart unit by unit or coarser. */
const MOST_SUMS = 1 << 16;

/** Sums that are added up for one party; fewer for each of many parties. Past these the list ends early. */
const MOST_WORK = 2 ** 24;
const MOST_WORK_SQUARED = 2 ** 28;
/** And no more than so many for each state that a diagram may have. */
const WORK_PER_STATE = 256;
const LEAST_WORK = 2 ** 16;
/** Big integers take so much longer to add up. */
const WIDE_WORK = 16;

/** Ranges of units up to this size are worked out on a bitmap. */
const BITMAP_LIMIT = 1 << 20;

/**
 * For each boundary the attainable sums in ascending order, counted from the smallest (0); null where they are too many.
 * `states`: those that the diagram may have. Adjustments count as sums that may or may not come: a superset, which is safe.
 */
export function attainableSums(automaton: Automaton, party: number, states: number): readonly (LayeredUnits | null)[] {
  const { layers, patterns } = automaton;
  const { gains } = automaton.parties[party]!;
  const narrow = gains.every((units) => units instanceof Float64Array);
  const lists: (LayeredUnits | null)[] = Array.from({ length: layers + 1 }, () => null);
  lists[layers] = narrow ? Float64Array.of(0) : [0n];
  const worth = Math.max(LEAST_WORK, states * WORK_PER_STATE);
  const most = Math.min(MOST_WORK, MOST_WORK_SQUARED / automaton.parties.length ** 2, worth);
  let left = most / (narrow ? 1 : WIDE_WORK);
  for (let layer = layers - 1; layer >= 0; layer--) {
    let sums = lists[layer + 1]!;
    if (gains[layer]!.length > left) return lists;
    const steps: (readonly Units[])[] = [[...new Set<Units>(gains[layer])]];
    for (const { effect, last } of patterns) {
      if (effect.kind === 'adjust' && effect.party === party && last === layer) steps.push([0, effect.units]);
    }
    for (const step of steps) {
      left -= sums.length * step.length;
      if (left < 0) return lists;
      sums = shiftedSums(sums, step);
      if (sums.length > MOST_SUMS) return lists;
    }
    lists[layer] = sums;
  }
  return lists;
}

/** All sums of one entry and one step, ascending, counted from their smallest. */
function shiftedSums(sums: LayeredUnits, steps: readonly Units[]): LayeredUnits {
  const least = smallest(steps);
  const distances = steps.map((step) => minus(step, least));
  if (!(sums instanceof Float64Array)) return asBigSet(sums, distances);
  const shifts = distances.map(Number);
  const span = sums.at(-1)! + Math.max(...shifts);
  return span <= BITMAP_LIMIT ? onBitmap(sums, shifts, span) : asSet(sums, shifts);
}

function onBitmap(sums: Float64Array, shifts: readonly number[], span: number): Float64Array {
  const reached = new Uint8Array(span + 1);
  let count = 0;
  for (const shift of shifts) {
    for (let index = 0; index < sums.length; index++) {
      const sum = sums[index]! + shift;
      if (reached[sum] === 0) count++;
      reached[sum] = 1;
    }
  }
  const list = new Float64Array(count);
  let next = 0;
  for (let sum = 0; sum <= span; sum++) if (reached[sum] === 1) list[next++] = sum;
  return list;
}

function asSet(sums: Float64Array, shifts: readonly number[]): Float64Array {
  const reached = new Set<number>();
  for (const shift of shifts) for (const sum of sums) reached.add(sum + shift);
  return Float64Array.from(reached).sort();
}

function asBigSet(sums: readonly bigint[], shifts: readonly Units[]): readonly bigint[] {
  const reached = new Set<bigint>();
  for (const shift of shifts) for (const sum of sums) reached.add(sum + BigInt(shift));
  return [...reached].sort(compareUnits);
}
