import { optionSet } from '../../src/engine/option-set.ts';
import { describe, expect, it } from 'vitest';
import { findSigners, listCoalitions } from '../../src/engine/coalitions.ts';
import type { NarrowParty as Party, Pattern, NarrowProblem as Problem } from '../../src/engine/problem.ts';
import { OutOfNodes } from '../../src/engine/search/maximise.ts';
import type { Memory } from '../../src/engine/search/memory.ts';
import { Notes } from '../../src/engine/search/memory.ts';
import { neededSigners } from '../../src/engine/signers.ts';
import { subsetsOfSize } from '../../src/engine/subsets.ts';

/** A party's utilities by option of the one issue, and the option it refuses. */
function partyOf(contributions: readonly number[], refused: number | null = null): Party {
  return {
    scale: 1,
    contributions: Float64Array.from(contributions),
    adjustments: [],
    redLines: refused === null ? [] : [choice(refused)],
    disagreement: 1,
    reservation: 1,
    strict: false,
    power: 1,
  };
}

function choice(option: number): Pattern {
  return { clauses: [{ issue: 0, options: optionSet([option]) }] };
}

const TWO_OPTIONS = { offsets: Int32Array.of(0, 2), forbidden: [], sums: [] };

/** A memory that holds nothing, under which the first questions are not settled. */
function unsettling(questions: number): Memory {
  let asked = 0;
  const memory: Memory = {
    isNear: true,
    about: () => memory,
    dealsIn: () => {
      if (asked++ < questions) throw new OutOfNodes();
      return [];
    },
    noteDeal: () => {},
    startOf: () => null,
    noteStart: () => {},
    noteGivenUp: () => {},
  };
  return memory;
}

describe('findSigners', () => {
  it('notes that it gave up when its nodes are spent and no single search was broken off', () => {
    const problem: Problem = {
      ...TWO_OPTIONS,
      parties: [{ ...partyOf([2, 3]), adjustments: [{ when: choice(1), units: -6 }] }, partyOf([1, 12], 0)],
      consent: {
        required: [0],
        quorum: 1,
        conditional: [0, 1].map((party) => ({ party, when: choice(0) })),
      },
    };
    const given = Array.from({ length: 20 }, (_, step) => {
      const notes = new Notes();
      const { proven } = findSigners(problem, { nodes: 0, memory: notes.open(problem) }, step);
      expect(notes.gaveUp).toBe(!proven);
      return proven;
    });
    expect(new Set(given)).toEqual(new Set([true, false]));
  });

  it('proves the zone empty once the required parties turn out to exclude each other', () => {
    const problem: Problem = {
      ...TWO_OPTIONS,
      parties: [partyOf([0, 1]), partyOf([1, 0]), partyOf([1, 1])],
      consent: { required: [0, 1], quorum: 2, conditional: [] },
    };
    for (const questions of [0, 1, 2]) {
      const effort = { nodes: 0, memory: unsettling(questions) };
      expect(findSigners(problem, effort, 10_000)).toEqual({ signers: null, proven: true });
    }
  });
});

describe('large bodies', () => {
  const members = Array.from({ length: 40 }, (_, k) => k);

  it('take subsets one at a time, in order, as many as are asked for', () => {
    const some = subsetsOfSize([2, 5, 7, 9], 2);
    expect([...some]).toEqual([
      [2, 5],
      [2, 7],
      [2, 9],
      [5, 7],
      [5, 9],
      [7, 9],
    ]);
    expect([...subsetsOfSize([1, 2], 0)]).toEqual([[]]);
    expect([...subsetsOfSize([1, 2], 3)]).toEqual([]);
    expect(subsetsOfSize(members, 20).next().value).toEqual(members.slice(0, 20));
  });

  it('answer within their budget, whoever is missing', () => {
    const party = (likes: number): Party => partyOf(members.map((option) => Number(option === likes)));
    // Each wants an option of its own, so that no two agree; a majority is asked for.
    const problem: Problem = {
      offsets: Int32Array.of(0, members.length),
      parties: members.map(party),
      forbidden: [],
      sums: [],
      consent: { required: [], quorum: 21, conditional: [] },
    };
    expect(findSigners(problem, { nodes: 0 }, 10_000).signers).toBeNull();
    expect(listCoalitions(problem)).toMatchObject({ cut: true });
    expect(neededSigners(problem)).toHaveLength(512);
  });
});
