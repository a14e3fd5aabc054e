/** One deal read against the parties at once, without a search, and as a draft. */
import type { DraftAnswer, DraftPartyAnswer } from '../../../engine/answer.ts';
import { accepts, amountOf, inZone, matches, utilityPoints } from '../../../engine/deal.ts';
import type { Deal } from '../../../engine/problem.ts';
import { clauseStandings } from '../../../engine/standing.ts';
import type { Named } from '../../../report/case.ts';
import { spareOf } from '../../../report/case.ts';
import { optionId } from '../../../scenario/format/options.ts';
import type { Draft, Scenario } from '../../../scenario/scenario.ts';

/** What a draft's answer says of a complete deal as far as the deal itself shows it: not whether something beats it. */
export function readDeal({ scenario, compiled }: Named, deal: Deal): DraftAnswer {
  const { problem } = compiled;
  const utility = utilityPoints(problem, deal);
  const standings = clauseStandings(problem, deal);
  const signs = problem.parties.map((party) => accepts(problem, party, deal));
  return {
    complete: true,
    broken: problem.forbidden.flatMap((pattern, index) => (matches(deal, pattern) ? [index] : [])),
    brokenSums: problem.sums.flatMap((rule, index) => (amountOf(problem, rule, deal) > rule.atMost ? [index] : [])),
    parties: problem.parties.map((party, index): DraftPartyAnswer => ({
      utility: { min: utility[index]!, max: utility[index]! },
      exact: true,
      shortfall: Math.max(0, -spareOf({ scenario, compiled }, index, deal)),
      accepts: signs[index]!,
      redLines: party.redLines.flatMap((line, position) => (matches(deal, line) ? [position] : [])),
      costs: standings
        .map((standing, issue) => ({ issue, cost: standing[index]!.cost }))
        .filter(({ cost }) => cost > 0)
        .sort((a, b) => b.cost - a.cost || a.issue - b.issue),
    })),
    blockedBy: signs.flatMap((signed, party) => (signed ? [] : [party])),
    inZone: inZone(problem, deal),
    efficient: null,
    dominatedBy: null,
  };
}

/** The deal as a draft with a clause for every issue. */
export function asDraft({ issues }: Scenario, deal: Deal, id: string, title: string): Draft {
  return {
    id,
    title,
    clauses: issues.map((issue, k) => ({ issue: issue.id, option: optionId(issue, deal[k]!) })),
  };
}
