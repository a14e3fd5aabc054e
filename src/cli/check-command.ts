/**
 * `winset check`: says whether a scenario is sound and what its numbers rest on, or everything that is wrong with it.
 */
import { compileProblem } from '../compile/compile.ts';
import { combinations, counted } from '../report/text/number.ts';
import { oneLine } from '../report/text/width.ts';
import { spaceSize } from '../engine/problem.ts';
import { evidenceOf } from '../scenario/evidence.ts';
import { formatFinding } from '../scenario/finding.ts';
import { evidenceLines } from './evidence-table.ts';
import { openScenario } from './open-scenario.ts';
import { remark } from './terminal.ts';

/** Prints one line and a table on standard output, and warnings on standard error. @throws InputError */
export async function runCheck(argument: string): Promise<void> {
  const { scenario, warnings } = await openScenario(argument);
  const compiled = compileProblem(scenario);
  for (const warning of warnings) remark(formatFinding(warning));
  const parts = [
    counted(scenario.parties.length, 'party', 'parties'),
    counted(scenario.issues.length, 'issue'),
    combinations(spaceSize(compiled.problem)),
    counted(scenario.drafts.length, 'draft'),
    counted(scenario.stages.length, 'stage'),
  ];
  const lines = [
    `ok: ${oneLine(scenario.title)}: ${parts.join(', ')}`,
    ...evidenceLines(scenario, evidenceOf(scenario)),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
