/** The problem in which some issues are left open: what can be said about the others whatever becomes of these. */
import type { Pattern, Problem } from '../problem.ts';
import { leastSigned } from '../problem.ts';
import type { Region } from '../region.ts';
import { columnOf, isNarrow, leastBetween, minus, mostBetween, unitsBetween } from '../units.ts';
import type { Units } from '../units.ts';

/** What the options of an issue are worth to each party, in units. */
export interface Bounds {
  readonly worst: readonly Units[];
  readonly best: readonly Units[];
}

export function boundsOf({ offsets, parties }: Problem, issue: number): Bounds {
  const [from, to] = [offsets[issue]!, offsets[issue + 1]!];
  return {
    worst: parties.map(({ contributions }) => leastBetween(contributions, from, to)),
    best: parties.map(({ contributions }) => mostBetween(contributions, from, to)),
  };
}

/**
 * The problem in which each of these issues has one option, of which nothing speaks and which is worth 0 to everybody.
 * Issues keep their numbers.
 */
export function leavingOpen(problem: Problem, issues: readonly number[]): Problem {
  return issues.reduce(leaveOneOpen, problem);
}

function leaveOneOpen(problem: Problem, issue: number): Problem {
  const { offsets, parties, forbidden, sums, consent } = problem;
  const [start, end] = [offsets[issue]!, offsets[issue + 1]!];
  const silent = ({ clauses }: Pattern): boolean => clauses.every((clause) => clause.issue !== issue);
  return {
    offsets: offsets.map((offset, k) => (k <= issue ? offset : offset - (end - start) + 1)),
    parties: parties.map((party) => ({
      ...party,
      contributions: columnOf(
        [
          ...unitsBetween(party.contributions, 0, start),
          0,
          ...unitsBetween(party.contributions, end, offsets.at(-1)!),
        ].map(BigInt),
        isNarrow(party.contributions),
      ),
      adjustments: party.adjustments.filter(({ when }) => silent(when)),
      redLines: party.redLines.filter(silent),
    })),
    forbidden: forbidden.filter(silent),
    sums: sums.map(({ amounts, atMost }) => ({
      amounts: Float64Array.from([...amounts.subarray(0, start), 0, ...amounts.subarray(end)]),
      atMost,
    })),
    consent: { ...consent, conditional: consent.conditional.filter(({ when }) => silent(when)) },
  };
}

/** The region of a problem with issues left open, where what these add up to is worth so much to each member. */
export function withWorth(rest: Problem, members: readonly number[], region: Region, worth: readonly Units[]): Region {
  const floors = region.floors.map((floor, party) =>
    members.includes(party) ? minus(leastSigned(rest.parties[party]!), worth[party]!) : floor,
  );
  return { ...region, floors };
}
