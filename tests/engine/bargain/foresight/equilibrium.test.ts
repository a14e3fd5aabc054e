import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Equilibrium } from '../../../../src/engine/bargain/answer.ts';
import { equilibria } from '../../../../src/engine/bargain/foresight/equilibrium.ts';
import { Foresight } from '../../../../src/engine/bargain/foresight/foresight.ts';
import type { EquilibriumQuestion } from '../../../../src/engine/bargain/question.ts';
import { accepts, compareDeals, keepsRules, suffices, utilityUnits } from '../../../../src/engine/deal.ts';
import type { Fraction } from '../../../../src/exact/fraction.ts';
import { fraction, nearest } from '../../../../src/exact/fraction.ts';
import type { Deal, NarrowProblem, Problem } from '../../../../src/engine/problem.ts';
import { runs } from '../../../runs.ts';
import { allDeals } from '../../brute-force.ts';
import { randomProblem } from '../../random-problem.ts';

const SMALL = { maxParties: 4, maxIssues: 4, maxOptions: 3 };
const TENTHS = [0n, 5n, 8n, 9n, 10n].map((num) => fraction(num, 10n));

const asked = randomProblem(SMALL).chain((problem) => {
  const parties = [...problem.parties.keys()];
  return fc.record({
    problem: fc.constant({ ...problem, sums: [{ amounts: problem.parties[0]!.contributions, atMost: 30 }] }),
    question: fc.record({
      rounds: fc.integer({ min: 1, max: 6 }),
      proposers: fc.oneof(
        fc.shuffledSubarray(parties, { minLength: parties.length }).map((order) => ({ kind: 'order' as const, order })),
        fc
          .array(fc.constantFrom(fraction(1n, 1n), fraction(1n, 2n), fraction(3n, 1n)), {
            minLength: parties.length,
            maxLength: parties.length,
          })
          .map((chances) => ({ kind: 'drawn' as const, chances })),
      ),
      patience: fc.array(fc.constantFrom(...TENTHS), { minLength: parties.length, maxLength: parties.length }),
    }),
  });
});

describe('perfect foresight', () => {
  it('is what looking at every deal in every round gives', () => {
    fc.assert(
      fc.property(asked, ({ problem, question }) => {
        const found = equilibrium(problem, question);
        expect(found.proven).toBe(true);
        expect(found.rounds.map(({ exact }) => exact)).toEqual(bruteValues(problem, question).map(({ gain }) => gain));
        expect(found.rounds.map(({ proposals }) => proposals.map(({ offer }) => offer?.deal ?? null))).toEqual(
          bruteValues(problem, question).map(({ deals }) => deals),
        );
      }),
      { numRuns: runs(150) },
    );
  });

  it('is called proven only where it is, however few nodes there are', () => {
    const nodes = fc.constantFrom(1, 3, 10, 40, 150, 1000);
    fc.assert(
      fc.property(asked, nodes, ({ problem, question }, granted) => {
        const { asked: found } = equilibria(problem, question, [], { nodes: granted });
        if (!found.proven) return;
        expect(found.rounds.map(({ exact }) => exact)).toEqual(bruteValues(problem, question).map(({ gain }) => gain));
      }),
      { numRuns: runs(100) },
    );
  });

  it('agrees on deals that are efficient among those that enough accept', () => {
    fc.assert(
      fc.property(asked, ({ problem, question }) => {
        const parties = [...problem.parties.keys()];
        const { rounds } = equilibrium(problem, question);
        rounds.forEach(({ proposals }, k) => {
          const after = rounds[k + 1]?.exact ?? parties.map(() => fraction(0n, 1n));
          const waiting = after.map((value, party) => times(value, question.patience[party]!));
          for (const { proposer, offer } of proposals) {
            if (offer === null) continue;
            const gains = parties.map((party) => gainOf(problem, offer.deal, party));
            const better = acceptedDeals(problem, waiting, proposer).filter((deal) => {
              const signs = parties.map((party) => compare(gainOf(problem, deal, party), gains[party]!));
              return signs.every((sign) => sign >= 0) && signs.some((sign) => sign > 0);
            });
            expect(better).toEqual([]);
          }
        });
      }),
      { numRuns: runs(100) },
    );
  });

  it('finds the same deal, level by level, where there are too many to look at each', () => {
    fc.assert(
      fc.property(asked, fc.array(fc.integer({ min: -5, max: 12 }), { minLength: 4, maxLength: 4 }), (of, floors) => {
        const { problem } = of;
        const asks = floors.slice(0, problem.parties.length);
        for (const first of problem.parties.keys()) {
          const ranking = [first, ...[...problem.parties.keys()].filter((party) => party !== first)];
          expect(new Foresight(problem, undefined, 0).bestFor(ranking, asks)).toEqual(
            new Foresight(problem).bestFor(ranking, asks),
          );
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('shares a pie of 1000 as Rubinstein does: the first gets 1 / (1 + patience) of it, within a step', () => {
    const pie = sharing(2, 1000, 2);
    for (const [patience, tenths] of [
      [0.9, 9n],
      [0.5, 5n],
    ] as const) {
      const { rounds } = equilibrium(pie, {
        rounds: 121,
        proposers: { kind: 'order', order: [0, 1] },
        patience: [fraction(tenths, 10n), fraction(tenths, 10n)],
      });
      expect(Math.abs(rounds[0]!.gain[0]! - 1000 / (1 + patience))).toBeLessThanOrEqual(1 / (1 - patience));
    }
  });

  it('never pays who is more impatient more, in a pie of two', () => {
    const first = ([20n, 19n, 18n, 15n, 10n] as const).map((twentieths) => {
      const { rounds } = equilibrium(sharing(2, 60, 2), {
        rounds: 40,
        proposers: { kind: 'order', order: [0, 1] },
        patience: [fraction(twentieths, 20n), fraction(9n, 10n)],
      });
      return rounds[0]!.gain[0]!;
    });
    expect(first.toSorted((a, b) => b - a)).toEqual(first);
  });

  it('leaves the proposer 1 - patience / 3 of a pie that any two of three share, with drawn proposers', () => {
    const { rounds } = equilibrium(sharing(3, 60, 2), {
      rounds: 12,
      proposers: { kind: 'drawn', chances: [1n, 1n, 1n].map((num) => fraction(num, 1n)) },
      patience: [0, 1, 2].map(() => fraction(9n, 10n)),
    });
    // 18 of 60 buy the one vote that it takes. With fixed ties a party may be bought more often than another, though.
    const last = rounds.at(-2)!;
    for (const { proposer, offer } of last.proposals) expect(offer!.utility[proposer]).toBe(60 - 0.9 * 20);
  });

  it('lets the proposer of a single round take all that the other can do without', () => {
    const { rounds } = equilibrium(sharing(2, 10, 2), {
      rounds: 1,
      proposers: { kind: 'order', order: [1, 0] },
      patience: [fraction(1n, 1n), fraction(1n, 1n)],
    });
    expect(rounds[0]!.gain).toEqual([0, 10]);
  });
});

function equilibrium(problem: Problem, question: EquilibriumQuestion): Equilibrium {
  return equilibria(problem, question).asked;
}

/** A pie in whole pieces, one issue: every division is an option; so many have to sign. */
function sharing(parties: number, pieces: number, quorum: number): NarrowProblem {
  const divisions: number[][] = [];
  const divide = (given: readonly number[], left: number): void => {
    if (given.length === parties - 1) divisions.push([...given, left]);
    else for (let own = 0; own <= left; own++) divide([...given, own], left - own);
  };
  divide([], pieces);
  return {
    offsets: Int32Array.of(0, divisions.length),
    parties: Array.from({ length: parties }, (_, party) => ({
      scale: 1,
      contributions: Float64Array.from(divisions, (division) => division[party]!),
      adjustments: [],
      redLines: [],
      disagreement: 0,
      reservation: 0,
      strict: false,
      power: 1,
    })),
    forbidden: [],
    sums: [],
    consent: { required: [], quorum, conditional: [] },
  };
}

interface BruteRound {
  readonly gain: readonly Fraction[];
  readonly deals: readonly (Deal | null)[];
}

function gainOf(problem: Problem, deal: Deal, party: number): Fraction {
  const { disagreement, scale } = problem.parties[party]!;
  const units = BigInt(utilityUnits(problem, problem.parties[party]!, deal)) - BigInt(disagreement);
  return fraction(units, BigInt(scale));
}

/** The deals that the proposer and enough others would rather have than wait. */
function acceptedDeals(problem: Problem, waiting: readonly Fraction[], proposer: number): readonly Deal[] {
  const parties = [...problem.parties.keys()];
  return allDeals(problem).filter((deal) => {
    const yes = parties.filter(
      (party) =>
        accepts(problem, problem.parties[party]!, deal) && compare(gainOf(problem, deal, party), waiting[party]!) >= 0,
    );
    return keepsRules(problem, deal) && yes.includes(proposer) && suffices(problem, deal, new Set(yes));
  });
}

/** Round 1 first. */
function bruteValues(problem: Problem, { rounds, proposers, patience }: EquilibriumQuestion): readonly BruteRound[] {
  const parties = [...problem.parties.keys()];
  const gain = (deal: Deal, party: number): Fraction => gainOf(problem, deal, party);
  const order = proposers.kind === 'order' ? proposers.order : parties;
  const total = proposers.kind === 'order' ? null : proposers.chances.reduce(plus);
  const found: BruteRound[] = [];
  let after = parties.map(() => fraction(0n, 1n));
  for (let round = rounds; round >= 1; round--) {
    const waiting = after.map((value, party) => times(value, patience[party]!));
    const movers = proposers.kind === 'order' ? [order[(round - 1) % order.length]!] : parties;
    const moves = movers.map((proposer) => {
      const place = order.indexOf(proposer);
      const ranking = [...order.slice(place), ...order.slice(0, place)];
      const accepted = acceptedDeals(problem, waiting, proposer);
      const better = (a: Deal, b: Deal): number =>
        ranking.map((party) => compare(gain(b, party), gain(a, party))).find((sign) => sign !== 0) ??
        compareDeals(a, b);
      return { proposer, deal: accepted.toSorted(better)[0] ?? null };
    });
    after = parties.map((party) =>
      moves
        .map(({ proposer, deal }) => {
          const value = deal === null ? waiting[party]! : gain(deal, party);
          if (proposers.kind === 'order') return value;
          const { num, den } = proposers.chances[proposer]!;
          return times(value, fraction(num * total!.den, den * total!.num));
        })
        .reduce(plus),
    );
    found.unshift({ gain: after, deals: moves.map(({ deal }) => deal) });
  }
  return found;
}

function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.num, a.den * b.den);
}

function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den + b.num * a.den, a.den * b.den);
}

function compare(a: Fraction, b: Fraction): number {
  return Math.sign(nearest(fraction(a.num * b.den - b.num * a.den, a.den * b.den)));
}
