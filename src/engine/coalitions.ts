/**
 * The coalitions that can make a deal: sets of parties that are enough for at least some clauses.
 *
 * Unanimity has one. A quorum or a conditional signature has several; each has its own zone, the deals that all its
 * members accept and that need nobody else.
 */
import { seekDeal, within } from './budget.ts';
import { acceptingParties, inZone, suffices } from './deal.ts';
import type { Deal, Problem } from './problem.ts';
import { minimalConflict } from './conflict/quick-xplain.ts';
import { leastSigned } from './problem.ts';
import type { Region } from './region.ts';
import { coalitionRegion } from './region.ts';
import { OutOfNodes } from './search/maximise.ts';
import type { Effort, Maximum } from './search/maximise.ts';
import type { CoalitionZone } from './solution/solutions.ts';
import { subsetsOfSize } from './subsets.ts';

/** Coalitions that are looked at one by one; rules with more (large bodies with a low quorum) are cut here. */
export const COALITION_CAP = 64;

export interface Coalitions {
  /** Largest first, then in party order. */
  readonly zones: readonly CoalitionZone[];
  /** True when the rule has more coalitions than were listed. */
  readonly cut: boolean;
}

/** Lists the coalitions with the deals each could sign, largest first. */
export function listCoalitions(problem: Problem): Coalitions {
  const zones: CoalitionZone[] = [];
  for (const parties of subsetsLargestFirst(problem)) {
    const region = coalitionRegion(problem, parties);
    if (region === null) continue;
    if (zones.length === COALITION_CAP) return { zones, cut: true };
    zones.push({ parties, region });
  }
  return { zones, cut: false };
}

/** Every superset of the always required parties that reaches the quorum, largest first. */
function* subsetsLargestFirst(problem: Problem): Generator<readonly number[]> {
  const { required, quorum } = problem.consent;
  const optional = problem.parties.map((_, party) => party).filter((party) => !required.includes(party));
  for (let size = optional.length; size >= Math.max(0, quorum - required.length); size--) {
    for (const others of subsetsOfSize(optional, size)) {
      yield [...required, ...others].sort((a, b) => a - b);
    }
  }
}

/** A coalition with a deal that it can sign. */
export interface Signers extends CoalitionZone {
  readonly deal: Deal;
}

/** Who signs, as far as it is known. */
export interface Signing {
  /** A coalition that has a deal; null: none was found. */
  readonly signers: Signers | null;
  /** True: it is the first of all, largest first; or, where none was found, the zone is empty. */
  readonly proven: boolean;
}

/**
 * The first coalition, largest first, that has a deal to sign; null when the zone is proven empty.
 * @throws OutOfNodes where the effort has a limit
 */
export function firstWithDeal(problem: Problem, effort: Effort): Signers | null {
  const { signers, proven } = findSigners(problem, effort, Infinity);
  if (!proven) throw new OutOfNodes();
  return signers;
}

/** Sets of parties put together, and comparisons of them, before the rest of them is left untried. */
const MOST_STEPS = 20_000_000;

/** Coalitions that share the nodes of one question, where there are more. */
const SHARES = 64;

/** The first coalition, largest first, that has a deal to sign, as far as so many nodes show. */
export function findSigners(problem: Problem, effort: Effort, nodes: number): Signing {
  const found = within(effort, nodes, (limited) => new SignerSearch(problem, limited, nodes / 2).run());
  return found ?? { signers: null, proven: false };
}

/**
 * Sets of parties that turn out to exclude each other are remembered, so that no coalition containing one is tried
 * again. So are the deals met on the way, which may be deals of the zone by themselves.
 */
class SignerSearch {
  readonly #problem: Problem;
  readonly #effort: Effort;
  readonly #nodes: number;
  readonly #optional: readonly number[];
  readonly #missing: number;
  /** Sets of optional parties that cannot all accept one deal, whoever else is asked; by each party, those it is in. */
  readonly #excluding: (readonly number[])[][];
  /** Who accepts the deals met so far: their subsets agree on something without another search. */
  readonly #agreeing: ReadonlySet<number>[] = [];
  #met: Deal | null = null;
  /** The required parties alone exclude each other. */
  #hopeless = false;
  #steps = 0;
  /** False once a coalition was passed over without knowing whether it has a deal. */
  #proven = true;

  /** `nodes`: for one question, shared by the coalitions it is about. */
  constructor(problem: Problem, effort: Effort, nodes: number) {
    const { required, quorum } = problem.consent;
    this.#problem = problem;
    this.#effort = effort;
    this.#excluding = problem.parties.map(() => []);
    this.#optional = [...problem.parties.keys()].filter((party) => !required.includes(party));
    this.#missing = Math.max(0, quorum - required.length);
    const sets = 2 ** (this.#optional.length - this.#missing);
    this.#nodes = nodes / Math.min(SHARES, sets);
  }

  run(): Signing {
    if (this.#agree([]) === false) return { signers: null, proven: true };
    for (let size = this.#optional.length; size >= this.#missing; size--) {
      const signers = this.#extend([], 0, size);
      if (signers !== null) return { signers, proven: this.#proven };
      if (size > this.#missing && this.#spent()) {
        this.#giveUp();
        break;
      }
    }
    // The required parties alone exclude each other: nobody signs, whatever was passed over.
    if (this.#hopeless) return { signers: null, proven: true };
    return { signers: this.#proven ? null : this.#signersOfMet(), proven: this.#proven };
  }

  #spent(): boolean {
    return this.#effort.nodes >= (this.#effort.limit ?? Infinity) || this.#steps > MOST_STEPS;
  }

  /** Leaves coalitions untried. */
  #giveUp(): void {
    this.#proven = false;
    this.#effort.memory?.noteGivenUp();
  }

  #excludes(others: readonly number[]): boolean {
    return this.#hopeless || others.some((party) => this.#excludedWith(party, new Set(others)));
  }

  /** Whether a set that excludes itself is among these parties, the party being in it. */
  #excludedWith(party: number, among: ReadonlySet<number>): boolean {
    const sets = this.#excluding[party]!;
    this.#steps += sets.length;
    return sets.some((set) => set.every((other) => among.has(other)));
  }

  #seek(region: Region): Maximum | null | undefined {
    return seekDeal(this.#problem, region, this.#effort, this.#nodes);
  }

  /** Whether the required and these parties accept some deal in common; undefined where it is not known. */
  #agree(others: readonly number[]): boolean | undefined {
    if (this.#agreeing.some((set) => others.every((party) => set.has(party)))) return true;
    if (this.#excludes(others)) return false;
    const problem = this.#problem;
    const found = this.#seek(acceptedByAll(problem, [...problem.consent.required, ...others]));
    if (found === undefined || found === null) return found === null ? false : undefined;
    const accepting = acceptingParties(problem, found.deal);
    this.#agreeing.push(accepting);
    if (suffices(problem, found.deal, accepting)) this.#met ??= found.deal;
    return true;
  }

  #tryCoalition(others: readonly number[]): Signers | null {
    const parties = [...this.#problem.consent.required, ...others].sort((a, b) => a - b);
    const region = coalitionRegion(this.#problem, parties);
    const found = region === null ? null : this.#seek(region);
    if (region !== null && found) return { parties, region, deal: found.deal };
    if (found === undefined) this.#proven = false;
    // What fails only for want of a conditional signature says nothing about larger coalitions.
    if (found === null && this.#agree(others) === false) {
      // A set that is not known to exclude each other is left out of none, so what remains does for certain.
      this.#remember(minimalConflict(others, (set) => this.#agree(set) !== false));
    }
    return null;
  }

  #remember(set: readonly number[]): void {
    if (set.length === 0) this.#hopeless = true;
    for (const party of set) this.#excluding[party]!.push(set);
  }

  #extend(others: readonly number[], from: number, missing: number): Signers | null {
    this.#steps++;
    // The parties without the last one were looked at before.
    const last = others.at(-1);
    if (this.#hopeless || (last !== undefined && this.#excludedWith(last, new Set(others)))) return null;
    if (missing === 0) return this.#tryCoalition(others);
    for (let index = from; index <= this.#optional.length - missing; index++) {
      if (this.#spent()) {
        this.#giveUp();
        return null;
      }
      const found = this.#extend([...others, this.#optional[index]!], index + 1, missing - 1);
      if (found !== null) return found;
    }
    return null;
  }

  #signersOfMet(): Signers | null {
    return this.#met === null ? null : signersOf(this.#problem, this.#met);
  }
}

/** All who accept a deal of the zone, as the coalition that signs it; null when they are not enough. */
export function signersOf(problem: Problem, deal: Deal): Signers | null {
  if (!inZone(problem, deal)) return null;
  const parties = [...acceptingParties(problem, deal)].sort((a, b) => a - b);
  const region = coalitionRegion(problem, parties);
  return region === null ? null : { parties, region, deal };
}

/** The deals that keep the rules and that all the parties accept, whoever else may be needed. */
function acceptedByAll(problem: Problem, parties: readonly number[]): Region {
  return {
    floors: problem.parties.map((party, index) => (parties.includes(index) ? leastSigned(party) : -Infinity)),
    sums: problem.sums,
    forbidden: [...problem.forbidden, ...parties.flatMap((party) => problem.parties[party]!.redLines)],
  };
}
