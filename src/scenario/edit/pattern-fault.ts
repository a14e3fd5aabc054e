/** Whether a pattern that a person made names what the scenario has. */
import { choiceSpan, intervalText, isInterval } from '../format/choice.ts';
import { listedIds } from '../format/options.ts';
import type { Issue, Pattern } from '../scenario.ts';
import { quote, unknownName } from '../suggest.ts';

/** What is wrong with the pattern, for the person; null where every issue and option exists and none stands twice. */
export function patternFault(pattern: Pattern, issues: readonly Issue[]): string | null {
  if (pattern.length === 0) return 'it has to name an issue';
  for (const [k, { issue: id, options }] of pattern.entries()) {
    const issue = issues.find((candidate) => candidate.id === id);
    if (issue === undefined) return unknownName('issue', id, idsOf(issues));
    if (pattern.findIndex((other) => other.issue === id) < k) return `${quote(id)} stands there twice`;
    if (options.length === 0) return `it has to name an option of ${quote(id)}`;
    const missing = options.find((choice) => choiceSpan(issue, choice) === null);
    if (missing === undefined) continue;
    if (isInterval(missing)) return `${quote(id)} has no number in ${intervalText(missing)}`;
    return `${quote(id)}: ${unknownName('option', missing, listedIds(issue))}`;
  }
  return null;
}

function idsOf(entries: readonly { readonly id: string }[]): string[] {
  return entries.map(({ id }) => id);
}
