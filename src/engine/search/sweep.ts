/** Every deal of a region that is expected to be small, one by one. */
import type { Deal, Problem } from '../problem.ts';
import type { Region } from '../region.ts';
import type { Wanted } from './dominance.ts';
import { explore, walkDeals } from './explore.ts';
import type { Effort, Listing, Stretch, Visitor } from './explore.ts';
import { floorTerms, narrow } from './guide.ts';
import type { Guide } from './guide.ts';
import { minimumObjective, sumObjective } from './objective.ts';
import { dealOf } from './system.ts';
import type { System } from './system.ts';
import type { Walker } from './walker.ts';

/** Nodes of a whole sweep before it is given up. */
const GIVE_UP = 200_000;

/**
 * All deals of the region, or null when there are more than `most` or it takes too long to find them. Cheap for regions
 * whose floors are so high that few deals reach them.
 */
export function sweepDeals(problem: Problem, region: Region, most: number, effort: Effort): readonly Deal[] | null {
  const terms = floorTerms(problem, region.floors);
  const sweep = new Sweep(most);
  explore(problem, region, terms.length > 0 ? minimumObjective(terms) : sumObjective([]), sweep, effort);
  return sweep.done ? null : sweep.deals;
}

class Sweep implements Visitor {
  readonly name = 'every deal';
  readonly knowsBest = false;
  readonly listing: Listing = { down: 'all', take: (system, deals) => this.#take(system, deals) };
  readonly floors = [];
  readonly least = 0;
  /** True once the sweep was given up. */
  done = false;
  readonly deals: Deal[] = [];
  readonly #most: number;
  #nodes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  wanted(): Wanted | null {
    return null;
  }

  tryDeal(): number {
    return 0;
  }

  #take(system: System, deals: readonly Int32Array[]): void {
    for (const rows of deals) this.deals.push(dealOf(system, rows));
    this.done = this.deals.length > this.#most;
  }

  walk(walker: Walker, guide: Guide, { patience }: Stretch): boolean {
    narrow(walker, guide, this.least, []);
    const before = this.deals.length;
    const onDeal = (): void => {
      this.deals.push(dealOf(walker.system, walker.chosen));
      this.done = this.deals.length > this.#most;
    };
    const finished = walkDeals(walker, { patience, once: false, onDeal, isDone: () => this.done });
    // A part that is split is walked again from the start, so what was found in it would come twice.
    if (!finished) this.deals.length = before;
    this.#nodes += walker.spent;
    if (this.#nodes > GIVE_UP) this.done = true;
    return finished;
  }
}
