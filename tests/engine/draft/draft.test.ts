import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coalitionRegion } from '../../../src/engine/region.ts';
import { accepts, inZone, keepsRules, utilityUnits } from '../../../src/engine/deal.ts';
import { assessDraft } from '../../../src/engine/draft/draft.ts';
import { listCoalitions } from '../../../src/engine/coalitions.ts';
import type { NarrowProblem as Problem } from '../../../src/engine/problem.ts';
import { issueCount, optionCount } from '../../../src/engine/problem.ts';
import { allDeals, isDominated } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { randomSums } from '../random-sums.ts';
import { runs } from '../../runs.ts';

/** A problem with a draft that leaves each issue open with the given chance in eight. */
function problemWithDraft(openInEight: number): fc.Arbitrary<{ problem: Problem; draft: (number | null)[] }> {
  return problemWithSums().chain((problem) =>
    fc
      .tuple(
        ...Array.from({ length: issueCount(problem) }, (_, issue) =>
          fc
            .tuple(fc.integer({ min: 0, max: optionCount(problem, issue) - 1 }), fc.integer({ min: 0, max: 7 }))
            .map(([option, chance]) => (chance < openInEight ? null : option)),
        ),
      )
      .map((draft) => ({ problem, draft })),
  );
}

function problemWithSums(): fc.Arbitrary<Problem> {
  return randomProblem().chain((problem) => randomSums(problem, 1).map((sums): Problem => ({ ...problem, sums })));
}

const regions = (problem: Problem): Parameters<typeof assessDraft>[2] =>
  listCoalitions(problem).zones.map(({ region }) => region);

describe('assessDraft', () => {
  it('judges a complete draft as the definitions do', () => {
    fc.assert(
      fc.property(problemWithDraft(0), ({ problem, draft }) => {
        const deal = draft.map((option) => option!);
        const answer = assessDraft(problem, draft, regions(problem), { nodes: 0 });
        expect(answer.complete).toBe(true);
        expect(answer.inZone).toBe(inZone(problem, deal));
        expect(answer.broken.length + answer.brokenSums.length === 0).toBe(keepsRules(problem, deal));
        expect(answer.efficient).toBe(keepsRules(problem, deal) && !isDominated(problem, deal));
        problem.parties.forEach((party, index) => {
          const found = answer.parties[index]!;
          expect(found.utility.min).toBe(utilityUnits(problem, party, deal) / party.scale);
          expect(found.accepts).toBe(accepts(problem, party, deal));
          expect(found.shortfall > 0).toBe(utilityUnits(problem, party, deal) < party.reservation);
        });
        expect(answer.blockedBy).toEqual(
          problem.parties.flatMap((party, index) => (accepts(problem, party, deal) ? [] : [index])),
        );
        if (answer.dominatedBy === null) return;
        const better = answer.dominatedBy.deal;
        expect(keepsRules(problem, better)).toBe(true);
        const gains = problem.parties.map(
          (party) => utilityUnits(problem, party, better) - utilityUnits(problem, party, deal),
        );
        expect(gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0)).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('judges a partial draft by all its completions', () => {
    fc.assert(
      fc.property(problemWithDraft(4), ({ problem, draft }) => {
        fc.pre(draft.includes(null));
        const completions = allDeals(problem).filter(
          (deal) =>
            keepsRules(problem, deal) && draft.every((option, issue) => option === null || deal[issue] === option),
        );
        fc.pre(completions.length > 0);
        const answer = assessDraft(problem, draft, regions(problem), { nodes: 0 });
        problem.parties.forEach((party, index) => {
          const points = completions.map((deal) => utilityUnits(problem, party, deal) / party.scale);
          expect(answer.parties[index]!.utility).toEqual({ min: Math.min(...points), max: Math.max(...points) });
          const verdicts = completions.map((deal) => accepts(problem, party, deal));
          const expected = verdicts.every(Boolean) ? true : verdicts.some(Boolean) ? 'open' : false;
          expect(answer.parties[index]!.accepts).toBe(expected);
        });
        const inside = completions.filter((deal) => inZone(problem, deal)).length;
        const { required, quorum } = problem.consent;
        if (inside === 0) expect(answer.inZone).toBe(false);
        // Where the quorum can be met by other parties in each completion, `open` is as far as the answer goes.
        else if (inside === completions.length && quorum <= required.length) {
          expect(answer.inZone).toBe(true);
        } else if (answer.inZone === true) expect(inside).toBe(completions.length);
        else expect(answer.inZone).toBe('open');
      }),
      { numRuns: runs(1000) },
    );
  });

  it('sees that a coalition without a required party signs nothing', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        for (const missing of problem.consent.required) {
          const others = problem.parties.map((_, party) => party).filter((party) => party !== missing);
          expect(coalitionRegion(problem, others)).toBeNull();
        }
      }),
    );
  });
});
