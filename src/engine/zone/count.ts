/**
 * How many deals the zone holds and which options they use: exactly where the diagrams fit the budget, otherwise by
 * certified bounds on each side and an unbiased estimate by sampling: from weighted options, or from a superset (Dyer 2003).
 */
import type { DealCount } from '../answer.ts';
import { acceptingParties, keepsRules, suffices } from '../deal.ts';
import { allIssues, issueCount, LONG_ISSUE, optionCount, patternsOf } from '../problem.ts';
import type { Deal, Problem } from '../problem.ts';
import { seededRandom } from '../random.ts';
import type { Random } from '../random.ts';
import { optionAt, setSize, unionOf } from '../option-set.ts';
import { isInRegion } from '../region.ts';
import type { Region } from '../region.ts';
import { blockedSystem } from '../search/blocks.ts';
import { layOut, requiredRegion } from './automaton.ts';
import { boxOf, countRegion, exactRegion, flowsOf, HUGE, supersetFrom, supersetOf } from './count-region.ts';
import type { RegionCount, Superset } from './count-region.ts';
import { asNumber, blockedOf, forBlockers } from './counting.ts';
import type { CountBudget } from './counting.ts';
import { coarseDiagram, exactDiagram } from './diagram.ts';
import type { Diagram } from './diagram.ts';
import { binomialInterval, meanInterval } from './interval.ts';
import { countPaths } from './paths.ts';
import { signatureTerms, signingRegions } from './signature-terms.ts';
import type { SignedRegion } from './signature-terms.ts';
import { leastByMesh, LOOK_UPS_PER_OPTION, tilted } from './tilt.ts';
import type { Trials } from './tilt.ts';

export interface ZoneCount {
  readonly count: DealCount;
  /** Share of the zone that contains each option, by flat option number; estimated from a sample unless counted exactly. */
  readonly shares: Float64Array | null;
}

/** Deals drawn for an estimate: as many as take so many look-ups for each state of the budget. */
const LOOK_UPS_PER_STATE = 320;
const FEWEST_DRAWS = 8000;
const MOST_DRAWS = 200_000;

/** Fewer hits than this say nothing about shares. */
const FEWEST_HITS = 100;

/** Trials in vain after which a sample is given up. */
const MOST_MISSES = 100_000;

/**
 * The number of deals in the zone; with `waived`, in the zone as it would be if that party signed anything.
 */
export function countByDiagrams(problem: Problem, waived: number | null, asked: CountBudget): ZoneCount {
  const budget = fitting(problem, asked);
  if (isTooLong(problem, budget)) return countByDraws(problem, waived, budget);
  const terms = signatureTerms(problem, waived);
  if (terms === null) return countAtOnce(problem, waived, budget);
  const known = new Map<string, Known>();
  const shared = { ...budget, states: Math.ceil(budget.states / terms.length) };
  const counts = terms.map(({ key, region }): RegionCount | null => {
    const superset = supersetOf(problem, region, budget.states);
    const count = superset === null ? null : countRegion(problem, region, superset, budget.states);
    known.set(key, { superset, count });
    if (count === null || isClose(count)) return count;
    const low = leastByMesh(problem, region, shared.states);
    return low > count.low ? { ...count, low } : count;
  });
  if (!counts.every((count) => count !== null)) return countAtOnce(problem, waived, budget);
  const { low, high, flows } = summed(problem, terms, counts);
  if (low === high) return exactly(low, flows);
  const trials = zoneTrials(problem, waived, known, budget);
  return estimate(problem, trials, [low, high < trials.most ? high : trials.most], budget, waived);
}

/** What has been found out about a region. */
interface Known {
  readonly superset: Superset | null;
  readonly count: RegionCount | null;
}

/** Whether bounds are so close that no mesh is asked for closer ones. */
function isClose({ low, high }: RegionCount): boolean {
  return low * 4n >= high * 3n;
}

/** The same where diagrams within the budget count exactly; null where they would only bound. */
export function exactByDiagrams(problem: Problem, waived: number | null, asked: CountBudget): ZoneCount | null {
  const budget = fitting(problem, asked);
  if (isTooLong(problem, budget)) return null;
  const { states } = budget;
  const terms = signatureTerms(problem, waived);
  if (terms === null) {
    const automaton = layOut(problem, waived);
    if (automaton === null) return exactly(0n, null);
    const diagram = exactDiagram(automaton, states);
    return diagram === null ? null : exactlyPaths(problem, diagram);
  }
  const counts: RegionCount[] = [];
  for (const { region } of terms) {
    const superset = supersetOf(problem, region, states);
    const count = superset === null ? null : exactRegion(problem, region, superset, states);
    if (count === null) return null;
    counts.push(count);
  }
  const { low, flows } = summed(problem, terms, counts);
  return exactly(low, flows);
}

/** Regions counted, added up as often as the terms say; flows where all of them are told. */
function summed(problem: Problem, terms: readonly SignedRegion[], counts: readonly RegionCount[]): RegionCount {
  let [low, high] = [0n, 0n];
  const flows = new Float64Array(problem.offsets.at(-1)!);
  terms.forEach(({ times }, index) => {
    const count = counts[index]!;
    low += times * (times > 0n ? count.low : count.high);
    high += times * (times > 0n ? count.high : count.low);
    count.flows?.forEach((flow, row) => (flows[row]! += Number(times) * flow));
  });
  // Sums of flows that no number holds say nothing.
  const told = counts.length === 1 || counts.every((count) => count.high < HUGE);
  const whole = told && counts.every((count) => count.flows !== null);
  return { low: low < 0n ? 0n : low, high, flows: whole ? flows : null };
}

function exactly(count: bigint, flows: Float64Array | null): ZoneCount {
  const total = asNumber(count);
  return {
    count: { kind: 'exact', count },
    shares: flows === null || count === 0n ? null : flows.map((flow) => flow / total),
  };
}

function exactlyPaths(problem: Problem, diagram: Diagram): ZoneCount {
  const count = countPaths(diagram);
  return exactly(count, flowsOf(problem, diagram, count));
}

/**
 * Trials for the regions that make up the zone, each tried in proportion to its total; a hit counts when no earlier region
 * has the deal (Karp and Luby 1983).
 */
function zoneTrials(
  problem: Problem,
  waived: number | null,
  known: ReadonlyMap<string, Known>,
  budget: CountBudget,
): Trials {
  const regions = signingRegions(problem, waived) ?? [];
  const states = Math.ceil(budget.states / Math.max(1, regions.length));
  const parts = regions.flatMap(({ key, region }) => {
    const of = known.get(key) ?? { superset: supersetOf(problem, region, budget.states), count: null };
    const trials = regionTrials(problem, region, of, states);
    return trials === null || trials.total === 0 ? [] : [{ region, trials }];
  });
  const sizes = parts.map(({ trials }) => Math.min(trials.total, Number.MAX_VALUE / parts.length));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return {
    most: parts.reduce((sum, { trials }) => sum + trials.most, 0n),
    total,
    work: parts.reduce((sum, { trials }) => Math.max(sum, trials.work), 1),
    draw: (random) => {
      if (parts.length === 0) return null;
      let left = random() * total;
      const chosen = Math.max(
        0,
        sizes.findIndex((size) => (left -= size) < 0),
      );
      const trial = parts[chosen]!.trials.draw(random);
      if (trial === null) return null;
      return parts.slice(0, chosen).some(({ region }) => isInRegion(problem, region, trial.deal)) ? null : trial;
    },
  };
}

/** Size and option shares of the zone by trials, within proven bounds. */
function estimate(
  problem: Problem,
  { most, total, draw, work }: Trials,
  [low, high]: readonly [bigint, bigint],
  { states, seed }: CountBudget,
  waived: number | null,
): ZoneCount {
  const random = seededRandom(`${seed}/count/${waived ?? 'all'}`);
  const seen = new Float64Array(problem.offsets.at(-1)!);
  // One estimate for each of many parties: all of them draw as often as eight do.
  const fewest = waived === null ? FEWEST_DRAWS : FEWEST_DRAWS / Math.max(1, problem.parties.length / USUAL);
  const draws = Math.ceil(Math.max(fewest, Math.min(MOST_DRAWS, (states * LOOK_UPS_PER_STATE) / work)));
  let [hits, sum, squares] = [0, 0, 0];
  for (let trial = 0; trial < draws; trial++) {
    const drawn = draw(random);
    if (drawn === null) continue;
    const { deal, chance } = drawn;
    hits++;
    sum += chance;
    squares += chance * chance;
    deal.forEach((option, issue) => (seen[problem.offsets[issue]! + option]! += chance));
  }
  // What no number holds is not told at all; see `isEstimable`.
  const told = (value: number): number => (most < HUGE ? value : Number.MAX_VALUE);
  const clamp = (value: number): number => Math.min(asNumber(high), Math.max(asNumber(low), told(value)));
  const [from, to] = sum === hits ? binomialInterval(hits, draws) : meanInterval(sum, squares, draws);
  return {
    count: {
      kind: 'bounded',
      low,
      high,
      estimate: clamp(total * (sum / draws)),
      interval: [clamp(total * from), clamp(total * to)],
    },
    shares: hits < FEWEST_HITS ? null : seen.map((times) => times / sum),
  };
}

/**
 * Deals of the zone, each drawn uniformly and independently; the seed decides which. Fewer when the zone is empty, or
 * when `most` trials for one deal were in vain.
 */
export function sampleZone(
  problem: Problem,
  size: number,
  asked: CountBudget,
  most: number = MOST_MISSES,
): readonly Deal[] {
  const budget = fitting(problem, asked);
  const trials = trialsOf(problem, budget);
  const random = seededRandom(`${budget.seed}/sample`);
  const deals: Deal[] = [];
  if (trials === null || trials.total === 0) return deals;
  for (let misses = 0; deals.length < size && misses < most;) {
    const drawn = trials.draw(random);
    if (drawn === null || (drawn.chance < 1 && random() >= drawn.chance)) misses++;
    else {
      deals.push(drawn.deal);
      misses = 0;
    }
  }
  return deals;
}

/** What to draw deals of the zone from. */
function trialsOf(problem: Problem, budget: CountBudget): Trials | null {
  if (isTooLong(problem, budget)) return boxTrials(problem, null);
  return signatureTerms(problem, null) === null
    ? trialsAtOnce(problem, null, budget)
    : zoneTrials(problem, null, new Map(), budget);
}

/** The count where issues are so long that diagrams of them tell nothing: a sample of the options that are left. */
function countByDraws(problem: Problem, waived: number | null, budget: CountBudget): ZoneCount {
  const trials = boxTrials(problem, waived);
  return trials === null ? exactly(0n, null) : estimate(problem, trials, [0n, trials.most], budget, waived);
}

/** Trials on all combinations of the options, or blocks of them, that propagation leaves; null where it leaves none. */
function boxTrials(problem: Problem, waived: number | null): Trials | null {
  const system = blockedSystem(problem, requiredRegion(problem, waived));
  if (system === null) return null;
  const spans = allIssues(problem).map((issue) =>
    unionOf(
      Array.from(system.options[issue]!, (_, place) => system.picksAt(system.start[issue]! + place))
        .flat()
        .map(({ option, last }) => ({ first: option, last })),
    ),
  );
  const sizes = spans.map(setSize);
  const box = {
    total: sizes.reduce((product, size) => product * BigInt(size), 1n),
    draw: (random: Random) => spans.map((own, issue) => optionAt(own, Math.floor(random() * sizes[issue]!))),
  };
  return { ...trialsAmong(problem, waived, box), work: spans.length };
}

/** Trials on deals among which all of the zone are: a hit is one of the zone. */
function trialsAmong(
  problem: Problem,
  waived: number | null,
  { total, draw }: Pick<Superset, 'total' | 'draw'>,
): Omit<Trials, 'work'> {
  return {
    most: total,
    total: asNumber(total),
    draw: (random) => {
      if (total === 0n) return null;
      const deal = draw(random);
      return isInZone(problem, deal, waived) ? { deal, chance: 1 } : null;
    },
  };
}

/** What to draw from: the region where it is counted, else a mesh or a superset, whichever misses less often. */
function regionTrials(problem: Problem, region: Region, { superset, count }: Known, states: number): Trials | null {
  const isCounted = superset !== null && superset.left.length === 0;
  const weighted = isCounted || (count !== null && isClose(count)) ? null : tilted(problem, region, states);
  if (superset === null || (weighted !== null && weighted.most < superset.total)) return weighted;
  const { total: most, draw } = superset;
  return {
    most,
    total: asNumber(most),
    work: problem.offsets.at(-1)! * LOOK_UPS_PER_OPTION,
    draw: (random) => {
      const deal = draw(random);
      return isInRegion(problem, region, deal) ? { deal, chance: 1 } : null;
    },
  };
}

/** The count where many parties may be outvoted: one diagram that follows every party's acceptance. */
function countAtOnce(problem: Problem, waived: number | null, budget: CountBudget): ZoneCount {
  const automaton = layOut(problem, waived);
  if (automaton === null) return exactly(0n, null);
  const diagram = exactDiagram(automaton, budget.states);
  if (diagram !== null) return exactlyPaths(problem, diagram);
  const lower = coarseDiagram(automaton, 'up', Math.ceil(budget.states / 4));
  const trials = trialsAtOnce(problem, waived, budget);
  if (trials === null) throw new RangeError('where deals may be left, they can be drawn');
  const low = lower === null ? 0n : countPaths(lower);
  return low === trials.most ? exactly(low, null) : estimate(problem, trials, [low, trials.most], budget, waived);
}

/** Trials on a coarse diagram that follows every party's acceptance; null when there is no deal. */
function trialsAtOnce(problem: Problem, waived: number | null, budget: CountBudget): Trials | null {
  const automaton = layOut(problem, waived);
  if (automaton === null) return null;
  const upper = coarseDiagram(automaton, 'down', Math.ceil(budget.states / 4));
  const superset = upper === null ? boxOf(automaton) : supersetFrom(problem, upper, []);
  return { ...trialsAmong(problem, waived, superset), work: problem.offsets.at(-1)! * LOOK_UPS_PER_OPTION };
}

function isInZone(problem: Problem, deal: Deal, waived: number | null): boolean {
  const accepting = acceptingParties(problem, deal);
  if (waived !== null) accepting.add(waived);
  return keepsRules(problem, deal) && suffices(problem, deal, accepting);
}

/** So many parties, and options of an issue on average, are what a state has room and time for. */
const USUAL = 8;
/** Diagrams of fewer states tell nothing of a zone. */
const FEWEST_STATES = 64;
/** An issue so many times as long as others are on average fills the diagram by itself. */
const LONGER = 4;
/** With more issues the sums that a need may take are more, and a drawn deal takes longer. */
const USUAL_ISSUES = 128;
/** Patterns over several issues that a state follows without taking much longer; with more it is larger besides. */
const USUAL_PATTERNS = 64;

/** Whether issues are so long that what diagrams have room for tells nothing of the zone. */
function isTooLong(problem: Problem, { states }: CountBudget): boolean {
  return states < FEWEST_STATES && allIssues(problem).some((issue) => optionCount(problem, issue) > LONG_ISSUE);
}

/** Fewer states where each of them is larger and takes longer. */
function fitting(problem: Problem, budget: CountBudget): CountBudget {
  const { offsets, parties } = problem;
  const longest = allIssues(problem).reduce((most, issue) => Math.max(most, optionCount(problem, issue)), 0);
  const options = Math.max(offsets.at(-1)! / issueCount(problem), longest / LONGER);
  const tied = patternsOf(problem).filter(({ clauses }) => clauses.length > 1).length;
  const patterns = Math.max(1, tied / USUAL_PATTERNS) ** 2;
  const issues = Math.max(1, issueCount(problem) / USUAL_ISSUES);
  const size = Math.max(1, parties.length / USUAL) ** 2 * Math.max(1, options / USUAL) * issues * patterns;
  return { ...budget, states: Math.ceil(budget.states / size) };
}

/** Deals that the party alone keeps out of the zone, where diagrams count exactly; null where they would only bound. */
export function exactSoleBlockers(
  problem: Problem,
  party: number,
  zone: bigint,
  budget: CountBudget,
): DealCount | null {
  const without = exactByDiagrams(problem, party, forBlockers(problem, budget));
  return without === null ? null : blockedOf(without.count, { kind: 'exact', count: zone });
}
