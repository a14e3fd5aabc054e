/** How large the efficient frontier is and how long it takes: whole on synthetic zones, as a spread on larger ones. */
import { frontier } from '../src/engine/frontier/frontier.ts';
import type { Bench } from './bounded.ts';
import { openZone } from './engine.ts';
import { quantile, timeOnce } from './measure.ts';
import { grouped, table, time } from './report.ts';
import type { Section } from './report.ts';
import { alike, syntheticProblem } from './synthetic.ts';
import type { Shape } from './synthetic.ts';

const CASES = [
  { issues: 8, epsilon: 0 },
  { issues: 12, epsilon: 0 },
  { issues: 16, epsilon: 0 },
  { issues: 20, epsilon: 0 },
  { issues: 24, epsilon: 0 },
  { issues: 28, epsilon: 10 },
  { issues: 28, epsilon: 5 },
  { issues: 28, epsilon: 2 },
  { issues: 56, epsilon: 5 },
  { issues: 112, epsilon: 5 },
] as const;
const SEEDS = 3;
const CAP_SECONDS = 20;

export interface FrontierMeasured {
  readonly milliseconds: number;
  readonly points: number;
  readonly proven: number;
}

/** The frontier of one zone, cold. */
export function measureFrontier({
  shape,
  epsilon,
}: {
  readonly shape: Shape;
  readonly epsilon: number;
}): FrontierMeasured {
  const problem = syntheticProblem(shape);
  const { region } = openZone(problem);
  const options = { epsilon, maxPoints: 1_000_000, vectors: 1_000_000, states: 100_000, seed: 'bench' };
  let points = 0;
  let proven = 0;
  const milliseconds = timeOnce(() => {
    const found = frontier(problem, region, options);
    points = found.points.length;
    proven = found.epsilon;
  });
  return { milliseconds, points, proven };
}

export async function frontierSection(bench: Bench): Promise<Section> {
  const rows: string[][] = [];
  for (const { issues, epsilon } of CASES) {
    const measured: FrontierMeasured[] = [];
    for (let seed = 1; seed <= SEEDS; seed++) {
      const shape = { seed: `frontier/${issues}/${seed}`, options: alike(issues, 4), parties: 4, step: 5 };
      const result = await bench.run<typeof measureFrontier>('measureFrontier', { shape, epsilon }, CAP_SECONDS);
      if (result !== null) measured.push(result);
    }
    const times = measured.map(({ milliseconds }) => milliseconds);
    const sizes = measured.map(({ points }) => points);
    rows.push([
      `${issues} issues, ${epsilon === 0 ? 'all of it' : `within ${epsilon} points`}`,
      measured.length === 0 ? '' : grouped(quantile(sizes, 0.5)),
      measured.length === 0 ? '' : time(quantile(times, 0.5)),
      measured.length < SEEDS ? `${SEEDS - measured.length} of ${SEEDS} stopped after ${CAP_SECONDS} s` : '',
    ]);
  }
  return {
    title: 'The efficient frontier',
    blocks: [
      `The efficient deals of a zone of four parties with four options per issue and values in steps of 5 points: all of them, or a spread in which every efficient deal has one that is at most so many points worse for each party. Medians of ${SEEDS} problems, each from nothing.`,
      table(['', 'points', 'time', ''], rows),
    ],
  };
}
