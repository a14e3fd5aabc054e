/** Random problems of every kind of number: round ones with many ties, six decimals, up to fifteen digits. */
import fc from 'fast-check';
import type { NarrowProblem as Problem } from '../../src/engine/problem.ts';
import { seededRandom } from '../../src/engine/random.ts';
import type { Random } from '../../src/engine/random.ts';
import { randomProblem } from './random-problem.ts';
import type { ProblemShape } from './random-problem.ts';

export function anyNumbers(shape: ProblemShape): fc.Arbitrary<Problem> {
  return fc.tuple(randomProblem(shape), fc.constantFrom(0, 1, 1e6, 1e14), fc.nat()).map(([problem, size, seed]) => ({
    ...problem,
    parties: problem.parties.map((party, index) => finer(party, size, seededRandom(`${seed}/${index}`))),
  }));
}

/** The party with all its numbers that much finer: every unit becomes many, less or more by chance. */
function finer(party: Problem['parties'][number], size: number, random: Random): Problem['parties'][number] {
  if (size === 0) return party;
  const change = (units: number): number => units * size + Math.round(random() * (size - 1));
  const disagreement = change(party.disagreement);
  return {
    ...party,
    scale: party.scale * size,
    contributions: party.contributions.map(change),
    adjustments: party.adjustments.map(({ when, units }) => ({ when, units: change(units) })),
    disagreement,
    reservation: Math.max(disagreement, change(party.reservation)),
  };
}

/** The problem without patterns, to whose deals everybody has to agree. */
export function withoutPatterns(problem: Problem): Problem {
  const required = [...problem.parties.keys()];
  return {
    ...problem,
    parties: problem.parties.map((party) => ({ ...party, redLines: [], adjustments: [] })),
    forbidden: [],
    consent: { required, quorum: required.length, conditional: [] },
  };
}
