/** Winset with the numbers people bring: small spaces beside a plain loop, bounds of large ones, hundreds of issues. */
import { SOLUTION_NAMES } from '../src/engine/answer.ts';
import type { DealCount } from '../src/engine/answer.ts';
import type { NarrowProblem } from '../src/engine/problem.ts';
import { solve } from '../src/engine/solve.ts';
import { countZone, soleBlockerCounts } from '../src/engine/zone/roads.ts';
import { STATES } from '../src/questions/budgets.ts';
import { plainProblem } from './any-numbers.ts';
import type { PlainShape } from './any-numbers.ts';
import type { Bench } from './bounded.ts';
import { prepareSolutions, solveNamed, solveOne } from './engine.ts';
import { quantile, timeOnce, timeWarm } from './measure.ts';
import { bestByLoop, countByLoop } from './plain-loop.ts';
import { grouped, short, table, time, times } from './report.ts';
import type { Section } from './report.ts';
import { alike } from './synthetic.ts';

const BUDGET = { states: STATES, seed: 'bench' };
const RUNS = 5;
const CAP_SECONDS = 120;

const SMALL: readonly PlainShape[] = [
  { seed: 'a', options: alike(6, 8), parties: 3, decimals: 6, share: 0.02 },
  { seed: 'b', options: alike(12, 3), parties: 6, decimals: 6, share: 0.02 },
  { seed: 'c', options: alike(10, 4), parties: 4, decimals: 6, share: 0.02 },
  { seed: 'd', options: alike(12, 4), parties: 4, decimals: 6, share: 0.02 },
  { seed: 'e', options: alike(12, 4), parties: 16, decimals: 6, share: 0.02 },
  { seed: 'f', options: [...alike(12, 4), 6], parties: 4, decimals: 6, share: 0.02 },
  { seed: 'g', options: alike(15, 4), parties: 4, decimals: 6, share: 0.02 },
];

const LARGE: readonly PlainShape[] = [
  { seed: 'h', options: alike(20, 3), parties: 5, decimals: 6, share: 0.02 },
  { seed: 'i', options: alike(28, 5), parties: 4, decimals: 6, share: 0.02 },
  { seed: 'j', options: alike(46, 4), parties: 4, decimals: 6, share: 0.02 },
  { seed: 'k', options: alike(100, 5), parties: 4, decimals: 0, share: 0.02 },
];

const MANY = { issues: 200, options: 5, parties: 4, seeds: 5 } as const;

export interface SmallRace {
  readonly zone: number;
  /** Milliseconds. */
  readonly loop: number;
  readonly count: number;
  readonly blockers: number;
  readonly bestLoop: number;
  readonly best: number;
  readonly whole: number;
}

/** Both on one problem; throws when they disagree. */
export function raceNumbers(shape: PlainShape): SmallRace {
  const problem = plainProblem(shape);
  const whole = timeOnce(() => void solve(problem, { drafts: [], coalition: null, ties: 1000, ...BUDGET }));
  const looked = bestByLoop(problem);
  const { count } = countZone(problem, BUDGET);
  assertSame('count', count.kind === 'exact' ? Number(count.count) : null, looked.count);
  const [nash, egalitarian] = solveNamed(problem, ['nash', 'egalitarian']);
  assertClose('Nash', product(problem, nash!.deals[0]!.utility), looked.nash);
  assertClose('egalitarian', Math.min(...gains(problem, egalitarian!.deals[0]!.utility)), looked.egalitarian);
  return {
    zone: looked.count,
    loop: timeWarm(RUNS, () => void countByLoop(problem)).median,
    count: timeWarm(RUNS, () => void countZone(problem, BUDGET)).median,
    blockers: timeWarm(RUNS, () => void soleBlockerCounts(problem, count, BUDGET)).median,
    bestLoop: timeWarm(RUNS, () => void bestByLoop(problem)).median,
    best: timeWarm(RUNS, () => void solveNamed(problem, ['nash', 'egalitarian'])).median,
    whole,
  };
}

function gains({ parties }: NarrowProblem, utility: readonly number[]): readonly number[] {
  return utility.map((points, party) => points - parties[party]!.disagreement / parties[party]!.scale);
}

function product(problem: NarrowProblem, utility: readonly number[]): number {
  return gains(problem, utility).reduce((value, gain) => value * gain, 1);
}

function assertSame(what: string, winset: unknown, loop: unknown): void {
  if (winset !== loop) throw new Error(`${what}: ${String(loop)} by the loop, ${String(winset)} by winset`);
}

function assertClose(what: string, winset: number, loop: number): void {
  if (Math.abs(winset - loop) > 1e-9 * Math.abs(loop)) assertSame(what, winset, loop);
}

export interface Bounded {
  readonly count: DealCount;
  readonly milliseconds: number;
}

export function boundNumbers(shape: PlainShape): Bounded {
  const problem = plainProblem(shape);
  let { count } = countZone(problem, { states: 1000, seed: 'warm-up' });
  const milliseconds = timeOnce(() => ({ count } = countZone(problem, BUDGET)));
  return { count, milliseconds };
}

export interface ManyIssues {
  readonly milliseconds: number;
  /** How many of the six are proven. */
  readonly proven: number;
}

/** All six solutions of one problem from nothing, the second time. */
export function solveMany(shape: PlainShape): ManyIssues {
  const problem = plainProblem(shape);
  let proven = 0;
  const run = (): void => {
    const prepared = prepareSolutions(problem);
    proven = SOLUTION_NAMES.filter((name) => solveOne(problem, prepared, name).proven).length;
  };
  run();
  return { milliseconds: timeOnce(run), proven };
}

export async function numbersSection(bench: Bench): Promise<Section> {
  const small: string[][] = [];
  for (const shape of SMALL) {
    const race = await bench.run<typeof raceNumbers>('raceNumbers', shape, CAP_SECONDS);
    small.push(race === null ? [nameOf(shape), 'stopped'] : smallRow(shape, race));
  }
  const large: string[][] = [];
  for (const shape of LARGE) {
    const bounded = await bench.run<typeof boundNumbers>('boundNumbers', shape, CAP_SECONDS);
    large.push(bounded === null ? [nameOf(shape), 'stopped'] : largeRow(shape, bounded));
  }
  const many: string[][] = [];
  for (const decimals of [0, 6]) many.push(await manyRow(bench, decimals));
  return {
    title: 'With the numbers people bring',
    blocks: [
      'Values with six decimals (or whole numbers from 0 to 100), drawn evenly for every party and option, weights from 1 ' +
        'to 9, thresholds that leave about 2 % of the deals. The rival looks at every deal: the last issues in a table ' +
        'per party, and a deal is dropped at the first party that refuses it. Both gave the same counts, products and ' +
        'smallest gains. Warm medians; the whole answer is cold, in a thread that has done nothing else before the first row.',
      table(
        [
          '',
          'deals',
          'in the zone',
          'loop',
          'count',
          'ratio',
          'sole blockers',
          'loop for two',
          'Nash, egalitarian',
          'ratio',
          'whole answer',
        ],
        small,
      ),
      'Aims: the whole answer within 1.5 s up to two million deals and 3 s at sixteen; nowhere less than two thirds as fast ' +
        'as the loop; at 10^8 the count 10 and the solutions 100 times as fast.',
      `Spaces that are too large for the loop, with the default of ${grouped(STATES)} states.`,
      table(['', 'deals', 'proven', 'high over low', '95 % interval of the estimate', 'time'], large),
      'Aim: proven bounds within 5 % of each other in 2 s.',
      `All six solutions of ${MANY.issues} issues with ${MANY.options} options and ${MANY.parties} parties, ${MANY.seeds} problems.`,
      table(['values', 'all six proven', 'median', 'slowest'], many),
      'Aim: all proven within 2 s.',
    ],
  };
}

function smallRow(shape: PlainShape, race: SmallRace): string[] {
  const { zone, loop, count, blockers, bestLoop, best, whole } = race;
  return [
    nameOf(shape),
    grouped(dealsOf(shape)),
    grouped(zone),
    time(loop),
    time(count),
    times(loop / count),
    time(blockers),
    time(bestLoop),
    time(best),
    times(bestLoop / best),
    time(whole),
  ];
}

function largeRow(shape: PlainShape, { count, milliseconds }: Bounded): string[] {
  const [low, high] = count.kind === 'exact' ? [count.count, count.count] : [count.low, count.high];
  const estimate = count.kind === 'exact' ? null : count.interval[1] / count.interval[0];
  return [
    nameOf(shape),
    short(dealsOf(shape)),
    count.kind === 'exact' ? `exactly ${grouped(low)}` : `${short(Number(low))} to ${short(Number(high))}`,
    low === high ? '1' : low === 0n ? 'from 0' : short(Number(high) / Number(low)),
    estimate === null ? '' : `${short((estimate - 1) * 100)} % wide`,
    time(milliseconds),
  ];
}

async function manyRow(bench: Bench, decimals: number): Promise<string[]> {
  const found: ManyIssues[] = [];
  for (let seed = 1; seed <= MANY.seeds; seed++) {
    const shape = {
      seed: `many/${seed}`,
      options: alike(MANY.issues, MANY.options),
      parties: MANY.parties,
      decimals,
      share: 0.02,
    };
    const solved = await bench.run<typeof solveMany>('solveMany', shape, CAP_SECONDS);
    if (solved !== null) found.push(solved);
  }
  const taken = found.map(({ milliseconds }) => milliseconds);
  const all = found.filter(({ proven }) => proven === SOLUTION_NAMES.length).length;
  return [
    decimals === 0 ? 'whole numbers' : 'six decimals',
    `${all} of ${MANY.seeds}`,
    taken.length === 0 ? 'stopped' : time(quantile(taken, 0.5)),
    taken.length === 0 ? 'stopped' : time(quantile(taken, 1)),
  ];
}

function dealsOf({ options }: PlainShape): number {
  return options.reduce((deals, count) => deals * count, 1);
}

function nameOf({ options, parties, decimals }: PlainShape): string {
  const runs = new Map<number, number>();
  for (const count of options) runs.set(count, (runs.get(count) ?? 0) + 1);
  const space = [...runs].map(([count, issues]) => (issues === 1 ? String(count) : `${count}^${issues}`)).join(' × ');
  return `${space}, ${parties} parties${decimals === 0 ? ', whole numbers' : ''}`;
}
