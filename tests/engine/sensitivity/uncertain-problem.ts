/** Random problems with ranges around their numbers, for tests of draws. */
import fc from 'fast-check';
import type { Draft } from '../../../src/engine/draft/draft.ts';
import type { NarrowProblem as Problem } from '../../../src/engine/problem.ts';
import { issueCount, optionCount } from '../../../src/engine/problem.ts';
import type { Range, UncertainParty } from '../../../src/engine/sensitivity/uncertainty.ts';
import { randomProblem } from '../random-problem.ts';

const at = (value: number): Range => ({ low: value, high: value });

/** Small problems whose parties are score sheets, as compiled, or have weights of their own; with drafts. */
export const uncertainProblem = randomProblem({ maxParties: 3, maxIssues: 3, maxOptions: 3 }).chain((problem) =>
  fc.record({
    problem: fc.constant(problem),
    uncertainty: fc.tuple(...problem.parties.map((_, party) => uncertainParty(problem, party))),
    drafts: fc.array(randomDraft(problem), { maxLength: 2 }),
  }),
);

function uncertainParty(problem: Problem, index: number): fc.Arbitrary<UncertainParty> {
  const { contributions, scale, disagreement, reservation, redLines } = problem.parties[index]!;
  const around = (value: number): fc.Arbitrary<Range> =>
    fc.record({ down: fc.constantFrom(0, 0, 1, 4), up: fc.constantFrom(0, 0, 1, 4) }).map(({ down, up }) => ({
      low: value - down,
      high: value + up,
    }));
  const thresholds = {
    disagreement: around(disagreement / scale),
    reservation: fc.oneof(fc.constant(null), around(reservation / scale)),
    firmness: around(0),
    redLines: fc.tuple(...redLines.map(() => fc.constantFrom(at(0), at(0.5), { low: 0.25, high: 0.75 }, at(1)))),
  };
  const sheet = fc.record({
    weights: fc.constant(null),
    values: fc.tuple(...Array.from(contributions, (units) => around(units / scale))),
    ...thresholds,
  });
  const weighted = fc.record({
    weights: fc.array(
      fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 })).map(([low, more]) => ({
        low,
        high: low + more,
      })),
      { minLength: issueCount(problem), maxLength: issueCount(problem) },
    ),
    values: fc.tuple(...Array.from(contributions, (units) => around(units))),
    ...thresholds,
  });
  // A party without any range is the compiled one, so its sheet must be the compiled sheet.
  return fc.oneof(
    sheet,
    weighted.filter(({ values }) => values.some(({ low, high }) => low < high)),
  );
}

function randomDraft(problem: Problem): fc.Arbitrary<Draft> {
  return fc.tuple(
    ...Array.from({ length: issueCount(problem) }, (_, issue) =>
      fc.oneof(fc.constant(null), fc.integer({ min: 0, max: optionCount(problem, issue) - 1 })),
    ),
  );
}
