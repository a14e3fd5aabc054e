/**
 * Random small problems for property tests, with every feature of the model: rules, red lines, adjustments, quorum,
 * vetoes, conditional consent, powers and ties (scores are drawn from a handful of values so that ties are common).
 */
import { optionSet } from '../../src/engine/option-set.ts';
import fc from 'fast-check';
import type { Consent, NarrowParty as Party, Pattern, NarrowProblem as Problem } from '../../src/engine/problem.ts';

export interface ProblemShape {
  readonly maxParties: number;
  readonly maxIssues: number;
  readonly maxOptions: number;
  /** 1 where they are not said. */
  readonly minParties?: number;
  readonly minIssues?: number;
  readonly minOptions?: number;
}

const SMALL: ProblemShape = { maxParties: 6, maxIssues: 5, maxOptions: 4 };

/** Problems small enough to enumerate, unless the shape asks for more. */
export function randomProblem(shape: ProblemShape = SMALL): fc.Arbitrary<Problem> {
  const { minParties = 1, minIssues = 1, minOptions = 1 } = shape;
  return fc
    .record({
      parties: fc.integer({ min: minParties, max: shape.maxParties }),
      counts: fc.array(fc.integer({ min: minOptions, max: shape.maxOptions }), {
        minLength: minIssues,
        maxLength: shape.maxIssues,
      }),
    })
    .chain(({ parties, counts }) =>
      fc
        .record({
          parties: fc.array(randomParty(counts), { minLength: parties, maxLength: parties }),
          forbidden: fc.array(randomPattern(counts), { maxLength: 3 }),
          consent: randomConsent(parties, counts),
        })
        .map((rest) => ({ offsets: offsetsOf(counts), sums: [], ...rest })),
    );
}

/** Many patterns on few issues, so that most of them run at the same time: boxes of points over short ranges. */
export function crowdedProblem(): fc.Arbitrary<Problem> {
  return fc
    .record({
      parties: fc.integer({ min: 1, max: 4 }),
      counts: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 3, maxLength: 6 }),
    })
    .filter(({ counts }) => counts.reduce((product, count) => product * count, 1) <= 700)
    .chain(({ parties, counts }) =>
      fc
        .record({
          parties: fc.array(crowdedParty(counts), { minLength: parties, maxLength: parties }),
          forbidden: fc.array(randomPattern(counts), { maxLength: 6 }),
          consent: randomConsent(parties, counts),
        })
        .map((rest) => ({ offsets: offsetsOf(counts), sums: [], ...rest })),
    );
}

function crowdedParty(counts: readonly number[]): fc.Arbitrary<Party> {
  const adjustment = fc.record({ when: randomPattern(counts), units: fc.integer({ min: -4, max: 8 }) });
  return fc
    .tuple(randomParty(counts), fc.array(adjustment, { minLength: 4, maxLength: 12 }))
    .map(([party, adjustments]) => ({ ...party, adjustments }));
}

function offsetsOf(counts: readonly number[]): Int32Array {
  const offsets = new Int32Array(counts.length + 1);
  counts.forEach((count, issue) => (offsets[issue + 1] = offsets[issue]! + count));
  return offsets;
}

function randomPattern(counts: readonly number[]): fc.Arbitrary<Pattern> {
  return fc
    .uniqueArray(fc.integer({ min: 0, max: counts.length - 1 }), { minLength: 1, maxLength: 3 })
    .map((issues) => issues.sort((a, b) => a - b))
    .chain((issues) =>
      fc.tuple(
        ...issues.map((issue) =>
          fc
            .uniqueArray(fc.integer({ min: 0, max: counts[issue]! - 1 }), { minLength: 1, maxLength: 2 })
            .map((options) => ({ issue, options: optionSet(options) })),
        ),
      ),
    )
    .map((clauses) => ({ clauses }));
}

function randomParty(counts: readonly number[]): fc.Arbitrary<Party> {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const adjustment = fc.record({
    when: randomPattern(counts),
    units: fc.integer({ min: -6, max: 6 }),
  });
  return fc
    .record({
      scale: fc.constantFrom(1, 2, 3, 7),
      contributions: fc
        .array(fc.constantFrom(0, 0, 1, 2, 3, 5, 8, 12), { minLength: total, maxLength: total })
        .map((units) => Float64Array.from(units)),
      adjustments: fc.array(adjustment, { maxLength: 2 }),
      redLines: fc.array(randomPattern(counts), { maxLength: 1 }),
      disagreement: fc.integer({ min: -3, max: 12 }),
      extra: fc.constantFrom(0, 0, 0, 1, 3),
      power: fc.constantFrom(1, 1, 1, 2),
    })
    .map(({ extra, ...party }) => ({ ...party, strict: false, reservation: party.disagreement + extra }));
}

function randomConsent(parties: number, counts: readonly number[]): fc.Arbitrary<Consent> {
  const all = Array.from({ length: parties }, (_, party) => party);
  const unanimity = fc.constant<Consent>({ required: all, quorum: parties, conditional: [] });
  const quorum = fc.record({
    required: fc.subarray(all, { maxLength: Math.min(2, parties) }),
    quorum: fc.integer({ min: 1, max: parties }),
    conditional: fc.array(fc.record({ party: fc.constantFrom(...all), when: randomPattern(counts) }), { maxLength: 2 }),
  });
  const conditional = fc
    .record({ party: fc.constantFrom(...all), when: randomPattern(counts) })
    .map(({ party, when }): Consent => ({
      required: all.filter((other) => other !== party),
      quorum: 1,
      conditional: [{ party, when }],
    }));
  return fc.oneof({ weight: 2, arbitrary: unanimity }, quorum, conditional);
}
