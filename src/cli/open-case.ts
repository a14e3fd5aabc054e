/** What every command begins with: the scenario as asked for, compiled, with the warnings said. */
import type { PositionFlags } from '../questions/opened.ts';
import { openedCase, splitStage } from '../questions/opened.ts';
import type { OpenCase } from '../questions/question.ts';
import type { Opened } from './opened.ts';
import { isThere } from './scenario-path.ts';
import { openScenario } from './open-scenario.ts';
import { packageVersion } from './package.ts';
import { remark } from './terminal.ts';

export async function openCase(argument: string, flags: PositionFlags): Promise<OpenCase> {
  return caseOf(await openScenario(argument), flags);
}

/** The same of a scenario that is open already. */
export function caseOf(read: Opened, flags: PositionFlags): OpenCase {
  const opened = openedCase(read, flags, packageVersion());
  for (const warning of opened.warnings) remark(warning);
  return opened;
}

/** One more scenario beside the first; `@stage` behind it says at which stage. */
export function openBeside(argument: string): Promise<OpenCase> {
  const { name, stage } = splitStage(argument, isThere);
  return openCase(name, { stage });
}
