/**
 * What a party is paid with for a clause: its deal held against one that is left when it refuses the clause.
 *
 * A refusal is one more red line of the party, so that whatever is asked of the problem can be asked of it.
 */
import { notArisingOption } from '../conditions.ts';
import { optionUnits, utilityUnits } from '../deal.ts';
import type { OptionSet } from '../option-set.ts';
import { optionSet } from '../option-set.ts';
import type { Deal, Problem } from '../problem.ts';
import { issueCount, optionCount } from '../problem.ts';
import { inPoints, minus } from '../units.ts';
import type { ClauseChange } from './answer.ts';

/** The options of a clause's issue that give the party no more than the clause does by themselves, and the clause. */
export function noBetter(problem: Problem, party: number, { issue, option }: ClauseChange): OptionSet {
  const worth = (other: number) => optionUnits(problem, problem.parties[party]!, issue, other);
  const own = worth(option);
  const options = notArisingOption(problem, issue) ?? optionCount(problem, issue);
  const refused: number[] = [];
  for (let other = 0; other < options; other++) {
    if (other === option || worth(other) <= own) refused.push(other);
  }
  return optionSet(refused);
}

/** The problem in which the party signs no deal with the clause, or with another option that gives it no more. */
export function refusing(problem: Problem, party: number, clause: ClauseChange): Problem {
  const line = { clauses: [{ issue: clause.issue, options: noBetter(problem, party, clause) }] };
  const parties = problem.parties.map((own, k) => (k === party ? { ...own, redLines: [...own.redLines, line] } : own));
  return { ...problem, parties };
}

/** Points that one deal gives a party beyond another. */
export interface Payments {
  /** In the order of the issues; those that give it the same in both are left out. */
  readonly byIssue: readonly { readonly issue: number; readonly points: number }[];
  /** From its adjustments, which belong to no single issue. */
  readonly adjustments: number;
  /** All of it: the party's utility of the one less that of the other. */
  readonly total: number;
}

export function paymentsBetween(problem: Problem, party: number, deal: Deal, other: Deal): Payments {
  const own = problem.parties[party]!;
  const inDeal = (options: Deal, issue: number) => optionUnits(problem, own, issue, options[issue]!);
  const bare = { ...own, adjustments: [] };
  const difference = (of: typeof own) => minus(utilityUnits(problem, of, deal), utilityUnits(problem, of, other));
  const [total, clauses] = [difference(own), difference(bare)];
  return {
    byIssue: Array.from({ length: issueCount(problem) }, (_, issue) => ({
      issue,
      points: inPoints(minus(inDeal(deal, issue), inDeal(other, issue)), own.scale),
    })).filter(({ points }) => points !== 0),
    adjustments: inPoints(minus(total, clauses), own.scale),
    total: inPoints(total, own.scale),
  };
}

/**
 * The points by which the party would fall short of the least it signs for if it took the clause into a deal that has
 * another one, and nothing else changed there: what it has to be given elsewhere at the least. 0 where it would still
 * reach it.
 */
export function neededFor(problem: Problem, party: number, other: Deal, { issue, option }: ClauseChange): number {
  const own = problem.parties[party]!;
  const taken = other.map((standing, k) => (k === issue ? option : standing));
  return Math.max(0, inPoints(minus(own.reservation, utilityUnits(problem, own, taken)), own.scale));
}
