/** Draws kept one by one: what they say, counted again, is what the tally counts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstWithDeal } from '../../../src/engine/coalitions.ts';
import { inZone, utilityPoints } from '../../../src/engine/deal.ts';
import { seededRandom } from '../../../src/engine/random.ts';
import { drawnLines, keepDraws } from '../../../src/engine/sensitivity/draw-rows.ts';
import type { DrawRows } from '../../../src/engine/sensitivity/draw-rows.ts';
import { smaa } from '../../../src/engine/sensitivity/smaa.ts';
import type { SmaaQuestion } from '../../../src/engine/sensitivity/smaa.ts';
import { drawProblem } from '../../../src/engine/sensitivity/uncertainty.ts';
import { SOLUTION_NAMES } from '../../../src/engine/answer.ts';
import { inPoints } from '../../../src/engine/units.ts';
import { runs } from '../../runs.ts';
import { uncertainProblem } from './uncertain-problem.ts';

const quiet = (): void => {};
const solutions = fc.constantFrom(...SOLUTION_NAMES);

function question(more: Pick<SmaaQuestion, 'uncertainty' | 'drafts'> & Partial<SmaaQuestion>): SmaaQuestion {
  return { solution: 'nash', simplex: false, seed: 'rows', from: 0, to: 10, ...more };
}

/** Cell k of each draw. */
function draws<T>({ from, to }: DrawRows, column: ArrayLike<T>): T[][] {
  const cells = column.length / (to - from);
  return Array.from({ length: to - from }, (_, draw) =>
    Array.from({ length: cells }, (__, k) => column[draw * cells + k]!),
  );
}

describe('keepDraws', () => {
  it('keeps what the tally counts', () => {
    fc.assert(
      fc.property(uncertainProblem, solutions, fc.boolean(), fc.string(), (drawn, solution, simplex, seed) => {
        const { problem, uncertainty, drafts } = drawn;
        const asked = question({ uncertainty, drafts, solution, simplex, seed });
        const { tally, rows } = keepDraws(problem, asked, quiet);
        expect(tally).toEqual(smaa(problem, asked, quiet));
        expect(rows.zones.filter((zone) => zone === 1)).toHaveLength(tally.zones);
        expect(rows.zones.filter((zone, draw) => zone === 1 && rows.proven[draw] === 0)).toHaveLength(tally.unproven);
        const options = Array.from(tally.options, () => 0);
        for (const deal of draws(rows, rows.options)) {
          deal.forEach((option, issue) => {
            if (option >= 0) options[problem.offsets[issue]! + option]!++;
          });
        }
        expect(options).toEqual([...tally.options]);
        const lines = draws(rows, rows.lines);
        drawnLines(uncertainty).forEach(({ party, redLine }, k) => {
          const held = lines.flatMap((own, draw) => (own[k] === 1 ? [draw] : []));
          expect({ holds: held.length, zones: held.filter((draw) => rows.zones[draw] === 1).length }).toEqual(
            tally.lines[party]![redLine],
          );
        });
      }),
      { numRuns: runs(120) },
    );
  });

  it('keeps for each draw a deal of the problem drawn, who signs it, and what it is worth', () => {
    fc.assert(
      fc.property(uncertainProblem, solutions, ({ problem, uncertainty }, solution) => {
        const asked = question({ uncertainty, drafts: [], solution, from: 5, to: 12 });
        const { rows } = keepDraws(problem, asked, quiet);
        const [deals, signers] = [draws(rows, rows.options), draws(rows, rows.signers)];
        const [utilities, gains] = [draws(rows, rows.utilities), draws(rows, rows.gains)];
        for (let draw = 0; draw < 7; draw++) {
          const drawn = drawProblem(problem, uncertainty, false, seededRandom(`rows/smaa/${5 + draw}`)).problem;
          const coalition = firstWithDeal(drawn, { nodes: 0 })?.parties ?? null;
          expect(rows.zones[draw]).toBe(coalition === null ? 0 : 1);
          expect(signers[draw]!.flatMap((signs, party) => (signs === 1 ? [party] : []))).toEqual(coalition ?? []);
          if (coalition === null) {
            expect(deals[draw]!.every((option) => option === -1)).toBe(true);
            expect([...utilities[draw]!, ...gains[draw]!].every((points) => Number.isNaN(points))).toBe(true);
          } else {
            expect(inZone(drawn, deals[draw]!)).toBe(true);
            expect(utilities[draw]).toEqual(utilityPoints(drawn, deals[draw]!));
            drawn.parties.forEach(({ disagreement, scale }, party) =>
              expect(gains[draw]![party]! + inPoints(disagreement, scale)).toBeCloseTo(utilities[draw]![party]!, 6),
            );
          }
        }
      }),
      { numRuns: runs(80) },
    );
  });

  it('keeps the same rows however the draws are split', () => {
    fc.assert(
      fc.property(uncertainProblem, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 6, max: 12 }), (drawn, a, b) => {
        const { problem, uncertainty, drafts } = drawn;
        const part = (from: number, to: number): DrawRows =>
          keepDraws(problem, question({ uncertainty, drafts, from, to }), quiet).rows;
        const parts = [part(0, a), part(a, b), part(b, 12)];
        const whole = part(0, 12);
        for (const column of ['zones', 'proven', 'signers', 'options', 'utilities', 'gains', 'lines'] as const) {
          expect(parts.flatMap((rows) => [...rows[column]])).toEqual([...whole[column]]);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});
