/**
 * What a proposer offers who knows what everybody would get by waiting: the deal that is best for it among those that
 * enough parties accept.
 */
import { questionNodes } from '../../question-nodes.ts';
import { seekBest, within } from '../../budget.ts';
import { allUnits, compareDeals } from '../../deal.ts';
import type { Deal, Problem } from '../../problem.ts';
import { coalitionRegion, withFloors } from '../../region.ts';
import type { Region } from '../../region.ts';
import type { Effort, Maximum } from '../../search/maximise.ts';
import { Notes } from '../../search/memory.ts';
import type { Memory } from '../../search/memory.ts';
import { minimumObjective, sumObjective } from '../../search/objective.ts';
import { sweepDeals } from '../../search/sweep.ts';
import { findTies } from '../../search/tie-census.ts';
import { MOST_SETS, neededSigners } from '../../signers.ts';
import { compareUnits } from '../../units.ts';
import type { Units } from '../../units.ts';

/** The best that a proposer can get accepted. */
export interface Acceptable {
  /** Null: nothing is accepted by enough. */
  readonly best: Maximum | null;
  /** False where a search was given up. */
  readonly proven: boolean;
}

/**
 * A hard question may take so many times the nodes of one, until all together have taken the nodes of so many; from then on
 * each takes a small part, so that sixty rounds end.
 */
const LONG = 3;
const GENEROUS = 6;
const MEAGRE = 1 / 32;

/** A search takes time before its first node: as much as so many nodes. */
const OPENING = 2000;

/** Deals as good for the proposer that are looked at one by one. */
const SWEPT_DEALS = 1000;

/** Equally good deals that are listed to find the first in option order. */
const LISTED_TIES = 200;

/** The most that one search takes where `nodes` are those of one question. */
export function longNodes(nodes: number): number {
  return Math.ceil(nodes * LONG);
}

/** Answers about one problem, each found once. */
export class Foresight {
  readonly #problem: Problem;
  /** Nodes of one question of an answer. */
  readonly #share: number;
  #spent = 0;
  readonly #swept: number;
  readonly #memory: Memory;
  readonly #known = new Map<string, Acceptable>();
  readonly #signers: (readonly (readonly number[])[])[] = [];

  /** `nodes`: of one question; `swept`: most deals that are looked at one by one. */
  constructor(problem: Problem, nodes = questionNodes(problem), swept = SWEPT_DEALS) {
    this.#problem = problem;
    this.#swept = swept;
    this.#share = nodes;
    this.#memory = new Notes().open(problem);
  }

  /** What all questions so far have taken, in the nodes of one. */
  get spent(): number {
    return this.#spent / this.#share;
  }

  /**
   * The deal that is best for the first of `ranking` among those that enough parties accept, the first of them included.
   * A party accepts what it could sign and what is worth at least its floor. Of equals the best for the next of `ranking`,
   * and so on; then the first in option order. `ranking` has every party once.
   */
  bestFor(ranking: readonly number[], floors: readonly Units[]): Acceptable {
    const key = `${ranking.join()}|${floors.join()}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.#seek(ranking, floors);
    this.#known.set(key, found);
    // With some patience whoever accepts a deal in one round accepts it in the round before.
    if (found.best !== null) this.#memory.noteDeal('offer', found.best);
    return found;
  }

  #seek(ranking: readonly number[], floors: readonly Units[]): Acceptable {
    const sets = this.#signersWith(ranking[0]!);
    let proven = sets.length < MOST_SETS;
    let regions = sets.flatMap((set) => {
      const region = coalitionRegion(this.#problem, set);
      return region === null
        ? []
        : [
            withFloors(
              region,
              set.map((party) => [party, floors[party]!]),
            ),
          ];
    });
    let best: Maximum | null = null;
    for (const party of ranking) {
      const reached = this.#bestLevel(party, regions);
      proven &&= reached.proven;
      if (reached.best === null) return { best, proven };
      ({ best, regions } = reached);
      // What is as good for the proposer as a deal that may not be its best is of no interest.
      if (!proven) return { best, proven };
      // The first level usually leaves so few deals that looking at them all settles the rest.
      const listed = party === ranking[0] && proven ? this.#listed(regions) : null;
      if (listed !== null) return { best: bestOf(ranking, listed), proven };
    }
    return best === null ? { best, proven } : this.#firstOf(regions, best, proven);
  }

  /** Every deal of the regions with its worth; null where they are many. */
  #listed(regions: readonly Region[]): readonly Maximum[] | null {
    const deals = this.#ask((effort, nodes) =>
      within(effort, nodes, (limited) =>
        regions.map((region) => sweepDeals(this.#problem, region, this.#swept, limited)),
      ),
    );
    if (deals === undefined || !deals.every((swept) => swept !== null)) return null;
    return deals.flat().map((deal) => ({ deal, utility: allUnits(this.#problem, deal) }));
  }

  /** The regions in which the party gets the most, with that as its floor. */
  #bestLevel(
    party: number,
    regions: readonly Region[],
  ): { readonly best: Maximum | null; readonly regions: Region[]; readonly proven: boolean } {
    const objective = minimumObjective([{ party, offset: 0, divisor: 1, power: 1 }]);
    let best: Maximum | null = null;
    let proven = true;
    let winners: Region[] = [];
    for (const region of regions) {
      const level: Units = best === null ? -Infinity : best.utility[party]!;
      const asked = withFloors(region, [[party, level]]);
      const found = this.#ask((effort, nodes) => seekBest(this.#problem, asked, objective, effort, nodes));
      proven &&= found.proven;
      if (found.best === null) continue;
      const reached = found.best.utility[party]!;
      if (best === null || reached > level) winners = [];
      if (best === null || reached > level) ({ best } = found);
      winners.push(withFloors(region, [[party, reached]]));
    }
    return { best, regions: winners, proven };
  }

  /** The first in option order of the deals that are worth the same to everybody. */
  #firstOf(regions: readonly Region[], best: Maximum, proven: boolean): Acceptable {
    const everybody = sumObjective(
      this.#problem.parties.map((_, party) => ({ party, offset: 0, divisor: 1, power: 1 })),
    );
    let first: Deal | null = null;
    for (const region of regions) {
      const ties = this.#ask((effort, nodes) =>
        within(effort, nodes, (limited) =>
          findTies(this.#problem, region, everybody, best.utility, LISTED_TIES, limited),
        ),
      );
      const deal = ties?.deals[0];
      if (deal === undefined) return { best, proven: false };
      if (first === null || compareDeals(deal, first) < 0) first = deal;
    }
    return { best: { deal: first ?? best.deal, utility: best.utility }, proven };
  }

  /** A question with as many nodes as it may take: many for the first hard ones, so that all of them together end. */
  #ask<T>(question: (effort: Effort, nodes: number) => T): T {
    const effort: Effort = { nodes: 0, memory: this.#memory };
    const found = question(effort, Math.ceil(this.#share * (this.spent < GENEROUS ? LONG : MEAGRE)));
    this.#spent += OPENING + effort.nodes;
    return found;
  }

  /** The sets of signers that matter where the proposer has to be among them. */
  #signersWith(proposer: number): readonly (readonly number[])[] {
    const { consent } = this.#problem;
    const required = [...new Set([...consent.required, proposer])];
    return (this.#signers[proposer] ??= neededSigners({ ...this.#problem, consent: { ...consent, required } }));
  }
}

/** The best for the first of the ranking, then for the next, and so on; then the first in option order. */
function bestOf(ranking: readonly number[], deals: readonly Maximum[]): Maximum | null {
  const compare = (a: Maximum, b: Maximum): number =>
    ranking.map((party) => compareUnits(b.utility[party]!, a.utility[party]!)).find((sign) => sign !== 0) ??
    compareDeals(a.deal, b.deal);
  return deals.reduce<Maximum | null>((best, one) => (best === null || compare(one, best) < 0 ? one : best), null);
}
