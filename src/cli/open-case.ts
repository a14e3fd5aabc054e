/** What every command begins with: the scenario as asked for, compiled, with the warnings said. */
import { compileProblem } from '../compile/compile.ts';
import type { Case } from '../report/case.ts';
import { formatFinding } from '../scenario/finding.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { atStage, namesIn, withoutRedLines } from './choose.ts';
import { openScenario } from './open-scenario.ts';
import { packageVersion } from './package.ts';
import { remark } from './terminal.ts';

/** Options that every command on a scenario has. */
export interface CaseFlags {
  readonly stage?: string | undefined;
  readonly without?: readonly string[] | undefined;
}

/** A case to which the answer is still missing. */
export interface OpenCase extends Omit<Case, 'answer'> {
  /** As read, with all its red lines and before any stage. */
  readonly file: Scenario;
}

/** Says warnings on standard error. @throws InputError */
export async function openCase(argument: string, { stage, without }: CaseFlags, seed: string): Promise<OpenCase> {
  const opened = await openScenario(argument);
  const { scenario, assumptions } = withoutRedLines(atStage(opened.scenario, stage), namesIn(without));
  const compiled = compileProblem(scenario);
  const warnings = opened.warnings.map(formatFinding);
  for (const warning of warnings) remark(warning);
  return { file: opened.scenario, scenario, compiled, assumptions, warnings, seed, version: packageVersion() };
}
