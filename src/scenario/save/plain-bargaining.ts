/**
 * What differs in how the parties bargain, as a file has it.
 */
import type { BargainingDifference } from '../edit/bargaining.ts';
import type { Scenario } from '../scenario.ts';
import { plainNumber, plainStrategy } from './plain-data.ts';

/** What stands at the place now; undefined where nothing does. */
export function plainAt({ bargaining = {} }: Scenario, { key, party }: BargainingDifference): unknown {
  const { rounds, patience = {}, strategies = {}, chances = {} } = bargaining;
  if (party === null) return key === 'rounds' ? rounds && plainNumber(rounds) : bargaining[key];
  if (key === 'patience') return patience[party] && plainNumber(patience[party]);
  if (key === 'chances') return chances[party] && plainNumber(chances[party]);
  return strategies[party] && plainStrategy(strategies[party]);
}
