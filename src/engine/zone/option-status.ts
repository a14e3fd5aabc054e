/** How each option stands in a zone: in all of its deals, in none, or in some. */
import type { OptionStatus } from '../answer.ts';
import type { Deal, Problem } from '../problem.ts';
import { allIssues, issueCount, LONG_ISSUE, optionCount } from '../problem.ts';
import { allowed, seekDeal } from '../budget.ts';
import type { Span } from '../option-set.ts';
import { isInRegion, keepWithin } from '../region.ts';
import type { Region } from '../region.ts';
import type { Effort } from '../search/maximise.ts';

export interface ZoneKnowledge {
  /** Regions that make up the zone. */
  readonly regions: readonly Region[];
  /** False when there may be more of the zone than these. */
  readonly complete: boolean;
  /** By flat option number, options already known to be in some deal of the zone. */
  readonly alive: (row: number) => boolean;
}

/**
 * The status by flat option number. Options not known to be alive are searched for, all of a range at once: every deal
 * found shows all of its options, and where an issue is long, what lies around them too. Unknown where the regions are not
 * the whole zone, or where so many nodes for a search do not do.
 */
export function optionStatus(
  problem: Problem,
  zone: ZoneKnowledge,
  effort: Effort,
  nodes = Infinity,
): readonly OptionStatus[] {
  const living = new Living(problem, zone, effort, nodes);
  return allIssues(problem).flatMap((issue) => {
    const states = living.statesOf(issue);
    const alone = states.filter((state) => state === true).length === 1;
    const sure = !states.includes(null);
    return states.map((state): OptionStatus => {
      if (state === false) return 'dead';
      // The one option that is known to live is settled or open, according to those that are not known.
      if (state === null || (alone && !sure)) return 'unknown';
      return alone ? 'settled' : 'open';
    });
  });
}

const ALIVE = 1;
const DEAD = 2;

/** Finds out which options are in some deal of a zone. */
class Living {
  readonly #problem: Problem;
  readonly #zone: ZoneKnowledge;
  readonly #effort: Effort;
  readonly #nodes: number;
  /** By flat option number; 0 where it is not known. */
  readonly #states: Uint8Array;

  constructor(problem: Problem, zone: ZoneKnowledge, effort: Effort, nodes: number) {
    this.#problem = problem;
    this.#zone = zone;
    this.#effort = effort;
    this.#nodes = nodes;
    this.#states = Uint8Array.from({ length: problem.offsets.at(-1)! }, (_, row) => (zone.alive(row) ? ALIVE : 0));
  }

  /** By option, whether some deal has it; null where that is not known. */
  statesOf(issue: number): readonly (boolean | null)[] {
    const options = optionCount(this.#problem, issue);
    const pending = this.#unknownIn(issue, { first: 0, last: options - 1 });
    for (let span = pending.pop(); span !== undefined; span = pending.pop()) pending.push(...this.#look(issue, span));
    const from = this.#problem.offsets[issue]!;
    return Array.from(this.#states.subarray(from, from + options), (state) => (state === 0 ? null : state === ALIVE));
  }

  /** Asks whether an option of the span lives; gives what is left to be looked at. */
  #look(issue: number, span: Span): readonly Span[] {
    const from = this.#problem.offsets[issue]!;
    const found = this.#search(issue, span);
    if (found === undefined) return this.#halves(issue, span);
    if (found !== null) return this.#unknownIn(issue, span);
    if (this.#zone.complete) this.#states.fill(DEAD, from + span.first, from + span.last + 1);
    return [];
  }

  /** What to ask where a whole span was too much. */
  #halves(issue: number, { first, last }: Span): readonly Span[] {
    const isSpent = optionCount(this.#problem, issue) > LONG_ISSUE && allowed(this.#effort, this.#nodes) <= 0;
    if (first === last || isSpent) return [];
    const middle = Math.floor((first + last) / 2);
    return [
      { first: middle + 1, last },
      { first, last: middle },
    ];
  }

  /** A deal with an option of the span, whose options are noted; null where there is none, undefined where it is not known. */
  #search(issue: number, span: Span): Deal | null | undefined {
    const problem = this.#problem;
    let none: null | undefined = null;
    for (const region of this.#zone.regions) {
      const asked = keepWithin(region, issue, span, issueCount(problem));
      const found = seekDeal(problem, asked, this.#effort, this.#nodes);
      if (found === undefined) none = undefined;
      if (!found) continue;
      found.deal.forEach((option, at) => (this.#states[problem.offsets[at]! + option] = ALIVE));
      if (optionCount(problem, issue) > LONG_ISSUE) this.#spread(region, issue, found.deal);
      return found.deal;
    }
    return none;
  }

  /** Along a long issue, the options around that of a deal with which the rest of it is a deal too. */
  #spread(region: Region, issue: number, deal: Deal): void {
    const problem = this.#problem;
    const from = problem.offsets[issue]!;
    for (const step of [-1, 1]) {
      const next = [...deal];
      for (let option = deal[issue]! + step; option >= 0 && option < optionCount(problem, issue); option += step) {
        next[issue] = option;
        if (this.#states[from + option] !== 0 || !isInRegion(problem, region, next)) break;
        this.#states[from + option] = ALIVE;
      }
    }
  }

  /** The runs of options in a span of which nothing is known, the last first. */
  #unknownIn(issue: number, { first, last }: Span): Span[] {
    const from = this.#problem.offsets[issue]!;
    const runs: { first: number; last: number }[] = [];
    for (let option = first; option <= last; option++) {
      if (this.#states[from + option] !== 0) continue;
      const run = runs.at(-1);
      if (run?.last === option - 1) run.last = option;
      else runs.push({ first: option, last: option });
    }
    return runs.reverse();
  }
}
