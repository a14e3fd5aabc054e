/**
 * `winset power`: whose signature decides under the consent rule, and who alone blocks how many deals.
 */
import { compileProblem } from '../compile/compile.ts';
import { BYTES_PER_STATE } from '../engine/zone/count.ts';
import { powerDocument } from '../report/json-power.ts';
import type { PowerCase } from '../report/power-case.ts';
import { cut, oneLine } from '../report/text/width.ts';
import { formatFinding } from '../scenario/finding.ts';
import { atStage, namesIn, withoutRedLines } from './choose.ts';
import { commandLine } from './command-line.ts';
import { runLong } from './long-run.ts';
import { openScenario } from './open-scenario.ts';
import { packageVersion } from './package.ts';
import { prepareInk, remark, reportWidth } from './terminal.ts';

/** As parsed from the command line. */
export interface PowerFlags {
  readonly stage?: string | undefined;
  readonly without?: readonly string[] | undefined;
  /** Bytes for counts. */
  readonly memory: number;
  readonly seed: string;
  readonly width?: number | undefined;
  readonly json?: true | undefined;
}

/** Prints the answer on standard output and warnings on standard error. @throws InputError */
export async function runPower(argument: string, flags: PowerFlags): Promise<void> {
  const opened = await openScenario(argument);
  const { scenario, assumptions } = withoutRedLines(atStage(opened.scenario, flags.stage), namesIn(flags.without));
  const compiled = compileProblem(scenario);
  const warnings = [...opened.warnings.map(formatFinding), ...compiled.warnings];
  for (const warning of warnings) remark(warning);
  const budget = { states: Math.floor(flags.memory / BYTES_PER_STATE), seed: flags.seed };
  const answer = await runLong<'power'>(
    { kind: 'power', problem: compiled.problem, budget },
    {
      kind: 'power',
      title: `Counting for ${cut(oneLine(scenario.title), 40)}`,
      describe: (part) => part,
      stoppable: false,
    },
  );
  const of: PowerCase = {
    scenario,
    compiled,
    answer,
    assumptions,
    warnings,
    seed: flags.seed,
    version: packageVersion(),
  };
  if (flags.json) process.stdout.write(`${JSON.stringify(powerDocument(of), null, 2)}\n`);
  else await print(of, argument, flags);
}

async function print(of: PowerCase, argument: string, flags: PowerFlags): Promise<void> {
  prepareInk();
  const [{ powerView }, { textSheet }] = await Promise.all([
    import('../report/view/power.ts'),
    import('../report/text-sensitivity.tsx'),
  ]);
  const view = powerView(of, {
    parties: [...of.scenario.parties.keys()],
    drafts: [],
    all: true,
    command: commandLine(argument, flags, 'power'),
  });
  process.stdout.write(textSheet(view, reportWidth(flags.width)));
}
