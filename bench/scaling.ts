/** How times grow with the number of issues: all six solutions, and the states of the zone count. */
import type { SolutionName } from '../src/engine/answer.ts';
import { SOLUTION_NAMES } from '../src/engine/answer.ts';
import { countZone } from '../src/engine/zone/roads.ts';
import { layOut } from '../src/engine/zone/automaton.ts';
import { exactDiagram } from '../src/engine/zone/diagram.ts';
import type { Bench } from './bounded.ts';
import { prepareSolutions, solveOne } from './engine.ts';
import { quantile, summarise, timeOnce, timeWarm } from './measure.ts';
import type { Sample } from './measure.ts';
import { bars, grouped, short, table, time } from './report.ts';
import type { Section } from './report.ts';
import { alike, syntheticProblem } from './synthetic.ts';
import type { Shape } from './synthetic.ts';

const PARTIES = 4;
const OPTIONS = 4;
const SOLVED = { issues: [7, 14, 28, 56, 112, 200], seeds: 5, runs: 3, capSeconds: 3 } as const;
const COUNTED = {
  issues: [8, 12, 16, 20, 24, 28],
  steps: [1, 5, 10],
  seeds: 3,
  states: 1_000_000,
  capSeconds: 20,
} as const;

function shapeOf(issues: number, step: number, seed: number): Shape {
  return { seed: `scaling/${issues}/${seed}`, options: alike(issues, OPTIONS), parties: PARTIES, step };
}

/** One step of the whole: what all solutions start from, or one of them. */
type Step = 'start' | SolutionName;

export interface StepInput {
  readonly shape: Shape;
  readonly step: Step;
  readonly runs: number;
}

/** One step on one problem, warm. */
export function measureStep({ shape, step, runs }: StepInput): Sample {
  const problem = syntheticProblem(shape);
  if (step === 'start') return timeWarm(runs, () => void prepareSolutions(problem));
  const prepared = prepareSolutions(problem);
  return timeWarm(runs, () => void solveOne(problem, prepared, step));
}

export interface Counted {
  readonly milliseconds: number;
  /** States of the exact diagram, or null when it does not fit. */
  readonly states: number | null;
  /** Upper over lower bound when it does not fit; infinite when the lower bound is 0. */
  readonly boundRatio: number | null;
}

/** The zone count of one problem under a budget of states. */
export function measureCount({ shape, states }: { readonly shape: Shape; readonly states: number }): Counted {
  const problem = syntheticProblem(shape);
  const automaton = layOut(problem, null);
  if (automaton === null) throw new RangeError('synthetic problems have a deal');
  const diagram = exactDiagram(automaton, states);
  let counted = countZone(problem, { states: 1000, seed: 'warm-up' });
  const milliseconds = timeOnce(() => (counted = countZone(problem, { states, seed: 'bench' })));
  const { count } = counted;
  return {
    milliseconds,
    states: diagram === null ? null : diagram.sizes.reduce((sum, size) => sum + size, 0),
    boundRatio: count.kind === 'exact' ? null : Number(count.high) / Number(count.low),
  };
}

const STEPS: readonly Step[] = ['start', ...SOLUTION_NAMES];

export async function solutionsSection(bench: Bench): Promise<Section> {
  const rows: { readonly issues: number; readonly problems: readonly (readonly number[])[] }[] = [];
  for (const issues of SOLVED.issues) {
    const problems: number[][] = [];
    for (let seed = 1; seed <= SOLVED.seeds; seed++) problems.push(await stepTimes(bench, shapeOf(issues, 5, seed)));
    rows.push({ issues, problems });
  }
  return {
    title: 'All six solutions as issues grow',
    blocks: [
      `Four parties, four options per issue, values in steps of 5 points, ${SOLVED.seeds} problems each; every deal proven ` +
        `best, its ties counted. “Start” is the verdict that there is a deal, and each party’s ideal. Times are warm ` +
        `medians over the problems. A step that takes more than ${SOLVED.capSeconds} s is stopped and counts as longer than any.`,
      table(
        ['issues', 'deals', 'start and all six (fastest to slowest problem)'],
        rows.map(({ issues, problems }) => [
          String(issues),
          `10^${Math.round(issues * Math.log10(OPTIONS))}`,
          limitedSpread(problems.map((steps) => steps.reduce((sum, step) => sum + step, 0))),
        ]),
      ),
      table(
        ['issues', ...STEPS],
        rows.map(({ issues, problems }) => [
          String(issues),
          ...STEPS.map((_, step) => limitedCell(problems.map((steps) => steps[step]!))),
        ]),
      ),
      bars(
        rows.map(({ issues, problems }) => {
          const total = quantile(
            problems.map((steps) => steps.reduce((sum, step) => sum + step, 0)),
            0.5,
          );
          return { label: `${issues} issues`, value: Number.isFinite(total) ? total : 0, text: limited(total) };
        }),
      ),
    ],
  };
}

/** Milliseconds of each step on one problem; infinite where it was stopped. */
async function stepTimes(bench: Bench, shape: Shape): Promise<number[]> {
  const times: number[] = [];
  for (const step of STEPS) {
    const input = { shape, step, runs: SOLVED.runs };
    const sample = await bench.run<typeof measureStep>('measureStep', input, SOLVED.capSeconds);
    times.push(sample?.median ?? Infinity);
  }
  return times;
}

function limited(milliseconds: number): string {
  return Number.isFinite(milliseconds) ? time(milliseconds) : `over ${SOLVED.capSeconds} s`;
}

function limitedSpread(times: readonly number[]): string {
  const { median, least, most } = summarise(times);
  return `${limited(median)} (${limited(least)} to ${limited(most)})`;
}

function limitedCell(times: readonly number[]): string {
  const stopped = times.filter((milliseconds) => !Number.isFinite(milliseconds)).length;
  const middle = limited(quantile(times, 0.5));
  return stopped > 0 ? `${middle} (${stopped} of ${times.length} stopped)` : middle;
}

export async function countSection(bench: Bench): Promise<Section> {
  const rows: string[][] = [];
  for (const issues of COUNTED.issues) {
    const cells: string[] = [];
    for (const step of COUNTED.steps) {
      const counted: Counted[] = [];
      for (let seed = 1; seed <= COUNTED.seeds; seed++) {
        const input = { shape: shapeOf(issues, step, seed), states: COUNTED.states };
        const result = await bench.run<typeof measureCount>('measureCount', input, COUNTED.capSeconds);
        if (result !== null) counted.push(result);
      }
      cells.push(countCell(counted));
    }
    rows.push([`${issues} issues`, ...cells]);
  }
  return {
    title: 'The zone count as issues grow',
    blocks: [
      `Four parties, four options per issue, ${COUNTED.seeds} problems each, values in steps of 1, 5 and 10 points, at ` +
        `most ${grouped(COUNTED.states)} states. States and time are medians. Where the exact diagram does not fit, the ` +
        `count is given by proven bounds with an estimate between them; the figure is the upper bound over the lower one, ` +
        `and the time includes the attempt.`,
      table(['', ...COUNTED.steps.map((step) => `steps of ${step}`)], rows),
    ],
  };
}

function countCell(counted: readonly Counted[]): string {
  const stopped = COUNTED.seeds - counted.length;
  const cut = stopped > 0 ? [`${stopped} stopped after ${COUNTED.capSeconds} s`] : [];
  const milliseconds = counted.map((each) => each.milliseconds);
  if (milliseconds.length === 0) return cut.join();
  const exact = counted.flatMap(({ states }) => states ?? []);
  const ratios = counted.flatMap(({ boundRatio }) => boundRatio ?? []);
  const sizes = exact.length > 0 ? [`${grouped(Math.round(quantile(exact, 0.5)))} states`] : [];
  const bounds =
    ratios.length > 0 ? [`${ratios.length} of ${counted.length}: does not fit, bounds ${ratioText(ratios)}`] : [];
  return [...sizes, ...bounds, time(quantile(milliseconds, 0.5)), ...cut].join(', ');
}

function ratioText(ratios: readonly number[]): string {
  const middle = quantile(ratios, 0.5);
  return Number.isFinite(middle) ? `${short(middle)}×` : 'from 0';
}
