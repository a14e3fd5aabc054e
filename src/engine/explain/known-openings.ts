/**
 * The smallest openings as far as they follow from all ways out alone: where no demand of a threshold makes one smaller,
 * what has to be set aside at the least is the smallest sets of red lines among them, and no price has to be searched for.
 */
import type { Constraint } from '../answer.ts';
import type { RedLine } from './answer.ts';

type Lines = readonly RedLine[];

/** Sets of red lines, the smallest that open the zone by a measure; null where that does not follow. */
export interface KnownOpenings {
  readonly redLines: readonly Lines[] | null;
  /** By the number of parties that give way, and those parties. */
  readonly parties: { readonly count: number; readonly sets: readonly Lines[] } | null;
}

const NOTHING: KnownOpenings = { redLines: null, parties: null };

/** `repairs`: all minimal sets of demands whose removal opens the zone. */
export function knownOpenings(repairs: readonly (readonly Constraint[])[]): KnownOpenings {
  // A signature that becomes needed is nothing that a price could buy.
  if (repairs.some((repair) => repair.some(({ kind }) => kind === 'consent'))) return NOTHING;
  return repairs.length === 0 ? NOTHING : { redLines: fewestLines(repairs), parties: fewestParties(repairs) };
}

/** The smallest sets of red lines; null where setting a threshold aside would spare one. */
function fewestLines(repairs: readonly (readonly Constraint[])[]): readonly Lines[] | null {
  const lines = repairs.map((repair) => repair.filter((demand) => demand.kind === 'redLine'));
  const least = Math.min(...lines.map(({ length }) => length));
  const sets = lines.filter((set, k) => set.length === least && repairs[k]!.length === least);
  return sets.length > 0 ? sets : null;
}

/** For every smallest set of parties that can open the zone by giving way, the smallest sets of their red lines. */
function fewestParties(repairs: readonly (readonly Constraint[])[]): KnownOpenings['parties'] {
  const givers = repairs.map((repair) => [...new Set(repair.map(({ party }) => party))].sort((a, b) => a - b));
  const count = Math.min(...givers.map(({ length }) => length));
  const smallest = new Map(givers.filter(({ length }) => length === count).map((giving) => [giving.join(), giving]));
  const sets: Lines[] = [];
  for (const giving of smallest.values()) {
    const theirs = fewestLines(repairs.filter((repair) => repair.every(({ party }) => giving.includes(party))));
    if (theirs === null) return null;
    sets.push(...theirs);
  }
  return { count, sets };
}
