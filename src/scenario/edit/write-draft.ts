/**
 * A draft of a deal added to a scenario, or put in place of the one with the same id.
 */
import { withNotArising } from '../format/conditional.ts';
import type { Draft as Mutable } from 'immer';
import { castDraft } from 'immer';
import type { Draft, Scenario } from '../scenario.ts';
import { MOST_DRAFTS } from '../format/limits.ts';
import { dateFault, LISTED_ID, LONGEST_LINE, LONGEST_TEXT, notAListedId, textFault } from '../format/texts.ts';
import { quote, unknownName } from '../suggest.ts';
import { listedIds, optionAt } from '../format/options.ts';

/** Its clauses come to stand in the order of the issues. Why the draft cannot be added, or null. */
export function writeDraft(scenario: Mutable<Scenario>, draft: Draft, fixed: Scenario): string | null {
  const fault = draftFault(draft, fixed);
  if (fault !== null) return `draft ${quote(draft.id)}: ${fault}`;
  const order = fixed.issues.map((issue) => issue.id);
  const clauses = withNotArising(draft.clauses, fixed.issues).toSorted(
    (a, b) => order.indexOf(a.issue) - order.indexOf(b.issue),
  );
  const entry = castDraft({ ...draft, clauses });
  const index = scenario.drafts.findIndex((old) => old.id === draft.id);
  if (index !== -1) scenario.drafts[index] = entry;
  else if (scenario.drafts.length >= MOST_DRAFTS) return `the scenario has ${MOST_DRAFTS} drafts, which is the most`;
  else scenario.drafts.push(entry);
  return null;
}

function draftFault(draft: Draft, scenario: Scenario): string | null {
  if (!LISTED_ID.test(draft.id)) return notAListedId(draft.id);
  return headFault(draft) ?? clausesFault(draft.clauses, scenario) ?? sourcesFault(draft.sources ?? [], scenario);
}

function headFault({ title, date, note }: Draft): string | null {
  const faults = {
    title: textFault(title, LONGEST_LINE),
    date: date === undefined ? null : dateFault(date),
    note: note === undefined ? null : textFault(note, LONGEST_TEXT),
  };
  const [first] = Object.entries(faults).filter(([, fault]) => fault !== null);
  return first === undefined ? null : first.join(': ');
}

function clausesFault(clauses: Draft['clauses'], { issues }: Scenario): string | null {
  for (const [k, clause] of clauses.entries()) {
    const issue = issues.find((candidate) => candidate.id === clause.issue);
    if (issue === undefined) {
      return unknownName(
        'issue',
        clause.issue,
        issues.map((candidate) => candidate.id),
      );
    }
    if (optionAt(issue, clause.option) === -1) {
      return `${quote(issue.id)}: ${unknownName('option', clause.option, listedIds(issue))}`;
    }
    if (clauses.findIndex((other) => other.issue === clause.issue) < k) return `${quote(issue.id)} stands there twice`;
  }
  return null;
}

function sourcesFault(sources: readonly string[], scenario: Scenario): string | null {
  const known = scenario.sources.map((source) => source.id);
  const unknown = sources.find((source) => !known.includes(source));
  return unknown === undefined ? null : unknownName('source', unknown, known);
}
