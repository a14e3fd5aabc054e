/** In what a frontier measures how far apart deals are: points, or shares of each party's own range. */
import type { Problem } from '../problem.ts';
import type { Units } from '../units.ts';
import { minus } from '../units.ts';
import { rangeUnits } from '../utility-range.ts';

/** `share`: 1 is a party's whole range, best minus worst, so that parties of any scale count alike. */
export type Measure = 'points' | 'share';

/** Units of each party that count as 1; positive integers. */
export function measureUnits(problem: Problem, measure: Measure): readonly Units[] {
  return problem.parties.map((party) => {
    if (measure === 'points') return party.scale;
    const { least, most } = rangeUnits(problem, party);
    return most > least ? minus(most, least) : party.scale;
  });
}
