/** The smallest openings of an empty zone by four measures, each with the deals it leads to and who gives way. */
import { compareDeals, utilityPoints, utilityUnits } from '../deal.ts';
import { inTurn, within } from '../budget.ts';
import { findSigners } from '../coalitions.ts';
import { allConstraints, demandOnly } from '../conflict/demands.ts';
import { ratioNumber } from '../ratio.ts';
import type { Deal, Problem } from '../problem.ts';
import { coalitionRegion } from '../region.ts';
import { findDeal, OutOfNodes } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { findTies } from '../search/tie-census.ts';
import { slackTerms } from '../slack.ts';
import { nashWithin } from '../solution/nash-within.ts';
import { inPoints, larger, minus } from '../units.ts';
import { allRepairs } from './conflicts.ts';
import type { Oracle } from './oracle.ts';
import type { Constraint } from '../answer.ts';
import type { Opening, Openings, OpeningWay, RedLine } from './answer.ts';
import { knownOpenings } from './known-openings.ts';
import { comparePrices, droppableLines, droppedLines, leastPrice, pointsOf } from './price.ts';
import type { Price, Terms } from './price.ts';
import { countMatches } from './counting-party.ts';
import { shortfallObjective } from './shortfall.ts';
import { MOST_SETS, neededSigners } from '../signers.ts';

/** Nodes that a list of equally good deals may take beyond the first. */
const NODES_FOR_TIES = 1_000_000;

/** Sets of parties of the least size that are looked at. */
const MOST_GIVERS = 50;

/** Nodes for the deals of all openings that follow from the ways out, in those of one question; and the least for one. */
const DEAL_QUESTIONS = 4;
const DEAL_SHARE = 1 / 16;

/**
 * The openings of a problem whose zone is proven empty though some deal keeps the rules; at most `most` ways for each.
 * `repairs`: all ways out, as far as they are known to be all; what follows from them is not searched for.
 */
export function smallestOpenings(
  problem: Problem,
  repairs: readonly (readonly Constraint[])[] | null,
  holds: Oracle,
  most: number,
  effort: Effort,
  nodes = Infinity,
): Openings {
  const sets = neededSigners(problem);
  const known = new Map<string, OpeningWay>();
  const measure = <T>(ask: (opener: Opener) => T): T | null =>
    // A list of signers that was cut may lack the cheapest.
    sets.length === MOST_SETS
      ? null
      : (within(effort, nodes, (limited) => ask(new Opener(problem, most, limited, known))) ?? null);
  const { redLines: lines, parties } = knownOpenings(repairs ?? []);
  const told = new Opener(problem, most, effort, known);
  told.openAll([...(lines ?? []).slice(0, most), ...(parties?.sets ?? []).slice(0, most)], nodes);
  const everything = sets.map((signers): Terms => ({ signers, mayCut: signers, mayDrop: signers, spread: false }));
  const spread = everything.map((terms) => ({ ...terms, spread: true }));
  const linesOnly = everything.map((terms) => ({ ...terms, mayCut: [] }));
  const fewest =
    parties === null
      ? measure((opener) => fewestParties(problem, opener, holds, sets))
      : told.among(parties.sets, parties.count);
  if (lines !== null) {
    const nothingCut = told.among(lines, 0);
    return { total: nothingCut, largest: nothingCut, parties: fewest, redLines: told.among(lines, lines[0]!.length) };
  }
  const total = measure((opener) => opener.cheapest(everything));
  return {
    total: total === null ? null : measure((opener) => opener.opening(total, pointsOf)),
    largest: measure((opener) => opener.opening(opener.cheapest(spread), ({ largest }) => ratioNumber(largest))),
    parties: fewest,
    redLines: measure((opener) => {
      const cheapest = opener.cheapest(linesOnly);
      if (cheapest.length === 0 && total === null) throw new OutOfNodes();
      return opener.opening(cheapest.length > 0 ? cheapest : (total ?? []), (price) => price.lines);
    }),
  };
}

/** For every smallest set of parties that can open the zone by giving way, its cheapest way to do so. */
function fewestParties(problem: Problem, opener: Opener, holds: Oracle, sets: readonly (readonly number[])[]): Opening {
  const demands = allConstraints(problem);
  const meets = (firm: readonly number[]): boolean =>
    holds(demands.filter(({ kind, party }) => kind === 'consent' || firm.includes(party)));
  const { repairs, complete } = allRepairs(problem.parties.length, meets, MOST_GIVERS, true);
  const opened = repairs.flatMap((giving) => {
    const able = sets.filter((signers) => giving.every((party) => signers.includes(party)));
    return opener.cheapest(able.map((signers): Terms => ({ signers, mayCut: giving, mayDrop: giving, spread: false })));
  });
  // Where no set was shown to be smallest, nothing is known of the measure.
  if (opened.length === 0) throw new OutOfNodes();
  const opening = opener.opening(opened, ({ terms }) => terms.mayCut.length);
  return { ...opening, complete: complete && opening.complete };
}

/** Whether some party has to sign for less, or for no more, than it asks for. */
function takesPoints({ total, bare }: Price): boolean {
  return total > 0n || bare;
}

interface Found {
  readonly ways: readonly OpeningWay[];
  readonly complete: boolean;
}

class Opener {
  readonly #problem: Problem;
  readonly #most: number;
  readonly #effort: Effort;
  /** Ways known by the red lines that they drop. */
  readonly #nash: Map<string, OpeningWay>;

  constructor(problem: Problem, most: number, effort: Effort, known: Map<string, OpeningWay>) {
    this.#nash = known;
    this.#problem = problem;
    this.#most = most;
    this.#effort = effort;
  }

  /** The least of the prices, more than one where they draw; empty where no deal can be had at any of the terms. */
  cheapest(terms: readonly Terms[]): readonly Price[] {
    let best: Price[] = [];
    for (const entry of terms) {
      const price = leastPrice(this.#problem, entry, this.#effort);
      if (price === null) continue;
      const order = best.length === 0 ? -1 : comparePrices(price, best[0]!);
      if (order < 0) best = [price];
      else if (order === 0) best.push(price);
    }
    return best;
  }

  /** Makes the ways known that leave out these red lines, within the nodes of a few questions. */
  openAll(sets: readonly (readonly RedLine[])[], nodes: number): void {
    const different = [...new Map(sets.map((set) => [JSON.stringify(set), set])).values()];
    const limits = { granted: nodes * DEAL_QUESTIONS, part: nodes * DEAL_SHARE };
    inTurn(different, limits, this.#effort, (set, granted) => this.#nashWay(set, granted));
  }

  /** The opening whose ways are known to be these. */
  among(sets: readonly (readonly RedLine[])[], value: number): Opening {
    const ways = sets.slice(0, this.#most).flatMap((set) => this.#nash.get(JSON.stringify(set)) ?? []);
    return { value, ways: differentWays(ways), complete: ways.length === sets.length };
  }

  opening(prices: readonly Price[], measure: (price: Price) => number): Opening {
    const byPoints = prices.filter(takesPoints).map((price) => this.#byPoints(price));
    const byLines = this.#byRedLines(prices.filter((price) => !takesPoints(price)));
    const ways = [...byLines.ways, ...byPoints.flatMap((found) => found.ways)];
    const complete = byLines.complete && byPoints.every((found) => found.complete);
    const different = differentWays(ways);
    return {
      value: measure(prices[0]!),
      ways: different.slice(0, this.#most),
      complete: complete && different.length <= this.#most,
    };
  }

  /** Deals in which somebody signs for less: all that cost as little. */
  #byPoints(price: Price): Found {
    const { terms, counted, region, utility } = price;
    const objective = shortfallObjective(slackTerms(this.#problem, terms.mayCut));
    const effort: Effort = { nodes: 0, limit: Math.min(NODES_FOR_TIES, this.#left()) };
    try {
      const { deals, total } = findTies(counted.problem, region, objective, utility, this.#most, effort);
      return { ways: deals.map((deal) => this.#pointsWay(terms, deal)), complete: total === BigInt(deals.length) };
    } catch (error) {
      if (!(error instanceof OutOfNodes)) throw error;
      return { ways: [this.#pointsWay(terms, price.deal)], complete: false };
    } finally {
      this.#effort.nodes += effort.nodes;
    }
  }

  /** Sets of red lines that open the zone by themselves, each with a Nash deal of the largest coalition that has one. */
  #byRedLines(prices: readonly Price[]): Found {
    const sets = new Map<string, readonly RedLine[]>();
    for (const price of prices) for (const set of this.#lineSets(price)) sets.set(JSON.stringify(set), set);
    const ways = [...sets.values()].slice(0, this.#most).flatMap((set) => this.#nashWay(set, this.#left()) ?? []);
    return { ways, complete: ways.length === sets.size };
  }

  /** Every smallest set of red lines that opens the zone at this price; one more than asked for where there are more. */
  #lineSets({ terms, lines, deal }: Price): readonly (readonly RedLine[])[] {
    const problem = this.#problem;
    const droppable = droppableLines(problem, terms);
    const patternOf = (line: RedLine) => problem.parties[line.party]!.redLines[line.index]!;
    const sets = [droppedLines(problem, terms, deal)];
    if (lines === 0) return sets;
    while (sets.length <= this.#most) {
      const all = countMatches(
        problem,
        droppable.map(({ pattern }) => pattern),
      );
      const signing = coalitionRegion(
        demandOnly(problem, this.#without(droppable.map(({ line }) => line))),
        terms.signers,
      );
      if (signing === null) throw new RangeError('the signers are enough');
      let region = all.within(signing, -lines);
      let counted = all.problem;
      for (const set of sets) {
        const more = countMatches(counted, set.map(patternOf));
        region = { ...region, floors: [...region.floors, 1 - lines] };
        counted = more.problem;
      }
      const found = findDeal(counted, region, this.#effort);
      if (found === null) break;
      sets.push(droppedLines(problem, terms, found.deal));
    }
    return sets;
  }

  #left(): number {
    return (this.#effort.limit ?? Infinity) - this.#effort.nodes;
  }

  /** The best deal found is shown where so many nodes do not prove it; null where they find no deal at all. */
  #nashWay(dropped: readonly RedLine[], nodes: number): OpeningWay | null {
    const key = JSON.stringify(dropped);
    const known = this.#nash.get(key);
    if (known !== undefined) return known;
    const opened = demandOnly(this.#problem, this.#without(dropped));
    const { signers: zone } = findSigners(opened, this.#effort, nodes);
    if (zone === null) return null;
    const { ties, proven } = nashWithin(opened, zone, zone.deal, 1, this.#effort, nodes);
    const deal = ties.deals[0]!;
    const way: OpeningWay = {
      deal,
      utility: utilityPoints(this.#problem, deal),
      signers: zone.parties,
      cuts: this.#problem.parties.map(() => 0),
      beyond: [],
      dropped,
      nash: true,
      proven,
    };
    this.#nash.set(key, way);
    return way;
  }

  /** Every demand but the given red lines. */
  #without(dropped: readonly RedLine[]): ReturnType<typeof allConstraints> {
    return allConstraints(this.#problem).filter(
      (demand) =>
        demand.kind !== 'redLine' ||
        !dropped.some(({ party, index }) => party === demand.party && index === demand.index),
    );
  }

  #pointsWay(terms: Terms, deal: Deal): OpeningWay {
    return {
      deal,
      utility: utilityPoints(this.#problem, deal),
      signers: terms.signers,
      cuts: this.#problem.parties.map((party, index) =>
        terms.mayCut.includes(index)
          ? inPoints(larger(0, minus(party.reservation, utilityUnits(this.#problem, party, deal))), party.scale)
          : 0,
      ),
      beyond: terms.mayCut.filter((index) => {
        const party = this.#problem.parties[index]!;
        return party.strict && utilityUnits(this.#problem, party, deal) <= party.reservation;
      }),
      dropped: droppedLines(this.#problem, terms, deal),
      nash: false,
      proven: true,
    };
  }
}

/** In option order; where only the signers differ, the way with the fewest. */
function differentWays(ways: readonly OpeningWay[]): readonly OpeningWay[] {
  const byContent = new Map<string, OpeningWay>();
  for (const way of ways) {
    const key = JSON.stringify([way.deal, way.cuts, way.dropped]);
    const known = byContent.get(key);
    if (known === undefined || way.signers.length < known.signers.length) byContent.set(key, way);
  }
  return [...byContent.values()].sort((a, b) => compareDeals(a.deal, b.deal));
}
