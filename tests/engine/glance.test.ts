import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NarrowProblem as Problem } from '../../src/engine/problem.ts';
import { glance, glanceAtDrafts, GlanceNotes, Stopped } from '../../src/engine/glance.ts';
import type { GlanceOptions } from '../../src/engine/glance.ts';
import { solve } from '../../src/engine/solve.ts';
import { randomProblem } from './random-problem.ts';
import { runs } from '../runs.ts';

const OPTIONS: GlanceOptions = { drafts: [], coalition: null, ties: 20 };
const COUNTING = { states: 50_000, seed: 'test' };

/** What a person changes with one keypress, and what they cannot. */
const randomEdit = fc.record({
  party: fc.nat(),
  change: fc.oneof(
    fc.record({ kind: fc.constant('value' as const), row: fc.nat(), by: fc.integer({ min: -4, max: 4 }) }),
    fc.record({ kind: fc.constant('reservation' as const), by: fc.integer({ min: -6, max: 6 }) }),
    fc.record({ kind: fc.constant('disagreement' as const), by: fc.integer({ min: -6, max: 6 }) }),
    fc.record({ kind: fc.constant('scale' as const), by: fc.integer({ min: 2, max: 5 }) }),
    fc.record({ kind: fc.constant('redLines' as const), by: fc.constant(0) }),
  ),
});

type RandomEdit = typeof randomEdit extends fc.Arbitrary<infer E> ? E : never;

function edited(problem: Problem, { party: which, change }: RandomEdit): Problem {
  const index = which % problem.parties.length;
  const party = problem.parties[index]!;
  const changed = (() => {
    switch (change.kind) {
      case 'value': {
        const row = change.row % party.contributions.length;
        return { ...party, contributions: party.contributions.with(row, party.contributions[row]! + change.by) };
      }
      case 'reservation':
        return { ...party, reservation: Math.max(party.disagreement, party.reservation + change.by) };
      case 'disagreement': {
        const disagreement = party.disagreement + change.by;
        return { ...party, disagreement, reservation: Math.max(disagreement, party.reservation) };
      }
      case 'scale':
        return {
          ...party,
          scale: party.scale * change.by,
          contributions: party.contributions.map((units) => units * change.by),
          adjustments: party.adjustments.map(({ when, units }) => ({ when, units: units * change.by })),
          disagreement: party.disagreement * change.by,
          reservation: party.reservation * change.by,
        };
      case 'redLines':
        return { ...party, redLines: [] };
    }
  })();
  return { ...problem, parties: problem.parties.map((each, at) => (at === index ? changed : each)) };
}

/** A draft of the problem, partial or complete. */
function draftOf(problem: Problem, picks: readonly (number | null)[]): (number | null)[] {
  return Array.from({ length: problem.offsets.length - 1 }, (_, issue) => {
    const pick = picks[issue] ?? null;
    return pick === null ? null : pick % (problem.offsets[issue + 1]! - problem.offsets[issue]!);
  });
}

const randomPicks = fc.array(fc.option(fc.nat({ max: 20 }), { freq: 4 }), { minLength: 5, maxLength: 5 });

describe('a verdict', () => {
  it('is told before the rest, and once where no notes were kept', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const told: (boolean | null)[] = [];
        const { empty } = glance(problem, OPTIONS, new GlanceNotes(), undefined, (verdict) => told.push(verdict));
        expect(told.at(-1)).toBe(empty);
        expect(told.slice(0, -1).every((verdict) => verdict === null || verdict === empty)).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('glance', () => {
  it('says what the whole answer says', () => {
    fc.assert(
      fc.property(randomProblem(), randomPicks, (problem, picks) => {
        const drafts = [draftOf(problem, picks)];
        const seen = glance(problem, { ...OPTIONS, drafts });
        const answer = solve(problem, { ...OPTIONS, ...COUNTING, drafts });
        expect(seen.empty).toBe(answer.zone.empty);
        expect(seen.coalition).toEqual(answer.coalition);
        expect(seen.coalitionProven).toBe(answer.coalitionProven);
        expect(seen.uniformSlack).toBe(answer.uniformSlack);
        expect(seen.uniformSlackProven).toBe(answer.uniformSlackProven);
        expect(seen.solutions === null).toBe(answer.solutions === null);
        if (answer.solutions !== null) expect(answer.solutions).toMatchObject(seen.solutions!);
        expect(seen.collision === null).toBe(answer.collision === null);
        if (answer.collision !== null) expect(answer.collision).toMatchObject(seen.collision!);
        const [draft] = seen.drafts;
        const { inZone, ...rest } = draft!;
        expect(answer.drafts[0]).toMatchObject(rest);
        if (inZone !== 'unknown') expect(inZone).toBe(answer.drafts[0]!.inZone);
        if (draft!.complete) expect(inZone).not.toBe('unknown');
      }),
      { numRuns: runs(300) },
    );
  });

  it('measures ideals over the deals of the signers', () => {
    fc.assert(
      fc.property(randomProblem({ maxParties: 4, maxIssues: 4, maxOptions: 3 }), (problem) => {
        const everyone = [...problem.parties.keys()];
        const unanimous = { ...problem, consent: { required: everyone, quorum: everyone.length, conditional: [] } };
        const seen = glance(unanimous, OPTIONS);
        expect(seen.ideals).toEqual(solve(unanimous, { ...OPTIONS, ...COUNTING }).zone.ideal);
      }),
      { numRuns: runs(100) },
    );
  });

  it('is the same with notes on other problems', () => {
    fc.assert(
      fc.property(
        randomProblem(),
        fc.array(randomEdit, { minLength: 1, maxLength: 6 }),
        randomPicks,
        (problem, edits, picks) => {
          const notes = new GlanceNotes();
          const options = { ...OPTIONS, drafts: [draftOf(problem, picks)] };
          let current = problem;
          expect(glance(current, options, notes)).toEqual(glance(current, options));
          for (const edit of edits) {
            current = edited(current, edit);
            expect(glance(current, options, notes)).toEqual(glance(current, options));
          }
          expect(glance(problem, options, notes)).toEqual(glance(problem, options));
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('has drafts that are held apart as a glance at their own problem has them', () => {
    fc.assert(
      fc.property(
        randomProblem(),
        randomEdit,
        fc.array(randomPicks, { maxLength: 4 }),
        fc.nat(),
        (problem, edit, all, bits) => {
          const other = edited(problem, edit);
          const drafts = all.map((picks) => draftOf(problem, picks));
          const apart = drafts.map((_, k) => (bits & (1 << k)) !== 0);
          const notes = new GlanceNotes();
          const near = glance(problem, { ...OPTIONS, drafts, apart }, notes);
          const own = drafts.flatMap((draft, k) => (apart[k] ? { problem: other, draft } : []));
          const here = glance(problem, { ...OPTIONS, drafts });
          const there = glance(other, { ...OPTIONS, drafts });
          expect(near).toEqual({ ...here, drafts: here.drafts.filter((_, k) => !apart[k]) });
          expect(glanceAtDrafts(own, notes)).toEqual(there.drafts.filter((_, k) => apart[k]));
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('is the same with notes on a problem of another shape', () => {
    fc.assert(
      fc.property(randomProblem(), randomProblem(), (one, other) => {
        const notes = new GlanceNotes();
        for (const problem of [one, other, one])
          expect(glance(problem, OPTIONS, notes)).toEqual(glance(problem, OPTIONS));
      }),
      { numRuns: runs(100) },
    );
  });

  it('says with notes what is true, and nothing less than without, when nodes are few', () => {
    fc.assert(
      fc.property(
        randomProblem({ maxParties: 6, maxIssues: 6, maxOptions: 4 }),
        fc.integer({ min: 1, max: 300 }),
        (problem, nodes) => {
          const notes = new GlanceNotes();
          const truth = glance(problem, OPTIONS);
          const without = glance(problem, { ...OPTIONS, nodes });
          for (let again = 0; again < 3; again++) {
            const seen = glance(problem, { ...OPTIONS, nodes }, notes);
            expect(seen).toEqual(notes.searches.gaveUp ? without : truth);
          }
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('tells drafts of problems apart whose options are shared out otherwise', () => {
    const party = {
      scale: 1,
      contributions: Float64Array.of(1, 2, 4, 8, 16),
      adjustments: [],
      redLines: [],
      disagreement: 0,
      reservation: 0,
      strict: false,
      power: 1,
    };
    const consent = { required: [0], quorum: 1, conditional: [] };
    const split = (first: number): Problem => ({
      offsets: Int32Array.of(0, first, 5),
      sums: [],
      forbidden: [],
      parties: [party],
      consent,
    });
    const notes = new GlanceNotes();
    const options = { ...OPTIONS, drafts: [[0, null]] };
    const ranges = [2, 3].map((first) => glance(split(first), options, notes).drafts[0]!.parties[0]);
    expect(ranges).toEqual([2, 3].map((first) => glance(split(first), options).drafts[0]!.parties[0]));
    expect(ranges[0]).not.toEqual(ranges[1]);
  });

  it('is plain data', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const seen = glance(problem, OPTIONS);
        expect(structuredClone(seen)).toEqual(seen);
      }),
      { numRuns: runs(200) },
    );
  });

  it('ends when it is stopped, and its notes stay sound', () => {
    fc.assert(
      fc.property(randomProblem(), fc.nat({ max: 4 }), (problem, questions) => {
        const notes = new GlanceNotes();
        let asked = 0;
        expect(() => glance(problem, { ...OPTIONS, drafts: [] }, notes, () => asked++ >= 0)).toThrow(Stopped);
        asked = 0;
        try {
          glance(problem, OPTIONS, notes, () => asked++ >= questions);
        } catch (error) {
          expect(error).toBeInstanceOf(Stopped);
        }
        expect(glance(problem, OPTIONS, notes)).toEqual(glance(problem, OPTIONS));
      }),
      { numRuns: runs(150) },
    );
  });
});
