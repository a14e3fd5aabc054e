/** The offers made so far, as one party has heard them: who offered which deal, in order. Public, and without numbers. */
import type { Deal } from '../../problem.ts';

export class Ledger {
  readonly #own: Deal[] = [];
  /** By other party, in the order in which they first spoke. */
  readonly #others = new Map<number, Deal[]>();

  noteOwn(deal: Deal): void {
    this.#own.push(deal);
  }

  noteOther(party: number, deal: Deal): void {
    const offers = this.#others.get(party) ?? [];
    this.#others.set(party, offers);
    offers.push(deal);
  }

  get own(): readonly Deal[] {
    return this.#own;
  }

  /** Offers of each other party that has made any. */
  get others(): readonly (readonly Deal[])[] {
    return [...this.#others.values()];
  }
}

export function distinct(deals: readonly Deal[]): number {
  return new Set(deals.map((deal) => deal.join())).size;
}
