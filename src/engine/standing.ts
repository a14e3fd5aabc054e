/** How each clause of a deal stands with each party: what it gives and what it costs against the party's best option. */
import { notArisingOption } from './conditions.ts';
import type { Deal, Problem, Party, PatternClause } from './problem.ts';
import { issueCount, optionCount } from './problem.ts';
import { inPoints, largest, leastBetween, minus, mostBetween, plus, smallest, unitsOf } from './units.ts';
import type { Units } from './units.ts';
import { hasOption } from './option-set.ts';

export interface ClauseStanding {
  /**
   * Share 0..1 of the party's swing on the issue (worst option to best) that the clause gives; null: no swing, or the
   * issue does not arise.
   */
  readonly share: number | null;
  /** Points lost against the party's best option of the issue; 0 where it does not arise. */
  readonly cost: number;
  /** Points gained over the party's worst option of the issue; 0 where it does not arise. */
  readonly above: number;
}

/**
 * Standing of every clause of the deal, by issue and party, all other clauses as they are: what an adjustment adds with
 * an option beside them counts for that option.
 */
export function clauseStandings(problem: Problem, deal: Deal): ClauseStanding[][] {
  return Array.from({ length: issueCount(problem) }, (_, issue) =>
    problem.parties.map((party) => {
      if (deal[issue] === notArisingOption(problem, issue)) return NO_CHOICE;
      const { worst, best, chosen } = unitsOn(problem, party, deal, issue, deal[issue]!);
      return {
        share: best === worst ? null : inPoints(minus(chosen, worst), minus(best, worst)),
        cost: inPoints(minus(best, chosen), party.scale),
        above: inPoints(minus(chosen, worst), party.scale),
      };
    }),
  );
}

const NO_CHOICE: ClauseStanding = { share: null, cost: 0, above: 0 };

/** What the clause of a draft costs the party; 0 where the draft leaves the issue open, or where it does not arise. */
export function clauseCost(problem: Problem, party: Party, draft: Clauses, issue: number): number {
  const option = draft[issue] ?? null;
  if (option === null || option === notArisingOption(problem, issue)) return 0;
  const { best, chosen } = unitsOn(problem, party, draft, issue, option);
  return inPoints(minus(best, chosen), party.scale);
}

/** Options by issue; null where the issue is open. */
type Clauses = readonly (number | null)[];

interface IssueUnits {
  readonly worst: Units;
  readonly best: Units;
  readonly chosen: Units;
}

function unitsOn(problem: Problem, party: Party, deal: Clauses, issue: number, option: number): IssueUnits {
  const from = problem.offsets[issue]!;
  const options = notArisingOption(problem, issue) ?? optionCount(problem, issue);
  const added = addedBeside(party, deal, issue, optionCount(problem, issue))?.slice(0, options) ?? null;
  const { contributions } = party;
  if (added === null) {
    return {
      worst: leastBetween(contributions, from, from + options),
      best: mostBetween(contributions, from, from + options),
      chosen: unitsOf(contributions, from + option),
    };
  }
  const worths = added.map((units, other) => plus(unitsOf(contributions, from + other), units));
  return { worst: smallest(worths), best: largest(worths), chosen: worths[option]! };
}

/** Units that adjustments add with each option of the issue, the deal's other clauses as they are; null for none. */
function addedBeside(party: Party, deal: Clauses, issue: number, options: number): readonly Units[] | null {
  let added: Units[] | null = null;
  for (const { when, units } of party.adjustments) {
    const here = when.clauses.find((clause) => clause.issue === issue);
    if (here === undefined) continue;
    if (!when.clauses.every((clause) => clause === here || holds(deal, clause))) continue;
    added ??= Array.from({ length: options }, () => 0);
    for (const { first, last } of here.options) {
      for (let option = first; option <= last; option++) added[option] = plus(added[option]!, units);
    }
  }
  return added;
}

function holds(deal: Clauses, { issue, options }: PatternClause): boolean {
  const option = deal[issue] ?? null;
  return option !== null && hasOption(options, option);
}
