/** What the parties did in a session: which clauses each offer moved, and what each party gave up for whom. */
import type { Offer, Session } from '../../engine/bargain/answer.ts';
import type { Deal } from '../../engine/problem.ts';

/** A clause that an offer has otherwise than the last one of the same party. */
export interface ClauseMove {
  readonly issue: number;
  readonly from: number;
  readonly to: number;
}

/** An offer beside the last one of its party; the first of a party moves nothing. */
export interface OfferMove {
  readonly offer: Offer;
  /** Null: the first of its party. */
  readonly before: Offer | null;
  readonly clauses: readonly ClauseMove[];
}

/** The offers in their order; a mediator's texts are those of one party. */
export function movesOf({ offers }: Session): readonly OfferMove[] {
  const last = new Map<number | null, Offer>();
  return offers.map((offer) => {
    const before = last.get(offer.party) ?? null;
    last.set(offer.party, offer);
    return { offer, before, clauses: before === null ? [] : differences(before.deal, offer.deal) };
  });
}

function differences(from: Deal, to: Deal): readonly ClauseMove[] {
  return [...to.keys()].flatMap((issue) =>
    from[issue] === to[issue] ? [] : [{ issue, from: from[issue]!, to: to[issue]! }],
  );
}

/** What one party's offers came down by, from its first to its last. */
export interface Concession {
  readonly party: number;
  readonly first: Offer;
  readonly last: Offer;
  /** Offers that differ from the one before. */
  readonly moves: number;
  readonly clauses: readonly ClauseMove[];
  /** By party, in points: what the last offer is worth more than the first. Its own is what it gave up, turned. */
  readonly gain: readonly number[];
}

/** Of each party that made an offer, in the order of the parties. */
export function concessionsOf(session: Session): readonly Concession[] {
  const moves = movesOf(session);
  const parties = [...new Set(moves.flatMap(({ offer }) => offer.party ?? []))].toSorted((a, b) => a - b);
  return parties.map((party) => {
    const own = moves.filter(({ offer }) => offer.party === party);
    const [first, last] = [own[0]!.offer, own.at(-1)!.offer];
    return {
      party,
      first,
      last,
      moves: own.filter(({ clauses }) => clauses.length > 0).length,
      clauses: differences(first.deal, last.deal),
      gain: last.utility.map((value, k) => value - first.utility[k]!),
    };
  });
}

/** Where one clause went: who changed it how often, and when it was last changed. */
export interface ClauseHistory {
  readonly issue: number;
  /** How often each party changed it in its own offers, by party. */
  readonly changes: readonly number[];
  /** Of its last change. */
  readonly round: number;
}

/** Clauses that somebody moved, the most moved first. */
export function clauseHistories(session: Session, parties: number): readonly ClauseHistory[] {
  const known = new Map<number, { changes: number[]; round: number }>();
  for (const { offer, clauses } of movesOf(session)) {
    if (offer.party === null) continue;
    for (const { issue } of clauses) {
      const history = known.get(issue) ?? { changes: Array.from({ length: parties }, () => 0), round: 0 };
      history.changes[offer.party]! += 1;
      history.round = offer.round;
      known.set(issue, history);
    }
  }
  const total = ({ changes }: { readonly changes: readonly number[] }) => changes.reduce((sum, each) => sum + each, 0);
  return [...known]
    .map(([issue, history]) => ({ issue, ...history }))
    .toSorted((a, b) => total(b) - total(a) || a.issue - b.issue);
}

/** By round from 1, the utilities of the offer that stands at its end; null before the first offer. */
export function standingUtilities({ offers }: Session, rounds: number): readonly (readonly number[] | null)[] {
  let standing: readonly number[] | null = null;
  let next = 0;
  return Array.from({ length: rounds }, (_, k) => {
    for (; next < offers.length && offers[next]!.round === k + 1; next++) standing = offers[next]!.utility;
    return standing;
  });
}
