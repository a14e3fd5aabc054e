/**
 * How many deals a region holds, party by party.
 *
 * A diagram that follows every party's needs at once may be large, one that follows only those who refuse most seldom
 * is. So parties are taken in one at a time, the one that refuses most first (judged by a sample of the deals that the
 * others leave), while the diagram stays exact within the budget. Who is left over is subtracted: the deals that it
 * alone refuses, counted exactly or bounded from both sides (inclusion and exclusion, Bonferroni 1936).
 */
import { utilityUnits } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import type { Random } from '../random.ts';
import { seededRandom } from '../random.ts';
import type { Region } from '../region.ts';
import { sumsAhead } from './attainable.ts';
import { layOutRegion, rulesAlone } from './automaton.ts';
import type { Automaton } from './automaton.ts';
import { asNumber } from './counting.ts';
import { coarseDiagram, exactDiagram } from './diagram.ts';
import type { Diagram } from './diagram.ts';
import { outgrows } from './foresight.ts';
import { countPaths, optionShares, PathSampler } from './paths.ts';
import { mostBelow } from './tail-bound.ts';

/** Certified: `low <= number of deals <= high`. */
export interface RegionCount {
  readonly low: bigint;
  readonly high: bigint;
  /** How many deals have each option, by flat option number; null unless the count is exact. */
  readonly flows: Float64Array | null;
}

/** Exactly counted deals among which all of a region are. */
export interface Superset {
  readonly total: bigint;
  /** Parties of the region whose floors are not asked for. */
  readonly left: readonly number[];
  /** Those of them that no diagram beside these deals is foreseen to have room for. */
  readonly hopeless?: readonly number[];
  readonly diagram: Diagram | null;
  readonly flows: () => Float64Array;
  /** A deal drawn uniformly; there must be one. */
  readonly draw: (random: Random) => Deal;
}

/** Deals drawn to see who refuses most, and the part of them that is too small to follow a party for. */
const PROBES = 200;
const RARE_REFUSAL = 0.02;

/** Parties that are tried before following one more is given up. */
const MOST_TRIES = 3;

/** A budget this much smaller is tried for everybody at once before parties are taken in one by one. */
const AT_ONCE = 0.25;

/** Steps of a grid, by party and layer. */
const FEWEST_STEPS = 10;

/** The smallest exactly counted superset of a region that the budget allows; null when not even the rules fit. */
export function supersetOf(problem: Problem, region: Region, states: number): Superset | null {
  const asked = askedOf(region);
  const automaton = layOutRegion(problem, region, []);
  if (automaton === null) return NO_DEALS;
  const all = diagramWithin(automaton, states * AT_ONCE);
  if (all !== null) return supersetFrom(problem, all, []);
  const random = seededRandom('who refuses most');
  const lawful = exactDiagram(rulesAlone(automaton, asked.length), states);
  const hopeless = asked.filter((_, index) => outgrows(automaton, [index], states, lawful));
  let found = countWith(problem, region, [], asked, states);
  while (found !== null && found.left.length > 0 && found.total > 0n) {
    const passed = found.left.length === asked.length ? hopeless : [];
    const closer: Superset | null = takeIn(problem, region, found, passed, random, states);
    if (closer === null) break;
    found = closer;
  }
  if (found === null || found.left.length < asked.length) return emptied(found);
  return emptied({ ...found, hopeless });
}

/** Where there is no deal, nobody is left to ask. */
function emptied(found: Superset | null): Superset | null {
  return found !== null && found.total === 0n ? { ...found, left: [] } : found;
}

/**
 * The superset with one more party followed, the one that refuses most if it fits; null when none does. A party that did
 * not fit beside few others may fit beside more: they cut many states short. Those passed over are not tried.
 */
function takeIn(
  problem: Problem,
  region: Region,
  { left, draw }: Superset,
  passed: readonly number[],
  random: Random,
  states: number,
): Superset | null {
  const refusals = new Map(left.map((party) => [party, 0]));
  for (let probe = 0; probe < PROBES; probe++) {
    const deal = draw(random);
    for (const party of left) {
      const refuses = utilityUnits(problem, problem.parties[party]!, deal) < region.floors[party]!;
      if (refuses) refusals.set(party, refusals.get(party)! + 1);
    }
  }
  const hardestFirst = [...left].sort((a, b) => refusals.get(b)! - refusals.get(a)! || a - b);
  for (const party of hardestFirst.slice(0, MOST_TRIES)) {
    // What a party that hardly ever refuses takes away is told more cheaply by subtraction.
    if (refusals.get(party)! <= RARE_REFUSAL * PROBES && left.length < askedOf(region).length) break;
    if (passed.includes(party)) continue;
    const others = left.filter((other) => other !== party);
    const followed = askedOf(region).filter((other) => !others.includes(other));
    const closer = countWith(problem, region, followed, others, states);
    if (closer !== null) return closer;
  }
  return null;
}

/** The parties whose floors are asked for. */
export function askedOf({ floors }: Region): readonly number[] {
  return floors.flatMap((floor, party) => (floor === -Infinity ? [] : [party]));
}

/** The region's deals, with only the floors of `followed`; null when the budget is too small. */
function countWith(
  problem: Problem,
  region: Region,
  followed: readonly number[],
  left: readonly number[],
  states: number,
): Superset | null {
  const automaton = layOutRegion(problem, floorsOf(region, followed), []);
  if (automaton === null) return NO_DEALS;
  const diagram = diagramWithin(automaton, states);
  return diagram === null ? null : supersetFrom(problem, diagram, left);
}

/** Null when it does not fit, or is foreseen not to. */
function diagramWithin(automaton: Automaton, states: number): Diagram | null {
  const everybody = automaton.parties.map((_, party) => party);
  const ahead = sumsAhead(automaton, states);
  const isHopeless = outgrows(automaton, everybody, states, null, (party) => ahead[party]!);
  return isHopeless ? null : exactDiagram(automaton, states, ahead);
}

export function supersetFrom(problem: Problem, diagram: Diagram, left: readonly number[]): Superset {
  const total = countPaths(diagram);
  let sampler: PathSampler | null = null;
  return {
    total,
    left,
    diagram,
    flows: () => flowsOf(problem, diagram, total),
    draw: (random) => {
      sampler ??= new PathSampler(diagram);
      return dealOfPath(diagram.automaton, sampler.draw(random));
    },
  };
}

const NO_DEALS: Superset = {
  total: 0n,
  left: [],
  diagram: null,
  flows: () => new Float64Array(),
  draw: () => {
    throw new RangeError('there is no deal to draw');
  },
};

function floorsOf(region: Region, parties: readonly number[]): Region {
  return { ...region, floors: region.floors.map((floor, party) => (parties.includes(party) ? floor : -Infinity)) };
}

/** A coarse superset that follows every party: better to draw from where an exact one leaves too much over. */
export function coarseSuperset(problem: Problem, region: Region, states: number): Superset {
  const automaton = layOutRegion(problem, region, []);
  if (automaton === null) return NO_DEALS;
  const diagram = coarseDiagram(automaton, 'down', states);
  return diagram === null ? boxOf(automaton) : supersetFrom(problem, diagram, []);
}

/** All combinations of the options that are left, where even the coarsest diagram is too large. */
export function boxOf({ options, order }: Automaton): Superset {
  return {
    total: options.reduce((product, { length }) => product * BigInt(length), 1n),
    left: [],
    diagram: null,
    flows: () => new Float64Array(),
    draw: (random) => {
      const deal: number[] = [];
      order.forEach((issue, layer) => {
        const left = options[layer]!;
        deal[issue] = left[Math.floor(random() * left.length)]!;
      });
      return deal;
    },
  };
}

/** Counts the deals of a region, given a superset of it. */
export function countRegion(problem: Problem, region: Region, superset: Superset, states: number): RegionCount {
  const exact = exactRegion(problem, region, superset, states);
  if (exact !== null) return exact;
  const { total, left, diagram } = superset;
  let refused = 0n;
  for (const party of left) {
    refused += diagram === null ? total : mostBelow(problem, diagram, party, region.floors[party]!);
    if (refused * 2n >= total) break;
  }
  if (refused * 2n < total) return { low: total - refused, high: total, flows: null };
  const [low, high] = coarseBounds(problem, region, Math.ceil(states / 4));
  return { low, high: high < total ? high : total, flows: null };
}

/** The same; null where the budget is too small to tell exactly. */
export function exactRegion(problem: Problem, region: Region, superset: Superset, states: number): RegionCount | null {
  const { total, left, hopeless = [], diagram, flows } = superset;
  if (left.length === 0 || diagram === null) return { low: total, high: total, flows: flows() };
  if (hopeless.length > 0) return null;
  return excludeAll(problem, region, superset, states);
}

/**
 * Bounds from diagrams that follow every party on a coarse grid: for where the left-over parties refuse a large part. A
 * grid of very few steps for each party would tell next to nothing.
 */
function coarseBounds(problem: Problem, region: Region, states: number): readonly [low: bigint, high: bigint] {
  const automaton = layOutRegion(problem, region, []);
  if (automaton === null) return [0n, 0n];
  const steps = (states / automaton.layers) ** (1 / automaton.parties.length);
  if (steps < FEWEST_STEPS) return [0n, boxOf(automaton).total];
  const [lower, upper] = [coarseDiagram(automaton, 'up', states), coarseDiagram(automaton, 'down', states)];
  return [lower === null ? 0n : countPaths(lower), upper === null ? boxOf(automaton).total : countPaths(upper)];
}

/** Inclusion and exclusion over what the left-over parties refuse; null when some of it does not fit the budget. */
function excludeAll(
  problem: Problem,
  region: Region,
  { total, left, flows }: Superset,
  states: number,
): RegionCount | null {
  let count = total;
  let sum: Float64Array | null = null;
  for (let set = 1; set < 2 ** left.length; set++) {
    const members = left.filter((_, index) => (set >> index) & 1);
    const refused = refusedBy(problem, region, members, left, states);
    if (refused === null) return null;
    const sign = members.length % 2 === 0 ? 1 : -1;
    count += BigInt(sign) * refused.total;
    sum ??= flows().slice();
    const out = sum;
    refused.flows().forEach((flow, row) => (out[row]! += sign * flow));
  }
  return { low: count, high: count, flows: total < HUGE ? sum : null };
}

/** Deals of the superset (the region without the floors of `left`) that each of `members` refuses. */
function refusedBy(
  problem: Problem,
  region: Region,
  members: readonly number[],
  left: readonly number[],
  states: number,
): Superset | null {
  const others = region.floors.map((floor, party) => (left.includes(party) ? -Infinity : floor));
  const below = members.map((party) => [party, region.floors[party]!] as const);
  const automaton = layOutRegion(problem, { ...region, floors: others }, below);
  if (automaton === null) return NO_DEALS;
  const diagram = diagramWithin(automaton, states);
  return diagram === null ? null : supersetFrom(problem, diagram, []);
}

/** Counts from here on are too large to be told apart as numbers. */
export const HUGE = 2n ** 1000n;

/** How many of a diagram's deals have each option. */
export function flowsOf(problem: Problem, diagram: Diagram, count: bigint): Float64Array {
  const flows = new Float64Array(problem.offsets.at(-1)!);
  if (count === 0n) return flows;
  const shares = optionShares(diagram);
  const total = asNumber(count);
  const { order, options } = diagram.automaton;
  order.forEach((issue, layer) => {
    options[layer]!.forEach((option, index) => {
      const flow = shares[layer]![index]! * total;
      // Counts that floating point tells exactly stay whole, so that shares are true quotients of counts.
      flows[problem.offsets[issue]! + option] = total <= EXACT_FLOWS ? Math.round(flow) : flow;
    });
  });
  return flows;
}

const EXACT_FLOWS = 2 ** 40;

export function dealOfPath(automaton: Automaton, path: readonly number[]): Deal {
  const deal: number[] = [];
  automaton.order.forEach((issue, layer) => (deal[issue] = automaton.options[layer]![path[layer]!]!));
  return deal;
}
