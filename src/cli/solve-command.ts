/**
 * `winset solve`: reads a scenario, solves it, and prints the report or the JSON document.
 */
import { compileDraft, compileProblem } from '../compile/compile.ts';
import type { Problem } from '../engine/problem.ts';
import { coalitionRegion } from '../engine/region.ts';
import { solve } from '../engine/solve.ts';
import type { Case } from '../report/case.ts';
import { solveDocument } from '../report/json.ts';
import { cut, oneLine } from '../report/text/width.ts';
import type { Focus } from '../report/view/focus.ts';
import { formatFinding } from '../scenario/finding.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { atStage, namesIn, numbersOf, withoutRedLines } from './choose.ts';
import { commandLine } from './command-line.ts';
import { InputError } from './exit.ts';
import { openScenario } from './open-scenario.ts';
import { packageVersion } from './package.ts';
import { announce, remark, reportWidth, prepareInk } from './terminal.ts';

/** As parsed from the command line. */
export interface SolveFlags {
  readonly stage?: string | undefined;
  readonly coalition?: string | undefined;
  readonly without?: readonly string[] | undefined;
  readonly draft?: readonly string[] | undefined;
  readonly party?: readonly string[] | undefined;
  readonly ties: number;
  readonly states: number;
  readonly seed: string;
  readonly width?: number | undefined;
  readonly all?: true | undefined;
  readonly json?: true | undefined;
}

/** Prints the answer on standard output and warnings on standard error. @throws InputError */
export async function runSolve(argument: string, flags: SolveFlags): Promise<void> {
  const opened = await openScenario(argument);
  const { scenario, assumptions } = withoutRedLines(atStage(opened.scenario, flags.stage), namesIn(flags.without));
  const focus: Focus = {
    parties: numbersOf('party', scenario.parties, namesIn(flags.party)),
    drafts: numbersOf('draft', scenario.drafts, namesIn(flags.draft)),
    all: flags.all === true,
    command: commandLine(argument, flags),
  };
  const compiled = compileProblem(scenario);
  const coalition = coalitionOf(scenario, compiled.problem, flags.coalition);
  const warnings = [...opened.warnings.map(formatFinding), ...compiled.warnings];
  for (const warning of warnings) remark(warning);
  const done = announce(`Solving ${cut(oneLine(scenario.title), 40)} ...`);
  const answer = solve(compiled.problem, {
    drafts: scenario.drafts.map((draft) => compileDraft(scenario, draft.id)),
    coalition,
    ties: flags.ties,
    states: flags.states,
    seed: flags.seed,
  });
  done();
  await print(
    { scenario, compiled, answer, assumptions, warnings, seed: flags.seed, version: packageVersion() },
    focus,
    flags,
  );
}

async function print(of: Case, focus: Focus, flags: SolveFlags): Promise<void> {
  if (flags.json) {
    process.stdout.write(`${JSON.stringify(solveDocument(of), null, 2)}\n`);
    return;
  }
  prepareInk();
  const [{ reportView }, { textReport }] = await Promise.all([
    import('../report/view/report.ts'),
    import('../report/text-report.tsx'),
  ]);
  process.stdout.write(textReport(reportView(of, focus), reportWidth(flags.width)));
}

/** @throws InputError when the named parties are not enough to make any deal under the consent rule. */
function coalitionOf(scenario: Scenario, problem: Problem, names: string | undefined): readonly number[] | null {
  if (names === undefined) return null;
  const list = namesIn([names]);
  if (list.length === 0) throw new InputError(["error: --coalition names no party; expected ids such as 'a,b,c'"]);
  const coalition = numbersOf('party', scenario.parties, list);
  if (coalitionRegion(problem, coalition) !== null) return coalition;
  const missing = problem.consent.required.filter((party) => !coalition.includes(party));
  const signers = missing.map((party) => `'${scenario.parties[party]!.id}'`).join(', ');
  const need =
    missing.length > 0 ? `${signers} must sign every deal` : `a deal needs ${problem.consent.quorum} parties`;
  throw new InputError([`error: the parties of --coalition cannot make a deal by themselves: ${need}`]);
}
