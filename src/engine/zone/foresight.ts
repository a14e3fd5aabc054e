/** Whether a diagram would outgrow its budget, foreseen from sums alone: so that hopeless ones are not begun. */
import { largest, minus, plus } from '../units.ts';
import type { Units } from '../units.ts';
import { attainableSums } from './attainable.ts';
import type { Automaton } from './automaton.ts';
import type { Diagram } from './diagram.ts';
import type { Sums } from './sums.ts';

/** For each party but the first, so many times the states may be foreseen: what one refuses is never reached for the next. */
const DOUBT = 2;

/**
 * Whether a diagram that follows some of the automaton's parties is foreseen to outgrow so many states. Behind each layer
 * the combinations so far fall into gaps between the sums still to come: p of them into q gaps in any order, which makes
 * p q / (p + q) states. For one party that is so for each set of patterns that may run; for several, gaps are those of one
 * times those of another. `lawful`: the diagram of the automaton's rules alone, which tells those sets; null: not known.
 * `ahead`: the sums still to come for a party, where they are known already.
 */
export function outgrows(
  automaton: Automaton,
  followed: readonly number[],
  states: number,
  lawful: Diagram | null,
  ahead = (party: number): readonly (Sums | null)[] => attainableSums(automaton, party, states),
): boolean {
  const { layers, options } = automaton;
  if (followed.length === 0) return false;
  const several = followed.length > 1;
  const most = DOUBT ** (followed.length - 1) * states;
  const gaps = followed.map((party) => gapsOf(automaton, party, ahead(party)));
  let combinations = 1;
  let foreseen = 0;
  for (let at = 1; at <= layers; at++) {
    combinations *= options[at - 1]!.length;
    const among = gaps.reduce((product, of) => product * of[at]!, 1);
    const sets = several ? 1 : (lawful?.sizes[at] ?? 1);
    foreseen += sets * (among === Infinity ? combinations : (combinations * among) / (combinations + among));
    if (foreseen > most) return true;
  }
  return false;
}

/** By boundary, how many needs of a party the sums still to come can tell apart, of those that it may be left with. */
function gapsOf(automaton: Automaton, party: number, ahead: readonly (Sums | null)[]): readonly number[] {
  const { gains, need, low } = automaton.parties[party]!;
  let most: Units = 0;
  return ahead.map((sums, at) => {
    if (at > 0) most = plus(most, largest([...gains[at - 1]!]));
    if (sums === null) return Infinity;
    const open = minus(need, low[at]!);
    return sums.below(open) - sums.below(minus(open, most)) + 1;
  });
}
