/** What the weights screen remembers: whose numbers, which one, and the filter. */
import type { Context } from '../../model/context.ts';
import type { Place, RowPlace } from './place.ts';
import { ladderOf, rowPlaces, samePlace } from './place.ts';

export interface WeightsState {
  readonly party: number;
  readonly focus: 'list' | 'ladder';
  readonly row: RowPlace;
  /** By number of the option; null for the one worth most. */
  readonly option: number | null;
  readonly filter: string;
}

export const INITIAL: WeightsState = {
  party: 0,
  focus: 'list',
  row: { kind: 'issue', issue: 0 },
  option: null,
  filter: '',
};

/** The row under the cursor, as far as the filter shows it. */
export function rowAt({ now }: Context, { row, filter }: WeightsState): RowPlace {
  const places = rowPlaces(now.scenario, filter);
  if (places.some((place) => samePlace(place, row))) return row;
  return places.find(({ kind }) => kind === 'issue') ?? places[0]!;
}

/** The issue whose ladder is shown; null on a threshold. */
export function issueAt(context: Context, state: WeightsState): number | null {
  const row = rowAt(context, state);
  return row.kind === 'issue' ? row.issue : null;
}

/** The option under the cursor in the ladder. */
export function optionAt({ now }: Context, { party, option }: WeightsState, issue: number): number {
  const ladder = ladderOf(now.scenario, now.scenario.parties[party]!, issue);
  return option !== null && ladder.includes(option) ? option : ladder[0]!;
}

/** The number that keys turn. */
export function placeAt(context: Context, state: WeightsState): Place {
  const row = rowAt(context, state);
  if (state.focus === 'list' || row.kind !== 'issue') return row;
  return { kind: 'value', issue: row.issue, option: optionAt(context, state, row.issue) };
}
