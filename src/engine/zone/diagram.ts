/**
 * The zone as a layered diagram: states per layer and, for every state and option, the state it leads to.
 *
 * Built by dynamic programming over the layers of an `Automaton`; paths from the root to the last layer are exactly
 * the deals of the zone. When the exact states outgrow the budget, needs can be rounded onto a coarser grid: down, and
 * the paths are a superset of the zone; up, and they are a subset (Dyer 2003 counts by such relaxations).
 */
import { sumsAhead } from './attainable.ts';
import { relaxed } from './relax.ts';
import type { Side } from './relax.ts';
import { LONG_ISSUE } from '../problem.ts';
import { minus } from '../units.ts';
import type { Automaton } from './automaton.ts';
import { LayerStep, PATTERN_BITS } from './layer-step.ts';
import type { Boundary } from './layer-step.ts';
import { NeedScale } from './need-scale.ts';
import type { Rounding } from './need-scale.ts';
import { StateTable } from './state-table.ts';
import type { Sums } from './sums.ts';
import { TableStep } from './table-step.ts';

export interface Diagram {
  readonly automaton: Automaton;
  /** By layer: `next[state * options + option]` is the state reached in the next layer, -1 where no deal is left. */
  readonly next: readonly Int32Array[];
  /** Number of states before each layer, and behind the last: layers + 1 entries. */
  readonly sizes: readonly number[];
}

/** The diagram of exactly the automaton's deals; null when it would need more than `budget` states. */
export function exactDiagram(
  automaton: Automaton,
  budget: number,
  ahead = sumsAhead(automaton, budget),
): Diagram | null {
  return build(automaton, 'exact', budget, ahead);
}

/**
 * The diagram of a superset (needs rounded down) or a subset (up) within the budget: on a coarser grid, and where even
 * so patterns make too many states, without following them all. Null where that does not do either.
 */
export function coarseDiagram(automaton: Automaton, side: Side, budget: number): Diagram | null {
  return build(automaton, side, budget) ?? build(relaxed(automaton, side, followed(budget)), side, budget);
}

/** Patterns that may run at once, so that sets of them alone take a small part of a layer's share of the states. */
function followed(budget: number): number {
  return Math.max(0, Math.floor(Math.log2(budget)) - 9);
}

/**
 * Null when `exact` rounding was asked and more than `budget` states would be needed. With coarser rounding each layer
 * is kept below its share of the budget; null where the patterns alone make more states than the budget.
 */
function build(
  automaton: Automaton,
  rounding: Rounding,
  budget: number,
  attainable = sumsAhead(automaton, budget),
): Diagram | null {
  const makeBoundary = (at: number, steps: number): Boundary | null =>
    boundaryAt(automaton, attainable, at, steps, rounding);
  let steps = Infinity;
  let boundary = makeBoundary(0, steps);
  if (boundary === null) return null;
  let states = rootStates(automaton, boundary);
  const next: Int32Array[] = [];
  const sizes: number[] = [states.size];
  const share = Math.ceil(budget / automaton.layers);
  let total = 0;
  for (let layer = 0; layer < automaton.layers; layer++) {
    // Coarse layers tend to follow each other: starting a little finer than the last one saves most of the tries.
    for (steps *= 2; ; steps = coarser(automaton, layer + 1, steps)) {
      const ahead = makeBoundary(layer + 1, steps);
      if (ahead !== null) {
        // With nothing left to coarsen, the states that remain tell only patterns apart, and more of them are kept.
        const coarsest = steps <= 1;
        const limit = rounding === 'exact' ? budget - total : coarsest ? budget - total : share;
        const step = expand(automaton, layer, boundary, ahead, states, limit);
        if (step === null && coarsest) return null;
        if (step !== null) {
          next.push(step.next);
          sizes.push(step.states.size);
          ({ states } = step);
          boundary = ahead;
          break;
        }
      }
      if (rounding === 'exact') return null;
    }
    total += states.size;
  }
  return { automaton, next, sizes };
}

/** The one state before the first layer, or none when it is clear already that no deal is left. */
function rootStates(automaton: Automaton, boundary: Boundary): StateTable {
  const states = new StateTable(boundary.widths);
  const root = LayerStep.root(automaton, boundary);
  if (root !== null) states.add(root);
  return states;
}

/** Who must stay below a need has more deals where needs are rounded up. */
const OPPOSITE = { exact: 'exact', down: 'up', up: 'down' } as const;

/** How much coarser the next grid is; where layers have very many options, trying one takes long. */
const COARSER = 0.7;
const COARSER_LONG = 0.1;

/** The next smaller number of grid steps that changes anything for the party with the widest needs. */
function coarser({ parties, options }: Automaton, at: number, steps: number): number {
  const widest = Math.max(...parties.map(({ low, high }) => Number(minus(high[at]!, low[at]!))));
  return Math.max(
    1,
    Math.floor(Math.min(steps, widest) * (options.some(({ length }) => length > LONG_ISSUE) ? COARSER_LONG : COARSER)),
  );
}

/** The state layout at a boundary when every party's needs are told apart in at most so many steps. */
function boundaryAt(
  { parties, patterns, conditional }: Automaton,
  attainable: readonly (readonly (Sums | null)[])[],
  at: number,
  steps: number,
  rounding: Rounding,
): Boundary | null {
  const needs = parties.map((party, index) =>
    NeedScale.at(party, at, attainable[index]![at] ?? null, steps, party.below ? OPPOSITE[rounding] : rounding),
  );
  if (!needs.every((scale) => scale !== null)) return null;
  const running = patterns.flatMap(({ first, last }, pattern) => (first < at && at <= last ? [pattern] : []));
  return {
    at,
    needs,
    running,
    widths: [
      ...needs.map(({ lost }) => 32 - Math.clz32(lost)),
      ...patternWidths(running.length),
      ...conditional.map((flag) => (flag ? 1 : 0)),
    ],
  };
}

/** All successors of a layer's states, by tables where they fit; null when they are more than the limit. */
function expand(
  automaton: Automaton,
  layer: number,
  before: Boundary,
  ahead: Boundary,
  states: StateTable,
  limit: number,
): { readonly next: Int32Array; readonly states: StateTable } | null {
  const reached = new StateTable(ahead.widths);
  const fast = TableStep.from(automaton, layer, before, ahead, states.size);
  return fast === null
    ? new LayerStep(automaton, layer, before, ahead, states.size).expand(states, reached, limit)
    : fast.expand(states, reached, limit);
}

/** Bits of the fields that tell so many running patterns. */
function patternWidths(running: number): readonly number[] {
  return Array.from({ length: Math.ceil(running / PATTERN_BITS) }, (_, field) =>
    Math.min(PATTERN_BITS, running - field * PATTERN_BITS),
  );
}
