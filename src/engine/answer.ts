/**
 * What the engine answers about a problem: plain readonly data, by party, issue and option number.
 *
 * Utilities, gains, costs and ideals here are in points (units / scale); everything decided on the way was decided
 * in exact integers. An empty zone is an answer, never an error.
 */
import type { Deal } from './problem.ts';

export const SOLUTION_NAMES = [
  'nash',
  'kalai-smorodinsky',
  'egalitarian',
  'utilitarian',
  'relative-utilitarian',
  'equal-loss',
] as const;

export type SolutionName = (typeof SOLUTION_NAMES)[number];

/** A deal with its utility for every party, in points. */
export interface ScoredDeal {
  readonly deal: Deal;
  readonly utility: readonly number[];
}

/** All maximisers of one standard of fairness, smallest in option order first. */
export interface Solution {
  /** False when the search was given up: the deal is then the best one found, or there is none. */
  readonly proven: boolean;
  /** At most the asked number of deals; `total` says how many there are. */
  readonly deals: readonly ScoredDeal[];
  /** Exact number of maximisers, or null when counting them passed its budget (`deals` are then some of them). */
  readonly total: bigint | null;
  /** Search nodes it took to find and prove. */
  readonly nodes: number;
  /** Parties left out because they cannot gain anywhere in the zone (Kalai-Smorodinsky and relative sums only). */
  readonly leftOut: readonly number[];
}

/** A count of deals: exact, or certified bounds with an unbiased estimate and its 95 % interval. */
export type DealCount = { readonly kind: 'exact'; readonly count: bigint } | BoundedCount;

export interface BoundedCount {
  readonly kind: 'bounded';
  readonly low: bigint;
  readonly high: bigint;
  readonly estimate: number;
  readonly interval: readonly [number, number];
}

/** False beyond about 10^300, where no number holds an estimate for certain. */
export function isEstimable({ estimate }: { readonly estimate: number }): boolean {
  return estimate < Number.MAX_VALUE;
}

/** How an option stands in the zone: in all deals, in none, or in some. `unknown` when the budget ran out. */
export type OptionStatus = 'settled' | 'dead' | 'open' | 'unknown';

export interface Zone {
  /** Null: not decided within the search budget. What is not known of the zone is then `unknown` or null. */
  readonly empty: boolean | null;
  readonly count: DealCount;
  /**
   * Share of the zone that contains each option, by flat option number; null where it is not known. Exact where the count
   * is, else estimated from a uniform sample of the zone.
   */
  readonly shares: readonly (number | null)[];
  readonly status: readonly OptionStatus[];
  /** Per party: deals that everyone else needed would sign and this party does not. */
  readonly soleBlocker: readonly DealCount[];
  /** Per party: its best utility in the zone in points, null when the zone is empty or it is not proven best. */
  readonly ideal: readonly (number | null)[];
}

/** A set of parties that can make a deal by themselves, and the deals all of them accept. */
export interface Coalition {
  /** Party indices, ascending. */
  readonly parties: readonly number[];
  /** Null: not decided within the search budget. */
  readonly empty: boolean | null;
  readonly count: DealCount;
}

/** One demand of the empty-zone analysis: a threshold, a red line, or a conditional signature. */
export type Constraint =
  | { readonly kind: 'reservation'; readonly party: number }
  | { readonly kind: 'redLine'; readonly party: number; readonly index: number }
  | { readonly kind: 'consent'; readonly party: number; readonly index: number };

/**
 * A minimal set of demands whose removal opens the zone, and the deals it leads to: the Nash deals of the opened zone,
 * or, where a threshold went, the deals that leave the party worst off against its own least as close to it as can be.
 */
export interface Opening {
  readonly drop: readonly Constraint[];
  readonly count: DealCount;
  readonly coalition: readonly number[];
  readonly rule: 'nash' | 'nearest';
  readonly solution: Solution;
}

/** Why no deal exists: one irreducible set of demands that cannot all be met, and what each way out leads to. */
export interface Collision {
  /** Together impossible; possible once one of them goes. */
  readonly conflict: readonly Constraint[];
  /** One minimal way out through each demand of the conflict, duplicates removed. */
  readonly openings: readonly Opening[];
  /**
   * False where searches were given up. The demands of the conflict exclude each other and each way out opens the zone
   * all the same; but either may name more demands than it takes, and ways out may be missing.
   */
  readonly minimal: boolean;
}

/** Why there is no deal: thresholds, or issues on which red lines, rules and signatures leave nothing. */
export interface Knot {
  /**
   * Sets of issues, any of which left open lets all others be settled; all as small as each other. One empty set: all
   * issues can be settled within every red line, and no such deal reaches enough thresholds.
   */
  readonly open: readonly OpenSet[];
  /** True when no fewer issues do. */
  readonly minimal: boolean;
  /** True when these are all sets of that size. */
  readonly complete: boolean;
  /** Issues on which an option that is not on the list would open the zone. */
  readonly newOptions: NewOptions;
}

export interface OpenSet {
  /** Ascending. */
  readonly issues: readonly number[];
  readonly rest: RestStanding;
}

/**
 * Whether the others reach the thresholds of those who sign. `enough`: even where each open issue is worth as little to
 * everybody as its worst option. `depends`: where they are worth as much as their best options. `short`: not even then.
 */
export type RestStanding = 'enough' | 'depends' | 'short' | 'unknown';

export interface NewOptions {
  readonly found: readonly NewOption[];
  /** False where an issue was not decided. */
  readonly complete: boolean;
}

/** An issue on which a new option could open the zone. */
export interface NewOption {
  readonly issue: number;
  /** Who would sign. */
  readonly coalition: readonly number[];
  /** The least that the option must be worth, none of them below another in every party. */
  readonly least: readonly LeastWorth[];
}

export interface LeastWorth {
  /** By party, in points: no less than its worst option on the issue; null for a party outside the coalition. */
  readonly points: readonly (number | null)[];
  /** By party: where that lies between its worst option on the issue (0) and its best (1); null as above, or where all are equal. */
  readonly share: readonly (number | null)[];
  /** False where the search was given up: less may do. */
  readonly proven: boolean;
}

/** An issue where a deal costs a party against its best option there. */
export interface ClauseCost {
  readonly issue: number;
  /** Points lost against the party's best option of the issue; positive. */
  readonly cost: number;
}

/** Holds for each completion of a draft, for none, or for some; `unknown` when the search budget ran out. */
export type Verdict = boolean | 'open' | 'unknown';

export interface DraftPartyAnswer {
  /** Utility in points; for a partial draft the least and most over its completions. */
  readonly utility: { readonly min: number; readonly max: number };
  /** False where a search was given up: the least is then at least `min` and the most at most `max`. */
  readonly exact: boolean;
  /** Points missing to the reservation value, 0 when reached; for a partial draft at its best completion. */
  readonly shortfall: number;
  readonly accepts: Verdict;
  /** Indices of the party's red lines that the draft (every completion of it) matches. */
  readonly redLines: readonly number[];
  /** Clauses of the draft by what they cost this party, dearest first. */
  readonly costs: readonly ClauseCost[];
}

/** A published version held against the zone. */
export interface DraftAnswer {
  readonly complete: boolean;
  /** Public rules (indices of `Problem.forbidden`) that the draft breaks; its utilities stand all the same. */
  readonly broken: readonly number[];
  /** Public rules on sums (indices of `Problem.sums`) that the draft breaks, however it is completed. */
  readonly brokenSums: readonly number[];
  readonly parties: readonly DraftPartyAnswer[];
  /** Parties that refuse (every completion of) the draft, ascending. */
  readonly blockedBy: readonly number[];
  readonly inZone: Verdict;
  /** Null for a partial draft, or where the search budget ran out. */
  readonly efficient: boolean | null;
  /** A deal that is better for someone and worse for no one, with the most summed gain; null where none is known. */
  readonly dominatedBy: ScoredDeal | null;
}

/** No deal held against the parties, which nobody has to sign. */
export interface NoDealAnswer {
  /** By party, in points: what no deal is worth to it. */
  readonly utility: readonly number[];
  /** False: a deal is better for someone and worse for no one; null: not known within the search budget. */
  readonly efficient: boolean | null;
  /** Such a deal, with the most summed gain; null where none is known. */
  readonly dominatedBy: ScoredDeal | null;
}

/** An efficient utility vector, with the smallest deal in option order that has it. */
export interface FrontierPoint extends ScoredDeal {
  /** How many deals have this utility for every party. */
  readonly variants: DealCount;
}

/** The efficient deals of a region, all of them or a spread. */
export interface Frontier {
  /** True when every efficient utility vector of the region is among the points. */
  readonly exact: boolean;
  /**
   * Proven, by the measure asked for: for every efficient deal there is a point that is at most this much worse for each
   * party. 0 when exact, Infinity where nothing is proven.
   */
  readonly epsilon: number;
  /** Empty when the region has no deal; or, with an epsilon of Infinity, when the search found none in time. */
  readonly points: readonly FrontierPoint[];
  /** Search nodes it took. */
  readonly nodes: number;
}

/** A number of points exactly, for reports that round what is allowed down and what is needed up. */
export interface ExactPoints {
  /** num / den points in lowest terms; `den` is positive. */
  readonly num: bigint;
  readonly den: bigint;
  /** False where it is a bound that is not reached itself: a party that signs only for more. */
  readonly attained: boolean;
}

export interface Answer {
  readonly space: bigint;
  /** Combinations that keep the public rules; null where there are none. */
  readonly lawful: DealCount | null;
  readonly zone: Zone;
  /** Every coalition that can make some deal, largest first; cut after a cap, see `coalitionsCut`. */
  readonly coalitions: readonly Coalition[];
  readonly coalitionsCut: boolean;
  /** The signers the solutions are for: the asked one, or the largest with a deal; null when no deal is known. */
  readonly coalition: readonly number[] | null;
  /** False where a larger coalition with a deal is not ruled out. */
  readonly coalitionProven: boolean;
  /** Null when no deal is known. */
  readonly solutions: Readonly<Record<SolutionName, Solution>> | null;
  /**
   * The most points by which everybody's reservation values can rise together with a deal left that enough parties sign,
   * or, where signers were asked for, these (negative: how far each would have to come down). Null when red lines leave
   * no deal.
   */
  readonly uniformSlack: number | null;
  readonly uniformSlackExact: ExactPoints | null;
  /** False where the search was given up: the slack is the most found, and there may be more. */
  readonly uniformSlackProven: boolean;
  /** Null when the zone is not proven empty, or when it is not known whether the rules alone leave a deal. */
  readonly collision: Collision | null;
  /** Null where there is no collision, or where the search budget ran out. */
  readonly knot: Knot | null;
  readonly drafts: readonly DraftAnswer[];
  /** Null unless asked for. */
  readonly noDeal: NoDealAnswer | null;
  /** Search nodes of the whole answer. */
  readonly nodes: number;
}
