/**
 * `winset sensitivity`: how much the answer hangs on each number of the scenario.
 */
import { availableParallelism } from 'node:os';
import { compileDraft, compileProblem } from '../compile/compile.ts';
import { compileUncertainty } from '../compile/uncertainty.ts';
import { compileLine } from '../compile/lines.ts';
import { compileVaried, variedNumbers } from '../compile/vary.ts';
import type { SolutionName } from '../engine/answer.ts';
import { spaceSize } from '../engine/problem.ts';
import type { Outcome } from '../engine/sensitivity/outcome.ts';
import { addTallies } from '../engine/sensitivity/smaa.ts';
import { byEffect } from '../engine/sensitivity/tornado.ts';
import { BYTES_PER_STATE } from '../engine/zone/count.ts';
import { smaaAnswer } from '../engine/sensitivity/smaa-answer.ts';
import type { SmaaAnswer } from '../engine/sensitivity/smaa-answer.ts';
import type { Case } from '../report/case.ts';
import { sensitivityDocument } from '../report/json-sensitivity.ts';
import { cut, oneLine } from '../report/text/width.ts';
import type { BreakpointRow } from '../report/sensitivity-case.ts';
import type { SheetView } from '../report/view/sensitivity-sheet.ts';
import type { Focus } from '../report/view/focus.ts';
import { formatFinding } from '../scenario/finding.ts';
import { dropRedLine } from '../scenario/edit.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { atStage, namesIn, withoutRedLines } from './choose.ts';
import { commandLine } from './command-line.ts';
import { InputError } from './exit.ts';
import { runLongParts } from './long-run.ts';
import { openScenario } from './open-scenario.ts';
import { packageVersion } from './package.ts';
import { prepareInk, remark, reportWidth } from './terminal.ts';

/** As parsed from the command line. */
export interface SensitivityFlags {
  readonly stage?: string | undefined;
  readonly without?: readonly string[] | undefined;
  readonly smaa?: true | undefined;
  readonly stages?: true | undefined;
  readonly draws: number;
  readonly simplex?: true | undefined;
  readonly solution: SolutionName;
  readonly seed: string;
  readonly values?: true | undefined;
  readonly count?: true | undefined;
  /** Bytes for counts. */
  readonly memory: number;
  readonly threads?: number | undefined;
  readonly width?: number | undefined;
  readonly all?: true | undefined;
  readonly json?: true | undefined;
}

type Common = Omit<Case, 'answer'>;

/** Prints the answer on standard output and warnings on standard error. @throws InputError */
export async function runSensitivity(argument: string, flags: SensitivityFlags): Promise<void> {
  const opened = await openScenario(argument);
  const { scenario, assumptions } = withoutRedLines(atStage(opened.scenario, flags.stage), namesIn(flags.without));
  const compiled = compileProblem(scenario);
  const warnings = [...opened.warnings.map(formatFinding), ...compiled.warnings];
  for (const warning of warnings) remark(warning);
  const of: Common = { scenario, compiled, assumptions, warnings, seed: flags.seed, version: packageVersion() };
  const focus: Focus = {
    parties: [...scenario.parties.keys()],
    drafts: [...scenario.drafts.keys()],
    all: flags.all === true,
    command: commandLine(argument, flags, 'sensitivity', ownWords(flags)),
  };
  if (flags.smaa === true) await runSmaa(of, focus, flags);
  else if (flags.stages === true) await runStages(of, opened.scenario, focus, flags);
  else await runTornado(of, focus, flags);
}

/** Draws of one job; how they are split has no effect on the answer. */
const JOBS = 100;
const LEAST_DRAWS = 20;

async function runSmaa(of: Common, focus: Focus, flags: SensitivityFlags): Promise<void> {
  const answer = { ...(await drawAll(of, flags)), space: spaceSize(of.compiled.problem) };
  const smaa = { ...of, answer, solution: flags.solution, simplex: flags.simplex === true };
  if (flags.json) {
    process.stdout.write(
      `${JSON.stringify(sensitivityDocument(of, { smaa, tornado: null, stages: null }), null, 2)}\n`,
    );
    return;
  }
  prepareInk();
  const { smaaView } = await import('../report/view/smaa.ts');
  await print(smaaView(smaa, focus), flags);
}

/** Parts that the numbers are split into; how has no effect on the answer. */
const PARTS = 16;

async function runTornado(of: Common, focus: Focus, flags: SensitivityFlags): Promise<void> {
  const { scenario, compiled } = of;
  const { problem } = compiled;
  const numbers = variedNumbers(scenario, flags.values === true);
  const variants = numbers.map((number) => ({
    party: number.party,
    low: compileVaried(scenario, compiled, number, number.low),
    high: compileVaried(scenario, compiled, number, number.high),
  }));
  const budget = { states: Math.floor(flags.memory / BYTES_PER_STATE), seed: flags.seed };
  const options = { solution: flags.solution, count: flags.count === true ? budget : null };
  const size = Math.max(1, Math.ceil(variants.length / PARTS));
  const starts = Array.from({ length: Math.max(1, Math.ceil(variants.length / size)) }, (_, k) => k * size);
  const parts = await runLongParts<'tornado'>(
    starts.map((from) => ({ kind: 'tornado', problem, variants: variants.slice(from, from + size), options })),
    {
      title: `Varying the numbers of ${cut(oneLine(scenario.title), 40)}`,
      describe: (told) => `${told.reduce<number>((sum, done) => sum + (done ?? 0), 0)} of ${variants.length} numbers`,
      threads: flags.threads ?? availableParallelism(),
    },
  );
  const found = { base: parts[0]!.base, swings: parts.flatMap(({ swings }) => swings) };
  const answer = { ...found, space: spaceSize(problem) };
  const breakpoints = await findBreakpoints(of, found.base, flags);
  const tornado = { ...of, answer, numbers, order: byEffect(found), solution: flags.solution, breakpoints };
  if (flags.json) {
    process.stdout.write(
      `${JSON.stringify(sensitivityDocument(of, { smaa: null, tornado, stages: null }), null, 2)}\n`,
    );
    return;
  }
  prepareInk();
  const [{ tornadoView }, { breakpointsSection, criticalSentence }] = await Promise.all([
    import('../report/view/sensitivity-tornado.ts'),
    import('../report/view/sensitivity-breakpoints.ts'),
  ]);
  const critical = criticalSentence(tornado);
  const view = tornadoView(tornado, focus, [breakpointsSection(tornado, focus)], critical === null ? [] : [critical]);
  await print(view, flags);
}

/** `stated` is the scenario with all its red lines: a stage may change those that are set aside. */
async function runStages(of: Common, stated: Scenario, focus: Focus, flags: SensitivityFlags): Promise<void> {
  const { scenario, assumptions } = of;
  if (scenario.stages.length === 0) {
    throw new InputError(['error: the scenario has no stages, so there is nothing to compare']);
  }
  const stages = [
    { scenario, date: scenario.asOf ?? null, title: 'positions of the file' },
    ...scenario.stages.map(({ id, date, title }) => ({
      scenario: withoutAssumed(atStage(stated, id), assumptions),
      date,
      title,
    })),
  ].map((stage) => ({ ...stage, compiled: compileProblem(stage.scenario) }));
  const budget = { states: Math.floor(flags.memory / BYTES_PER_STATE), seed: flags.seed };
  const options = { solution: flags.solution, count: budget };
  const found = await runLongParts<'tornado'>(
    stages.map(({ compiled: { problem } }) => ({ kind: 'tornado', problem, variants: [], options })),
    {
      title: `Solving the stages of ${cut(oneLine(scenario.title), 40)}`,
      describe: () => '',
      threads: flags.threads ?? availableParallelism(),
    },
  );
  const outcomes = stages.map((stage, k) => ({ ...stage, outcome: found[k]!.base }));
  const along = { ...of, answer: { space: spaceSize(of.compiled.problem) }, stages: outcomes };
  if (flags.json) {
    const parts = { smaa: null, tornado: null, stages: along };
    process.stdout.write(`${JSON.stringify(sensitivityDocument(of, parts), null, 2)}\n`);
    return;
  }
  prepareInk();
  const { stagesView } = await import('../report/view/sensitivity-stages.ts');
  await print(stagesView(along, focus), flags);
}

/** Without the assumed red lines, as far as the scenario has them at its stage. */
function withoutAssumed(scenario: Scenario, assumptions: Common['assumptions']): Scenario {
  return assumptions.reduce((current, { party, redLine }) => {
    const edit = dropRedLine(current, party.id, redLine.id);
    return edit.ok ? edit.scenario : current;
  }, scenario);
}

async function findBreakpoints(
  { scenario, compiled }: Common,
  { coalition, deal, proven }: Outcome,
  { solution, threads }: SensitivityFlags,
): Promise<BreakpointRow[]> {
  const rows = variedNumbers(scenario, false).flatMap((number) => compileLine(scenario, compiled, number) ?? []);
  const onLines = solution === 'nash' || solution === 'utilitarian';
  const recommended = onLines && coalition !== null && deal !== null && proven ? { solution, coalition, deal } : null;
  const size = Math.max(1, Math.ceil(rows.length / PARTS));
  const starts = Array.from({ length: Math.ceil(rows.length / size) }, (_, k) => k * size);
  const parts = await runLongParts<'breakpoints'>(
    starts.map((from) => ({
      kind: 'breakpoints',
      problem: compiled.problem,
      lines: rows.slice(from, from + size).map(({ line }) => line),
      recommended,
    })),
    {
      title: `Moving the numbers of ${cut(oneLine(scenario.title), 40)}`,
      describe: (told) => `${told.reduce<number>((sum, done) => sum + (done ?? 0), 0)} of ${rows.length} numbers`,
      threads: threads ?? availableParallelism(),
    },
  );
  const found = parts.flat();
  return rows.map((row, k) => ({ ...row, found: found[k]! }));
}

async function print(view: SheetView, flags: SensitivityFlags): Promise<void> {
  const { textSheet } = await import('../report/text-sensitivity.tsx');
  process.stdout.write(textSheet(view, reportWidth(flags.width)));
}

async function drawAll({ scenario, compiled: { problem } }: Common, flags: SensitivityFlags): Promise<SmaaAnswer> {
  const uncertainty = compileUncertainty(scenario);
  if (flags.simplex !== true && !hasRange(scenario)) {
    throw new InputError([
      'error: no number of the scenario has a low and a high, so there is nothing to draw; ' +
        'add them, or draw weights from all that are possible with --simplex',
    ]);
  }
  const size = Math.max(LEAST_DRAWS, Math.ceil(flags.draws / JOBS));
  const starts = Array.from({ length: Math.ceil(flags.draws / size) }, (_, k) => k * size);
  const tallies = await runLongParts<'smaa'>(
    starts.map((from) => ({
      kind: 'smaa',
      problem,
      question: {
        uncertainty,
        drafts: scenario.drafts.map((draft) => compileDraft(scenario, draft.id)),
        solution: flags.solution,
        simplex: flags.simplex === true,
        seed: flags.seed,
        from,
        to: Math.min(flags.draws, from + size),
      },
    })),
    {
      title: `Drawing the numbers of ${cut(oneLine(scenario.title), 40)}`,
      describe: (told) => `${told.reduce<number>((sum, done) => sum + (done ?? 0), 0)} of ${flags.draws} draws`,
      threads: flags.threads ?? availableParallelism(),
    },
  );
  return smaaAnswer(tallies.reduce(addTallies), problem.parties.length);
}

function hasRange(scenario: Scenario): boolean {
  return compileUncertainty(scenario).some(({ weights, values, disagreement, reservation }) =>
    [...(weights ?? []), ...values, disagreement, ...(reservation === null ? [] : [reservation])].some(
      ({ low, high }) => low < high,
    ),
  );
}

/** The options of this command that change its answer. */
function ownWords({ stages, smaa, draws, simplex, solution, seed, values, count }: SensitivityFlags): string[] {
  return [
    '--solution',
    solution,
    ...(stages === true ? ['--stages'] : []),
    ...(smaa === true ? ['--smaa', '--draws', String(draws), '--seed', seed] : []),
    ...(simplex === true ? ['--simplex'] : []),
    ...(values === true ? ['--values'] : []),
    ...(count === true ? ['--count'] : []),
  ];
}
