/** Demands set aside as an edit of the scenario. */
import type { Constraint, ScoredDeal } from '../../engine/answer.ts';
import type { Named } from '../../report/case.ts';
import { digitsOf, statedOf } from '../../report/digits.ts';
import type { Digits } from '../../report/text/points.ts';
import { cutTo } from '../../report/text/points.ts';
import { demandName, listed, partyName } from '../../report/view/words.ts';
import type { ScenarioEdit, SingleEdit } from '../../scenario/edit/edit.ts';

/** The edit with what it does in words, or why it cannot be made. */
export type Applied = { readonly edit: ScenarioEdit; readonly said: string } | { readonly fault: string };

/**
 * Red lines and conditional signatures are dropped. A least that a party signs for cannot go: it is lowered to what the
 * deal gives that party, cut to one digit more than is shown; without a deal it stays, and the way cannot be taken.
 */
export function wayOutEdit(about: Named, demands: readonly Constraint[], leads: ScoredDeal | null): Applied {
  const edits: SingleEdit[] = [];
  const said: string[] = [];
  for (const demand of demands.toSorted(lastConsentFirst)) {
    const aside = setAside(about, demand, leads);
    if ('fault' in aside) return aside;
    edits.push(aside.edit);
    said.push(aside.said);
  }
  return { edit: edits.length === 1 ? edits[0]! : { kind: 'several', edits }, said: listed(said) };
}

function setAside(
  about: Named,
  demand: Constraint,
  leads: ScoredDeal | null,
): { readonly edit: SingleEdit; readonly said: string } | { readonly fault: string } {
  const party = about.scenario.parties[demand.party]!;
  const name = demandName(about, demand);
  switch (demand.kind) {
    case 'redLine': {
      const edit = { kind: 'dropRedLine', party: party.id, redLine: party.redLines[demand.index]!.id } as const;
      return { edit, said: `red line ${name} set aside` };
    }
    case 'consent':
      return { edit: { kind: 'dropConsent', index: demand.index }, said: `${name} set aside` };
    case 'reservation':
      return lowered(about, demand.party, leads);
  }
}

/** The least that the party signs for, down to what the deal gives it. */
function lowered(of: Named, party: number, leads: ScoredDeal | null): ReturnType<typeof setAside> {
  const { scenario } = of;
  const name = partyName(scenario, party);
  const { id, disagreement } = scenario.parties[party]!;
  if (leads === null) {
    return { fault: `by how much ${name} would have to come down is said under the smallest opening` };
  }
  const value = leastFor(leads.utility[party]!, disagreement.value, digitsOf(of, party));
  if (value === null) return { fault: belowNoDeal(name, statedOf(of, party, disagreement.value)) };
  return {
    edit: { kind: 'reservation', party: id, value },
    said: `${name} now signs for ${statedOf(of, party, value)}, what this deal gives it`,
  };
}

/** Why it cannot be made, for the person. */
export function faultSentence({ fault }: { readonly fault: string }): string {
  return `This cannot be applied as it stands: ${fault}.`;
}

/** Dropping a signature renumbers those after it, so the last goes first. */
function lastConsentFirst(a: Constraint, b: Constraint): number {
  return a.kind === 'consent' && b.kind === 'consent' ? b.index - a.index : 0;
}

/** Null where no deal at all is worth more to the party than this one. */
function leastFor(utility: number, disagreement: number, digits: Digits): number | null {
  return utility < disagreement ? null : Math.max(disagreement, cutTo(utility, digits));
}

function belowNoDeal(name: string, disagreement: string): string {
  return (
    `this deal gives ${name} less than the ${disagreement} that no deal is worth to it; ` +
    'the least it signs for cannot be lower, so lower what no deal is worth first (weights screen)'
  );
}
