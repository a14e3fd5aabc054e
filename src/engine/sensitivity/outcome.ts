/**
 * The few figures of a problem that a change of one number is judged by: the verdict, the uniform slack and the
 * recommended deal.
 */
import type { DealCount, ExactPoints, SolutionName } from '../answer.ts';
import { within } from '../budget.ts';
import { findSigners } from '../coalitions.ts';
import { utilityUnits } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import type { Effort } from '../search/maximise.ts';
import { slackWithin } from '../slack.ts';
import { AGAINST_IDEALS } from '../solution/ideals.ts';
import { idealUnits, solution } from '../solution/solutions.ts';
import type { CoalitionZone } from '../solution/solutions.ts';
import { walkedSolutions } from '../solution/walked.ts';
import { aside, atLeastOne } from '../zone/counting.ts';
import { countZone } from '../zone/roads.ts';
import { inPoints, minus } from '../units.ts';
import type { CountBudget } from '../zone/counting.ts';

export interface Outcome {
  /** False: neither a deal nor that there is none was found within the nodes granted; nothing else is known then. */
  readonly known: boolean;
  /** The largest coalition that has a deal, whose deal is recommended; null: the zone is empty, or nothing is known. */
  readonly coalition: readonly number[] | null;
  /** In points, as in the answer to a whole problem; null when red lines leave no deal, or it was not proven. */
  readonly uniformSlack: number | null;
  readonly uniformSlackExact: ExactPoints | null;
  readonly slackProven: boolean;
  /** Null where there is none, or none was found within the nodes allowed. */
  readonly deal: Deal | null;
  /** False when the search was given up: the deal is then the best one found. */
  readonly proven: boolean;
  /** Gains of all parties from the deal, in points; null without a deal. */
  readonly gains: readonly number[] | null;
  /** Null unless asked for. */
  readonly count: DealCount | null;
}

export interface OutcomeOptions {
  readonly solution: SolutionName;
  /** For the size of the zone; null leaves it out, since counting takes by far the longest. */
  readonly count: CountBudget | null;
  /** Search nodes for all outcomes that are asked for together; absent: as many as they take. */
  readonly nodes?: number;
}

/** Nodes after which a recommended deal is given up unproven. */
const MOST_NODES = 300_000;

/** The outcome as far as so many nodes show. */
export function outcomeOf(
  problem: Problem,
  options: OutcomeOptions,
  effort: Effort = { nodes: 0 },
  nodes = Infinity,
): Outcome {
  const before = effort.nodes;
  const { signers, proven: decided } = findSigners(problem, effort, nodes * SHARES.signers);
  const slack = slackWithin(problem, null, effort, nodes * SHARES.slack);
  const left = nodes - (effort.nodes - before);
  const limit = Math.min(MOST_NODES, Math.max(left, nodes * SHARES.deal));
  const found = signers === null ? null : recommendedDeal(problem, signers, options.solution, limit, effort);
  const deal = found?.deal ?? null;
  const known = decided || signers !== null;
  return {
    known,
    coalition: signers?.parties ?? null,
    uniformSlack: slack.proven ? slack.points : null,
    uniformSlackExact: slack.proven ? slack.exact : null,
    slackProven: slack.proven,
    deal,
    proven: decided && (found?.proven ?? true),
    gains: deal === null ? null : gainsOf(problem, deal),
    count: options.count === null || !known ? null : sizeOf(problem, signers === null, options.count),
  };
}

/** Parts of the nodes of one outcome; the deal may take what the others leave as well. */
const SHARES = { signers: 1 / 4, slack: 1 / 2, deal: 1 / 4 } as const;

interface Recommended {
  readonly deal: Deal | null;
  readonly proven: boolean;
}

/** The smallest deal, in option order, that the solution picks for the signers; null where none was found in so many nodes. */
export function recommendedDeal(
  problem: Problem,
  zone: CoalitionZone,
  name: SolutionName,
  limit: number,
  effort: Effort,
): Recommended {
  const walked = walkedSolutions(problem, zone, [name], { nodes: limit, ties: 1 });
  if (walked !== null) return { deal: walked.solutions.get(name)!.deals[0]!.deal, proven: true };
  const found = within(effort, limit, (limited): Recommended => {
    const ideals = AGAINST_IDEALS.has(name) ? idealUnits(problem, zone.region, limited) : [];
    const { deals, proven, nodes } = solution(problem, name, zone, ideals, 1, limit - limited.nodes, limited.memory);
    limited.nodes += nodes;
    return { deal: deals[0]?.deal ?? null, proven };
  });
  return found ?? { deal: null, proven: false };
}

/** By party, in points: how much more than no deal the deal is worth to it. */
export function gainsOf(problem: Problem, deal: Deal): readonly number[] {
  return problem.parties.map((party) =>
    inPoints(minus(utilityUnits(problem, party, deal), party.disagreement), party.scale),
  );
}

function sizeOf(problem: Problem, empty: boolean, budget: CountBudget): DealCount {
  return empty ? { kind: 'exact', count: 0n } : atLeastOne(countZone(problem, aside(budget)).count);
}
