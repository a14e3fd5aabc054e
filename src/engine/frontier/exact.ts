/**
 * The whole frontier of a region by dynamic programming over the layers of an automaton: partial deals by their utility
 * vector, without those that another one with the same running patterns beats (multi-objective dynamic programming,
 * Villarreal and Karwan 1981).
 *
 * Whatever completes a beaten partial deal completes the one that beats it, to a better deal; so all prefixes of
 * efficient deals are kept, each vector with its number of partial deals and the smallest of them.
 */
import type { FrontierPoint } from '../answer.ts';
import type { Problem } from '../problem.ts';
import { issueCount } from '../problem.ts';
import type { Region } from '../region.ts';
import { layOut } from '../zone/automaton.ts';
import { minus } from '../units.ts';
import type { Automaton, LayeredUnits } from '../zone/automaton.ts';
import { Archive } from './archive.ts';
import { signedByFloors } from './floors-problem.ts';
import { patternSteps } from './pattern-states.ts';
import type { PatternSteps } from './pattern-states.ts';
import { pointOf } from './points.ts';
import { Candidates } from './candidates.ts';
import type { PartialDeals } from './candidates.ts';

export interface ExactLimits {
  /** Most vectors kept at a boundary. */
  readonly vectors: number;
  /** Most looks at vectors, to tell which of them others beat. */
  readonly looks: number;
  readonly onLayer: (layer: number, layers: number, vectors: number) => void;
  readonly stop: () => boolean;
}

/** Every efficient vector of the region as a point, in no order; null when a limit was met or `stop` said so. */
export function exactFrontier(problem: Problem, region: Region, limits: ExactLimits): readonly FrontierPoint[] | null {
  const automaton = layOut(signedByFloors(problem, region), null);
  if (automaton === null) return [];
  const steps = patternSteps(automaton, limits.vectors);
  let partial = emptyDeal(automaton, issueCount(problem));
  let { looks } = limits;
  for (let layer = 0; layer < automaton.layers; layer++) {
    const step = steps.next();
    if (step.done === true) return null;
    const candidates = extend(automaton, layer, partial, step.value, problem.parties.length);
    candidates.rank();
    const found = withoutBeaten(candidates, automaton.parties.length, problem.parties.length, { ...limits, looks });
    if (found === null) return null;
    looks -= found.looks;
    partial = candidates.keep(found.kept);
    limits.onLayer(layer + 1, automaton.layers, partial.size);
  }
  return Array.from({ length: partial.size }, (_, state) => {
    const issues = issueCount(problem);
    const deal = [...partial.deals.subarray(state * issues, (state + 1) * issues)];
    return pointOf(problem, deal, { kind: 'exact', count: partial.counts[state]! });
  });
}

function isNumbers(units: LayeredUnits): units is Float64Array {
  return units instanceof Float64Array;
}

function emptyDeal({ parties }: Automaton, issues: number): PartialDeals {
  return {
    size: 1,
    patterns: new Int32Array(1),
    vectors: new Float64Array(parties.length),
    exact: parties.map(({ gains }) => (gains.every(isNumbers) ? null : [0n])),
    counts: [1n],
    deals: new Uint16Array(issues),
  };
}

/**
 * Every partial deal with every option of the layer, without those that leave a floor out of reach. `signing`: how many
 * of the automaton's parties are no sum rules.
 */
function extend(
  { parties, options, order }: Automaton,
  layer: number,
  partial: PartialDeals,
  steps: PatternSteps,
  signing: number,
): Candidates {
  const count = parties.length;
  const candidates = new Candidates(partial, count, order[layer]!, options[layer]!);
  /** Units without which the floor cannot be reached any more. */
  const least = parties.map(({ required, need, high }) => (required ? minus(need, high[layer + 1]!) : -Infinity));
  /** What a sum leaves beyond all need makes no deal better. */
  const most = Float64Array.from(parties, ({ need, low }, party) =>
    party < signing ? Infinity : Number(minus(need, low[layer + 1]!)),
  );
  const gains = parties.map((party) => party.gains[layer]!);
  const numbers = gains.map((units) => (isNumbers(units) ? units : null));
  const vector = new Float64Array(count);
  const exact: bigint[] = parties.map(() => 0n);
  for (let state = 0; state < partial.size; state++) {
    const patternStep = steps[partial.patterns[state]!]!;
    for (let option = 0; option < options[layer]!.length; option++) {
      const { next, bonus } = patternStep[option]!;
      if (next < 0) continue;
      let alive = true;
      for (let party = 0; party < count && alive; party++) {
        const own = numbers[party]!;
        if (own === null) {
          const units = partial.exact[party]![state]! + BigInt(gains[party]![option]!) + BigInt(bonus[party]!);
          exact[party] = units;
          alive = units >= least[party]!;
        } else {
          const units = partial.vectors[state * count + party]! + own[option]! + Number(bonus[party]!);
          vector[party] = Math.min(units, most[party]!);
          alive = units >= least[party]!;
        }
      }
      if (alive) candidates.add(state, option, next, vector, exact);
    }
  }
  return candidates;
}

/** How many candidates are looked at between two questions to `stop`. */
const POLL = 4096;

interface Unbeaten {
  /** Runs of equal candidates. */
  readonly kept: readonly (readonly number[])[];
  /** Looks that it took. */
  readonly looks: number;
}

/** Candidates that no other with the same patterns beats; null when they pass the limits. */
function withoutBeaten(
  candidates: Candidates,
  parties: number,
  signing: number,
  { vectors, looks: most, stop }: ExactLimits,
): Unbeaten | null {
  const kept: number[][] = [];
  /** In archives of patterns that are done with. */
  let done = 0;
  let archive = new Archive(candidates.vectors, parties);
  let before = -1;
  let beaten = false;
  for (const [place, candidate] of candidates.sorted().entries()) {
    if (place % POLL === 0 && place > 0 && stop()) return null;
    if (before < 0 || candidates.patternOf(before) !== candidates.patternOf(candidate)) {
      done += archive.looks;
      archive = new Archive(candidates.vectors, parties);
    } else if (candidates.sameVector(before, candidate)) {
      if (!beaten) kept.at(-1)!.push(candidate);
      continue;
    }
    before = candidate;
    // One that only leaves more of a sum is as good for the parties, and both are counted.
    beaten =
      archive.covers(candidate) &&
      (signing === parties || kept.some(([other]) => candidates.beats(other!, candidate, signing)));
    if (beaten) continue;
    archive.add(candidate);
    kept.push([candidate]);
    if (kept.length > vectors || done + archive.looks > most) return null;
  }
  return { kept, looks: done + archive.looks };
}
