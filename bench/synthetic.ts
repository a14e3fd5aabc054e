/**
 * Synthetic problems: four parties in two camps, options that climb from one camp's wish to the other's, a few heavy
 * issues and many light ones, and thresholds that leave a chosen share of the deals. Same shape and seed, same problem.
 */
import type { NarrowParty as Party, NarrowProblem as Problem } from '../src/engine/problem.ts';
import { seededRandom } from '../src/engine/random.ts';
import type { Random } from '../src/engine/random.ts';

/** What a synthetic problem is made from: plain data, so that it can be handed to another thread. */
export interface Shape {
  readonly seed: string;
  /** Options of each issue. */
  readonly options: readonly number[];
  readonly parties: number;
  /** Values (0..100 points) are multiples of this; a divisor of 100. */
  readonly step: number;
}

/** Weights are whole numbers from 1 to this. */
const HEAVIEST = 20;
/** Part of the deals that thresholds are set to leave: drawn evenly on a logarithmic scale. */
const SHARE = { from: 0.001, to: 0.2 } as const;
/** Random deals on which thresholds are set. */
const SAMPLE = 20_000;
/** Chance that a party stands on its camp's side of an issue; otherwise it may stand anywhere. */
const LOYALTY = 0.6;
/** Points between what no deal is worth and the least a party signs for. */
const MARGINS = [0, 2, 4] as const;

type Tastes = Omit<Party, 'disagreement' | 'reservation'>;

/** The same number of options for every issue. */
export function alike(issues: number, options: number): readonly number[] {
  return Array.from({ length: issues }, () => options);
}

/** Unanimous, additive problem of the shape: no red lines, rules or adjustments, so that any solver can be asked. */
export function syntheticProblem({ seed, options, parties, step }: Shape): Problem {
  const random = seededRandom(seed);
  const offsets = new Int32Array(options.length + 1);
  options.forEach((count, issue) => (offsets[issue + 1] = offsets[issue]! + count));
  const ladders = options.map((count) => ladder(count, random));
  const tastes = Array.from({ length: parties }, (_, party) => drawTastes(party % 2, ladders, step, random));
  const everyone = tastes.map((_, party) => party);
  const open: Problem = {
    offsets,
    parties: tastes.map((taste) => ({ ...taste, disagreement: 0, reservation: 0 })),
    sums: [],
    forbidden: [],
    consent: { required: everyone, quorum: parties, conditional: [] },
  };
  const thresholds = drawThresholds(open, random);
  return {
    ...open,
    parties: tastes.map((taste, party) => {
      const reservation = thresholds[party]!;
      const margin = MARGINS[Math.floor(random() * MARGINS.length)]! * taste.scale;
      return { ...taste, reservation, disagreement: Math.max(0, reservation - margin) };
    }),
  };
}

/** Positions of an issue's options from 0, one camp's wish, to 1, the other's. */
function ladder(count: number, random: Random): readonly number[] {
  return Array.from({ length: count }, (_, rung) =>
    rung === 0 ? 0 : rung === count - 1 ? 1 : (rung + 0.8 * (random() - 0.5)) / (count - 1),
  );
}

function drawTastes(camp: number, ladders: readonly (readonly number[])[], step: number, random: Random): Tastes {
  // The square of an exponential draw: few issues matter much, most matter little.
  const drawn = ladders.map(() => Math.log(1 - random()) ** 2);
  const heaviest = Math.max(...drawn);
  const weights = drawn.map((weight) => Math.max(1, Math.round((HEAVIEST * weight) / heaviest)));
  const units = ladders.flatMap((positions, issue) =>
    valuesOf(positions, standpoint(camp, random), step).map((value) => value * weights[issue]!),
  );
  // A deal's points are the values times their weights over the sum of the weights.
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shared = greatestCommonDivisor(total, step);
  return {
    scale: total / shared,
    contributions: Float64Array.from(units, (value) => (value * step) / shared),
    adjustments: [],
    redLines: [],
    strict: false,
    power: 1,
  };
}

/** Where on the ladder the party would like to end: near its camp's end, or anywhere. */
function standpoint(camp: number, random: Random): number {
  const loyal = random() < LOYALTY;
  const place = random();
  return loyal ? (camp === 0 ? place / 2 : 1 - place / 2) : place;
}

/** Values of an issue's options in steps: full for the rung nearest to the standpoint, 0 for the one furthest away. */
function valuesOf(positions: readonly number[], wish: number, step: number): readonly number[] {
  const distances = positions.map((position) => Math.abs(position - wish));
  const nearest = Math.min(...distances);
  const furthest = Math.max(...distances);
  const most = 100 / step;
  return distances.map((distance) => Math.round((most * (furthest - distance)) / (furthest - nearest)));
}

/** Thresholds at one common quantile of each party's utility, so that about the drawn share of the deals is left. */
function drawThresholds(problem: Problem, random: Random): readonly number[] {
  const share = SHARE.from * (SHARE.to / SHARE.from) ** random();
  const sample = Array.from({ length: SAMPLE }, () => randomUtility(problem, random));
  const sorted = problem.parties.map((_, party) => Float64Array.from(sample, (utility) => utility[party]!).sort());
  const at = (quantile: number): readonly number[] => sorted.map((values) => values[Math.floor(quantile * SAMPLE)]!);
  const left = (floors: readonly number[]): number =>
    sample.filter((utility) => floors.every((floor, party) => utility[party]! >= floor)).length / SAMPLE;
  let [low, high] = [0, 0.999];
  for (let halving = 0; halving < 16; halving++) {
    const middle = (low + high) / 2;
    if (left(at(middle)) >= share) low = middle;
    else high = middle;
  }
  return at(low);
}

function randomUtility({ offsets, parties }: Problem, random: Random): readonly number[] {
  const utility = parties.map(() => 0);
  for (let issue = 0; issue < offsets.length - 1; issue++) {
    const row = offsets[issue]! + Math.floor(random() * (offsets[issue + 1]! - offsets[issue]!));
    parties.forEach(({ contributions }, party) => (utility[party]! += contributions[row]!));
  }
  return utility;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
