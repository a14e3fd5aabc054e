/**
 * What the tally of all draws says: probabilities with how far chance can be off, and central weights.
 */
import { binomialInterval } from '../zone/interval.ts';
import type { SmaaTally } from './tally.ts';
import { WEIGHT_UNIT } from './tally.ts';

/** A share of the draws with its 95 % interval. */
export interface Share {
  readonly share: number;
  readonly interval: readonly [number, number];
}

/** A red line that does not hold in every draw: how often there is a deal where it holds and where it does not. */
export interface LineShare {
  readonly party: number;
  readonly redLine: number;
  readonly holds: Share;
  /** Shares of the draws in which it holds and of those in which it does not; null where there are none. */
  readonly zoneWhere: Share | null;
  readonly zoneWhereNot: Share | null;
}

/** A party's weight for an issue in the draws whose deal has an option, against that in all draws. */
export interface Belief {
  readonly party: number;
  readonly issue: number;
  /** Shares of the party's total weight. */
  readonly central: number;
  readonly mean: number;
  /** (central - mean) in standard errors of a sample of that size drawn from all draws. */
  readonly departure: number;
}

export interface SmaaAnswer {
  readonly draws: number;
  readonly unproven: number;
  /** Draws in which something was not decided within the nodes allowed; it then counts as not so. */
  readonly open: number;
  readonly zone: Share;
  /** No share of all draws is off by more, 95 times in 100: half the interval at a share of one half. */
  readonly error: number;
  /** By flat option number: share of all draws whose deal has the option. */
  readonly options: readonly number[];
  readonly drafts: readonly { readonly inZone: Share; readonly accepts: readonly number[] }[];
  /** The red lines that are drawn, in party order. */
  readonly lines: readonly LineShare[];
  /** By party and issue: mean weight over all draws as a share of the party's total; 0 for a score sheet. */
  readonly meanWeights: readonly (readonly number[])[];
  /**
   * Central weights (Lahdelma, Hokkanen and Salminen 1998) by flat option number, then party and issue: mean weights of
   * the draws whose deal has the option; null for an option in no deal, and for all where they are too many to keep.
   */
  readonly centralWeights: readonly (readonly (readonly number[])[] | null)[];
  /** By flat option number: weights that chance does not explain, the furthest from the mean first. */
  readonly beliefs: readonly (readonly Belief[])[];
}

/** Departures below this many standard errors are put down to chance: 1 in 370 for one weight. */
const LEAST_DEPARTURE = 3;
/** Draws that an option must be in before anything is said about beliefs. */
const FEWEST_DRAWS = 30;

/** @throws RangeError for a tally without draws */
export function smaaAnswer(tally: SmaaTally, parties: number): SmaaAnswer {
  const { draws } = tally;
  if (draws === 0) throw new RangeError('shares need at least one draw');
  const issues = tally.weights.length / parties;
  const share = (hits: number): Share => ({ share: hits / draws, interval: binomialInterval(hits, draws) });
  const [from, to] = binomialInterval(Math.floor(draws / 2), draws);
  const meanOf = (sums: Float64Array, count: number): number[][] => {
    const means = Array.from(sums, (sum) => (sum * WEIGHT_UNIT) / count);
    return Array.from({ length: parties }, (_, party) => means.slice(party * issues, (party + 1) * issues));
  };
  const meanWeights = meanOf(tally.weights, draws);
  const squares = meanOf(tally.weightSquares, draws);
  const size = tally.weights.length;
  const centralWeights = Array.from(tally.options, (count, row) =>
    count === 0 || tally.optionWeights.length === 0
      ? null
      : meanOf(tally.optionWeights.subarray(row * size, (row + 1) * size), count),
  );
  return {
    draws,
    unproven: tally.unproven,
    open: tally.open,
    zone: share(tally.zones),
    error: (to - from) / 2,
    options: Array.from(tally.options, (count) => count / draws),
    drafts: tally.drafts.map(({ inZone, accepts }) => ({
      inZone: share(inZone),
      accepts: accepts.map((count) => count / draws),
    })),
    lines: linesOf(tally),
    meanWeights,
    centralWeights,
    beliefs: centralWeights.map((central, row) =>
      central === null ? [] : beliefsOf(central, meanWeights, squares, tally.options[row]!, draws),
    ),
  };
}

function linesOf({ draws, zones, lines }: SmaaTally): readonly LineShare[] {
  const share = (hits: number, of: number): Share => ({ share: hits / of, interval: binomialInterval(hits, of) });
  return lines.flatMap((own, party) =>
    own.flatMap((line, redLine): LineShare[] => {
      const not = draws - line.holds;
      if (not === 0) return [];
      return [
        {
          party,
          redLine,
          holds: share(line.holds, draws),
          zoneWhere: line.holds === 0 ? null : share(line.zones, line.holds),
          zoneWhereNot: share(zones - line.zones, not),
        },
      ];
    }),
  );
}

function beliefsOf(
  central: readonly (readonly number[])[],
  means: readonly (readonly number[])[],
  squares: readonly (readonly number[])[],
  count: number,
  draws: number,
): readonly Belief[] {
  if (count < FEWEST_DRAWS || count === draws) return [];
  const found = central.flatMap((weights, party) =>
    weights.map((weight, issue): Belief => {
      const mean = means[party]![issue]!;
      const variance = Math.max(0, squares[party]![issue]! - mean * mean);
      // A sample without replacement from all draws: the finite population's correction.
      const error = Math.sqrt((variance * (draws - count)) / (count * Math.max(1, draws - 1)));
      const departure = error === 0 ? 0 : (weight - mean) / error;
      return { party, issue, central: weight, mean, departure };
    }),
  );
  return found
    .filter(({ departure }) => Math.abs(departure) >= LEAST_DEPARTURE)
    .sort((a, b) => Math.abs(b.departure) - Math.abs(a.departure) || a.party - b.party || a.issue - b.issue);
}
