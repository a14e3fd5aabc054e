/**
 * The sums that the layers still open can give a party. A need between two of them has exactly the same completions as
 * the higher one, so needs count as ranks among these sums: few, and equal more often.
 */
import type { Units } from '../units.ts';
import type { Automaton } from './automaton.ts';
import { noSums } from './sums.ts';
import type { Sums } from './sums.ts';

/** More sums than this are not listed; counting then has to tell needs apart unit by unit or coarser. */
const MOST_SUMS = 1 << 16;

/** Sums that are added up for one party; fewer for each of many parties. Past these the list ends early. */
const MOST_WORK = 2 ** 24;
const MOST_WORK_SQUARED = 2 ** 28;
/** And no more than so many for each state that a diagram may have; each of up to eight parties has the least. */
const WORK_PER_STATE = 256;
const LEAST_WORK = 2 ** 16;
const LEAST_WORK_SQUARED = 2 ** 22;
/** Big integers take so much longer to add up. */
const WIDE_WORK = 16;

/** The attainable sums of every party. */
export function sumsAhead(automaton: Automaton, states: number): readonly (readonly (Sums | null)[])[] {
  return automaton.parties.map((_, party) => attainableSums(automaton, party, states));
}

/**
 * For each boundary the attainable sums in ascending order, counted from the smallest (0); null where they are too many.
 * `states`: those that the diagram may have. Adjustments count as sums that may or may not come: a superset, which is safe.
 */
export function attainableSums(automaton: Automaton, party: number, states: number): readonly (Sums | null)[] {
  const { layers, patterns } = automaton;
  const { gains } = automaton.parties[party]!;
  const narrow = gains.every((units) => units instanceof Float64Array);
  const lists: (Sums | null)[] = Array.from({ length: layers + 1 }, () => null);
  lists[layers] = noSums(narrow);
  const squared = automaton.parties.length ** 2;
  const worth = Math.max(Math.min(LEAST_WORK, LEAST_WORK_SQUARED / squared), states * WORK_PER_STATE);
  const most = Math.min(MOST_WORK, MOST_WORK_SQUARED / squared, worth);
  let left = most / (narrow ? 1 : WIDE_WORK);
  for (let layer = layers - 1; layer >= 0; layer--) {
    let sums = lists[layer + 1]!;
    if (gains[layer]!.length > left) return lists;
    const steps: (readonly Units[])[] = [[...new Set<Units>(gains[layer])]];
    for (const { effect, last } of patterns) {
      if (effect.kind === 'adjust' && effect.party === party && last === layer) steps.push([0, effect.units]);
    }
    for (const step of steps) {
      left -= sums.size * step.length;
      if (left < 0) return lists;
      sums = sums.with(step);
      if (sums.size > MOST_SUMS) return lists;
    }
    lists[layer] = sums;
  }
  return lists;
}
