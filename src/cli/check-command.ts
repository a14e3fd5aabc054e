/**
 * `winset check`: says whether a scenario is sound and what its numbers rest on, or everything that is wrong with it.
 */
import { compileProblem } from '../compile/compile.ts';
import type { UnvaluedAnswer } from '../report/case.ts';
import { SEED } from '../questions/budgets.ts';
import { UNVALUED_HEADLINES, unvaluedWords } from '../report/view/unvalued.ts';
import { combinations, counted } from '../report/text/number.ts';
import { oneLine, wrap } from '../report/text/width.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { spaceSize } from '../engine/problem.ts';
import { evidenceOf } from '../scenario/evidence.ts';
import { formatFinding } from '../scenario/finding.ts';
import { evidenceLines } from './evidence-table.ts';
import { crewFor } from './long-run.ts';
import { openScenario } from './open-scenario.ts';
import { askUnvalued } from '../questions/unvalued.ts';
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
  const unvalued = await askUnvalued(scenario, crewFor({ doing: 'Checking' }, scenario.title), { seed: SEED });
  const lines = [
    `ok: ${oneLine(scenario.title)}: ${parts.join(', ')}`,
    ...(unvalued === null ? [] : unvaluedLines(scenario, unvalued)),
    ...evidenceLines(scenario, evidenceOf(scenario)),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

const WIDTH = 80;

/** What is missing, and what is known of the verdict all the same. */
function unvaluedLines(scenario: Scenario, { numbers, verdict }: UnvaluedAnswer): readonly string[] {
  return [
    ...wrap(`Not yet valued: ${unvaluedWords(scenario, numbers)}`, WIDTH),
    ...wrap(UNVALUED_HEADLINES[verdict], WIDTH),
  ];
}
