/** The scenario people come for: how long its questions take, warm and from a cold start of the built program. */
import { spawnSync } from 'node:child_process';
import { compileDraft, compileProblem, loadScenario, SOLUTION_NAMES, solve } from '../src/index.ts';
import type { Constraint, Scenario, SolutionName } from '../src/index.ts';
import { allConstraints, demandOnly } from '../src/engine/conflict/demands.ts';
import { collisionOf } from '../src/engine/conflict/collision.ts';
import { firstWithDeal } from '../src/engine/coalitions.ts';
import { glance, GlanceNotes } from '../src/engine/glance.ts';
import type { Problem } from '../src/engine/problem.ts';
import { issueCount, spaceSize } from '../src/engine/problem.ts';
import { countZone } from '../src/engine/zone/roads.ts';
import type { Bench } from './bounded.ts';
import { prepareSolutions, solveAll, solveOne } from './engine.ts';
import { summarise, timeOnce, timeWarm } from './measure.ts';
import type { Sample } from './measure.ts';
import { grouped, short, spread, table, time } from './report.ts';
import type { Section } from './report.ts';

const SCENARIO = 'ukraine-2025';
/** States a count may take, as the program's own default. */
const STATES = 500_000;
const CAP_SECONDS = 120;
const RUNS = 5;
const COLD_RUNS = 3;

type Row = readonly [label: string, figure: string];

interface Folder {
  /** Folder of the scenarios. */
  readonly scenarios: string;
}

/** The zone as it stands, or, where it is empty, with the first way out that gives up red lines only. */
interface Opened {
  readonly problem: Problem;
  readonly dropped: readonly Constraint[];
}

function loadHeadline({ scenarios }: Folder): Scenario {
  const loaded = loadScenario(`${scenarios}/${SCENARIO}`);
  if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join('\n'));
  return loaded.scenario;
}

function opened(problem: Problem): Opened {
  const effort = { nodes: 0 };
  if (firstWithDeal(problem, effort) !== null) return { problem, dropped: [] };
  const collision = collisionOf(problem, 1000, effort);
  const openings = collision?.openings ?? [];
  const opening = openings.find(({ drop }) => drop.every(({ kind }) => kind === 'redLine')) ?? openings[0];
  if (opening === undefined) throw new RangeError('no way out of the empty zone of the headline scenario');
  return { problem: without(problem, opening.drop), dropped: opening.drop };
}

function without(problem: Problem, dropped: readonly Constraint[]): Problem {
  const same = (a: Constraint, b: Constraint): boolean => JSON.stringify(a) === JSON.stringify(b);
  return demandOnly(
    problem,
    allConstraints(problem).filter((demand) => !dropped.some((drop) => same(demand, drop))),
  );
}

/** Single weights that are turned, spread over the parties and issues. */
const TURNS = 40;

/** The scenario with one weight (or score) of one party a point higher, for weights spread over parties and issues. */
function nudged(scenario: Scenario): readonly Scenario[] {
  const { parties, issues } = scenario;
  return Array.from({ length: TURNS }, (_, k) => withNudge(scenario, k % parties.length, (k * 7) % issues.length));
}

function withNudge(scenario: Scenario, party: number, issue: number): Scenario {
  const raise = <T extends { readonly value: number }>(number: T): T => ({ ...number, value: number.value + 1 });
  const changed = scenario.parties.map((each, index) => {
    const { preferences } = each;
    if (index !== party) return each;
    if (preferences.form === 'weights') {
      const issues = preferences.issues.map((entry, at) =>
        at === issue ? { ...entry, weight: raise(entry.weight) } : entry,
      );
      return { ...each, preferences: { ...preferences, issues } };
    }
    const issues = preferences.issues.map((entry, at) =>
      at === issue
        ? { ...entry, listed: entry.listed.map((score, option) => (option === 0 ? raise(score) : score)) }
        : entry,
    );
    return { ...each, preferences: { ...preferences, issues } };
  });
  return { ...scenario, parties: changed };
}

export interface Described {
  readonly deals: string;
  readonly issues: number;
  readonly parties: number;
  /** What was given up to open the zone, as the program names it; empty when it was open. */
  readonly dropped: readonly string[];
  /** For `--without`; null when the way out is not by red lines alone. */
  readonly withoutFlags: readonly string[] | null;
  readonly reading: Sample;
  readonly compiling: Sample;
  readonly isThere: Sample;
}

/** Size of the scenario, how its zone opens, and the times up to the first verdict. */
export function describeHeadline(folder: Folder): Described {
  const scenario = loadHeadline(folder);
  const { problem } = compileProblem(scenario);
  const { dropped } = opened(problem);
  const name = (demand: Constraint): string => {
    const { id, redLines } = scenario.parties[demand.party]!;
    return demand.kind === 'redLine' ? `${id}.${redLines[demand.index]!.id}` : `${demand.kind} of ${id}`;
  };
  return {
    deals: `10^${(spaceSize(problem).toString().length - 1).toString()}`,
    issues: issueCount(problem),
    parties: problem.parties.length,
    dropped: dropped.map(name),
    withoutFlags: dropped.every(({ kind }) => kind === 'redLine') ? dropped.map(name) : null,
    reading: timeWarm(RUNS, () => void loadHeadline(folder)),
    compiling: timeWarm(RUNS, () => void compileProblem(scenario)),
    isThere: timeWarm(RUNS, () => void firstWithDeal(problem, { nodes: 0 })),
  };
}

export interface SolvedHeadline {
  readonly start: Sample;
  readonly solutions: readonly { readonly name: SolutionName; readonly time: Sample; readonly nodes: number }[];
  readonly all: Sample;
  /** One weight changed: compile again, and all solutions and the slack again, as the interface asks for them. */
  readonly changed: Sample;
}

/** The six solutions of the opened zone one by one, together, and again after a change. */
export function solveHeadline(folder: Folder): SolvedHeadline {
  const scenario = loadHeadline(folder);
  const { problem, dropped } = opened(compileProblem(scenario).problem);
  const all = timeWarm(RUNS, () => solveAll(problem));
  const changed = summarise(turnEach(scenario, problem, dropped));
  const prepared = prepareSolutions(problem);
  const solutions = SOLUTION_NAMES.map((name) => ({
    name,
    time: timeWarm(RUNS, () => void solveOne(problem, prepared, name)),
    nodes: solveOne(problem, prepared, name).nodes,
  }));
  return { start: timeWarm(RUNS, () => void prepareSolutions(problem)), solutions, all, changed };
}

/** Milliseconds for each turned weight, after a few that warm up. */
function turnEach(scenario: Scenario, problem: Problem, dropped: readonly Constraint[]): readonly number[] {
  const notes = new GlanceNotes();
  const drafts = scenario.drafts.map(({ id }) => compileDraft(scenario, id));
  const look = (of: Problem): void => void glance(of, { drafts, coalition: null, ties: 100 }, notes);
  look(problem);
  const turned = nudged(scenario);
  const times = [...turned.slice(0, RUNS), ...turned].map((edited) =>
    timeOnce(() => look(without(compileProblem(edited).problem, dropped))),
  );
  return times.slice(RUNS);
}

export interface CountedHeadline {
  readonly time: Sample;
  readonly count: string;
}

/** The zone count of the opened zone with the program's own budget. */
export function countHeadline(folder: Folder): CountedHeadline {
  const { problem } = opened(compileProblem(loadHeadline(folder)).problem);
  const counting = () => countZone(problem, { states: STATES, seed: 'bench' }).count;
  const counted = counting();
  const count =
    counted.kind === 'exact'
      ? `${grouped(counted.count)} deals, exact`
      : `about ${short(counted.estimate)} deals, proven ${short(Number(counted.low))} to ${short(Number(counted.high))}`;
  return { time: timeWarm(RUNS, () => void counting()), count };
}

/** The whole answer of a report, drafts and explanation of an empty zone included. */
export function answerHeadline(folder: Folder): { readonly asIs: Sample; readonly opened: Sample } {
  const scenario = loadHeadline(folder);
  const { problem } = compileProblem(scenario);
  const drafts = scenario.drafts.map(({ id }) => compileDraft(scenario, id));
  const options = { drafts, coalition: null, ties: 1000, states: STATES, seed: 'bench' };
  const { problem: open } = opened(problem);
  return {
    asIs: timeWarm(2, () => void solve(problem, options)),
    opened: timeWarm(2, () => void solve(open, options)),
  };
}

export async function headlineSection(bench: Bench, root: string): Promise<Section> {
  const folder = { scenarios: `${root}scenarios` };
  const described = await bench.run<typeof describeHeadline>('describeHeadline', folder, CAP_SECONDS);
  const solved = await bench.run<typeof solveHeadline>('solveHeadline', folder, CAP_SECONDS);
  const counted = await bench.run<typeof countHeadline>('countHeadline', folder, CAP_SECONDS);
  const answered = await bench.run<typeof answerHeadline>('answerHeadline', folder, CAP_SECONDS);
  const flags = described?.withoutFlags ?? null;
  const rows: readonly Row[] = [
    ['reading the scenario', orStopped(described, ({ reading }) => spread(reading))],
    ['compiling it', orStopped(described, ({ compiling }) => spread(compiling))],
    ['is there a deal? as the scenario stands', orStopped(described, ({ isThere }) => spread(isThere))],
    ['all six solutions, from nothing', orStopped(solved, ({ all }) => spread(all))],
    ...(solved === null ? [] : stepRows(solved)),
    [
      'one weight changed: all six solutions, slack and drafts again',
      orStopped(solved, ({ changed }) => spread(changed)),
    ],
    ['zone count', orStopped(counted, ({ time: sample }) => spread(sample))],
    ['whole answer, as the scenario stands', orStopped(answered, ({ asIs }) => spread(asIs))],
    ['whole answer, zone open', orStopped(answered, ({ opened: sample }) => spread(sample))],
    ...coldRows(root, 'cold start, the smallest scenario', ['solve', 'first-five-minutes']),
    ...coldRows(root, 'cold start, as the scenario stands', ['solve', SCENARIO]),
    ...(flags !== null && flags.length > 0
      ? coldRows(root, 'cold start, zone open', ['solve', SCENARIO, '--without', ...flags])
      : []),
  ];
  return {
    title: `The scenario ${SCENARIO}`,
    blocks: [
      ...(described === null ? [] : [sizeText(described)]),
      'Cold start is the built program from the call to its exit, report printed; the other rows are warm.',
      table(['', 'median (fastest to slowest run)'], rows),
      ...(counted === null ? [] : [`Zone count with at most ${grouped(STATES)} states: ${counted.count}.`]),
    ],
  };
}

function stepRows({ start, solutions }: SolvedHeadline): readonly Row[] {
  return [
    ['– is there a deal, and the ideals', spread(start)],
    ...solutions.map(({ name, time: sample, nodes }): Row => [
      `– ${name}`,
      `${spread(sample)}, ${grouped(nodes)} nodes`,
    ]),
  ];
}

function sizeText({ deals, issues, parties, dropped }: Described): string {
  const size = `${issues} issues, ${parties} parties, about ${deals} deals.`;
  if (dropped.length === 0) return `${size} Its zone is open as it stands.`;
  return `${size} Its zone is empty as it stands; “zone open” is without ${dropped.join(' and ')}, a way out that the program names.`;
}

function orStopped<T>(result: T | null, text: (result: T) => string): string {
  return result === null ? `stopped after ${CAP_SECONDS} s` : text(result);
}

/**
 * Makes a process say, on its way out, the most memory it held. The system's own account of it would not do where a larger
 * process started this one: until then it counts that one's.
 */
const SAY_PEAK = `
import { readFileSync } from 'node:fs';
const peak = () => /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1];
process.on('exit', () => process.stderr.write('peak ' + peak() + '\\n'));
`;

function coldRows(root: string, label: string, words: readonly string[]): readonly Row[] {
  const hook = ['--import', `data:text/javascript,${encodeURIComponent(SAY_PEAK)}`];
  const times: number[] = [];
  let peak = 0;
  for (let run = 0; run < COLD_RUNS; run++) {
    let said = '';
    let status: number | null = null;
    const milliseconds = timeOnce(() => {
      const options = { encoding: 'utf8', maxBuffer: 2 ** 26, timeout: CAP_SECONDS * 1000 } as const;
      const ended = spawnSync(process.execPath, [...hook, `${root}dist/bin/winset.js`, ...words], options);
      ({ status, stderr: said } = ended);
    });
    if (status === null) return [[label, `stopped after ${time(milliseconds)}`]];
    if (status !== 0) throw new Error(said);
    times.push(milliseconds);
    peak = Math.max(peak, Number(/peak (\d+)/.exec(said)?.[1] ?? 0) / 1024);
  }
  return [
    [label, spread(summarise(times))],
    [`${label}: peak memory`, `${short(peak)} MB`],
  ];
}
