/** Smallest hitting sets of a family of small sets, by exact search. */

/** Partial sets looked at before a search is given up. */
const MOST_NODES = 20_000;

/** Elements are numbers from 0 to `size` - 1. */
export type ElementSet = readonly number[];

/**
 * A smallest set that meets every set of the family and contains none of the barred ones, first in order among those of
 * its size, elements ascending; null when there is none, undefined when the search was given up. No set of fewer than
 * `least` elements is looked for.
 */
export function smallestHittingSet(
  size: number,
  family: readonly ElementSet[],
  barred: readonly ElementSet[],
  least: number,
): ElementSet | null | undefined {
  const search = new HittingSearch(size, family, barred);
  for (let most = least; most <= size; most++) {
    const found = search.within(most);
    if (found !== null) return found;
  }
  return null;
}

class HittingSearch {
  readonly #family: readonly ElementSet[];
  /** Barred sets by element. */
  readonly #barred: readonly (readonly ElementSet[])[];
  readonly #chosen: Uint8Array;
  readonly #excluded: Uint8Array;
  #nodes = 0;

  constructor(size: number, family: readonly ElementSet[], barred: readonly ElementSet[]) {
    this.#family = family;
    this.#barred = Array.from({ length: size }, (_, element) => barred.filter((set) => set.includes(element)));
    this.#chosen = new Uint8Array(size);
    this.#excluded = new Uint8Array(size);
  }

  /** A set of at most so many elements; null for none, undefined when given up. */
  within(most: number): ElementSet | null | undefined {
    if (++this.#nodes > MOST_NODES) return undefined;
    const open = this.#family.filter((set) => !set.some((element) => this.#chosen[element] === 1));
    if (open.length === 0) return [...this.#chosen.keys()].filter((element) => this.#chosen[element] === 1);
    if (this.#disjoint(open) > most) return null;
    const next = this.#fewestChoices(open);
    const tried: number[] = [];
    let found: ElementSet | null | undefined = null;
    for (const element of next) {
      if (this.#excluded[element] === 1) continue;
      this.#chosen[element] = 1;
      if (!this.#containsBarred(element)) found = this.within(most - 1);
      this.#chosen[element] = 0;
      if (found !== null) break;
      // Sets with this element have been looked through; what follows does without it.
      this.#excluded[element] = 1;
      tried.push(element);
    }
    for (const element of tried) this.#excluded[element] = 0;
    return found;
  }

  #containsBarred(element: number): boolean {
    return this.#barred[element]!.some((set) => set.every((member) => this.#chosen[member] === 1));
  }

  /** How many sets, taken one after the other, share no element that may still be chosen: so many are needed at least. */
  #disjoint(open: readonly ElementSet[]): number {
    const used = new Set<number>();
    let count = 0;
    for (const set of open) {
      const free = set.filter((element) => this.#excluded[element] === 0);
      if (free.some((element) => used.has(element))) continue;
      count++;
      for (const element of free) used.add(element);
    }
    return count;
  }

  #fewestChoices(open: readonly ElementSet[]): ElementSet {
    const choices = (set: ElementSet): number => set.filter((element) => this.#excluded[element] === 0).length;
    return open.reduce((best, set) => (choices(set) < choices(best) ? set : best));
  }
}
