/**
 * Offers in turn with complete information as a game of perfect information: who may offer which deal, how the votes on it
 * go, and how large the tree of so many rounds is.
 *
 * Backward induction in this tree, with whoever is indifferent accepting, gives what `equilibria` finds.
 */
import { questionNodes } from '../../question-nodes.ts';
import { within } from '../../budget.ts';
import { acceptingParties, compareDeals, inZone, suffices } from '../../deal.ts';
import type { Deal, Problem } from '../../problem.ts';
import { coalitionRegion } from '../../region.ts';
import { sweepDeals } from '../../search/sweep.ts';
import { MOST_SETS, neededSigners } from '../../signers.ts';
import { combinations } from '../offer/listed-deals.ts';
import { canList } from '../offer/can-list.ts';

/** What is left of the votes on an offer: the deal is made, the round is over without it, or a party votes. */
export type Ballot = Size & (Vote | { readonly kind: 'made' } | { readonly kind: 'lost' });

interface Size {
  /** Votes and deals made from here on, this one included. */
  readonly nodes: bigint;
  /** Ways in which it goes on to the next round. */
  readonly lost: bigint;
}

interface Vote {
  readonly kind: 'vote';
  readonly party: number;
  /** Null: it can only reject, since it never signs this deal. */
  readonly accept: Ballot | null;
  readonly reject: Ballot;
}

export interface Turn {
  readonly proposer: number;
  /** What it may offer, in option order; it may let the round pass as well. */
  readonly offers: readonly { readonly deal: Deal; readonly ballot: Ballot }[];
}

const MADE: Ballot = { kind: 'made', nodes: 1n, lost: 0n };
const LOST: Ballot = { kind: 'lost', nodes: 0n, lost: 1n };

/** Every deal that some sufficient set of parties could sign, in option order; null: more than `most`, or too hard to list. */
export function dealsToOffer(problem: Problem, most: number): readonly Deal[] | null {
  if (canList(problem)) {
    const deals = [...combinations(problem)].filter((deal) => inZone(problem, deal));
    return deals.length > most ? null : deals;
  }
  const sets = neededSigners(problem);
  if (sets.length === MOST_SETS) return null;
  const found = new Map<string, Deal>();
  for (const set of sets) {
    const region = coalitionRegion(problem, set);
    if (region === null) continue;
    const swept = within({ nodes: 0 }, questionNodes(problem), (effort) => sweepDeals(problem, region, most, effort));
    if (swept === undefined || swept === null) return null;
    for (const deal of swept) found.set(deal.join(), deal);
    if (found.size > most) return null;
  }
  return [...found.values()].sort(compareDeals);
}

/**
 * The turns of the order, of which round t has number t - 1, and after the last the first again. A proposer offers those
 * of the deals that it could sign itself; then the others vote in the order from its turn on, until the votes suffice or
 * no longer can.
 */
export function turnsOf(problem: Problem, order: readonly number[], deals: readonly Deal[]): readonly Turn[] {
  const signers = deals.map((deal) => acceptingParties(problem, deal));
  return order.map((proposer, turn) => {
    const voters = [...order.slice(turn + 1), ...order.slice(0, turn)];
    const offers = deals.flatMap((deal, k) =>
      signers[k]!.has(proposer) ? [{ deal, ballot: ballotOn(problem, deal, proposer, voters, signers[k]!) }] : [],
    );
    return { proposer, offers };
  });
}

function ballotOn(
  problem: Problem,
  deal: Deal,
  proposer: number,
  voters: readonly number[],
  signers: ReadonlySet<number>,
): Ballot {
  // While the vote is open, everybody so far whose signature the deal needs has accepted: only their number matters.
  const known = new Map<string, Ballot>();
  const from = (place: number, accepted: readonly number[]): Ballot => {
    if (suffices(problem, deal, new Set(accepted))) return MADE;
    const open = voters.slice(place);
    const possible = open.filter((party) => signers.has(party));
    const [party] = open;
    if (party === undefined || !suffices(problem, deal, new Set([...accepted, ...possible]))) return LOST;
    const key = `${place},${accepted.length}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const accept = signers.has(party) ? from(place + 1, [...accepted, party]) : null;
    const reject = from(place + 1, accepted);
    const ballot: Ballot = {
      kind: 'vote',
      party,
      accept,
      reject,
      nodes: 1n + (accept?.nodes ?? 0n) + reject.nodes,
      lost: (accept?.lost ?? 0n) + reject.lost,
    };
    known.set(key, ballot);
    return ballot;
  };
  return from(0, [proposer]);
}

/** Nodes of the tree of so many rounds, its ends included. */
export function gameNodes(turns: readonly Turn[], rounds: number): bigint {
  const sizes = turns.map(({ offers }) =>
    offers.reduce(
      (sum, { ballot }) => ({ nodes: sum.nodes + ballot.nodes, lost: sum.lost + ballot.lost }),
      // The proposer's choice, and the round that passes.
      { nodes: 1n, lost: 1n },
    ),
  );
  let nodes = 1n;
  for (let round = rounds; round >= 1; round--) {
    const size = sizes[(round - 1) % sizes.length]!;
    nodes = size.nodes + size.lost * nodes;
  }
  return nodes;
}
