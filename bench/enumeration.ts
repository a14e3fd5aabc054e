/** Winset against a look at every deal: the same count and the same best deals, and how long each takes. */
import type { Solution } from '../src/engine/answer.ts';
import type { NarrowProblem as Problem } from '../src/engine/problem.ts';
import { countZone } from '../src/engine/zone/roads.ts';
import type { Bench } from './bounded.ts';
import { solveNamed } from './engine.ts';
import { bestOfEveryDeal, countEveryDeal } from './every-deal.ts';
import type { EveryDeal, Winner } from './every-deal.ts';
import { quantile, summarise, timeRuns, timeWarm } from './measure.ts';
import type { Sample } from './measure.ts';
import { bars, grouped, spread, table, times } from './report.ts';
import type { Section } from './report.ts';
import { alike, syntheticProblem } from './synthetic.ts';
import type { Shape } from './synthetic.ts';

interface Size {
  readonly label: string;
  readonly options: readonly number[];
  readonly seeds: number;
  /** Runs of the enumeration; the engine is run more often, since its times are short. */
  readonly runs: number;
}

const SIZES: readonly Size[] = [
  { label: '10^6', options: alike(10, 4), seeds: 5, runs: 5 },
  { label: '10^7', options: [...alike(11, 4), 3], seeds: 5, runs: 5 },
  { label: '10^8', options: [...alike(12, 4), 6], seeds: 3, runs: 3 },
  { label: '10^9', options: alike(15, 4), seeds: 1, runs: 1 },
];
const ENGINE_RUNS = 9;
const CAP_SECONDS = 60;
const AIM = { count: 100, solutions: 500 } as const;
const STATES = 5_000_000;

export interface Race {
  readonly deals: number;
  readonly zone: number;
  readonly count: { readonly every: Sample; readonly winset: Sample };
  readonly best: { readonly every: Sample; readonly winset: Sample };
}

/** Runs both on one problem; throws when they disagree. */
export function raceEnumeration({ shape, runs }: { readonly shape: Shape; readonly runs: number }): Race {
  const problem = syntheticProblem(shape);
  let every: EveryDeal = { count: 0, nash: null, egalitarian: null };
  let count = 0;
  const everyBest = timeRuns(runs, () => (every = bestOfEveryDeal(problem)));
  const everyCount = timeRuns(runs, () => (count = countEveryDeal(problem)));
  const [nash, egalitarian] = solveNamed(problem, ['nash', 'egalitarian']);
  assertSame('count', BigInt(count), exactCount(problem));
  assertSame('count in the pass for the best', count, every.count);
  assertWinner('Nash', every.nash, nash);
  assertWinner('egalitarian', every.egalitarian, egalitarian);
  return {
    deals: shape.options.reduce((product, each) => product * each, 1),
    zone: count,
    count: { every: everyCount, winset: timeWarm(ENGINE_RUNS, () => void exactCount(problem)) },
    best: {
      every: everyBest,
      winset: timeWarm(ENGINE_RUNS, () => void solveNamed(problem, ['nash', 'egalitarian'])),
    },
  };
}

function exactCount(problem: Problem): bigint {
  const { count } = countZone(problem, { states: STATES, seed: 'bench' });
  if (count.kind !== 'exact') throw new RangeError('the zone of this size is counted exactly');
  return count.count;
}

function assertWinner(name: string, every: Winner | null, found: Solution | undefined): void {
  assertSame(`${name} deal`, every?.deal.join(), found?.deals[0]?.deal.join());
  assertSame(`${name} ties`, BigInt(every?.ties ?? 0), found?.total);
}

function assertSame(what: string, every: unknown, winset: unknown): void {
  if (every !== winset) throw new Error(`${what}: ${String(every)} by enumeration, ${String(winset)} by winset`);
}

export async function enumerationSection(bench: Bench): Promise<Section> {
  const raced: { readonly size: Size; readonly races: readonly Race[] }[] = [];
  for (const size of SIZES) {
    const races: Race[] = [];
    for (let seed = 1; seed <= size.seeds; seed++) {
      const shape = { seed: `enumeration/${size.label}/${seed}`, options: size.options, parties: 4, step: 5 };
      const race = await bench.run<typeof raceEnumeration>('raceEnumeration', { shape, runs: size.runs }, CAP_SECONDS);
      if (race !== null) races.push(race);
    }
    raced.push({ size, races });
  }
  const done = raced.filter(({ races }) => races.length > 0);
  return {
    title: 'Against looking at every deal',
    blocks: [
      'The plain way is to look at every deal. The rival does that in the same language, as fast as we could make it: ' +
        'an odometer with running sums over typed arrays, the last issues in one table, two parties packed into one ' +
        'integer, and so per deal two additions and one test for all four parties at once. On every problem below both ' +
        'gave the same count of the zone, the ' +
        'same Nash deal, the same egalitarian (leximin) deal and the same number of ties; the bench stops if they do not.',
      'Four parties, values in steps of 5 points. Times are the median over the problems of each problem’s median run, ' +
        'with the fastest and slowest problem in brackets.',
      raceTable('Zone count', done, (race) => race.count),
      raceTable('Nash and egalitarian deal', done, (race) => race.best),
      ratioBars(done),
      aimText(done),
      ...cutText(raced),
    ],
  };
}

type Raced = readonly { readonly size: Size; readonly races: readonly Race[] }[];
type Pick = (race: Race) => { readonly every: Sample; readonly winset: Sample };

function raceTable(title: string, raced: Raced, pick: Pick): string {
  return table(
    [title, 'problems', 'share of deals in the zone', 'every deal', 'winset', 'ratio', 'least ratio'],
    raced.map(({ races }) => {
      const shares = races.map(({ zone, deals }) => (100 * zone) / deals);
      const medians = (side: 'every' | 'winset'): Sample => summarise(races.map((race) => pick(race)[side].median));
      const ratios = ratiosOf(races, pick);
      return [
        `${grouped(races[0]!.deals)} deals`,
        String(races.length),
        `${quantile(shares, 0).toPrecision(2)} to ${quantile(shares, 1).toPrecision(2)} %`,
        spread(medians('every')),
        spread(medians('winset')),
        times(quantile(ratios, 0.5)),
        times(quantile(ratios, 0)),
      ];
    }),
  );
}

function ratiosOf(races: readonly Race[], pick: Pick): readonly number[] {
  return races.map((race) => pick(race).every.median / pick(race).winset.median);
}

function ratioBars(raced: Raced): string {
  const rows = (title: string, pick: Pick) =>
    raced.map(({ size, races }) => {
      const value = quantile(ratiosOf(races, pick), 0.5);
      return { label: `${title}, ${size.label}`, value, text: times(value) };
    });
  return bars([...rows('count', (race) => race.count), ...rows('solutions', (race) => race.best)]);
}

function aimText(raced: Raced): string {
  const large = raced.find(({ size }) => size.label === '10^8');
  const aim = `Aim at 10^8 deals: the count at least ${AIM.count} and the two solutions at least ${AIM.solutions} times as fast.`;
  if (large === undefined) return aim;
  const verdict = (name: string, pick: Pick, wanted: number): string => {
    const ratio = quantile(ratiosOf(large.races, pick), 0.5);
    return `${name} ${times(ratio)} (${ratio >= wanted ? 'reached' : 'not reached'})`;
  };
  const count = verdict('count', (race) => race.count, AIM.count);
  const best = verdict('solutions', (race) => race.best, AIM.solutions);
  return `${aim} Measured: ${count}, ${best}.`;
}

function cutText(raced: Raced): readonly string[] {
  const cut = raced.filter(({ size, races }) => races.length < size.seeds);
  return cut.map(
    ({ size, races }) =>
      `At ${size.label} deals ${size.seeds - races.length} of ${size.seeds} problems took more than ${CAP_SECONDS} s in all and were stopped.`,
  );
}
