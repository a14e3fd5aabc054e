/**
 * Long issues in blocks: how a search first sees a price of a million numbers.
 *
 * A block stands for all of its options: each party gets from it the most that it gets from any of them, so what fails
 * with the block fails with every option in it. A search that is led to blocks looks at their options as a part of its
 * own, in smaller blocks, and so never at all the numbers of a range.
 */
import type { Span } from '../option-set.ts';
import type { Problem } from '../problem.ts';
import { LONG_ISSUE } from '../problem.ts';
import { spanOf } from '../region.ts';
import type { Region } from '../region.ts';
import { buildSystem } from './build-system.ts';
import type { System } from './system.ts';

/** Blocks that an issue is cut in, where no pattern asks for more. */
const BLOCKS = 64;

/** The blocks of an issue, ascending. */
export class Blocks {
  readonly #spans: readonly Span[];
  readonly #places: ReadonlyMap<number, number>;
  /** First option of the issue in flat columns. */
  readonly #offset: number;
  readonly #most = new Map<Float64Array, Float64Array>();

  constructor(spans: readonly Span[], offset: number) {
    this.#spans = spans;
    this.#places = new Map(spans.map(({ first }, place) => [first, place]));
    this.#offset = offset;
  }

  /** Options that stand for their blocks. */
  firsts(): number[] {
    return this.#spans.map(({ first }) => first);
  }

  /** The last option of the block with this first one. */
  lastOf(first: number): number {
    return this.#spans[this.#places.get(first)!]!.last;
  }

  /** The largest entry of a flat column in the block with this first option. */
  mostOf(column: Float64Array, first: number): number {
    let most = this.#most.get(column);
    if (most === undefined) {
      most = Float64Array.from(this.#spans, (span) =>
        largestIn(column, this.#offset + span.first, this.#offset + span.last),
      );
      this.#most.set(column, most);
    }
    return most[this.#places.get(first)!]!;
  }
}

/** The region made ready to search, its long issues in blocks; null when propagation alone proves that no deal is in it. */
export function blockedSystem(problem: Problem, region: Region): System | null {
  return buildSystem(problem, region, blocksOf(problem, region));
}

/** By issue, its blocks in a region; null where it has few enough options to look at each. */
function blocksOf(problem: Problem, region: Region): readonly (Blocks | null)[] {
  return Array.from({ length: problem.offsets.length - 1 }, (_, issue) => {
    const span = spanOf(problem, region, issue);
    if (span.last - span.first < LONG_ISSUE) return null;
    return new Blocks(cut(span, seamsOf(problem, region, issue)), problem.offsets[issue]!);
  });
}

/** Where a pattern begins or ceases to hold: blocks are cut there, so that it holds for all of a block or for none. */
function seamsOf({ parties }: Problem, { forbidden }: Region, issue: number): readonly number[] {
  const patterns = [...forbidden, ...parties.flatMap(({ adjustments }) => adjustments.map(({ when }) => when))];
  return patterns.flatMap(({ clauses }) =>
    clauses.flatMap((clause) =>
      clause.issue === issue ? clause.options.flatMap(({ first, last }) => [first, last + 1]) : [],
    ),
  );
}

function cut({ first, last }: Span, seams: readonly number[]): readonly Span[] {
  const length = Math.ceil((last - first + 1) / BLOCKS);
  const starts = Array.from({ length: Math.ceil((last - first + 1) / length) }, (_, block) => first + block * length);
  const inside = seams.filter((seam) => seam > first && seam <= last);
  const ascending = [...new Set([...starts, ...inside])].sort((a, b) => a - b);
  return ascending.map((start, place) => ({ first: start, last: (ascending[place + 1] ?? last + 1) - 1 }));
}

/** Entries of a column that are looked at once for all: the largest of each run is kept. */
const RUN = 256;
const RUNS = new WeakMap<Float64Array, Float64Array>();

/** The largest entry from one place to another, both included. */
function largestIn(column: Float64Array, from: number, to: number): number {
  const runs = runsOf(column);
  let most = -Infinity;
  for (let at = from; at <= to;) {
    if (at % RUN === 0 && at + RUN - 1 <= to) {
      most = Math.max(most, runs[at / RUN]!);
      at += RUN;
    } else {
      most = Math.max(most, column[at]!);
      at++;
    }
  }
  return most;
}

function runsOf(column: Float64Array): Float64Array {
  const known = RUNS.get(column);
  if (known !== undefined) return known;
  const runs = new Float64Array(Math.ceil(column.length / RUN)).fill(-Infinity);
  for (let at = 0; at < column.length; at++) {
    const run = Math.floor(at / RUN);
    runs[run] = Math.max(runs[run]!, column[at]!);
  }
  RUNS.set(column, runs);
  return runs;
}
