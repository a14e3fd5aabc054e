/** What every command begins with: the scenario as asked for, compiled, with the warnings said. */
import { compileProblem } from '../compile/compile.ts';
import { atStage, namesIn, withoutRedLines, withoutAssumed } from '../questions/choose.ts';
import { withSettings } from '../questions/set.ts';
import { withEdits } from '../scenario/edit/edit.ts';
import type { OpenCase } from '../questions/question.ts';
import { formatFinding } from '../scenario/finding.ts';
import { openScenario } from './open-scenario.ts';
import { packageVersion } from './package.ts';
import { remark } from './terminal.ts';

/** Options that say what a question is asked about. */
export interface PositionFlags {
  readonly stage?: string | undefined;
  readonly without?: readonly string[] | undefined;
  readonly set?: readonly string[] | undefined;
}

export async function openCase(argument: string, { stage, without, set = [] }: PositionFlags): Promise<OpenCase> {
  const opened = await openScenario(argument);
  const { scenario: edited, settings, off } = withSettings(atStage(opened.scenario, stage), opened.scenario, set);
  const { scenario, assumptions } = withoutRedLines(edited, [...off, ...namesIn(without)]);
  const edits = settings.map(({ edit }) => edit);
  const compiled = compileProblem(scenario);
  const warnings = opened.warnings.map(formatFinding);
  for (const warning of warnings) remark(warning);
  return {
    file: opened.scenario,
    scenario,
    compiled,
    assumptions,
    settings,
    // A stage may change what was set and lines that are set aside, so both are done again at each.
    changed: (positions) => withoutAssumed(withEdits(positions, edits, opened.scenario), assumptions),
    warnings,
    version: packageVersion(),
  };
}
