/** A draft as a deal. */
import { compileDraft } from '../../compile/compile.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { ShownDeal } from '../model/context.ts';

/** The draft of that number as a deal; where it leaves issues open, or there is none, a sentence says so. */
export function draftDeal(scenario: Scenario, draft: number): ShownDeal | { readonly fault: string } {
  const found = scenario.drafts[draft];
  if (found === undefined) return { fault: 'The scenario has no drafts.' };
  const title = `draft ${found.id}`;
  const options = compileDraft(scenario, found.id);
  const deal = options.filter((option) => option !== null);
  const open = options.length - deal.length;
  if (open === 0) return { deal, title };
  return { fault: `Draft ${found.id} leaves ${open} of ${options.length} issues open, so it is no single deal.` };
}

/** The same without the reason. */
export function dealOrNull(found: ShownDeal | { readonly fault: string }): ShownDeal | null {
  return 'fault' in found ? null : found;
}
