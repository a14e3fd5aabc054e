/** Asks for the part of a page that follows every change: the answer with its counts, drafts and frontier. */
import { askFrontier } from '../questions/frontier/ask.ts';
import type { FrontierCase } from '../questions/frontier/case.ts';
import { frontierOptions } from '../questions/frontier/question.ts';
import { readOptions } from '../questions/option.ts';
import type { Asker, OpenCase } from '../questions/question.ts';
import { suppose } from '../questions/sensitivity/suppose.ts';
import { askSolve } from '../questions/solve/ask.ts';
import { solveOptions } from '../questions/solve/question.ts';
import { turnedCase } from '../questions/unvalued.ts';
import type { Case } from '../report/case.ts';
import type { Focus } from '../report/view/focus.ts';
import { wholeFocus } from '../report/view/focus.ts';
import { wholeAnswer } from './answer.ts';
import type { PageAnswer } from './content.ts';

export async function askWhole(opened: OpenCase, command: string, asker: Asker): Promise<PageAnswer> {
  const solved = await askSolve(opened, readOptions(solveOptions, {}), asker);
  return wholeAnswer(solved, await askZoneFrontier(opened, solved, asker), focusOf(opened, command));
}

export function focusOf({ scenario }: Pick<OpenCase, 'scenario'>, command: string): Focus {
  return wholeFocus(scenario, true, command);
}

/**
 * The efficient deals of the zone; where red lines alone leave none, as if a way out were taken; where thresholds do,
 * those of all deals.
 */
async function askZoneFrontier(opened: OpenCase, solved: Case, asker: Asker): Promise<FrontierCase> {
  const { empty } = solved.answer.zone;
  // Where numbers are not yet valued it is drawn with them at the end at which the answer has them.
  const told = solved.unvalued === undefined ? opened : turnedCase(opened, solved.unvalued.taken);
  // Whoever has a deal supposes nothing: no search for conflicts is needed then.
  const about = empty === true ? suppose(told, undefined) : told;
  const isOpen = empty === false || about !== told;
  const options = readOptions(frontierOptions, isOpen ? { zone: true } : {});
  return { ...about, ...(await askFrontier(about, options, { ...asker, patience: 'screen' })) };
}
