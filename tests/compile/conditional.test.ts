/** Issues that arise only in some deals, against every deal read plainly. */
import { optionCount } from '../../src/scenario/format/options.ts';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import { inZone } from '../../src/engine/deal.ts';
import { spaceSize } from '../../src/engine/problem.ts';
import { solve } from '../../src/engine/solve.ts';
import { allDeals } from '../engine/brute-force.ts';
import { CONDITIONAL, edited, scenarioOf, verdict } from '../scenario/support.ts';
import { runs } from '../runs.ts';

interface Issue {
  readonly options: number;
  /** Option sets of earlier issues that must all hold for it to arise; null: it always does. */
  readonly only: readonly { readonly issue: number; readonly options: readonly number[] }[] | null;
}

interface Table {
  readonly issues: readonly Issue[];
  /** By party, issue and option. */
  readonly scores: readonly (readonly (readonly number[])[])[];
  readonly thresholds: readonly number[];
}

const table: fc.Arbitrary<Table> = fc
  .array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 5 })
  .chain((counts) =>
    fc.record({
      issues: fc.tuple(...counts.map((options, issue) => randomIssue(counts, options, issue))),
      scores: fc.array(
        fc.tuple(
          ...counts.map((options) =>
            fc.array(fc.integer({ min: -3, max: 9 }), { minLength: options, maxLength: options }),
          ),
        ),
        { minLength: 2, maxLength: 2 },
      ),
      thresholds: fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 14 })),
    }),
  );

function randomIssue(counts: readonly number[], options: number, issue: number): fc.Arbitrary<Issue> {
  if (issue === 0) return fc.constant({ options, only: null });
  const clause = fc.integer({ min: 0, max: issue - 1 }).chain((needed) =>
    fc.record({
      issue: fc.constant(needed),
      options: fc.subarray([...Array(counts[needed]).keys()], { minLength: 1 }),
    }),
  );
  const only = fc.uniqueArray(clause, { minLength: 1, maxLength: 2, selector: (each) => each.issue });
  return fc.record({ options: fc.constant(options), only: fc.oneof(fc.constant(null), only) });
}

function textOf({ issues, scores, thresholds }: Table): string {
  const pattern = (only: NonNullable<Issue['only']>) =>
    `{ ${only.map(({ issue, options }) => `i${issue}: [${options.map((o) => `o${o}`).join(', ')}]`).join(', ')} }`;
  const lines = issues.map(({ options, only }, k) => {
    const list = [...Array(options).keys()].map((o) => `{ id: o${o} }`).join(', ');
    return `  - { id: i${k}, title: I${k}, options: [${list}]${only === null ? '' : `, only: ${pattern(only)}`} }`;
  });
  const parties = scores.map((own, p) => {
    const entries = own.map(
      (points, k) => `      i${k}: { scores: { ${points.map((v, o) => `o${o}: ${v}`).join(', ')} } }`,
    );
    return `  p${p}:\n    name: P${p}\n    disagreement: ${thresholds[p]}\n    issues:\n${entries.join('\n')}`;
  });
  return `winset: 1\ntitle: T\nparties:\n${parties.join('\n')}\nissues:\n${lines.join('\n')}\n`;
}

/** Every deal as the format means it: an option per issue that arises, null for one that does not. */
function dealsByReading({ issues }: Table): (number | null)[][] {
  return issues.reduce<(number | null)[][]>(
    (deals, { options, only }) =>
      deals.flatMap((deal) => {
        const arises = only === null || only.every((needed) => needed.options.includes(deal[needed.issue] ?? -1));
        return arises ? [...Array(options).keys()].map((option) => [...deal, option]) : [[...deal, null]];
      }),
    [[]],
  );
}

describe('conditional issues', () => {
  it('are in the deals, the points, the count and the zone what reading them plainly says', () => {
    fc.assert(
      fc.property(table, (of) => {
        const { problem } = compileProblem(scenarioOf(textOf(of)));
        const deals = dealsByReading(of);
        const signed = deals.filter((deal) =>
          of.scores.every((own, p) => {
            const points = deal.reduce<number>((sum, option, k) => sum + (option === null ? 0 : own[k]![option]!), 0);
            return points >= of.thresholds[p]!;
          }),
        );
        const asCompiled = signed.map((deal) => deal.map((option, k) => option ?? of.issues[k]!.options));
        expect(spaceSize(problem)).toBe(BigInt(deals.length));
        expect(allDeals(problem).filter((deal) => inZone(problem, deal))).toEqual(asCompiled);
        const answer = solve(problem, {
          drafts: [],
          coalition: null,
          ties: 10,
          states: 100_000,
          seed: 'test',
        });
        expect(answer.zone.count).toEqual({ kind: 'exact', count: BigInt(signed.length) });
      }),
      { numRuns: runs(300) },
    );
  });

  test('a draft says by itself what does not arise in it', () => {
    const scenario = scenarioOf(CONDITIONAL);
    const [fund, share, audit] = scenario.issues.map(optionCount);
    expect([fund, share, audit]).toEqual([3, 3, 4]);
    expect(compileDraft(scenario, 'empty')).toEqual([0, 2, 3]);
    expect(compileDraft(scenario, 'open')).toEqual([2, null, null]);
    expect(compileDraft(scenario, 'said')).toEqual([null, 2, 3]);
  });

  test('what cannot be is said at its place', () => {
    const wrong = (piece: string, by: string) => verdict(edited(piece, by, CONDITIONAL));
    expect(wrong('only: { fund: [50, 100] }', 'only: { audit: no }')).toContain('in a circle: share -> audit -> share');
    expect(wrong('only: { fund: [50, 100] }', 'only: { found: 50 }')).toContain("did you mean 'fund'");
    expect(wrong('half: 100, none: 0', 'half: 100, none: 0, not-applicable: 3')).toContain(
      'worth nothing; leave it out',
    );
    expect(wrong('[{ id: half }, { id: none }]', '[{ id: half }, { id: not-applicable }]')).toContain('by itself');
    expect(wrong('id: r, if', 'id: only-share, if')).toContain('stands for');
    expect(wrong('fund: 0 }, holds', 'fund: not-applicable }, holds')).toContain("'not-applicable'");
  });
});
