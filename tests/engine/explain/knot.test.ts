/** The knot of an empty zone, against every set of issues and every deal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RestStanding } from '../../../src/engine/answer.ts';
import { knotOf } from '../../../src/engine/explain/knot.ts';
import type { NarrowProblem, Pattern, Problem } from '../../../src/engine/problem.ts';
import { allIssues, asksNothing } from '../../../src/engine/problem.ts';
import { mostBetween, leastBetween } from '../../../src/engine/units.ts';
import { runs } from '../../runs.ts';
import { subsetsOf, zoneDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';

/** The problem in which nothing speaks of these issues, and each is worth the same whatever is picked. */
function silentOn(problem: NarrowProblem, issues: readonly number[], end: typeof mostBetween): NarrowProblem {
  const silent = ({ clauses }: Pattern): boolean => clauses.every(({ issue }) => !issues.includes(issue));
  return {
    ...problem,
    forbidden: problem.forbidden.filter(silent),
    parties: problem.parties.map((party) => ({
      ...party,
      redLines: party.redLines.filter(silent),
      adjustments: party.adjustments.filter(({ when }) => silent(when)),
      contributions: Float64Array.from(party.contributions, (units, row) => {
        const issue = problem.offsets.findLastIndex((offset) => offset <= row);
        const [from, to] = [problem.offsets[issue]!, problem.offsets[issue + 1]!];
        return issues.includes(issue) ? Number(end(party.contributions, from, to)) : units;
      }),
    })),
    consent: { ...problem.consent, conditional: problem.consent.conditional.filter(({ when }) => silent(when)) },
  };
}

function askingNothing(problem: Problem): Problem {
  return { ...problem, parties: problem.parties.map((party) => ({ ...party, reservation: asksNothing(party) })) };
}

function restOf(problem: NarrowProblem, issues: readonly number[]): RestStanding {
  if (zoneDeals(silentOn(problem, issues, leastBetween)).length > 0) return 'enough';
  return zoneDeals(silentOn(problem, issues, mostBetween)).length > 0 ? 'depends' : 'short';
}

describe('the knot of an empty zone', () => {
  it('leaves as few issues open as can be, names every such set, and holds the rest against the thresholds', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(randomProblem({ maxParties: 4, maxIssues: 4, maxOptions: 3 }), (problem) => {
        fc.pre(zoneDeals(problem).length === 0);
        const knot = knotOf(problem, { nodes: 0 }, Infinity);
        const isSettled = (open: readonly number[]): boolean =>
          zoneDeals(askingNothing(silentOn(problem, open, leastBetween))).length > 0;
        if (knot === null) {
          expect(isSettled(allIssues(problem))).toBe(false);
          return;
        }
        const sets = subsetsOf(allIssues(problem))
          .filter(isSettled)
          .toSorted((a, b) => a.length - b.length);
        const least = sets[0]!.length;
        const smallest = sets.filter(({ length }) => length === least);
        expect(knot.minimal).toBe(true);
        expect(knot.open.every(({ issues }) => issues.length === least)).toBe(true);
        const found = knot.open.map(({ issues }) => issues.join()).toSorted();
        if (knot.complete) expect(found).toEqual(smallest.map((issues) => issues.join()).toSorted());
        else expect(found.length).toBeLessThan(smallest.length);
        for (const { issues, rest } of knot.open)
          expect(rest).toBe(issues.length === 0 ? 'short' : restOf(problem, issues));
        const kind = `${least}${knot.open[0]!.rest}`;
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }),
      { numRuns: runs(300) },
    );
    expect([...seen.keys()]).toEqual(expect.arrayContaining(['0short', '1enough', '1depends']));
  });
});
