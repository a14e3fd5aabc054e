/**
 * The verdict where numbers are not yet valued: proven for everything that they may turn out to be, from two searches.
 * With all of them at their worst for a deal, and with all at their best (`scenario/unvalued.ts`).
 */
import { compileProblem } from '../compile/compile.ts';
import type { UnvaluedAnswer } from '../report/case.ts';
import { beyondScores, hasUnvalued, turnedOut, unvaluedIn } from '../scenario/unvalued.ts';
import type { Turn } from '../scenario/unvalued.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { SEED, STATES } from './budgets.ts';
import type { Crew } from './crew.ts';
import { silent } from './crew.ts';
import type { Asker, OpenCase } from './question.ts';

export interface Limits {
  readonly nodes?: number | undefined;
  readonly states?: number;
  readonly seed: string;
}

/** Null where everything is valued. */
export async function askUnvalued(scenario: Scenario, crew: Crew, limits: Limits): Promise<UnvaluedAnswer | null> {
  if (!hasUnvalued(scenario)) return null;
  const { nodes, states = STATES, seed } = limits;
  const jobs = (['worst', 'best'] as const).map((turn) => ({
    kind: 'exists' as const,
    problem: compileProblem(turnedOut(scenario, turn)).problem,
    budget: { states, seed, ...(nodes === undefined ? {} : { nodes }) },
  }));
  const [worst = null, best = null] = await crew.run<'exists'>(jobs, silent);
  const verdict = verdictOf(worst, best);
  return {
    numbers: unvaluedIn(scenario),
    beyond: beyondScores(scenario),
    verdict,
    taken: verdict === 'always' ? 'worst' : 'best',
  };
}

/** The case with what is not yet valued and the verdict whatever it is, for an answer that takes the middle. */
export async function withMiddle(opened: OpenCase, { crewFor }: Pick<Asker, 'crewFor'>): Promise<OpenCase> {
  if (!hasUnvalued(opened.scenario)) return opened;
  const middle = await askUnvalued(opened.scenario, crewFor({ doing: 'Solving' }), { seed: SEED });
  return middle === null ? opened : { ...opened, middle };
}

/** True: there is a deal; null: not decided. A deal at the worst is one at the best as well. */
function verdictOf(worst: boolean | null, best: boolean | null): UnvaluedAnswer['verdict'] {
  if (worst === true) return 'always';
  if (best === false) return 'never';
  return worst === false && best === true ? 'depends' : 'undecided';
}

/** The case with every number that is not yet valued at one end, at whatever stage it is looked at. */
export function turnedCase(opened: OpenCase, turn: Turn): OpenCase {
  const scenario = turnedOut(opened.scenario, turn);
  const changed = (positions: Scenario): Scenario => turnedOut(opened.changed(positions), turn);
  return { ...opened, scenario, compiled: compileProblem(scenario), changed };
}
