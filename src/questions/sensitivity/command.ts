/**
 * `winset sensitivity`: how much the answer hangs on each number of the scenario.
 */
import { availableParallelism } from 'node:os';
import type { Crew } from '../crew.ts';
import { askDraws, hasRange } from './ask-draws.ts';
import { askBreakpoints, askEffects } from './ask-numbers.ts';
import { askStages } from './ask-stages.ts';
import { suppose } from './suppose.ts';
import { allNumbers } from '../../compile/vary.ts';
import type { SolutionName } from '../../engine/answer.ts';
import { spaceSize } from '../../engine/problem.ts';
import type { CountBudget } from '../../engine/zone/count.ts';
import { BYTES_PER_STATE } from '../../engine/zone/count.ts';
import type { SensitivityParts } from './document.ts';
import { sensitivityDocument } from './document.ts';
import { cut, oneLine } from '../../report/text/width.ts';
import type { Focus } from '../../report/view/focus.ts';
import { wholeFocus } from '../../report/view/focus.ts';
import type { SheetView } from '../../report/view/sheet.ts';
import { dropRedLine } from '../../scenario/edit/edit.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { commandLine } from '../../cli/command-line.ts';
import { InputError } from '../../cli/exit.ts';
import { crewFor } from '../../cli/long-run.ts';
import type { OpenCase } from '../../cli/open-case.ts';
import { openCase } from '../../cli/open-case.ts';
import { prepareInk, reportWidth } from '../../cli/terminal.ts';
import { jsonText } from '../../report/json-text.ts';

/** As parsed from the command line. */
export interface SensitivityFlags {
  readonly stage?: string | undefined;
  readonly without?: readonly string[] | undefined;
  /** A way out to suppose where red lines alone close the zone; absent: the first. */
  readonly asIf?: string | undefined;
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

/** Prints the answer on standard output and warnings on standard error. @throws InputError */
export async function runSensitivity(argument: string, flags: SensitivityFlags): Promise<void> {
  const opened = await openCase(argument, flags, flags.seed);
  // A line that may be none is drawn, not supposed away.
  const drawn = flags.smaa === true && flags.asIf === undefined && hasUncertainLines(opened.scenario);
  const of = drawn ? opened : suppose(opened, flags.asIf);
  const focus = wholeFocus(
    of.scenario,
    flags.all === true,
    commandLine(argument, flags, 'sensitivity', ownWords(flags)),
  );
  if (flags.smaa === true) await runDraws(of, focus, flags);
  else if (flags.stages === true) await runStages(of, focus, flags);
  else await runNumbers(of, focus, flags);
}

function hasUncertainLines({ parties }: Scenario): boolean {
  return parties.some(({ redLines }) => redLines.some(({ holds }) => holds !== undefined));
}

function crewOf(doing: string, { scenario }: OpenCase, { threads }: SensitivityFlags, stoppable = false): Crew {
  const title = `${doing} ${cut(oneLine(scenario.title), 40)}`;
  return crewFor({ title, threads: threads ?? availableParallelism(), stoppable });
}

async function runDraws(of: OpenCase, focus: Focus, flags: SensitivityFlags): Promise<void> {
  const simplex = flags.simplex === true;
  if (!simplex && !hasRange(of.scenario)) {
    throw new InputError([
      'error: no number of the scenario has a low and a high, so there is nothing to draw; ' +
        'add them, or draw weights from all that are possible with --simplex',
    ]);
  }
  const { draws, solution, seed } = flags;
  const crew = crewOf('Drawing the numbers of', of, flags, true);
  const found = await askDraws(of, { draws, solution, simplex, seed }, crew);
  const answer = { ...found, space: spaceSize(of.compiled.problem) };
  const stopped = found.draws < draws ? { stoppedBefore: draws } : {};
  const smaa = { ...of, answer, solution, simplex, ...stopped };
  if (flags.json) return printDocument(of, { smaa, tornado: null, stages: null });
  prepareInk();
  const { smaaView } = await import('./draws.ts');
  await print(smaaView(smaa, focus), flags);
}

async function runNumbers(of: OpenCase, focus: Focus, flags: SensitivityFlags): Promise<void> {
  const { solution } = flags;
  const options = { solution, count: flags.count === true ? budgetOf(flags) : null };
  const effects = await askEffects(of, flags.values === true, options, crewOf('Varying the numbers of', of, flags));
  const recommended = { solution, outcome: effects.answer.base };
  const moving = crewOf('Moving the numbers of', of, flags);
  const breakpoints = await askBreakpoints(of, allNumbers(of.scenario, false), recommended, moving);
  const answer = { ...effects.answer, space: spaceSize(of.compiled.problem) };
  const tornado = { ...of, ...effects, answer, solution, breakpoints };
  if (flags.json) return printDocument(of, { smaa: null, tornado, stages: null });
  prepareInk();
  const [{ tornadoView }, { breakpointsSection, criticalSentences }] = await Promise.all([
    import('./tornado.ts'),
    import('./breakpoints.ts'),
  ]);
  const view = tornadoView(tornado, focus, [breakpointsSection(tornado, focus)], criticalSentences(tornado));
  await print(view, flags);
}

async function runStages(of: OpenCase, focus: Focus, flags: SensitivityFlags): Promise<void> {
  if (of.scenario.stages.length === 0) {
    throw new InputError(['error: the scenario has no stages, so there is nothing to compare']);
  }
  const options = { solution: flags.solution, count: budgetOf(flags) };
  // A stage may change red lines that are set aside, so they are set aside again at each.
  const changed = (positions: Scenario): Scenario => withoutAssumed(positions, of.assumptions);
  const found = await askStages(of.file, changed, options, crewOf('Solving the stages of', of, flags));
  const stages = { ...of, ...found, answer: { space: spaceSize(of.compiled.problem) } };
  if (flags.json) return printDocument(of, { smaa: null, tornado: null, stages });
  prepareInk();
  const { stagesView } = await import('./stages.ts');
  await print(stagesView(stages, focus), flags);
}

/** Without the assumed red lines, as far as the scenario has them at its stage. */
function withoutAssumed(scenario: Scenario, assumptions: OpenCase['assumptions']): Scenario {
  return assumptions.reduce((current, { party, redLine }) => {
    const edit = dropRedLine(current, party.id, redLine.id);
    return edit.ok ? edit.scenario : current;
  }, scenario);
}

function budgetOf({ memory, seed }: SensitivityFlags): CountBudget {
  return { states: Math.floor(memory / BYTES_PER_STATE), seed };
}

function printDocument(of: OpenCase, parts: SensitivityParts): void {
  process.stdout.write(jsonText(sensitivityDocument(of, parts)));
}

async function print(view: SheetView, flags: SensitivityFlags): Promise<void> {
  const { textSheet } = await import('../../report/text-sheet.tsx');
  process.stdout.write(textSheet(view, reportWidth(flags.width)));
}

/** The options of this command that change its answer. */
function ownWords({ asIf, stages, smaa, draws, simplex, solution, seed, values, count }: SensitivityFlags): string[] {
  return [
    '--solution',
    solution,
    ...(asIf === undefined ? [] : ['--as-if', asIf]),
    ...(stages === true ? ['--stages'] : []),
    ...(smaa === true ? ['--smaa', '--draws', String(draws), '--seed', seed] : []),
    ...(simplex === true ? ['--simplex'] : []),
    ...(values === true ? ['--values'] : []),
    ...(count === true ? ['--count'] : []),
  ];
}
