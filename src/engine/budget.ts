/**
 * How much search the questions of an answer may take, so that every answer ends. Nodes are counted, never time: the
 * same problem with the same budget gives the same answer on every machine.
 *
 * A question that passes its budget is answered with `undefined`, which is not a no; whoever asked has to say so.
 */
import { entryCount } from './problem.ts';
import type { Problem } from './problem.ts';
import { questionNodes } from './question-nodes.ts';
import type { Region } from './region.ts';
import { findDeal, maximise, maximiseWithin, OutOfNodes } from './search/maximise.ts';
import type { Effort, Maximum } from './search/maximise.ts';
import type { Memory } from './search/memory.ts';
import type { Objective } from './search/objective.ts';

/** A search takes time before its first node: as much as so many nodes, and more for large score sheets. */
const OPENING = 2000;
const ENTRIES_PER_NODE = 12.8;
/** Where each question is about numbers that were moved, score sheets are made anew: so many entries to a node. */
const MADE_PER_NODE = 1;

/** What the questions of one answer share, in nodes of one; and the part of its nodes that each has in any case. */
const QUESTIONS = 6;
const LEAST_SHARE = 1 / 8;

/** Nodes granted to a step that asks several questions. */
export class Allowance implements Effort {
  nodes = 0;
  readonly memory?: Memory;
  readonly #granted: number;
  /** What it costs to begin a question. */
  readonly #opening: number;
  /** What steps share: past it each has only the least part of what it asks for. */
  readonly #shared: number;
  #questions = 0;

  constructor(granted: number, opening: number, memory: Memory | undefined, shared = Infinity) {
    this.#granted = granted;
    this.#opening = opening;
    this.#shared = shared;
    if (memory !== undefined) this.memory = memory;
  }

  get limit(): number {
    return this.#granted - this.#opened;
  }

  /** With what it cost to begin the questions. */
  get spent(): number {
    return this.nodes + this.#opened;
  }

  get #opened(): number {
    return Math.floor(this.#questions * this.#opening);
  }

  /** For a step of this one; with a memory of its own, or with this one's. */
  part(nodes: number, memory = this.memory): Allowance {
    const left = Math.max(nodes * LEAST_SHARE, this.#shared - this.spent);
    return new Allowance(Math.min(nodes, left, this.limit - this.nodes), this.#opening, memory);
  }

  /** Counts what a step took; one that was granted nothing was not begun. */
  take(part: Allowance): void {
    this.nodes += part.nodes;
    this.#questions += part.#questions + (part.#granted > 0 ? 1 : 0);
  }
}

/** What it costs to begin a question about a problem, in its nodes. */
function openingOf(problem: Problem): number {
  return OPENING + entryCount(problem) / ENTRIES_PER_NODE;
}

/** The allowance of a whole answer whose single questions may take so many nodes. */
export function wholeAnswer(problem: Problem, question: number): Allowance {
  const opening = (openingOf(problem) * question) / questionNodes(problem);
  return new Allowance(Infinity, opening, undefined, QUESTIONS * question);
}

/** How many of so many nodes a step of the effort may take now. */
export function allowed(effort: Effort, nodes: number): number {
  if (effort instanceof Allowance) return effort.part(nodes).limit;
  return Math.min(nodes, (effort.limit ?? Infinity) - effort.nodes);
}

/** An allowance of so many nodes, for questions about the problem with numbers moved. */
export function granting(problem: Problem, nodes: number): Allowance {
  const unseen = problem.offsets.at(-1)! * problem.parties.length - entryCount(problem);
  return new Allowance(nodes, openingOf(problem) + unseen / MADE_PER_NODE, undefined);
}

/** What `ask` finds with at most so many nodes of the effort; undefined where they do not do. */
export function within<T>(effort: Effort, nodes: number, ask: (limited: Allowance) => T): T | undefined {
  try {
    return remembering(effort, nodes, effort.memory, ask);
  } catch (error) {
    if (error instanceof OutOfNodes) return undefined;
    throw error;
  }
}

/** What `ask` finds with at most so many nodes of the effort and with a memory of its own. @throws OutOfNodes */
export function remembering<T>(
  effort: Effort,
  nodes: number,
  memory: Memory | undefined,
  ask: (limited: Allowance) => T,
): T {
  const whole = effort instanceof Allowance ? effort : null;
  const part = whole?.part(nodes, memory) ?? new Allowance(allowed(effort, nodes), 0, memory);
  try {
    return ask(part);
  } finally {
    if (whole === null) effort.nodes += part.nodes;
    else whole.take(part);
  }
}

/**
 * Asks about one thing after the other. Each may take what the ones before have left of the nodes granted to all, but for
 * a part for each of those that follow.
 */
export function inTurn<Thing, Found>(
  things: readonly Thing[],
  { granted, part }: { readonly granted: number; readonly part: number },
  effort: Effort,
  ask: (thing: Thing, nodes: number) => Found,
): Found[] {
  let left = granted;
  return things.map((thing, k) => {
    const before = spentOf(effort);
    const spare = granted === Infinity ? Infinity : left - part * (things.length - k - 1);
    const found = ask(thing, Math.max(part, spare));
    left -= spentOf(effort) - before;
    return found;
  });
}

function spentOf(effort: Effort): number {
  return effort instanceof Allowance ? effort.spent : effort.nodes;
}

/** A deal of the region, null when there is proven to be none, undefined when neither was shown in so many nodes. */
export function seekDeal(problem: Problem, region: Region, effort: Effort, nodes: number): Maximum | null | undefined {
  return within(effort, nodes, (limited) => findDeal(problem, region, limited));
}

export interface Best {
  /** The best deal found; null: none was. */
  readonly best: Maximum | null;
  /** True when no deal is better, or, where none was found, there is none. */
  readonly proven: boolean;
}

/** The best deal of the region that so many nodes find. */
export function seekBest(problem: Problem, region: Region, objective: Objective, effort: Effort, nodes: number): Best {
  const found = within(effort, nodes, (limited): Best => {
    if (limited.limit === Infinity) return { best: maximise(problem, region, objective, limited), proven: true };
    const { best, proven, nodes: spent } = maximiseWithin(problem, region, objective, limited.limit, limited.memory);
    limited.nodes += spent;
    return { best, proven };
  });
  return found ?? { best: null, proven: false };
}
