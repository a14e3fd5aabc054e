/**
 * Patterns along the outer issues of a walk: which of them the options chosen so far still allow, and what that means
 * where the outer issues are all decided. Each set of patterns is worked out once.
 */
import { hasOption } from '../option-set.ts';
import type { OptionSet } from '../option-set.ts';
import type { Pattern } from '../problem.ts';
import type { Units } from './columns.ts';

/** A set of patterns that still may match. */
export interface Run<T> {
  readonly alive: readonly number[];
  /** By option of the next issue, where it was asked for. */
  next: (Run<T> | undefined)[];
  made: T | null;
  /** At most what its patterns can still add, once `Reach` has worked it out. */
  prospect: Units | null;
}

export class Running<T> {
  readonly root: Run<T>;
  /** By depth: the patterns that have a clause there. */
  readonly #clauses: readonly ReadonlyMap<number, OptionSet>[];
  readonly #known: readonly Map<string, Run<T>>[];
  readonly #make: (alive: readonly number[]) => T;
  readonly #most: number;
  #remembered = 0;

  /**
   * `make`: what a set of patterns means whose outer clauses all hold. `most`: so many sets are remembered; past these it
   * begins again.
   */
  constructor(
    patterns: readonly Pattern[],
    outer: readonly number[],
    make: (alive: readonly number[]) => T,
    most: number,
  ) {
    this.#most = most;
    this.root = { alive: [...patterns.keys()], next: [], made: null, prospect: null };
    this.#clauses = outer.map((issue) => {
      const here = new Map<number, OptionSet>();
      patterns.forEach(({ clauses }, pattern) => {
        const clause = clauses.find((candidate) => candidate.issue === issue);
        if (clause !== undefined) here.set(pattern, clause.options);
      });
      return here;
    });
    this.#known = outer.map(() => new Map());
    this.#make = make;
  }

  step(run: Run<T>, depth: number, option: number): Run<T> {
    return run.next[option] ?? this.#follow(run, depth, option);
  }

  /** What a set means behind the last outer issue. */
  meaning(run: Run<T>): T {
    return (run.made ??= this.#make(run.alive));
  }

  #follow(run: Run<T>, depth: number, option: number): Run<T> {
    const clauses = this.#clauses[depth]!;
    const alive = run.alive.filter((pattern) => hasOption(clauses.get(pattern) ?? ANY, option));
    const key = alive.join();
    let follower = this.#known[depth]!.get(key);
    if (follower === undefined) {
      if (this.#remembered++ === this.#most) this.#forget();
      follower = { alive, next: [], made: null, prospect: null };
      this.#known[depth]!.set(key, follower);
    }
    run.next[option] = follower;
    return follower;
  }

  #forget(): void {
    for (const known of this.#known) known.clear();
    this.root.next = [];
    this.#remembered = 1;
  }
}

const ANY: OptionSet = [{ first: 0, last: Infinity }];
