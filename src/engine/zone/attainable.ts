/**
 * The sums that the layers still open can give a party. A need between two of them has exactly the same completions as
 * the higher one, so needs count as ranks among these sums: few, and equal more often.
 */
import type { Automaton } from './automaton.ts';

/** More sums than this are not listed; counting then has to tell needs apart unit by unit or coarser. */
const MOST_SUMS = 1 << 16;

/** Sums that are added up for one party; fewer for each of many parties. Past these the list ends early. */
const MOST_WORK = 2 ** 24;
const MOST_WORK_SQUARED = 2 ** 28;

/** Ranges of units up to this size are worked out on a bitmap. */
const BITMAP_LIMIT = 1 << 20;

/**
 * For each boundary the attainable sums in ascending order, counted from the smallest (0); null where they are too many.
 * Adjustments count as sums that may or may not come: a superset, which is safe.
 */
export function attainableSums(automaton: Automaton, party: number): readonly (Float64Array | null)[] {
  const { layers, patterns } = automaton;
  const { gains } = automaton.parties[party]!;
  const lists: (Float64Array | null)[] = Array.from({ length: layers + 1 }, () => null);
  lists[layers] = Float64Array.of(0);
  let left = Math.min(MOST_WORK, MOST_WORK_SQUARED / automaton.parties.length ** 2);
  for (let layer = layers - 1; layer >= 0; layer--) {
    let sums = lists[layer + 1]!;
    const steps: (readonly number[])[] = [[...new Set(gains[layer])]];
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
function shiftedSums(sums: Float64Array, steps: readonly number[]): Float64Array {
  const least = Math.min(...steps);
  const shifts = steps.map((step) => step - least);
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
