/** Winset against a mixed-integer solver on one question both can answer: the largest minimum gain in the zone. */
import { createRequire } from 'node:module';
import type { Highs } from 'highs';
import { inZone, utilityUnits } from '../src/engine/deal.ts';
import type { NarrowProblem as Problem } from '../src/engine/problem.ts';
import { coalitionRegion } from '../src/engine/region.ts';
import { seededRandom } from '../src/engine/random.ts';
import { maximise } from '../src/engine/search/maximise.ts';
import type { Maximum } from '../src/engine/search/maximise.ts';
import { minimumObjective } from '../src/engine/search/objective.ts';
import { gainTerms } from '../src/engine/solution/terms.ts';
import type { Bench } from './bounded.ts';
import { dealOfValues, largestMinimumProgram } from './lp-text.ts';
import { quantile, summarise, timeRuns, timeWarm } from './measure.ts';
import type { Sample } from './measure.ts';
import { bars, spread, table, times } from './report.ts';
import type { Section } from './report.ts';
import { syntheticProblem } from './synthetic.ts';
import type { Shape } from './synthetic.ts';

/** The types of the package describe its CommonJS form, so that form is what is loaded. */
const loadHighs: () => Promise<Highs> = createRequire(import.meta.url)('highs');

const PROBLEMS = 50;
const ISSUES = 28;
const PARTIES = 4;
const RUNS = { highs: 3, winset: 9 } as const;
const CAP_SECONDS = 30;
/** Limit of one run of HiGHS; the cap on the whole measurement is the backstop. */
const HIGHS_SECONDS = 8;

export interface Duel {
  readonly winset: Sample;
  /** Null when a run passed its time limit. */
  readonly highs: Sample | null;
}

/** Seeded, with 3 to 5 options per issue. */
function shapeOf(index: number): Shape {
  const random = seededRandom(`highs/${index}/options`);
  const options = Array.from({ length: ISSUES }, () => 3 + Math.floor(3 * random()));
  return { seed: `highs/${index}`, options, parties: PARTIES, step: 5 };
}

/** Both on one problem; throws when their optima differ by as much as one unit. */
export async function duelHighs(shape: Shape): Promise<Duel> {
  const problem = syntheticProblem(shape);
  const winset = timeWarm(RUNS.winset, () => void largestMinimum(problem));
  const highs = await loadHighs();
  const program = largestMinimumProgram(problem);
  const options = {
    output_flag: false,
    time_limit: HIGHS_SECONDS,
    mip_rel_gap: 0,
    mip_abs_gap: leastDifference(problem) / 2,
  };
  let solved = highs.solve(program, options);
  const measured = timeRuns(RUNS.highs, () => (solved = highs.solve(program, options)));
  if (solved.Status === 'Time limit reached') return { winset, highs: null };
  if (solved.Status !== 'Optimal') throw new Error(`HiGHS ended with: ${solved.Status}`);
  const deal = dealOfValues(problem, (name) => primalOf(solved.Columns[name]));
  if (!inZone(problem, deal)) throw new Error('the deal of HiGHS lies outside the zone');
  const utility = problem.parties.map((party) => utilityUnits(problem, party, deal));
  const best = largestMinimum(problem);
  if (objectiveOf(problem).compare(utility, best.utility) !== 0) {
    throw new Error(`different optima on ${shape.seed}: ${utility.join()} by HiGHS, ${best.utility.join()} by winset`);
  }
  return { winset, highs: measured };
}

function primalOf(column: object | undefined): number {
  if (column !== undefined && 'Primal' in column && typeof column.Primal === 'number') return column.Primal;
  throw new Error('HiGHS gave no value for a variable');
}

function objectiveOf(problem: Problem) {
  return minimumObjective(gainTerms(problem, everyone(problem)));
}

function largestMinimum(problem: Problem): Maximum {
  const region = coalitionRegion(problem, everyone(problem));
  const best = region === null ? null : maximise(problem, region, objectiveOf(problem), { nodes: 0 });
  if (best === null) throw new RangeError('synthetic problems have a deal');
  return best;
}

function everyone(problem: Problem): readonly number[] {
  return problem.parties.map((_, party) => party);
}

/** The least that two gains in points can differ by, when they differ: a unit of one against a unit of another. */
function leastDifference(problem: Problem): number {
  return 1 / Math.max(...problem.parties.map(({ scale }) => scale)) ** 2;
}

export async function highsSection(bench: Bench): Promise<Section> {
  await bench.run<typeof duelHighs>('duelHighs', { ...shapeOf(0), seed: 'warm-up' }, CAP_SECONDS);
  const duels: { readonly index: number; readonly duel: Duel | null }[] = [];
  for (let index = 1; index <= PROBLEMS; index++) {
    duels.push({ index, duel: await bench.run<typeof duelHighs>('duelHighs', shapeOf(index), CAP_SECONDS) });
  }
  const finished = duels.flatMap(({ index, duel }) =>
    duel !== null && duel.highs !== null ? [{ index, winset: duel.winset.median, highs: duel.highs.median }] : [],
  );
  return {
    title: 'Against a mixed-integer solver',
    blocks: [
      `HiGHS is an open mixed-integer solver; the rival is its WebAssembly build for Node with presolve and cuts as they ` +
        `come. The question is one both can answer: the largest minimum gain over the deals of the zone, the first level ` +
        `of the egalitarian solution, as one binary per option and a variable below everyone’s gain. ${PROBLEMS} problems ` +
        `of ${ISSUES} issues with 3 to 5 options and four parties, values in steps of 5 points. HiGHS gets its program as ` +
        `text (writing it is not timed) and has to close the gap below one unit. The bench stops unless both optima are ` +
        `equal in exact integers; they were on all ${finished.length} problems that both finished.`,
      summary(finished),
      'Problems by how many times as fast as HiGHS winset was:',
      histogram(finished.map(({ winset, highs }) => highs / winset)),
      ...unfinishedText(duels),
    ],
  };
}

interface Finished {
  readonly index: number;
  readonly winset: number;
  readonly highs: number;
}

function summary(finished: readonly Finished[]): string {
  const ratios = finished.map(({ winset, highs }) => highs / winset);
  const worst = quantile(ratios, 0);
  const slowest = finished.find(({ winset, highs }) => highs / winset === worst);
  const rows = [
    ['HiGHS, per problem', spread(summarise(finished.map(({ highs }) => highs)))],
    ['winset, per problem', spread(summarise(finished.map(({ winset }) => winset)))],
    ['ratio, median', times(quantile(ratios, 0.5))],
    ['ratio, 95 % of problems at least', times(quantile(ratios, 0.05))],
    ['ratio, 95th percentile', times(quantile(ratios, 0.95))],
    [`ratio, worst (problem ${slowest?.index ?? '-'})`, times(worst)],
  ];
  return table(['', 'median (fastest to slowest)'], rows);
}

/** Edges of the ratio classes. */
const EDGES = [0, 1, 2, 5, 10, 20, 50, 100, Infinity] as const;

function histogram(ratios: readonly number[]): string {
  return bars(
    EDGES.slice(0, -1).map((from, index) => {
      const to = EDGES[index + 1]!;
      const value = ratios.filter((ratio) => ratio >= from && ratio < to).length;
      const label = to === Infinity ? `${from} and more` : `${from} to ${to}`;
      return { label, value, text: String(value) };
    }),
  );
}

function unfinishedText(duels: readonly { readonly index: number; readonly duel: Duel | null }[]): readonly string[] {
  const late = duels.filter(({ duel }) => duel !== null && duel.highs === null).map(({ index }) => index);
  const stopped = duels.filter(({ duel }) => duel === null).map(({ index }) => index);
  return [
    ...(late.length > 0 ? [`HiGHS passed ${HIGHS_SECONDS} s on problem ${late.join(', ')}.`] : []),
    ...(stopped.length > 0
      ? [`Stopped, both together taking more than ${CAP_SECONDS} s: problem ${stopped.join(', ')}.`]
      : []),
  ];
}
