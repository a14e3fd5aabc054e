/** Draws against closed forms and against every deal of small drawn problems. */
import { narrow } from '../narrow.ts';
import { hasOption, optionSet } from '../../../src/engine/option-set.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptingParties, inZone } from '../../../src/engine/deal.ts';
import type { Draft } from '../../../src/engine/draft/draft.ts';
import { firstWithDeal } from '../../../src/engine/coalitions.ts';
import type { NarrowProblem as Problem } from '../../../src/engine/problem.ts';
import { seededRandom } from '../../../src/engine/random.ts';
import { smaaAnswer } from '../../../src/engine/sensitivity/smaa-answer.ts';
import { addTallies } from '../../../src/engine/sensitivity/tally.ts';
import { smaa } from '../../../src/engine/sensitivity/smaa.ts';
import type { SmaaQuestion } from '../../../src/engine/sensitivity/smaa.ts';
import type { Range, UncertainParty, Uncertainty } from '../../../src/engine/sensitivity/uncertainty.ts';
import { drawProblem } from '../../../src/engine/sensitivity/uncertainty.ts';
import { allDeals, bruteSolution, coalitionDeals, zoneDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { uncertainProblem } from './uncertain-problem.ts';
import { runs } from '../../runs.ts';

const quiet = (): void => {};
const at = (value: number): Range => ({ low: value, high: value });

/** One party that wants both of two things and can have one: the budget rule forbids both. */
const EITHER: Problem = {
  offsets: Int32Array.from([0, 2, 4]),
  parties: [
    {
      scale: 1,
      contributions: Float64Array.from([0, 50, 0, 50]),
      adjustments: [],
      redLines: [],
      disagreement: 0,
      reservation: 60,
      strict: false,
      power: 1,
    },
  ],
  sums: [],
  forbidden: [
    {
      clauses: [
        { issue: 0, options: optionSet([1]) },
        { issue: 1, options: optionSet([1]) },
      ],
    },
  ],
  consent: { required: [0], quorum: 1, conditional: [] },
};

const WANTS: UncertainParty = {
  weights: [
    { low: 0, high: 1 },
    { low: 0, high: 1 },
  ],
  values: [at(0), at(100), at(0), at(100)],
  disagreement: at(0),
  reservation: at(60),
  firmness: at(0),
  redLines: [],
};

function question(uncertainty: Uncertainty, more: Partial<SmaaQuestion> = {}): SmaaQuestion {
  return { uncertainty, drafts: [], solution: 'nash', simplex: false, seed: 'test', from: 0, to: 1500, ...more };
}

describe('smaa', () => {
  it('agrees with the closed form on the simplex', () => {
    // w is uniform on 0..1; there is a deal when w or 1 - w is at least 0.6, and it has the option of that side.
    const answer = smaaAnswer(smaa(EITHER, question([WANTS], { simplex: true }), quiet), 1);
    expect(Math.abs(answer.zone.share - 0.8)).toBeLessThan(2 * answer.error);
    expect(Math.abs(answer.options[1]! - 0.4)).toBeLessThan(2 * answer.error);
    expect(Math.abs(answer.options[3]! - 0.4)).toBeLessThan(2 * answer.error);
    expect(answer.meanWeights[0]![0]).toBeCloseTo(0.5, 1.5);
    expect(answer.centralWeights[1]![0]![0]).toBeCloseTo(0.8, 1.5);
    expect(answer.centralWeights[1]![0]![1]).toBeCloseTo(0.2, 1.5);
    const [first] = answer.beliefs[1]!;
    expect([first!.party, first!.departure > 3 === first!.central > first!.mean]).toEqual([0, true]);
    expect(answer.zone.interval[0]).toBeLessThan(0.8);
    expect(answer.zone.interval[1]).toBeGreaterThan(0.8);
  });

  it('agrees with the closed form for a threshold between two others', () => {
    // The best deal is worth 50; of reservations uniform on 40..60, and never below a disagreement value on 20..60 ...
    const weights = [at(1), at(1)];
    const certain = { ...WANTS, weights, reservation: { low: 40, high: 60 } };
    const alone = smaaAnswer(smaa(EITHER, question([certain]), quiet), 1);
    expect(Math.abs(alone.zone.share - 0.5)).toBeLessThan(2 * alone.error);
    // ... the one is at most 50 in 1/2 of the draws and the other in 3/4.
    const both = { ...certain, disagreement: { low: 20, high: 60 } };
    const joint = smaaAnswer(smaa(EITHER, question([both]), quiet), 1);
    expect(Math.abs(joint.zone.share - 0.375)).toBeLessThan(2 * joint.error);
    expect(joint.beliefs.flat()).toEqual([]);
  });

  it('counts what looking at every deal of every drawn problem counts', () => {
    fc.assert(
      fc.property(uncertainProblem, fc.boolean(), fc.string(), ({ problem, uncertainty, drafts }, simplex, seed) => {
        const tally = smaa(problem, question(uncertainty, { drafts, simplex, seed, to: 6 }), quiet);
        let zones = 0;
        const options = Array.from(tally.options, () => 0);
        const lines = problem.parties.map(({ redLines }) => redLines.map(() => ({ holds: 0, zones: 0 })));
        const standings = drafts.map(() => ({ inZone: 0, accepts: problem.parties.map(() => 0) }));
        for (let number = 0; number < 6; number++) {
          const { problem: anyDrawn, lines: holding } = drawProblem(
            problem,
            uncertainty,
            simplex,
            seededRandom(`${seed}/smaa/${number}`),
          );
          const drawn = narrow(anyDrawn);
          const deal = recommendedByLooking(drawn);
          const hasDeal = zoneDeals(drawn).length > 0;
          if (hasDeal) zones++;
          holding.forEach((own, party) => {
            const kept = problem.parties[party]!.redLines.filter((_, line) => own[line]);
            expect(drawn.parties[party]!.redLines).toEqual(kept);
            own.forEach((holds, line) => {
              if (holds) lines[party]![line]!.holds++;
              if (holds && hasDeal) lines[party]![line]!.zones++;
            });
          });
          deal?.forEach((option, issue) => options[drawn.offsets[issue]! + option]!++);
          drafts.forEach((draft, k) => {
            const stands = standingByLooking(drawn, draft);
            if (stands.inZone) standings[k]!.inZone++;
            stands.accepts.forEach((accepted, party) => (standings[k]!.accepts[party]! += accepted ? 1 : 0));
          });
        }
        expect([tally.draws, tally.zones, tally.unproven]).toEqual([6, zones, 0]);
        expect([...tally.options]).toEqual(options);
        expect(tally.drafts).toEqual(standings);
        expect(tally.lines).toEqual(lines);
      }),
      { numRuns: runs(400) },
    );
  });

  it('finds the chance of a deal that all ways for red lines to hold or not give', () => {
    fc.assert(
      fc.property(
        withRedLines,
        fc.array(fc.double({ min: 0.1, max: 0.9, noNaN: true }), { minLength: 8, maxLength: 8 }),
        (base, p) => {
          const uncertainty = base.parties.map(
            ({ contributions, scale, disagreement, reservation, redLines }, party) => ({
              weights: null,
              values: Array.from(contributions, (units) => at(units / scale)),
              disagreement: at(disagreement / scale),
              reservation: at(reservation / scale),
              firmness: at(0),
              redLines: redLines.map((_, line) => at(p[(party * 2 + line) % p.length]!)),
            }),
          );
          const answer = smaaAnswer(smaa(base, question(uncertainty, { to: 300 }), quiet), base.parties.length);
          const exact = chanceByLooking(base, uncertainty);
          // Five half intervals: a miss by chance is rarer than one in a million.
          expect(Math.abs(answer.zone.share - exact)).toBeLessThan(5 * answer.error);
          for (const { party, redLine, holds, zoneWhere } of answer.lines) {
            const probability = uncertainty[party]!.redLines[redLine]!.low;
            expect(Math.abs(holds.share - probability)).toBeLessThan(5 * answer.error);
            const sure = uncertainty.map((own, k) => ({
              ...own,
              redLines: own.redLines.map((range, line) => (k === party && line === redLine ? at(1) : range)),
            }));
            const error = answer.error / Math.sqrt(holds.share);
            if (zoneWhere !== null) {
              expect(Math.abs(zoneWhere.share - chanceByLooking(base, sure))).toBeLessThan(5 * error);
            }
          }
        },
      ),
      { numRuns: runs(30) },
    );
  });

  it('adds firmness to the least a party signs for, and not below what no deal is worth', () => {
    // The best deal is worth 50; firmness uniform on -20..20 around 40 leaves a deal in 3/4 of the draws.
    const weights = [at(1), at(1)];
    const firm = { ...WANTS, weights, reservation: at(40), firmness: { low: -20, high: 20 } };
    const answer = smaaAnswer(smaa(EITHER, question([firm], { to: 1500 }), quiet), 1);
    expect(Math.abs(answer.zone.share - 0.75)).toBeLessThan(2 * answer.error);
    const worse = { ...EITHER, parties: EITHER.parties.map((party) => ({ ...party, disagreement: 60 })) };
    const soft = { ...firm, disagreement: at(60), reservation: at(60), firmness: { low: -30, high: -20 } };
    expect(smaa(worse, question([soft], { to: 50 }), quiet).zones).toBe(0);
  });

  it('adds up to the same however the draws are split', () => {
    fc.assert(
      fc.property(uncertainProblem, fc.integer({ min: 0, max: 12 }), ({ problem, uncertainty, drafts }, cut) => {
        const part = (from: number, to: number) => smaa(problem, question(uncertainty, { drafts, from, to }), quiet);
        expect(addTallies(part(0, cut), part(cut, 12))).toEqual(part(0, 12));
      }),
      { numRuns: runs(300) },
    );
  });

  it('says how many draws are done', () => {
    const told: number[] = [];
    smaa(EITHER, question([WANTS], { from: 5, to: 30 }), (draws) => told.push(draws));
    expect(told).toEqual([10, 20]);
  });
});

describe('drawProblem', () => {
  it('stays in the ranges, and keeps what has none exactly', () => {
    fc.assert(
      fc.property(uncertainProblem, fc.string(), ({ problem, uncertainty }, seed) => {
        const drawn = drawProblem(problem, uncertainty, false, seededRandom(seed));
        narrow(drawn.problem).parties.forEach((party, index) => {
          const base = problem.parties[index]!;
          const stated = uncertainty[index]!;
          const weights = drawn.weights[index] ?? null;
          const within = (units: number, { low, high }: Range): void => {
            expect(units / party.scale).toBeGreaterThanOrEqual(low - 1e-6);
            expect(units / party.scale).toBeLessThanOrEqual(high + 1e-6);
          };
          within(party.disagreement, stated.disagreement);
          expect(party.reservation).toBeGreaterThanOrEqual(party.disagreement);
          if (weights !== null) expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
          party.contributions.forEach((units, row) => {
            const issue = problem.offsets.findIndex((start) => start > row) - 1;
            const { low, high } = stated.values[row]!;
            const share = weights?.[issue] ?? 1;
            within(units, { low: low * share, high: high * share });
            if (weights === null && stated.values.every((range) => range.low === range.high))
              expect(units / party.scale).toBe(base.contributions[row]! / base.scale);
          });
        });
      }),
      { numRuns: runs(600) },
    );
  });
});

/** Small problems with a red line or more. */
const withRedLines = randomProblem({ maxParties: 3, maxIssues: 3, maxOptions: 3 }).filter(({ parties }) =>
  parties.some(({ redLines }) => redLines.length > 0),
);

/** The chance of a deal: every way for the red lines to hold or not, with its probability. */
function chanceByLooking(problem: Problem, uncertainty: Uncertainty): number {
  const lines = uncertainty.flatMap(({ redLines }, party) =>
    redLines.map(({ low }, line) => ({ party, line, p: low })),
  );
  let chance = 0;
  for (let set = 0; set < 2 ** lines.length; set++) {
    const holds = (k: number): boolean => Math.floor(set / 2 ** k) % 2 === 1;
    const weight = lines.reduce((product, { p }, k) => product * (holds(k) ? p : 1 - p), 1);
    if (weight === 0) continue;
    const parties = problem.parties.map((party, index) => ({
      ...party,
      redLines: party.redLines.filter((_, line) => holds(lines.findIndex((x) => x.party === index && x.line === line))),
    }));
    if (zoneDeals({ ...problem, parties }).length > 0) chance += weight;
  }
  return chance;
}

/** The smallest Nash deal of the coalition that the engine chooses; coalitions have tests of their own. */
function recommendedByLooking(problem: Problem): readonly number[] | null {
  const zone = firstWithDeal(problem, { nodes: 0 });
  if (zone === null) return null;
  return bruteSolution(problem, 'nash', zone.parties, coalitionDeals(problem, zone.parties))[0] ?? null;
}

function standingByLooking(problem: Problem, draft: Draft) {
  const completions = allDeals(problem).filter((deal) => deal.every((option, k) => (draft[k] ?? option) === option));
  const lawful = draft.includes(null)
    ? completions.filter((deal) => !problem.forbidden.some((pattern) => matchesAll(deal, pattern)))
    : completions;
  return {
    inZone: completions.some((deal) => inZone(problem, deal)),
    accepts: problem.parties.map((_, party) => lawful.some((deal) => acceptingParties(problem, deal).has(party))),
  };
}

function matchesAll(deal: readonly number[], { clauses }: Problem['forbidden'][number]): boolean {
  return clauses.every(({ issue, options }) => hasOption(options, deal[issue]!));
}

describe('smaa with few nodes', () => {
  it('counts nothing that is not so, and says in how many draws something stays open', () => {
    let left = 0;
    fc.assert(
      fc.property(uncertainProblem, fc.constantFrom(0, 1, 2, 5, 20), ({ problem, uncertainty, drafts }, nodes) => {
        const asked = question(uncertainty, { drafts, to: 10 });
        const [few, all] = [smaa(problem, { ...asked, nodes }, quiet), smaa(problem, asked, quiet)];
        expect(all.open).toBe(0);
        left += few.open;
        expect(few.zones).toBeLessThanOrEqual(all.zones);
        expect(few.zones + few.open).toBeGreaterThanOrEqual(all.zones);
        few.drafts.forEach((found, draft) => {
          const right = all.drafts[draft]!;
          expect(found.inZone).toBeLessThanOrEqual(right.inZone);
          expect(found.inZone + few.open).toBeGreaterThanOrEqual(right.inZone);
          found.accepts.forEach((count, party) => {
            expect(count).toBeLessThanOrEqual(right.accepts[party]!);
            expect(count + few.open).toBeGreaterThanOrEqual(right.accepts[party]!);
          });
        });
      }),
      { numRuns: runs(200) },
    );
    expect(left).toBeGreaterThan(0);
  });
});
