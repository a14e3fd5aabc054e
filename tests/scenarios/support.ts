/** The shipped teaching scenarios, loaded, compiled and solved, with deals spoken of by option id. */
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import type { Answer, DealCount, SolutionName } from '../../src/engine/answer.ts';
import { utilityPoints } from '../../src/engine/deal.ts';
import type { Deal, Problem } from '../../src/engine/problem.ts';
import { solve } from '../../src/engine/solve.ts';
import { dropRedLine } from '../../src/scenario/edit/edit.ts';
import type { Consent, Scenario } from '../../src/scenario/scenario.ts';
import { optionAt, optionId } from '../../src/scenario/format/options.ts';

export function without(scenario: Scenario, party: string, redLine: string): Scenario {
  const edit = dropRedLine(scenario, party, redLine);
  if (!edit.ok) throw new Error(edit.message);
  return edit.scenario;
}

export function withConsent(scenario: Scenario, needs: Consent['needs']): Scenario {
  return { ...scenario, consent: { ...scenario.consent, needs } };
}

const answers = new WeakMap<Scenario, Answer>();

/** The answer for the scenario, its own drafts judged, for the largest coalition with a deal; found once for each. */
export function answerTo(scenario: Scenario): Answer {
  const known = answers.get(scenario);
  if (known !== undefined) return known;
  const answer = solveProblem(
    compileProblem(scenario).problem,
    scenario.drafts.map(({ id }) => compileDraft(scenario, id)),
  );
  answers.set(scenario, answer);
  return answer;
}

export function solveProblem(problem: Problem, drafts: readonly (number | null)[][] = []): Answer {
  return solve(problem, { drafts, coalition: null, ties: 100, states: 100_000, seed: 'teaching' });
}

export function count(deals: DealCount): number {
  if (deals.kind !== 'exact') throw new Error('counted within bounds only');
  return Number(deals.count);
}

/** The option ids of a deal in issue order, in one line. */
export function named(scenario: Scenario, deal: Deal): string {
  return scenario.issues.map((own, issue) => optionId(own, deal[issue]!)).join(' ');
}

/** The deal with these option ids. */
export function dealOf(scenario: Scenario, ids: string): number[] {
  const wanted = ids.split(' ');
  return scenario.issues.map((own, issue) => {
    const option = optionAt(own, wanted[issue] ?? '');
    if (option < 0) throw new Error(`no option ${wanted[issue]}`);
    return option;
  });
}

/** Points of all parties for the deal with these option ids. */
export function pointsOf(scenario: Scenario, ids: string): readonly number[] {
  return utilityPoints(compileProblem(scenario).problem, dealOf(scenario, ids));
}

/** What a solution picks, each deal by its option ids. */
export function picks(scenario: Scenario, answer: Answer, solution: SolutionName): string[] {
  return answer.solutions![solution].deals.map(({ deal }) => named(scenario, deal));
}

/** Number of deals by the ids of the parties that sign them. */
export function byCoalition(scenario: Scenario, answer: Answer): Record<string, number> {
  return Object.fromEntries(
    answer.coalitions.map((coalition) => [
      coalition.parties.map((party) => scenario.parties[party]!.id).join(' '),
      count(coalition.count),
    ]),
  );
}
