/** What changed between two stages against looking at every deal of every mixture of positions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NarrowProblem as Problem } from '../../../src/engine/problem.ts';
import { stageStep } from '../../../src/engine/sensitivity/stage-step.ts';
import { subsetsOfSize } from '../../../src/engine/subsets.ts';
import { uniformSlack } from '../../../src/engine/slack.ts';
import { zoneDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

/** The same scenario twice, with other thresholds and some other utilities of some parties. */
const twoStages = randomProblem({ maxParties: 4, maxIssues: 3, maxOptions: 3 }).chain((before) =>
  fc
    .array(fc.record({ by: fc.constantFrom(0, -12, -8, 8, 12), turn: fc.boolean() }), {
      minLength: before.parties.length,
      maxLength: before.parties.length,
    })
    .map((changes): { readonly before: Problem; readonly after: Problem } => ({
      before,
      after: {
        ...before,
        parties: before.parties.map((party, k) => {
          const { by, turn } = changes[k]!;
          return {
            ...party,
            contributions: turn && by !== 0 ? party.contributions.toReversed() : party.contributions,
            disagreement: party.disagreement + by,
            reservation: party.reservation + by,
          };
        }),
      },
    })),
);

function mixture(before: Problem, after: Problem, set: readonly number[]): Problem {
  return {
    ...before,
    parties: before.parties.map((party, k) => (set.includes(k) ? after.parties[k]! : party)),
  };
}

describe('stageStep', () => {
  it('names every smallest set of parties whose changes alone flip the verdict', () => {
    let [flips, joint] = [0, 0];
    fc.assert(
      fc.property(twoStages, ({ before, after }) => {
        const found = stageStep(before, after);
        const isOpen = (set: readonly number[]): boolean => zoneDeals(mixture(before, after, set)).length > 0;
        const all = [...before.parties.keys()];
        expect(found.flips).toBe(isOpen([]) !== isOpen(all));
        expect(found.allTried).toBe(true);
        const flipping = found.changed
          .flatMap((_, k) => [...subsetsOfSize(found.changed, k + 1)])
          .filter((set) => isOpen(set) !== isOpen([]));
        const smallest = flipping.filter(
          (set) => !flipping.some((part) => part.length < set.length && part.every((k) => set.includes(k))),
        );
        expect(found.flippedBy).toEqual(found.flips ? smallest : []);
        if (found.flips) flips++;
        if (found.flippedBy.some((set) => set.length > 1)) joint++;
      }),
      { numRuns: runs(3000) },
    );
    expect(flips).toBeGreaterThan(runs(200));
    expect(joint).toBeGreaterThan(0);
  });

  it('says what the slack is with one change alone, and without it', () => {
    fc.assert(
      fc.property(twoStages, ({ before, after }) => {
        const { changed, slack } = stageStep(before, after);
        const slackAt = (set: readonly number[]): number | null =>
          uniformSlack(mixture(before, after, set), { nodes: 0 }).points;
        expect(changed).toEqual(
          [...before.parties.keys()].filter((k) => before.parties[k]!.disagreement !== after.parties[k]!.disagreement),
        );
        expect(slack).toEqual(
          changed.map((party) => ({
            party,
            alone: slackAt([party]),
            without: slackAt(changed.filter((other) => other !== party)),
          })),
        );
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('a step between stages with few nodes', () => {
  it('says nothing false, whatever number of nodes it has', () => {
    let open = 0;
    fc.assert(
      fc.property(twoStages, fc.constantFrom(0, 1, 2, 5, 20), ({ before, after }, nodes) => {
        const found = stageStep(before, after, nodes);
        const isOpen = (set: readonly number[]): boolean => zoneDeals(mixture(before, after, set)).length > 0;
        if (!found.allTried) open++;
        if (found.flips) expect(isOpen([...before.parties.keys()])).toBe(!isOpen([]));
        for (const set of found.flippedBy) expect(isOpen(set)).toBe(!isOpen([]));
        for (const { party, alone } of found.slack) {
          if (alone === null) continue;
          expect(alone).toBe(uniformSlack(mixture(before, after, [party]), { nodes: 0 }).points);
        }
      }),
      { numRuns: runs(200) },
    );
    expect(open).toBeGreaterThan(0);
  });
});
