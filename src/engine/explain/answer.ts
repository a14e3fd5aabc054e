/**
 * What `explain` answers: why there is no deal and what would open one, how firm a zone is, how a draft gets into it, and
 * which exchanges of clauses pay. Numbers are in points; parties, issues and options by their numbers.
 */
import type {
  Constraint,
  DealCount,
  DraftAnswer,
  ExactPoints,
  NewOptions,
  OptionStatus,
  ScoredDeal,
} from '../answer.ts';

export interface Explanation {
  readonly space: bigint;
  /** Null: not decided within the search budget. */
  readonly empty: boolean | null;
  /** Null when the zone is not proven empty. */
  readonly obstacles: Obstacles | null;
  readonly slack: Slack;
  /** Null when the zone is not known to have a deal. */
  readonly firmness: Firmness | null;
  readonly drafts: readonly DraftExplanation[];
  /** From the Nash deal of the largest coalition; null when there is none, or none that is proven. */
  readonly exchanges: Exchanges | null;
}

/** Why the zone is empty. */
export interface Obstacles {
  /** Minimal sets of demands that exclude each other, the smallest first. */
  readonly conflicts: readonly (readonly Constraint[])[];
  /** Minimal sets of demands whose removal opens the zone, the smallest first. */
  readonly repairs: readonly (readonly Constraint[])[];
  /** True when both lists hold all there are. */
  readonly complete: boolean;
  readonly openings: Openings;
  /** Issues on which an option that is not on the list would open the zone; not complete where one was not decided. */
  readonly newOptions: NewOptions;
}

/**
 * The smallest opening by four measures. A party gives way by points, below its reservation value, or by dropping a red
 * line. Measures of points keep as many red lines as points can keep; the measure of red lines keeps the thresholds
 * where it can. What a measure leaves open goes to the fewest red lines, then to the fewest points in total. Null where
 * the search budget ran out.
 */
export interface Openings {
  /** Sum of the points given up. */
  readonly total: Opening | null;
  /** Most points that one party gives up. */
  readonly largest: Opening | null;
  /** Number of parties that give way. */
  readonly parties: Opening | null;
  /** Number of red lines dropped. */
  readonly redLines: Opening | null;
}

export interface Opening {
  readonly value: number;
  /** The ways to open the zone at this price: one deal or several for each. */
  readonly ways: readonly OpeningWay[];
  /** False when there are more ways than listed. */
  readonly complete: boolean;
}

export interface OpeningWay extends ScoredDeal {
  /** Whose signatures make the deal. */
  readonly signers: readonly number[];
  /** Points each party gives up, 0 for those that give up none. */
  readonly cuts: readonly number[];
  /** Parties that have to give up more than that, however little: they sign only for more than they ask for. */
  readonly beyond: readonly number[];
  /** Red lines that the signers drop. */
  readonly dropped: readonly RedLine[];
  /** True when the zone opens without points: the deal is then a Nash deal of the zone without these red lines. */
  readonly nash: boolean;
  /** False where the Nash deal is the best one found and not proven best. */
  readonly proven: boolean;
}

export type RedLine = Extract<Constraint, { readonly kind: 'redLine' }>;

export interface Slack {
  /** The most by which all thresholds can rise together; see `Answer.uniformSlack`. */
  readonly uniform: number | null;
  readonly uniformExact: ExactPoints | null;
  /** False where the search was given up: the slack is the most found. */
  readonly uniformProven: boolean;
  /** By party. */
  readonly headroom: readonly Headroom[];
}

/**
 * The most by which one party's threshold alone can rise with a deal left; negative: by how much it alone must come
 * down for one. `unneeded`: deals are left whatever the party asks for, since others can sign without it. `apart`: no
 * threshold of this party opens the zone. `unknown`: the search budget ran out.
 */
export type Headroom =
  | { readonly kind: 'points'; readonly points: number; readonly exact: ExactPoints }
  | { readonly kind: 'unneeded' }
  | { readonly kind: 'apart' }
  | { readonly kind: 'unknown' };

/** An option that is in no deal of the zone, with what is enough for that by itself. */
export interface DeadOption {
  /** Flat option number. */
  readonly row: number;
  /** The rules leave no combination with it. */
  readonly ruledOut: boolean;
  /** Parties that sign no combination with it; `byRedLines`: whatever their thresholds. */
  readonly refusedBy: readonly { readonly party: number; readonly byRedLines: boolean }[];
}

/** How firm a zone is that is not empty. */
export interface Firmness {
  /** By flat option number. */
  readonly status: readonly OptionStatus[];
  /** In the order of the options; the first ones where there are thousands. */
  readonly dead: readonly DeadOption[];
  /** By party: options (flat numbers) whose refusal by this party alone would close the zone. */
  readonly closing: readonly (readonly number[])[];
  /** Red lines by how much more everybody could ask for without each, the tightest first; those without effect left out. */
  readonly tightest: readonly { readonly line: RedLine; readonly points: number }[];
  readonly soleBlocker: readonly DealCount[];
  /** False where searches were given up: options may be unknown, and more refusals or red lines may matter than named. */
  readonly complete: boolean;
}

export interface DraftExplanation {
  /** Number of the draft among those asked about. */
  readonly draft: number;
  readonly answer: DraftAnswer;
  /** Into the zone; where it is empty, into the zones that open without the demands of a smallest repair, a few of them. */
  readonly edits: readonly EditsWithout[];
  /** False where the search for edits was given up for some of these zones. */
  readonly editsComplete: boolean;
  /** Single clauses that somebody would rather have otherwise and nobody minds; the most gain first. */
  readonly pleasing: readonly PleasingChange[];
  /** Null for a draft that leaves issues open. */
  readonly exchanges: Exchanges | null;
}

export interface ClauseChange {
  readonly issue: number;
  /** The new option. */
  readonly option: number;
}

export interface EditsWithout {
  /** Demands set aside to open the zone; none where it is open. */
  readonly without: readonly Constraint[];
  readonly edits: Edits;
}

/** The fewest clauses of a draft to change so that a deal of the zone has all its others. */
export interface Edits {
  readonly distance: number;
  /** Different sets of changes of that size, each with a deal it leads to. */
  readonly ways: readonly EditWay[];
  /** False when there are more. */
  readonly complete: boolean;
  /** How many there are where that is known. */
  readonly count: bigint | null;
}

export interface EditWay extends ScoredDeal {
  readonly changes: readonly ClauseChange[];
}

export interface PleasingChange extends ClauseChange {
  /** By party, at least 0; for a draft with open issues the least of all completions. */
  readonly gain: readonly number[];
}

/** Exchanges of two or three clauses of a deal. */
export interface Exchanges {
  readonly from: ScoredDeal;
  /** Leaves everyone better off, or nobody worse and somebody better. No part of an exchange does so by itself. */
  readonly logrolls: readonly Exchange[];
  readonly logrollCount: number;
  /** Two clauses that the signers accept only together; empty where the deal is not in the zone. */
  readonly packages: readonly Exchange[];
  readonly packageCount: number;
  /** False where only exchanges of two were looked at. */
  readonly triples: boolean;
  /** False where not every exchange was looked at: there may be more than counted, and better ones than listed. */
  readonly complete: boolean;
}

export interface Exchange {
  readonly changes: readonly ClauseChange[];
  /** Points that each party gains. */
  readonly gain: readonly number[];
  readonly everyone: boolean;
}
