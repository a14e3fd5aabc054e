/**
 * How far a zone is from vanishing, or from opening, when all thresholds move together: for the consent rule as a whole,
 * whoever it is that signs. One computation for every answer that says so.
 */
import type { ExactPoints } from './answer.ts';
import { seekBest, within } from './budget.ts';
import { findSigners } from './coalitions.ts';
import { aboveToDenominator, ceilToDenominator, lowestTerms, ratioNumber } from './ratio.ts';
import type { Ratio } from './ratio.ts';
import { MOST_SETS, neededSigners } from './signers.ts';
import type { Party, Problem } from './problem.ts';
import { asksNothing } from './problem.ts';
import { coalitionRegion, withFloors } from './region.ts';
import { OutOfNodes } from './search/maximise.ts';
import type { Effort } from './search/maximise.ts';
import { minimumObjective, smallestTerm } from './search/objective.ts';
import type { Term } from './search/objective.ts';
import { plus } from './units.ts';

export interface Slack {
  /**
   * The most points by which every reservation value can rise together with a deal left that enough parties sign;
   * negative: how far each must come down for one. Null when red lines and rules alone leave no deal. The most found
   * where it is not proven.
   */
  readonly points: number | null;
  /** The same number exactly. */
  readonly exact: ExactPoints | null;
  readonly proven: boolean;
}

/** Parts of a question's nodes that single sets of signers have where there are many. */
const SHARES = 8;

/** The uniform slack. @throws OutOfNodes where the effort has a limit */
export function uniformSlack(problem: Problem, effort: Effort): Slack {
  const slack = slackWithin(problem, null, effort, Infinity);
  if (!slack.proven) throw new OutOfNodes();
  return slack;
}

/** The uniform slack as far as so many nodes show; with `signers`, of the deals that these can sign by themselves. */
export function slackWithin(problem: Problem, signers: readonly number[] | null, effort: Effort, nodes: number): Slack {
  const sets = signers === null ? neededSigners(problem) : [signers];
  const { best, proven } = slackAbove(problem, sets, null, effort, nodes);
  if (best === null) return { points: null, exact: null, proven };
  const exact = { ...lowestTerms(best), attained: isAttained(problem, sets, best, effort, nodes) };
  return { points: ratioNumber(best), exact, proven };
}

interface Found {
  /** The greatest slack found that is greater than asked for; null where none was. */
  readonly best: Ratio | null;
  /** True: no deal has more; or, where none was found, none has more than was asked for. */
  readonly proven: boolean;
}

/** The greatest uniform slack of the consent rule above the given one; see `Slack`. @throws OutOfNodes */
export function slackBeyond(problem: Problem, above: Ratio | null, effort: Effort): Ratio | null {
  const { best, proven } = slackAbove(problem, neededSigners(problem), above, effort, Infinity);
  if (!proven) throw new OutOfNodes();
  return best;
}

/** Every deal is signed by one of the sets, and by none of its parts; so the greatest slack is that of a set. */
function slackAbove(
  problem: Problem,
  sets: readonly (readonly number[])[],
  above: Ratio | null,
  effort: Effort,
  nodes: number,
): Found {
  if (sets.length === MOST_SETS) return slackBySteps(problem, above, effort, nodes);
  const found = within(effort, nodes, (limited): Found => {
    let best: Ratio | null = null;
    let proven = true;
    for (const signers of sets) {
      const own = bestOf(problem, signers, best ?? above, limited, nodes / Math.min(SHARES, sets.length));
      best = own.best ?? best;
      proven &&= own.proven;
    }
    return { best, proven };
  });
  return found ?? { best: null, proven: false };
}

/** Of more sets than are listed: asks who can sign when everybody asks for more than the best so far, again and again. */
function slackBySteps(problem: Problem, above: Ratio | null, effort: Effort, nodes: number): Found {
  const found = within(effort, nodes, (limited): Found => {
    for (let best: Ratio | null = null; ;) {
      const { signers, proven } = findSigners(asking(problem, best ?? above, true), limited, nodes / SHARES);
      if (signers === null) return { best, proven };
      const own = bestOf(problem, signers.parties, best ?? above, limited, nodes / SHARES);
      if (own.best === null) return { best, proven: false };
      best = own.best;
    }
  });
  return found ?? { best: null, proven: false };
}

/** The greatest slack of deals that these sign, above the given one. */
function bestOf(
  problem: Problem,
  signers: readonly number[],
  above: Ratio | null,
  effort: Effort,
  nodes: number,
): Found {
  const region = coalitionRegion(problem, signers);
  const terms = slackTerms(problem, signers);
  if (region === null || terms.length === 0) return { best: null, proven: true };
  const open = { ...region, floors: problem.parties.map(() => -Infinity) };
  const floors =
    above === null
      ? []
      : terms.map(({ party, offset, divisor }) => [party, plus(offset, aboveToDenominator(above, divisor))] as const);
  const { best, proven } = seekBest(problem, withFloors(open, floors), minimumObjective(terms), effort, nodes);
  return { best: best === null ? null : smallestTerm(terms, best.utility), proven };
}

/** Whether a deal is left when everybody asks for exactly so much more: strict parties must then have more than that. */
function isAttained(
  problem: Problem,
  sets: readonly (readonly number[])[],
  slack: Ratio,
  effort: Effort,
  nodes: number,
): boolean {
  if (!problem.parties.some(({ strict }) => strict)) return true;
  const there = asking(problem, slack, false);
  if (sets.length === MOST_SETS) return findSigners(there, effort, nodes).signers !== null;
  return sets.some((signers) => {
    const region = coalitionRegion(there, signers);
    if (region === null) return false;
    const { best } = seekBest(there, region, minimumObjective(slackTerms(there, signers)), effort, nodes / sets.length);
    return best !== null;
  });
}

/** The problem in which every reservation value is so much higher; with `strictly`, everybody asks for more than that. */
function asking(problem: Problem, slack: Ratio | null, strictly: boolean): Problem {
  const raised = (party: Party): Party => {
    if (slack === null) return { ...party, reservation: asksNothing(party), strict: false };
    const lift = strictly || party.strict ? aboveToDenominator : ceilToDenominator;
    return { ...party, reservation: plus(party.reservation, lift(slack, party.scale)), strict: false };
  };
  return { ...problem, parties: problem.parties.map(raised) };
}

/** Each party's points above its reservation value, as terms of an objective. */
export function slackTerms(problem: Problem, parties: readonly number[]): readonly Term[] {
  return parties.map((party) => {
    const { reservation, scale } = problem.parties[party]!;
    return { party, offset: reservation, divisor: scale, power: 1 };
  });
}
