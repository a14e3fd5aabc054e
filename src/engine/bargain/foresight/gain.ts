/** What a deal gains everybody, in points exactly. */
import { allUnits } from '../../deal.ts';
import { fraction } from '../../../exact/fraction.ts';
import type { Fraction } from '../../../exact/fraction.ts';
import type { Deal, Problem } from '../../problem.ts';
import { minus } from '../../units.ts';

/** By party: utility less disagreement value. */
export function exactGains(problem: Problem, deal: Deal): readonly Fraction[] {
  return allUnits(problem, deal).map((units, party) => {
    const { disagreement, scale } = problem.parties[party]!;
    return fraction(BigInt(minus(units, disagreement)), BigInt(scale));
  });
}
