/**
 * Problems with the numbers people bring: values with six decimals, or whole numbers, drawn evenly and independently for
 * every party and option, weights from 1 to 9, thresholds that leave a chosen share. Same shape and seed, same problem.
 */
import type { NarrowParty, NarrowProblem } from '../src/engine/problem.ts';
import { seededRandom } from '../src/engine/random.ts';
import type { Random } from '../src/engine/random.ts';

/** Plain data, so that it can be handed to another thread. */
export interface PlainShape {
  readonly seed: string;
  /** Options of each issue. */
  readonly options: readonly number[];
  readonly parties: number;
  /** Decimals of the values: 6, or 0 for whole numbers. */
  readonly decimals: number;
  /** About the part of the deals that all parties accept. */
  readonly share: number;
}

/** Random deals on which thresholds are set. */
const SAMPLE = 20_000;
const HEAVIEST = 9;

export function plainProblem({ seed, options, parties, decimals, share }: PlainShape): NarrowProblem {
  const random = seededRandom(seed);
  const offsets = new Int32Array(options.length + 1);
  options.forEach((count, issue) => (offsets[issue + 1] = offsets[issue]! + count));
  const everyone = Array.from({ length: parties }, (_, party) => party);
  const tastes = everyone.map(() => drawTastes(options, decimals, random));
  const open: NarrowProblem = {
    offsets,
    parties: tastes,
    sums: [],
    forbidden: [],
    consent: { required: everyone, quorum: parties, conditional: [] },
  };
  const thresholds = drawThresholds(open, share, random);
  return { ...open, parties: tastes.map((taste, party) => ({ ...taste, reservation: thresholds[party]! })) };
}

function drawTastes(options: readonly number[], decimals: number, random: Random): NarrowParty {
  const weights = options.map(() => 1 + Math.floor(HEAVIEST * random()));
  const most = 100 * 10 ** decimals;
  const units = options.flatMap((count, issue) =>
    Array.from({ length: count }, () => weights[issue]! * Math.floor((most + 1) * random())),
  );
  return {
    scale: weights.reduce((sum, weight) => sum + weight, 0) * 10 ** decimals,
    contributions: Float64Array.from(units),
    adjustments: [],
    redLines: [],
    disagreement: 0,
    reservation: 0,
    strict: false,
    power: 1,
  };
}

/** One common quantile of each party's utility over random deals, so that about the share of them is left. */
function drawThresholds({ offsets, parties }: NarrowProblem, share: number, random: Random): readonly number[] {
  const sample = Array.from({ length: SAMPLE }, () => {
    const utility = parties.map(() => 0);
    for (let issue = 0; issue < offsets.length - 1; issue++) {
      const row = offsets[issue]! + Math.floor(random() * (offsets[issue + 1]! - offsets[issue]!));
      parties.forEach(({ contributions }, party) => (utility[party]! += contributions[row]!));
    }
    return utility;
  });
  const sorted = parties.map((_, party) => Float64Array.from(sample, (utility) => utility[party]!).sort());
  let [low, high] = [0, 0.999];
  for (let halving = 0; halving < 16; halving++) {
    const middle = (low + high) / 2;
    const floors = sorted.map((values) => values[Math.floor(middle * SAMPLE)]!);
    const left = sample.filter((utility) => floors.every((floor, party) => utility[party]! >= floor)).length;
    if (left >= share * SAMPLE) low = middle;
    else high = middle;
  }
  return sorted.map((values) => values[Math.floor(low * SAMPLE)]!);
}
