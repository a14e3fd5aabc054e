/**
 * The same problem in units so small that no number holds them: a wide twin, to which every answer must be the same.
 */
import type { NarrowProblem, Problem } from '../../src/engine/problem.ts';
import { columnOf } from '../../src/engine/units.ts';

/** Units of the twin per unit: neither a power of two nor small. */
const FINER = 3n ** 50n;

/** The parties named become wide; all of them where none is named. */
export function widened(problem: NarrowProblem, chosen: readonly number[] | null = null): Problem {
  const units = (value: number): bigint => BigInt(value) * FINER;
  return {
    ...problem,
    parties: problem.parties.map((party, index) =>
      chosen !== null && !chosen.includes(index)
        ? party
        : {
            ...party,
            scale: units(party.scale),
            contributions: columnOf(Array.from(party.contributions, units), false),
            adjustments: party.adjustments.map(({ when, units: added }) => ({ when, units: units(added) })),
            disagreement: units(party.disagreement),
            reservation: units(party.reservation),
          },
    ),
  };
}
