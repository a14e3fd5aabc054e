/**
 * Deals of a region drawn from weighted options, by a mesh of bounds over what some parties still need, and with one weight
 * for each of the others.
 *
 * Let s be the weighted sum of what a deal gives the parties beyond their needs. In the region s >= 0, so the sum of
 * exp(s) over all deals, which is one pass over the layers, is at least the region's number of deals (Chernoff 1952).
 * The least such bound over all weights gives the weights. A deal drawn with a chance in proportion to exp(s) and kept
 * with the chance exp(-s) has the same chance as every other (importance sampling by exponential change of measure). A
 * mesh is closer, but takes points to the power of its parties: it has the parties that matter most.
 */
import type { Deal, Problem } from '../problem.ts';
import type { Random } from '../random.ts';
import { isInRegion } from '../region.ts';
import type { Region } from '../region.ts';
import type { Automaton } from './automaton.ts';
import { layOutRegion, rulesAlone } from './automaton.ts';
import { askedOf, dealOfPath } from './count-region.ts';
import { coarseDiagram, exactDiagram } from './diagram.ts';
import type { Diagram } from './diagram.ts';
import { joinLayers, pathThrough } from './joined-layers.ts';
import type { JoinedLayers } from './joined-layers.ts';
import { Mesh } from './mesh.ts';
import type { Bound } from './mesh-line.ts';
import { fittedWeights, needsOf, windowsOf, worthOf } from './option-weights.ts';
import type { Needs } from './option-weights.ts';
import { downFromLog, fromLog } from './tail-bound.ts';

/** Random trials that give every deal of a set the same chance, and no other deal any. */
export interface Trials {
  /** Certified: there are no more deals. */
  readonly most: bigint;
  /** The mean chance of a trial times this is the number of deals. */
  readonly total: number;
  /** A deal of the set, or null for a miss. */
  readonly draw: (random: Random) => Trial | null;
  /** About how many look-ups one of them takes. */
  readonly work: number;
}

/** A deal drawn, and the chance that it is to be kept with. */
export interface Trial {
  readonly deal: Deal;
  readonly chance: number;
}

/** With fewer states, as counts beside the main one have, a mesh is not worth its time. */
const FEWEST_STATES = 100_000;
/** Numbers kept for each state, and numbers moved by an option: eight times as many take as long. */
const KEPT_PER_STATE = 8;
const MOVED_PER_STATE = 320;
/** What an option costs a draw besides the corners of a mesh around it. */
export const LOOK_UPS_PER_OPTION = 15;
/** Points of a mesh for each party: fewer tell too little, more do not tell more. */
const FEWEST_POINTS = 12;
const MOST_POINTS = 200;
/** Most combinations of layers that a mesh sees as one: 27 are as good as can be for issues of two to five options. */
const MOST_JOINED = 27;
/** Sums of logarithms are off by far less than this. */
const ROUNDING = 1e-9;

/**
 * Null when propagation alone proves that the region has no deal. `states`: for following the rules alone, and for the
 * points of the mesh.
 */
export function tilted(problem: Problem, region: Region, states: number): Trials | null {
  const automaton = layOutRegion(problem, region, []);
  if (automaton === null) return null;
  const needed = needsOf(automaton, region, 'upper');
  const slope = { needed, weights: fittedWeights(needed), rules: lawfulDiagram(automaton, region, states) };
  const plain = weighted(slope, { meshed: [], points: 1 }, 'upper', true);
  const size = meshWithin(slope, states);
  const closer = size.meshed.length === 0 ? plain : weighted(slope, size, 'upper', true);
  const chosen = closer.log < plain.log ? closer : plain;
  const { log, mesh, layers, worth, asked, work } = chosen;
  return {
    most: fromLog(log),
    total: Math.exp(log),
    work,
    draw: (random) => {
      const kept = mesh.log === -Infinity ? 0 : mesh.draw(random);
      if (kept === 0) return null;
      const beyond = mesh.path.reduce((sum, option, layer) => sum + worth[layer]![option]!, -asked);
      if (beyond < -ROUNDING) return null;
      const deal = dealOfPath(automaton, pathThrough(layers, mesh.path));
      const chance = kept * Math.exp(-Math.max(0, beyond));
      // Without a mesh chances differ so much that hits and misses tell as much, and have the closer interval.
      if (chosen === plain && random() >= chance) return null;
      return isInRegion(problem, region, deal) ? { deal, chance: chosen === plain ? 1 : chance } : null;
    },
  };
}

/** Certified: the region has at least so many deals. 0 where they cannot be told within so many states. */
export function leastByMesh(problem: Problem, region: Region, states: number): bigint {
  const automaton = layOutRegion(problem, region, []);
  const rules = automaton === null ? null : exactDiagram(rulesAlone(automaton, askedOf(region).length), states);
  if (automaton === null || rules === null) return 0n;
  const needed = needsOf(automaton, region, 'lower');
  const slope = { needed, weights: fittedWeights(needed), rules };
  const size = meshWithin(slope, states);
  const isWhole = needed.needs.every((need, party) => need <= 0 || size.meshed.includes(party));
  return isWhole ? downFromLog(weighted(slope, size, 'lower', false).log) : 0n;
}

/** A region's layers, with a weight for each party. */
interface Slope {
  readonly needed: Needs;
  readonly weights: Float64Array;
  readonly rules: Diagram;
}

/** The parties that a mesh follows, and how many points it has for each. */
interface MeshSize {
  readonly meshed: readonly number[];
  readonly points: number;
}

interface Weighted {
  /** Logarithm of the bound on the number of deals. */
  readonly log: number;
  readonly mesh: Mesh;
  readonly layers: JoinedLayers;
  /** By layer and option, what it is worth to the parties that the mesh does not follow; and what these ask for. */
  readonly worth: readonly Float64Array[];
  readonly asked: number;
  readonly work: number;
}

/** A mesh over some parties, its ways weighted by what they are worth to the others. */
function weighted(
  { needed: { needs: asking, gains: own }, weights, rules }: Slope,
  { meshed, points }: MeshSize,
  bound: Bound,
  drawn: boolean,
): Weighted {
  const layers = joinLayers(rules, own, meshed.length === 0 ? 1 : MOST_JOINED);
  const { next, sizes } = layers;
  const others = weights.map((weight, party) => (meshed.includes(party) || bound === 'lower' ? 0 : weight));
  const worth = worthOf(layers, others);
  const most = worth.map((values) => values.reduce((a, b) => Math.max(a, b)));
  const needs = meshed.map((party) => asking[party]!);
  const gains = meshed.map((party) => layers.gains[party]!);
  const windows = windowsOf(needs, gains, worthOf(layers, weights));
  const factors = worth.map((values, layer) => values.map((value) => Math.exp(value - most[layer]!)));
  const mesh = new Mesh({ factors, next, sizes, needs, gains, windows }, points, bound, drawn);
  const asked = others.reduce((sum, weight, party) => sum + weight * asking[party]!, 0);
  return {
    log: mesh.log + most.reduce((sum, value) => sum + value, 0) - asked,
    mesh,
    layers,
    worth,
    asked,
    work: worth.reduce((sum, { length }) => sum + length, 0) * (LOOK_UPS_PER_OPTION + 2 ** meshed.length),
  };
}

/** The mesh that there is room and time for within so many states: of those who ask for most, as many as it tells well. */
function meshWithin({ needed: { needs, gains }, weights, rules }: Slope, states: number): MeshSize {
  if (states < FEWEST_STATES) return { meshed: [], points: 1 };
  const { options, sizes } = joinLayers(rules, gains, MOST_JOINED);
  const hardestFirst = [...needs.keys()].filter((party) => needs[party]! > 0).sort((a, b) => weights[b]! - weights[a]!);
  const rows = options.reduce((sum, { length }, layer) => sum + length * sizes[layer + 1]!, 0);
  const kept = sizes.reduce((sum, size) => sum + size, 0);
  for (let parties = hardestFirst.length; parties > 0; parties--) {
    const cells = Math.min((states * KEPT_PER_STATE) / kept, (states * MOVED_PER_STATE) / rows / parties);
    const points = Math.min(MOST_POINTS, Math.floor(cells ** (1 / parties)));
    if (points >= FEWEST_POINTS) return { meshed: hardestFirst.slice(0, parties), points };
  }
  return { meshed: [], points: 1 };
}

/** The deals that keep the rules; a superset where following the rules takes too many states. */
function lawfulDiagram(automaton: Automaton, region: Region, states: number): Diagram {
  const lawful = rulesAlone(automaton, askedOf(region).length);
  return exactDiagram(lawful, states) ?? coarseDiagram(lawful, 'down', states) ?? anyDeal(lawful);
}

/** All combinations of the options that are left: one state throughout. */
function anyDeal(automaton: Automaton): Diagram {
  return {
    automaton,
    next: automaton.options.map(({ length }) => new Int32Array(length)),
    sizes: [1, ...automaton.options.map(() => 1)],
  };
}
