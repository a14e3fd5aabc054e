/**
 * The sums that the layers still open can give a party, so that a need can be rounded up to the next one: needs
 * between two attainable sums have exactly the same completions.
 */
import type { Automaton } from './automaton.ts';

/** Tables larger than this are not kept: counting stays exact without them, states just merge less. */
const TABLE_LIMIT = 1 << 18;

/**
 * For each boundary a table from (need - low) to the smallest attainable sum at or above it (less low); null where it
 * would be too large. Adjustments count as sums that may or may not come: a superset, which is safe.
 */
export function attainableNeeds(automaton: Automaton, party: number): readonly (Int32Array | null)[] {
  const { layers, patterns } = automaton;
  const { gains, low, high } = automaton.parties[party]!;
  const tables: (Int32Array | null)[] = Array.from({ length: layers + 1 }, () => null);
  let sums: Uint8Array | null = Uint8Array.of(1);
  tables[layers] = roundUpTable(sums);
  for (let layer = layers - 1; layer >= 0; layer--) {
    const span = high[layer]! - low[layer]!;
    if (span >= TABLE_LIMIT) break;
    const steps: number[][] = [[...new Set(gains[layer])]];
    for (const { effect, last } of patterns) {
      if (effect.kind === 'adjust' && effect.party === party && last === layer) steps.push([0, effect.units]);
    }
    for (const step of steps) sums = shiftedSums(sums, step);
    tables[layer] = roundUpTable(sums);
  }
  return tables;
}

/** Sums reachable by adding one of the steps; both sets are bitmaps counted from their own smallest sum. */
function shiftedSums(sums: Uint8Array, steps: readonly number[]): Uint8Array {
  const least = Math.min(...steps);
  const reached = new Uint8Array(sums.length + Math.max(...steps) - least);
  for (const step of steps) {
    for (let sum = 0; sum < sums.length; sum++) if (sums[sum] === 1) reached[sum + step - least] = 1;
  }
  return reached;
}

function roundUpTable(sums: Uint8Array): Int32Array {
  const table = new Int32Array(sums.length);
  let next = sums.length - 1;
  for (let need = sums.length - 1; need >= 0; need--) {
    if (sums[need] === 1) next = need;
    table[need] = next;
  }
  return table;
}
