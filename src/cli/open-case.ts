/** What every command begins with: the scenario as asked for, compiled, with the warnings said. */
import { compileProblem } from '../compile/compile.ts';
import { atStage, namesIn, withoutRedLines, withoutAssumed } from '../questions/choose.ts';
import type { OpenCase } from '../questions/question.ts';
import { formatFinding } from '../scenario/finding.ts';
import { openScenario } from './open-scenario.ts';
import { packageVersion } from './package.ts';
import { remark } from './terminal.ts';

/** Options that say what a question is asked about. */
export interface PositionFlags {
  readonly stage?: string | undefined;
  readonly without?: readonly string[] | undefined;
}

export async function openCase(argument: string, { stage, without }: PositionFlags): Promise<OpenCase> {
  const opened = await openScenario(argument);
  const { scenario, assumptions } = withoutRedLines(atStage(opened.scenario, stage), namesIn(without));
  const compiled = compileProblem(scenario);
  const warnings = opened.warnings.map(formatFinding);
  for (const warning of warnings) remark(warning);
  return {
    file: opened.scenario,
    scenario,
    compiled,
    assumptions,
    // A stage may change red lines that are set aside, so they are set aside again at each.
    changed: (positions) => withoutAssumed(positions, assumptions),
    warnings,
    version: packageVersion(),
  };
}
