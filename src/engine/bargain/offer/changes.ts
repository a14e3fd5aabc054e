/** Deals that differ from a deal in one clause or two. */
import type { Deal, Problem } from '../../problem.ts';
import { issueCount, optionCount } from '../../problem.ts';

/** All of them, lawful or not. */
export function* changesOf(problem: Problem, deal: Deal): Generator<Deal> {
  const issues = issueCount(problem);
  for (let first = 0; first < issues; first++) {
    for (const one of withOther(problem, deal, first)) {
      yield one;
      for (let second = first + 1; second < issues; second++) yield* withOther(problem, one, second);
    }
  }
}

function* withOther(problem: Problem, deal: Deal, issue: number): Generator<Deal> {
  for (let option = 0; option < optionCount(problem, issue); option++) {
    if (option !== deal[issue]) yield deal.with(issue, option);
  }
}
