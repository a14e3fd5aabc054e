/** What a report on the price of clauses is made from. */
import type { Payments } from '../../engine/explain/refusal.ts';
import type { Deal } from '../../engine/problem.ts';
import type { Case } from '../../report/case.ts';

export interface PriceCase extends Omit<Case, 'answer' | 'seed'> {
  readonly answer: { readonly space: bigint };
  readonly deal: Deal;
  /** "Nash deal", "draft us28". */
  readonly title: string;
  /** False where the deal is the best one found and not proven best. */
  readonly proven: boolean;
  /** Of all parties, the dearest first. */
  readonly swallowed: readonly SwallowedClause[];
  /** The clause that is followed through; null where none is named. */
  readonly followed: Followed | null;
}

export interface SwallowedClause {
  readonly party: number;
  readonly issue: number;
  /** Points lost against its best option of the issue, all else as it is. */
  readonly cost: number;
}

/** One clause of one party, and the deal that is left where the party refuses it. */
export interface Followed extends SwallowedClause {
  readonly option: number;
  /** Null for a clause that costs the party nothing: there is nothing better for it to hold out for. */
  readonly refusal: Refusal | null;
  /** Other clauses by what each gives the party above its worst option of the issue, the most first. */
  readonly carried: readonly { readonly issue: number; readonly points: number }[];
}

export interface Refusal {
  /** True: the party's refusal closes the zone. Null: not decided within the search budget. */
  readonly empty: boolean | null;
  /** The Nash deal that is then left; null where none is known. */
  readonly left: LeftDeal | null;
}

export interface LeftDeal {
  readonly deal: Deal;
  readonly utility: readonly number[];
  readonly proven: boolean;
  /** What the party has in the deal asked about beyond this one. */
  readonly paid: Payments;
  /** Points that it would have to be given elsewhere to take the clause into this one. */
  readonly needed: number;
}
