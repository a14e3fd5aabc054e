import { hasOption, optionSet } from '../../src/engine/option-set.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, DealCount, DraftAnswer } from '../../src/engine/answer.ts';
import { allowed, wholeAnswer, within } from '../../src/engine/budget.ts';
import { questionNodes } from '../../src/engine/question-nodes.ts';
import { findSigners } from '../../src/engine/coalitions.ts';
import { demandOnly } from '../../src/engine/conflict/demands.ts';
import { acceptingParties, inZone, keepsRules, suffices } from '../../src/engine/deal.ts';
import { explain } from '../../src/engine/explain/explain.ts';
import { power } from '../../src/engine/power/power.ts';
import type { Deal, NarrowProblem as Problem } from '../../src/engine/problem.ts';
import { solve } from '../../src/engine/solve.ts';
import { explanationGaps, answerGaps } from '../../src/report/gaps.ts';
import { allDeals, expectTrueSlack, zoneDeals } from './brute-force.ts';
import { crowdedProblem, randomProblem } from './random-problem.ts';
import { runs } from '../runs.ts';

const BUDGET = { states: 40, seed: 'limits' };
const SHAPE = { maxParties: 4, maxIssues: 4, maxOptions: 3 };

/** From too little for anything to more than enough. */
const nodes = fc.constantFrom(1, 3, 10, 40, 150, 1000, 100_000);

function draftsOf(problem: Problem): (number | null)[][] {
  const first = Array.from({ length: problem.offsets.length - 1 }, () => 0);
  return [first, first.map((option, issue) => (issue % 2 === 0 ? option : null))];
}

function holdsCount(count: DealCount, actual: number): boolean {
  if (count.kind === 'exact') return count.count === BigInt(actual);
  return count.low <= BigInt(actual) && BigInt(actual) <= count.high;
}

function completions(problem: Problem, draft: readonly (number | null)[]): Deal[] {
  const fitting = allDeals(problem).filter((deal) => deal.every((option, k) => (draft[k] ?? option) === option));
  const lawful = fitting.filter((deal) => keepsRules(problem, deal));
  return lawful.length > 0 ? lawful : fitting;
}

function expectTrueDraft(problem: Problem, draft: readonly (number | null)[], answer: DraftAnswer): void {
  const deals = completions(problem, draft);
  answer.parties.forEach(({ accepts, utility, exact }, party) => {
    const verdicts = deals.map((deal) => acceptingParties(problem, deal).has(party));
    if (accepts === true) expect(verdicts).not.toContain(false);
    if (accepts === false) expect(verdicts).not.toContain(true);
    if (accepts === 'open') expect(new Set(verdicts).size).toBe(2);
    const points = deals.map((deal) => unitsOf(problem, party, deal) / problem.parties[party]!.scale);
    if (exact) expect([Math.min(...points), Math.max(...points)]).toEqual([utility.min, utility.max]);
    expect(Math.min(...points)).toBeGreaterThanOrEqual(utility.min);
    expect(Math.max(...points)).toBeLessThanOrEqual(utility.max);
  });
  const zone = new Set(zoneDeals(problem).map(String));
  const inside = deals.filter((deal) => zone.has(String(deal)));
  if (answer.inZone === false) expect(inside).toEqual([]);
  if (answer.inZone === true) expect(inside).toHaveLength(deals.length);
  if (answer.inZone === 'open') expect(inside).not.toEqual([]);
  if (answer.efficient !== null) expect(answer.efficient).toBe(!isBeaten(problem, deals[0]!));
  if (answer.dominatedBy !== null) expect(beats(problem, answer.dominatedBy.deal, deals[0]!)).toBe(true);
}

function unitsOf(problem: Problem, party: number, deal: Deal): number {
  const { contributions, adjustments } = problem.parties[party]!;
  const matching = adjustments.filter(({ when }) =>
    when.clauses.every(({ issue, options }) => hasOption(options, deal[issue]!)),
  );
  return (
    deal.reduce((sum, option, issue) => sum + contributions[problem.offsets[issue]! + option]!, 0) +
    matching.reduce((sum, { units }) => sum + units, 0)
  );
}

function beats(problem: Problem, better: Deal, deal: Deal): boolean {
  const gains = problem.parties.map((_, party) => unitsOf(problem, party, better) - unitsOf(problem, party, deal));
  return keepsRules(problem, better) && gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0);
}

function isBeaten(problem: Problem, deal: Deal): boolean {
  return !keepsRules(problem, deal) || allDeals(problem).some((other) => beats(problem, other, deal));
}

function expectTrueAnswer(problem: Problem, answer: Answer): void {
  const deals = zoneDeals(problem);
  const { zone, solutions, collision } = answer;
  if (zone.empty !== null) expect(zone.empty).toBe(deals.length === 0);
  expect(holdsCount(zone.count, deals.length)).toBe(true);
  zone.status.forEach((status, row) => {
    const issue = problem.offsets.findLastIndex((first) => first <= row);
    const having = deals.filter((deal) => deal[issue] === row - problem.offsets[issue]!).length;
    if (status === 'dead') expect(having).toBe(0);
    if (status === 'settled') expect(having).toBe(deals.length);
    if (status === 'open') expect(having > 0 && having < deals.length).toBe(true);
  });
  zone.ideal.forEach((ideal, party) => {
    if (ideal === null) return;
    const points = deals.map((deal) => unitsOf(problem, party, deal) / problem.parties[party]!.scale);
    expect(ideal).toBeCloseTo(Math.max(...points), 9);
  });
  for (const { parties, empty, count } of answer.coalitions) {
    const theirs = deals.filter((deal) => {
      const accepting = acceptingParties(problem, deal);
      return parties.every((party) => accepting.has(party)) && suffices(problem, deal, new Set(parties));
    });
    if (empty !== null) expect(empty).toBe(theirs.length === 0);
    expect(holdsCount(count, theirs.length)).toBe(true);
  }
  expectTrueSlack(problem, { exact: answer.uniformSlackExact, proven: answer.uniformSlackProven });
  const inside = new Set(deals.map(String));
  for (const { deals: found } of Object.values(solutions ?? {})) {
    for (const { deal } of found) expect(inside.has(String(deal))).toBe(true);
  }
  if (collision !== null) {
    expect(zoneDeals(demandOnly(problem, collision.conflict))).toEqual([]);
    if (collision.minimal) {
      for (const out of collision.conflict) {
        expect(
          zoneDeals(
            demandOnly(
              problem,
              collision.conflict.filter((demand) => demand !== out),
            ),
          ),
        ).not.toEqual([]);
      }
    }
    for (const { solution, count } of collision.openings) {
      expect(solution.deals).not.toEqual([]);
      expect(count).not.toEqual({ kind: 'exact', count: 0n });
    }
  }
}

describe('the allowance of an answer', () => {
  const problem = fc.sample(crowdedProblem(), { numRuns: 1, seed: 1 })[0]!;
  const question = questionNodes(problem);

  it('is shared by its questions, and each has an eighth of what it asks for in any case', () => {
    const effort = wholeAnswer(problem, question);
    expect(allowed(effort, question)).toBe(question);
    const taken = Array.from({ length: 100 }, () =>
      within(effort, question, (limited) => (limited.nodes = limited.limit)),
    );
    expect(taken[0]).toBe(question);
    expect(taken.at(-1)).toBeCloseTo(question / 8);
    expect(allowed(effort, question)).toBeCloseTo(question / 8);
  });

  it('does not count a question that is granted nothing', () => {
    const effort = wholeAnswer(problem, question);
    within(effort, question, (limited) => {
      limited.nodes = limited.limit;
      for (let k = 0; k < 1000; k++) within(limited, question, () => {});
      expect(limited.limit).toBe(question);
    });
  });
});

describe('a search budget', () => {
  it('never makes solve say what is not so', () => {
    const decided = { yes: 0, no: 0 };
    fc.assert(
      fc.property(randomProblem(SHAPE), nodes, (problem, most) => {
        const drafts = draftsOf(problem);
        const answer = solve(problem, { ...BUDGET, drafts, coalition: null, ties: 10, nodes: most });
        decided[answer.zone.empty === null ? 'no' : 'yes']++;
        expectTrueAnswer(problem, answer);
        answer.drafts.forEach((draft, index) => expectTrueDraft(problem, drafts[index]!, draft));
      }),
      { numRuns: runs(800) },
    );
    expect(decided.yes).toBeGreaterThan(runs(50));
  });

  it('never makes solve say what is not so where patterns are many, at any step', () => {
    fc.assert(
      fc.property(crowdedProblem(), fc.integer({ min: 1, max: 3000 }), (problem, most) => {
        const drafts = draftsOf(problem);
        const answer = solve(problem, { ...BUDGET, drafts, coalition: null, ties: 10, nodes: most });
        expectTrueAnswer(problem, answer);
        answer.drafts.forEach((draft, index) => expectTrueDraft(problem, drafts[index]!, draft));
      }),
      { numRuns: runs(100) },
    );
  });

  it('never calls a coalition the largest, or a zone empty, that is not', () => {
    fc.assert(
      fc.property(randomProblem({ ...SHAPE, maxParties: 6 }), fc.integer({ min: 0, max: 400 }), (problem, most) => {
        const { signers, proven } = findSigners(problem, wholeAnswer(problem, most), most);
        const sizes = zoneDeals(problem).map((deal) => acceptingParties(problem, deal).size);
        if (signers === null) {
          if (proven) expect(sizes).toEqual([]);
          return;
        }
        expect(inZone(problem, signers.deal)).toBe(true);
        if (proven) expect(signers.parties).toHaveLength(Math.max(...sizes));
      }),
      { numRuns: runs(1000) },
    );
  });

  it('leaves nothing open when it is large', () => {
    fc.assert(
      fc.property(randomProblem(SHAPE), (problem) => {
        const drafts = draftsOf(problem);
        fc.pre(zoneDeals(problem).length > 0);
        const answer = solve(problem, { ...BUDGET, states: 1e5, drafts, coalition: null, ties: 10 });
        expect(answerGaps(answer)).toEqual([]);
        const explained = explain(problem, { ...BUDGET, drafts, most: 10, ways: 5 });
        expect(explanationGaps(explained)).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
  });

  it('never makes explain say what is not so', () => {
    fc.assert(
      fc.property(randomProblem(SHAPE), nodes, (problem, most) => {
        fc.pre(allDeals(problem).some((deal) => keepsRules(problem, deal)));
        const drafts = draftsOf(problem);
        const deals = zoneDeals(problem);
        const found = explain(problem, { ...BUDGET, drafts, most: 10, ways: 5, nodes: most });
        if (found.empty !== null) expect(found.empty).toBe(deals.length === 0);
        for (const conflict of found.obstacles?.conflicts ?? []) {
          expect(zoneDeals(demandOnly(problem, conflict))).toEqual([]);
        }
        found.slack.headroom.forEach((room, party) => {
          const asking = (reservation: number): Problem => ({
            ...problem,
            parties: problem.parties.map((of, k) => (k === party ? { ...of, reservation } : of)),
          });
          const { reservation, scale } = problem.parties[party]!;
          if (room.kind === 'unneeded') expect(zoneDeals(asking(1e6))).not.toEqual([]);
          if (room.kind === 'apart') expect(zoneDeals(asking(-1e6))).toEqual([]);
          if (room.kind !== 'points') return;
          const most1 = reservation + Math.round(room.points * scale);
          expect(zoneDeals(asking(most1))).not.toEqual([]);
          expect(zoneDeals(asking(most1 + 1))).toEqual([]);
        });
        found.firmness?.status.forEach((status, row) => {
          const issue = problem.offsets.findLastIndex((first) => first <= row);
          const having = deals.filter((deal) => deal[issue] === row - problem.offsets[issue]!).length;
          if (status === 'dead') expect(having).toBe(0);
          if (status === 'settled') expect(having).toBe(deals.length);
          if (status === 'open') expect(having > 0 && having < deals.length).toBe(true);
        });
        found.drafts.forEach(({ answer, edits }, index) => {
          expectTrueDraft(problem, drafts[index]!, answer);
          for (const { edits: fewest, without } of edits) {
            if (without.length > 0) continue;
            const distance = (deal: Deal): number =>
              drafts[index]!.filter((option, issue) => option !== null && option !== deal[issue]).length;
            expect(fewest.distance).toBe(Math.min(...deals.map(distance)));
          }
        });
      }),
      { numRuns: runs(800) },
    );
  });

  it('gives the same answer again', () => {
    fc.assert(
      fc.property(randomProblem(SHAPE), nodes, (problem, most) => {
        const ask = (): Answer =>
          solve(problem, { ...BUDGET, drafts: draftsOf(problem), coalition: null, ties: 10, nodes: most });
        expect(ask()).toEqual(ask());
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('rules that no search decides', () => {
  it('are answered with bounds', () => {
    // A pigeonhole puzzle: eleven things in ten places, no two in one.
    const [things, places] = [11, 10];
    const offsets = Int32Array.from({ length: things + 1 }, (_, thing) => thing * places);
    const forbidden = Array.from({ length: things }, (_, a) =>
      Array.from({ length: a }, (__, b) =>
        Array.from({ length: places }, (___, place) => ({
          clauses: [b, a].map((issue) => ({ issue, options: optionSet([place]) })),
        })),
      ).flat(),
    ).flat();
    const party = {
      scale: 1,
      contributions: new Float64Array(things * places),
      adjustments: [],
      redLines: [],
      disagreement: 0,
      reservation: 0,
      strict: false,
      power: 1,
    };
    const problem: Problem = {
      offsets,
      parties: [party],
      sums: [],
      forbidden,
      consent: { required: [0], quorum: 1, conditional: [] },
    };
    const answer = solve(problem, { states: 100, seed: '1', drafts: [], coalition: null, ties: 1, nodes: 500 });
    expect(answer.zone.empty).not.toBe(false);
    expect(holdsCount(answer.zone.count, 0)).toBe(true);
    expect(answer.solutions).toBeNull();
    const { zone } = power(problem, { states: 100, seed: '1' }, () => {}, 500);
    expect(holdsCount(zone, 0)).toBe(true);
  });
});
