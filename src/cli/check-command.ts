/**
 * `winset check`: says whether a scenario is sound, or everything that is wrong with it.
 */
import { compileProblem } from '../compile/compile.ts';
import { bigCount, counted } from '../report/text/number.ts';
import { oneLine } from '../report/text/width.ts';
import { spaceSize } from '../engine/problem.ts';
import { formatFinding } from '../scenario/finding.ts';
import { openScenario } from './open-scenario.ts';
import { remark } from './terminal.ts';

/** Prints one line on standard output and warnings on standard error. @throws InputError */
export async function runCheck(argument: string): Promise<void> {
  const { scenario, warnings } = await openScenario(argument);
  const compiled = compileProblem(scenario);
  for (const warning of [...warnings.map(formatFinding), ...compiled.warnings]) remark(warning);
  const parts = [
    counted(scenario.parties.length, 'party', 'parties'),
    counted(scenario.issues.length, 'issue'),
    `${bigCount(spaceSize(compiled.problem))} combinations`,
    counted(scenario.drafts.length, 'draft'),
    counted(scenario.stages.length, 'stage'),
  ];
  process.stdout.write(`ok: ${oneLine(scenario.title)}: ${parts.join(', ')}\n`);
}
