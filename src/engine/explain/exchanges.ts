/**
 * Exchanges of two or three clauses of a deal: logrolls, which leave nobody worse off, and packages, two clauses that
 * the signers accept only together. Deals within three clauses of the given one are few, and each is looked at.
 *
 * The loops over pairs and triples run on flat arrays of single changes; what cannot pay even with every adjustment in
 * its favour is passed over.
 */
import { allUnits, inZone, keepsRules, matches, utilityPoints } from '../deal.ts';
import type { Deal, Pattern, Problem } from '../problem.ts';
import { issueCount, optionCount } from '../problem.ts';
import { inCoarse, coarseParty } from '../search/coarse.ts';
import { inPoints, minus } from '../units.ts';
import type { Units } from '../units.ts';
import type { ClauseChange, Exchange, Exchanges } from './answer.ts';

/** With more single changes than this, three at a time are too many to look at. */
const MOST_FOR_TRIPLES = 700;

/** Exchanges from a complete deal; at most `most` of each kind are listed, those with the largest least gain first. */
export function exchangesFrom(problem: Problem, deal: Deal, most: number): Exchanges {
  const changes = singleChanges(problem, deal);
  const triples = changes.length <= MOST_FOR_TRIPLES;
  const neighbourhood = new Neighbourhood(problem, deal);
  const found: Exchange[] = [];
  let looks = mostLooks(problem);
  /** False once too many were looked at. */
  const consider = (set: readonly ClauseChange[]): boolean => {
    if (--looks < 0) return false;
    if (neighbourhood.pays(set)) found.push(neighbourhood.exchange(set));
    return true;
  };
  const all = new Combinations(problem, deal, changes).forEachPromising(triples, consider);
  const packages: Exchange[] = [];
  const allPackages =
    !inZone(problem, deal) || neighbourhood.forEachPackage(changes, mostLooks(problem), (pair) => packages.push(pair));
  return {
    from: { deal, utility: utilityPoints(problem, deal) },
    logrolls: bestOf(found, most),
    logrollCount: found.length,
    packages: bestOf(packages, most),
    packageCount: packages.length,
    triples,
    complete: all && allPackages,
  };
}

/** Pairs of changes that are glanced at. */
const PAIRS = 3e8;

/** Readings of deals that one list of exchanges may take. */
const READINGS = 2e8;

/** Readings that a look takes at the least, however few parties and issues there are. */
const LEAST_READINGS = 150;

/** A deal is read party by party and issue by issue. */
function mostLooks(problem: Problem): number {
  return Math.ceil(READINGS / Math.max(LEAST_READINGS, problem.parties.length * issueCount(problem)));
}

function singleChanges(problem: Problem, deal: Deal): readonly ClauseChange[] {
  return Array.from({ length: issueCount(problem) }, (_, issue) =>
    Array.from({ length: optionCount(problem, issue) }, (__, option) => ({ issue, option })).filter(
      ({ option }) => option !== deal[issue],
    ),
  ).flat();
}

/** Everyone better off first, then by the least gain, then by all gains together. */
function bestOf(exchanges: readonly Exchange[], most: number): readonly Exchange[] {
  const measured = exchanges.map((exchange) => ({
    exchange,
    least: Math.min(...exchange.gain),
    total: exchange.gain.reduce((sum, points) => sum + points, 0),
  }));
  measured.sort(
    (a, b) =>
      Number(b.exchange.everyone) - Number(a.exchange.everyone) ||
      b.least - a.least ||
      b.total - a.total ||
      a.exchange.changes.length - b.exchange.changes.length,
  );
  return measured.slice(0, most).map(({ exchange }) => exchange);
}

/** What becomes of a deal when a few of its clauses change. */
class Neighbourhood {
  readonly #problem: Problem;
  readonly #deal: Deal;
  readonly #units: readonly Units[];
  /** Red lines that the deal does not cross. */
  readonly #uncrossed: readonly Pattern[];
  readonly #lawful: boolean;

  constructor(problem: Problem, deal: Deal) {
    this.#problem = problem;
    this.#deal = deal;
    this.#units = allUnits(problem, deal);
    this.#uncrossed = problem.parties.flatMap(({ redLines }) => redLines.filter((line) => !matches(deal, line)));
    this.#lawful = keepsRules(problem, deal);
  }

  /** True when nobody is worse off, somebody is better off, and no part of the changes does that by itself. */
  pays(changes: readonly ClauseChange[]): boolean {
    return this.#improves(changes) && !properParts(changes).some((part) => this.#improves(part));
  }

  exchange(changes: readonly ClauseChange[]): Exchange {
    const { parties } = this.#problem;
    const gain = this.#gains(changes).map((units, party) => inPoints(units, parties[party]!.scale));
    return { changes, gain, everyone: gain.every((points) => points > 0) };
  }

  /**
   * Tells every pair of changes after which the deal is still one of the zone, though after either alone it is not;
   * false when it takes more looks than that to see them all.
   */
  forEachPackage(changes: readonly ClauseChange[], looks: number, tell: (found: Exchange) => void): boolean {
    const refused = changes.filter((change) => !inZone(this.#problem, this.#after([change])));
    const next = nextIssues(refused);
    let left = looks;
    for (const [k, first] of refused.entries()) {
      for (let other = next[k]!; other < refused.length; other++) {
        const pair = [first, refused[other]!];
        if (--left < 0) return false;
        if (inZone(this.#problem, this.#after(pair))) tell(this.exchange(pair));
      }
    }
    return true;
  }

  #improves(changes: readonly ClauseChange[]): boolean {
    const gains = this.#gains(changes);
    if (gains.some((units) => units < 0) || !gains.some((units) => units > 0)) return false;
    const deal = this.#after(changes);
    if (this.#lawful && !keepsRules(this.#problem, deal)) return false;
    return !this.#uncrossed.some((line) => matches(deal, line));
  }

  #gains(changes: readonly ClauseChange[]): readonly Units[] {
    return allUnits(this.#problem, this.#after(changes)).map((units, party) => minus(units, this.#units[party]!));
  }

  #after(changes: readonly ClauseChange[]): Deal {
    const deal = [...this.#deal];
    for (const { issue, option } of changes) deal[issue] = option;
    return deal;
  }
}

/** By change, where those of later issues begin; changes come issue by issue. */
function nextIssues(changes: readonly ClauseChange[]): Int32Array {
  const next = new Int32Array(changes.length);
  for (let k = changes.length - 1; k >= 0; k--) {
    const isLast = changes[k + 1]?.issue !== changes[k]!.issue;
    next[k] = isLast ? k + 1 : next[k + 1]!;
  }
  return next;
}

function properParts(changes: readonly ClauseChange[]): readonly (readonly ClauseChange[])[] {
  const without = changes.map((_, k) => changes.filter((__, other) => other !== k));
  return changes.length < 3 ? without : [...without, ...changes.map((change) => [change])];
}

/** By how many coarse units a difference can be too small. */
function slackOf(shift: number): number {
  return shift === 0 ? 0 : 4;
}

/** Pairs and triples of changes on different issues, those left out that cannot pay. Hot code. */
class Combinations {
  readonly #changes: readonly ClauseChange[];
  readonly #parties: number;
  /** The most each change can be worth to each party, of a wide one in coarse units: `change * parties + party`. */
  readonly #most: Float64Array;

  constructor(problem: Problem, deal: Deal, changes: readonly ClauseChange[]) {
    const { parties, offsets } = problem;
    this.#changes = changes;
    this.#parties = parties.length;
    this.#most = new Float64Array(changes.length * parties.length);
    const coarse = parties.map((party) => coarseParty(problem, party));
    changes.forEach(({ issue, option }, change) => {
      parties.forEach(({ adjustments }, party) => {
        const { column, shift } = coarse[party]!;
        let units = column[offsets[issue]! + option]! - column[offsets[issue]! + deal[issue]!]! + slackOf(shift);
        for (const { when, units: worth } of adjustments) {
          if (when.clauses.some((clause) => clause.issue === issue)) {
            units += Math.abs(inCoarse(worth, shift)) + slackOf(shift);
          }
        }
        this.#most[change * parties.length + party] = units;
      });
    });
  }

  /** Calls back with every pair, and if asked every triple, that may leave nobody worse off; false once told to stop. */
  forEachPromising(triples: boolean, consider: (set: readonly ClauseChange[]) => boolean): boolean {
    const count = this.#changes.length;
    const next = nextIssues(this.#changes);
    const pair = new Float64Array(this.#parties);
    let left = PAIRS;
    for (let first = 0; first < count; first++) {
      for (let second = next[first]!; second < count; second++) {
        if (--left < 0) return false;
        let promising = true;
        for (let party = 0; party < this.#parties; party++) {
          const units = this.#most[first * this.#parties + party]! + this.#most[second * this.#parties + party]!;
          pair[party] = units;
          if (units < 0) promising = false;
        }
        if (promising && !consider([this.#changes[first]!, this.#changes[second]!])) return false;
        for (let third = triples ? next[second]! : count; third < count; third++) {
          if (!this.#lifts(pair, third)) continue;
          if (!consider([this.#changes[first]!, this.#changes[second]!, this.#changes[third]!])) return false;
        }
      }
    }
    return true;
  }

  #lifts(pair: Float64Array, third: number): boolean {
    for (let party = 0; party < this.#parties; party++) {
      if (pair[party]! + this.#most[third * this.#parties + party]! < 0) return false;
    }
    return true;
  }
}
