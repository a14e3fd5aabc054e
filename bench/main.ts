/**
 * How fast winset answers the headline question, measured on the built program and the library it is made of.
 *
 * Prints medians with the fastest and slowest run. Machines differ and are shared: compare figures of one run only.
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { compileDraft, compileProblem, dropRedLine, loadScenario, SOLUTION_NAMES, solve } from '../src/index.ts';
import { firstWithDeal } from '../src/engine/coalitions.ts';
import { spaceSize } from '../src/engine/problem.ts';
import type { Problem } from '../src/engine/problem.ts';
import { idealUnits, solution } from '../src/engine/solution/solutions.ts';
import type { Scenario } from '../src/scenario/scenario.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HEADLINE = `${ROOT}scenarios/ukraine-2025`;
/** The demand that alone keeps the headline zone closed; without it all six solutions exist. */
const RED_LINE = ['russia', 'all-donbas'] as const;

interface Sample {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

function measure(runs: number, run: () => void): Sample {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { median: times[Math.floor(runs / 2)]!, least: times[0]!, most: times.at(-1)! };
}

function line(label: string, value: string): void {
  process.stdout.write(`${label.padEnd(46)} ${value}\n`);
}

function timing({ median, least, most }: Sample): string {
  return `${median.toFixed(0).padStart(6)} ms   (${least.toFixed(0)} to ${most.toFixed(0)})`;
}

function headline(): Scenario {
  const loaded = loadScenario(HEADLINE);
  if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join('\n'));
  return loaded.scenario;
}

function opened(scenario: Scenario): Problem {
  const edit = dropRedLine(scenario, ...RED_LINE);
  if (!edit.ok) throw new Error(edit.message);
  return compileProblem(edit.scenario).problem;
}

function benchProcess(label: string, args: readonly string[]): void {
  let memory = 0;
  const report = "process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`))";
  const sample = measure(7, () => {
    const run = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(report)}`, `${ROOT}dist/bin/winset.js`, ...args],
      { encoding: 'utf8', maxBuffer: 2 ** 26 },
    );
    if (run.status !== 0) throw new Error(run.stderr);
    memory = Math.max(memory, Number(/peak (\d+)/.exec(run.stderr)?.[1] ?? 0) / 1024);
  });
  line(label, `${timing(sample)}   peak ${memory.toFixed(0)} MB`);
}

function benchSolutions(problem: Problem): void {
  const zone = firstWithDeal(problem, { nodes: 0 });
  if (zone === null) throw new Error('the opened headline zone has a deal');
  const nodes = new Map<string, number>();
  const all = measure(15, () => {
    const ideals = idealUnits(problem, zone.region, { nodes: 0 });
    for (const name of SOLUTION_NAMES) nodes.set(name, solution(problem, name, zone, ideals, 1000).nodes);
  });
  line('all six solutions with ideals, warm', timing(all));
  const ideals = idealUnits(problem, zone.region, { nodes: 0 });
  for (const name of SOLUTION_NAMES) {
    const one = measure(15, () => void solution(problem, name, zone, ideals, 1000));
    line(`  ${name}`, `${timing(one)}   ${nodes.get(name)} nodes`);
  }
}

const scenario = headline();
const closed = compileProblem(scenario).problem;
const open = opened(scenario);

line('machine', `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
line('space of the headline scenario', `${spaceSize(closed)} deals`);
benchProcess('report, cold process', ['solve', 'ukraine-2025']);
benchProcess('report, one red line set aside, cold process', [
  'solve',
  'ukraine-2025',
  '--without',
  RED_LINE.join('.'),
]);
benchProcess('first-five-minutes, cold process', ['solve', 'first-five-minutes']);
line('reading the scenario, warm', timing(measure(9, () => void loadScenario(HEADLINE))));
line('compiling it, warm', timing(measure(9, () => void compileProblem(scenario))));
line('is there a deal? (no, with proof), warm', timing(measure(15, () => void firstWithDeal(closed, { nodes: 0 }))));
line(
  'is there a deal? (yes, one red line set aside)',
  timing(measure(15, () => void firstWithDeal(open, { nodes: 0 }))),
);
benchSolutions(open);
const drafts = scenario.drafts.map(({ id }) => compileDraft(scenario, id));
const options = { drafts, coalition: null, ties: 1000, states: 100_000, seed: 'bench' };
line('whole answer, warm', timing(measure(5, () => void solve(closed, options))));
line('whole answer, one red line set aside, warm', timing(measure(5, () => void solve(open, options))));
