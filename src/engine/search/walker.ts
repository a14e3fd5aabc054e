/**
 * The moving part of every search: one partial deal, extended and taken back option by option.
 *
 * Hot code: running sums and pattern counters in typed arrays, no allocation per step. `enter` refuses an option as
 * soon as the partial deal provably leads nowhere: a linear bound is below its cut, a column can no longer reach its
 * floor, or a forbidden pattern is complete. Wide parties are followed in coarse units, which never refuse wrongly; with
 * the last option of a deal their limbs decide.
 */
import { membership } from '../option-set.ts';
import { branchingOrder, linearScores } from './branching.ts';
import type { Utility } from './objective.ts';
import type { HalfSpace } from './multipliers.ts';
import { rowCount } from './system.ts';
import type { System, WideParty } from './system.ts';
import { joinLimbs } from '../units.ts';
import type { Units } from '../units.ts';
import { floorInCoarse } from './coarse.ts';

/** Pattern counters: clauses still to be met; a negative counter marks a pattern that can no longer match. */
const DEAD = -1;

/** A double seen as two words, to compare doubles as integers. */
const DOUBLE = new Float64Array(1);
const WORDS_OF_DOUBLE = new Int32Array(DOUBLE.buffer);

export class Walker {
  readonly system: System;
  readonly depths: number;
  /** Issue decided at each depth. */
  readonly order: Int32Array;
  /** Rows of the issue at a depth, best score under the first bound first: `rowsByDepth[firstRow[depth] .. firstRow[depth + 1])`. */
  readonly firstRow: Int32Array;
  readonly rows: Int32Array;
  /** Chosen row by issue. */
  readonly chosen: Int32Array;
  /** No deal that a linear bound puts below its cut is wanted; one entry per bound. */
  readonly cuts: Float64Array;
  /** No deal with a column below these is wanted; see `System.floors`. Only `raiseFloor` changes them. */
  readonly floors: Float64Array;
  /** Words in which a partial deal is told from others; see `writeState`. */
  readonly stateWords: number;
  nodes = 0;
  /** Options refused after their patterns were followed, which takes as long as a node. */
  refused = 0;
  /** Nodes, refused ones among them, after which the walk is to be given up. */
  most = Infinity;

  readonly #columns: number;
  readonly #bounded: number;
  /** Exact floors of wide parties. */
  readonly #wideFloors: Units[];
  /** Coarse units by which coarse sums are at most too high. */
  readonly #coarseError: number;
  readonly #read: Float64Array;
  readonly #contributions: Float64Array;
  readonly #bounds: number;
  /** What each row adds to each bound: `row * bounds + bound`. */
  readonly #scores: Float64Array;
  /** Best scores of the issues still open, and scores of the partial deal: `depth * bounds + bound`. */
  readonly #restScore: Float64Array;
  readonly #score: Float64Array;
  readonly #restMost: Float64Array;
  readonly #utility: Float64Array;
  /** Patterns: forbidden ones first, then bonuses. */
  readonly #patternLeft: Int16Array;
  readonly #patternsAtDepth: readonly Int32Array[];
  /** By depth, patterns with clauses both before it and from it on. */
  readonly #running: readonly Int32Array[];
  readonly #isClauseRow: readonly Uint8Array[];
  readonly #forbiddenCount: number;
  readonly #bonusParty: Int32Array;
  readonly #bonusUnits: Float64Array;
  readonly #bonusLimbs: readonly { readonly first: number; readonly limbs: readonly number[] }[];
  readonly #bonusScore: Float64Array;
  /** Bonuses won so far and those still open, as units per party and as linear score. */
  readonly #won: Float64Array;
  readonly #open: Float64Array;
  readonly #wonScore: Float64Array;
  readonly #openScore: Float64Array;
  readonly #trail: Int32Array;
  readonly #trailBefore: Int16Array;
  readonly #trailMark: Int32Array;
  #trailLength = 0;
  /** The two running scores before each depth's row: restored, not subtracted, so that rounding cannot pile up. */
  readonly #wonScoreBefore: Float64Array;
  readonly #openScoreBefore: Float64Array;

  /** Options are tried in the order of the first bound; every bound prunes. */
  constructor(system: System, bounds: readonly HalfSpace[]) {
    const { bounded, columns, start, contributions, options, forbidden, bonuses, wide } = system;
    const issues = options.length;
    this.system = system;
    this.depths = issues;
    this.floors = Float64Array.from(system.floors);
    this.#columns = columns;
    this.#bounded = bounded;
    this.#wideFloors = wide.map(({ floor }) => floor);
    const summands = options.reduce((sum, _, issue) => sum + system.picksAt(start[issue]!).length, bonuses.length);
    this.#coarseError = 4 * (summands + 1);
    this.#read = new Float64Array(system.parties);
    this.#contributions = contributions;
    this.#bounds = bounds.length;
    this.cuts = new Float64Array(bounds.length).fill(-Infinity);
    this.#scores = linearScores(system, bounds);
    const leading = new Float64Array(rowCount(system));
    for (let row = 0; row < leading.length; row++) leading[row] = this.#scores[row * bounds.length]!;
    this.order = branchingOrder(system, leading);
    this.chosen = new Int32Array(issues).fill(-1);

    this.firstRow = new Int32Array(issues + 1);
    this.rows = new Int32Array(leading.length);
    let slot = 0;
    this.order.forEach((issue, depth) => {
      const rows = Array.from({ length: start[issue + 1]! - start[issue]! }, (_, index) => start[issue]! + index);
      rows.sort((a, b) => leading[b]! - leading[a]! || a - b);
      this.rows.set(rows, slot);
      slot += rows.length;
      this.firstRow[depth + 1] = slot;
    });
    this.#restScore = this.#bestOfRest(this.#scores, bounds.length);
    this.#restMost = this.#bestOfRest(contributions, columns);
    this.#score = new Float64Array((issues + 1) * bounds.length);
    this.#utility = new Float64Array((issues + 1) * columns);
    this.#utility.set(system.constant);
    bounds.forEach(({ weights, constant }, bound) => {
      this.#score[bound] = weights.reduce((sum, weight, column) => sum + weight * system.constant[column]!, constant);
    });

    const patterns = [...forbidden, ...bonuses.map(({ when }) => when)];
    this.#forbiddenCount = forbidden.length;
    this.#patternLeft = Int16Array.from(patterns, ({ clauses }) => clauses.length);
    this.#patternsAtDepth = Array.from(this.order, (issue) =>
      Int32Array.from(
        patterns.flatMap(({ clauses }, pattern) => (clauses.some((clause) => clause.issue === issue) ? [pattern] : [])),
      ),
    );
    this.#running = runningAt(this.#patternsAtDepth, patterns.length);
    const mostRunning = this.#running.reduce((most, { length }) => Math.max(most, length), 0);
    this.stateWords = 1 + 2 * columns + Math.ceil(mostRunning / 32);
    this.#isClauseRow = patterns.map(({ clauses }) => {
      const member = new Uint8Array(leading.length);
      for (const clause of clauses) {
        member.set(membership(clause.options, options[clause.issue]!), start[clause.issue]);
      }
      return member;
    });
    this.#bonusParty = Int32Array.from(bonuses, ({ party }) => party);
    this.#bonusUnits = Float64Array.from(bonuses, ({ units }) => units);
    this.#bonusLimbs = bonuses.map(({ party, limbs }) => ({
      first: wide.find((place) => place.party === party)?.first ?? 0,
      limbs,
    }));
    this.#bonusScore = Float64Array.from(
      bonuses.flatMap(({ party, units }) => bounds.map(({ weights }) => weights[party]! * units)),
    );
    this.#won = new Float64Array(columns);
    this.#open = new Float64Array(bounded);
    for (const { party, units } of bonuses) this.#open[party]! += Math.max(0, units);
    this.#wonScore = new Float64Array(bounds.length);
    this.#openScore = new Float64Array(bounds.length);
    this.#bonusScore.forEach((score, index) => (this.#openScore[index % bounds.length]! += Math.max(0, score)));
    const touches = this.#patternsAtDepth.reduce((sum, list) => sum + list.length, 0);
    this.#trail = new Int32Array(touches);
    this.#trailBefore = new Int16Array(touches);
    this.#trailMark = new Int32Array(issues);
    this.#wonScoreBefore = new Float64Array(issues * bounds.length);
    this.#openScoreBefore = new Float64Array(issues * bounds.length);
  }

  /** Per depth and column the sum, over the issues still open there, of the column's largest entry in each. */
  #bestOfRest(table: Float64Array, columns: number): Float64Array {
    const rest = new Float64Array((this.depths + 1) * columns);
    for (let depth = this.depths - 1; depth >= 0; depth--) {
      for (let column = 0; column < columns; column++) {
        let most = -Infinity;
        for (let index = this.firstRow[depth]!; index < this.firstRow[depth + 1]!; index++) {
          most = Math.max(most, table[this.rows[index]! * columns + column]!);
        }
        rest[depth * columns + column] = rest[(depth + 1) * columns + column]! + most;
      }
    }
    return rest;
  }

  /** What the walk took, in nodes. */
  get spent(): number {
    return this.nodes + this.refused;
  }

  /** Extends the partial deal of `depth` decided issues by a row; false (and unchanged) when that leads nowhere. */
  enter(depth: number, row: number): boolean {
    const columns = this.#columns;
    const bounded = this.#bounded;
    const bounds = this.#bounds;
    const next = (depth + 1) * bounds;
    for (let bound = 0; bound < bounds; bound++) {
      const score = this.#score[depth * bounds + bound]! + this.#scores[row * bounds + bound]!;
      const most = score + this.#restScore[next + bound]! + this.#wonScore[bound]! + this.#openScore[bound]!;
      if (most < this.cuts[bound]!) return false;
      this.#score[next + bound] = score;
    }
    const from = depth * columns;
    const to = from + columns;
    const gain = row * columns;
    for (let column = 0; column < bounded; column++) {
      const units = this.#utility[from + column]! + this.#contributions[gain + column]!;
      const reach = units + this.#restMost[to + column]! + this.#won[column]! + this.#open[column]!;
      if (reach < this.floors[column]!) return false;
      this.#utility[to + column] = units;
    }
    for (let limb = bounded; limb < columns; limb++) {
      this.#utility[to + limb] = this.#utility[from + limb]! + this.#contributions[gain + limb]!;
    }
    const patterns = this.#patternsAtDepth[depth]!;
    if (patterns.length > 0) {
      this.#trailMark[depth] = this.#trailLength;
      this.#wonScoreBefore.set(this.#wonScore, depth * bounds);
      this.#openScoreBefore.set(this.#openScore, depth * bounds);
      // A bonus just lost may have been the last hope, so the checks above are made again.
      if (!this.#advancePatterns(patterns, row) || this.#hopeless(depth + 1)) {
        this.refused++;
        this.leave(depth);
        return false;
      }
    }
    if (columns > bounded && depth + 1 === this.depths && this.system.blocked === null && !this.#reachesExactly()) {
      this.leave(depth);
      return false;
    }
    this.chosen[this.order[depth]!] = row;
    this.nodes++;
    return true;
  }

  /** Takes back the row entered at `depth`. */
  leave(depth: number): void {
    if (this.#patternsAtDepth[depth]!.length === 0) return;
    this.#rewindPatterns(this.#trailMark[depth]!);
    for (let bound = 0; bound < this.#bounds; bound++) {
      this.#wonScore[bound] = this.#wonScoreBefore[depth * this.#bounds + bound]!;
      this.#openScore[bound] = this.#openScoreBefore[depth * this.#bounds + bound]!;
    }
  }

  /** True when, rows being in falling order of the first bound, no later row of this depth can pass its cut either. */
  exhausted(depth: number, row: number): boolean {
    const score = this.#score[depth * this.#bounds]! + this.#scores[row * this.#bounds]!;
    const rest = this.#restScore[(depth + 1) * this.#bounds]!;
    return score + rest + this.#wonScore[0]! + this.#openScore[0]! < this.cuts[0]!;
  }

  /** The utilities of the complete deal, by party; to be read before the next one. */
  readUtility(): Utility {
    const last = this.depths * this.#columns;
    const { wide } = this.system;
    const read = this.#read;
    for (let party = 0; party < read.length; party++) read[party] = this.#utility[last + party]! + this.#won[party]!;
    if (wide.length === 0) return read;
    const exact: Units[] = [...read];
    for (const place of wide) exact[place.party] = this.#exactUnits(place);
    return exact;
  }

  /** Asks for deals of at least so many units of a party from here on. */
  raiseFloor(party: number, floor: Units): void {
    const place = this.system.wide.findIndex((of) => of.party === party);
    const column = floorInCoarse(floor, this.system.wide[place]?.shift ?? 0);
    if (column > this.floors[party]!) this.floors[party] = column;
    if (place >= 0 && floor > this.#wideFloors[place]!) this.#wideFloors[place] = floor;
  }

  #exactUnits({ first, limbs }: WideParty): bigint {
    const last = this.depths * this.#columns + first;
    return joinLimbs(
      Array.from({ length: limbs }, (_, limb) => this.#utility[last + limb]! + this.#won[first + limb]!),
    );
  }

  /** Whether the complete deal reaches the floors of wide parties. */
  #reachesExactly(): boolean {
    const last = this.depths * this.#columns;
    return this.system.wide.every((place, index) => {
      const { party } = place;
      const coarse = this.#utility[last + party]! + this.#won[party]!;
      return coarse - this.#coarseError > this.floors[party]! || this.#exactUnits(place) >= this.#wideFloors[index]!;
    });
  }

  /** Writes everything about the partial deal that its completions depend on, in so many words. */
  writeState(depth: number, words: Int32Array): void {
    const columns = this.#columns;
    words.fill(0);
    words[0] = depth;
    for (let column = 0; column < columns; column++) {
      DOUBLE[0] = this.#utility[depth * columns + column]! + this.#won[column]! + 0;
      words[1 + 2 * column] = WORDS_OF_DOUBLE[0]!;
      words[2 + 2 * column] = WORDS_OF_DOUBLE[1]!;
    }
    // A pattern that is complete or dead has no further effect, one that has not begun is the same for all.
    const running = this.#running[depth]!;
    const first = 1 + 2 * columns;
    for (let bit = 0; bit < running.length; bit++) {
      if (this.#patternLeft[running[bit]!]! > 0) words[first + (bit >> 5)]! |= 1 << (bit & 31);
    }
  }

  #hopeless(depth: number): boolean {
    for (let bound = 0; bound < this.#bounds; bound++) {
      const at = depth * this.#bounds + bound;
      const most = this.#score[at]! + this.#restScore[at]! + this.#wonScore[bound]! + this.#openScore[bound]!;
      if (most < this.cuts[bound]!) return true;
    }
    const from = depth * this.#columns;
    for (let column = 0; column < this.#bounded; column++) {
      const reach =
        this.#utility[from + column]! + this.#restMost[from + column]! + this.#won[column]! + this.#open[column]!;
      if (reach < this.floors[column]!) return true;
    }
    return false;
  }

  #advancePatterns(patterns: Int32Array, row: number): boolean {
    for (let index = 0; index < patterns.length; index++) {
      const pattern = patterns[index]!;
      const left = this.#patternLeft[pattern]!;
      if (left === DEAD) continue;
      const next = this.#isClauseRow[pattern]![row] === 1 ? left - 1 : DEAD;
      this.#trail[this.#trailLength] = pattern;
      this.#trailBefore[this.#trailLength++] = left;
      this.#patternLeft[pattern] = next;
      if (next > 0) continue;
      if (pattern >= this.#forbiddenCount) this.#closeBonus(pattern - this.#forbiddenCount, next === 0, 1);
      else if (next === 0) return false;
    }
    return true;
  }

  #rewindPatterns(mark: number): void {
    while (this.#trailLength > mark) {
      const pattern = this.#trail[--this.#trailLength]!;
      const left = this.#patternLeft[pattern]!;
      if (left <= 0 && pattern >= this.#forbiddenCount)
        this.#closeBonus(pattern - this.#forbiddenCount, left === 0, -1);
      this.#patternLeft[pattern] = this.#trailBefore[this.#trailLength]!;
    }
  }

  /** Books a bonus as won or lost (direction 1), or takes that back (direction -1). */
  #closeBonus(bonus: number, won: boolean, direction: 1 | -1): void {
    const party = this.#bonusParty[bonus]!;
    const units = this.#bonusUnits[bonus]!;
    this.#open[party]! -= direction * Math.max(0, units);
    if (won) {
      this.#won[party]! += direction * units;
      const { first, limbs } = this.#bonusLimbs[bonus]!;
      for (let limb = 0; limb < limbs.length; limb++) this.#won[first + limb]! += direction * limbs[limb]!;
    }
    if (direction === -1) return;
    for (let bound = 0; bound < this.#bounds; bound++) {
      const score = this.#bonusScore[bonus * this.#bounds + bound]!;
      this.#openScore[bound]! -= Math.max(0, score);
      if (won) this.#wonScore[bound]! += score;
    }
  }
}

/** By depth, one more than there are issues: the patterns that have begun before it and have not ended. */
function runningAt(patternsAtDepth: readonly Int32Array[], patterns: number): readonly Int32Array[] {
  const first = new Int32Array(patterns).fill(patternsAtDepth.length);
  const last = new Int32Array(patterns).fill(-1);
  patternsAtDepth.forEach((touched, depth) => {
    for (const pattern of touched) {
      first[pattern] = Math.min(first[pattern]!, depth);
      last[pattern] = depth;
    }
  });
  return Array.from({ length: patternsAtDepth.length + 1 }, (_, depth) =>
    Int32Array.from([...first.keys()].filter((pattern) => first[pattern]! < depth && last[pattern]! >= depth)),
  );
}
