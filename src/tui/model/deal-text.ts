/** A deal as text for the clipboard: a line for each issue, as `winset score --deal` reads it. */
import { optionLabel } from '../../report/view/words.ts';
import { optionId } from '../../scenario/format/options.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { ShownDeal } from './context.ts';

export function dealText(scenario: Scenario, { deal, title }: ShownDeal): string {
  const clauses = scenario.issues.map((issue, k) => {
    const option = deal[k]!;
    return `${issue.id}: ${JSON.stringify(optionId(issue, option))} # ${optionLabel(scenario, k, option)}`;
  });
  return [`# ${title}`, ...clauses, ''].join('\n');
}
