/** Whether a diagram would outgrow its budget, foreseen from sums alone: so that hopeless ones are not begun. */
import { minus } from '../units.ts';
import { attainableSums, MOST_SUMS } from './attainable.ts';
import { rulesAlone } from './automaton.ts';
import type { Automaton } from './automaton.ts';
import { exactDiagram } from './diagram.ts';
import { noSums } from './sums.ts';

/** What is foreseen may be so many times the states that there is room for before a diagram is not begun. */
const DOUBT = 2;

/**
 * Whether a diagram that follows one party is foreseen to outgrow so many states; false for more than one. Behind each
 * layer there are about as many as sums so far fall into gaps between sums still to come: of p and q sums in any order,
 * p q / (p + q), for each set of patterns that may run.
 */
export function outgrows(automaton: Automaton, states: number): boolean {
  const [party] = automaton.parties;
  if (party === undefined || automaton.parties.length > 1) return false;
  const lawful = exactDiagram(rulesAlone(automaton, 1), states);
  if (lawful === null) return true;
  const { gains, need, low, high } = party;
  const ahead = attainableSums(automaton, 0, states);
  let made = noSums(gains.every((units) => units instanceof Float64Array));
  let foreseen = 0;
  for (let at = 1; at <= automaton.layers && made.size <= MOST_SUMS; at++) {
    made = made.with([...gains[at - 1]!]);
    const open = made.below(minus(need, low[at]!)) - made.below(minus(need, high[at]!));
    const gaps = ahead[at]?.size ?? Infinity;
    foreseen += lawful.sizes[at]! * (gaps === Infinity ? open : (open * gaps) / (open + gaps));
    if (foreseen > DOUBT * states) return true;
  }
  return false;
}
