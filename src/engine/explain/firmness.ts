/** How firm a zone is: which options are settled, whose refusal of what would close it, which red line binds most. */
import type { DealCount, OptionStatus } from '../answer.ts';
import { seekDeal, within } from '../budget.ts';
import { findSigners } from '../coalitions.ts';
import { ratioNumber } from '../ratio.ts';
import type { Ratio } from '../ratio.ts';
import { optionStatus } from '../zone/option-status.ts';
import { optionSet } from '../option-set.ts';
import type { Problem } from '../problem.ts';
import { choiceAt } from '../problem.ts';
import { coalitionRegion } from '../region.ts';
import type { Region } from '../region.ts';
import { findDeal, OutOfNodes } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { slackBeyond } from '../slack.ts';
import type { CoalitionZone } from '../solution/solutions.ts';
import { atLeastOne } from '../zone/counting.ts';
import { countZone, soleBlockerCounts } from '../zone/roads.ts';
import type { CountBudget } from '../zone/counting.ts';
import type { Firmness, RedLine } from './answer.ts';
import { deadOptions } from './dead-options.ts';
import { MOST_SETS, neededSigners } from '../signers.ts';

/** The firmness of a zone that is not empty. */
export function firmnessOf(problem: Problem, budget: CountBudget, effort: Effort, nodes = Infinity): Firmness {
  const share = nodes * SHARE;
  let complete = true;
  /** What is not known in its share of the nodes is left out, and that is said. */
  const known = <T>(effortOfAll: Effort, ask: (limited: Effort) => T): T | undefined => {
    const found = within(effortOfAll, share, ask);
    if (found === undefined) complete = false;
    return found;
  };
  const status = within(effort, nodes, (limited) => statusBySearch(problem, limited, share)) ?? unknown(problem);
  if (status.includes('unknown')) complete = false;
  const closing = within(effort, nodes, (limited) =>
    problem.parties.map((_, party) =>
      closingRefusals(problem, party, status, (asked) => known(limited, (own) => anySigners(asked, own))),
    ),
  );
  const dead = within(effort, nodes, (limited) =>
    deadOptions(problem, status, (region) => known(limited, (own) => findDeal(problem, region, own) === null)),
  );
  const tightest = within(effort, nodes, (limited) => tightestLines(problem, (ask) => known(limited, ask)));
  if (closing === undefined || dead === undefined || tightest === undefined)
    throw new RangeError('each question is given up by itself');
  return { status, dead, closing, tightest, soleBlocker: soleBlockers(problem, budget), complete };
}

/** The part of the nodes of a question that one option, refusal or red line may take. */
const SHARE = 1 / 16;

/** Some coalition with a deal; null when the zone is proven empty. @throws OutOfNodes */
function anySigners(problem: Problem, effort: Effort): CoalitionZone | null {
  const { signers, proven } = findSigners(problem, effort, Infinity);
  if (signers === null && !proven) throw new OutOfNodes();
  return signers;
}

function unknown(problem: Problem): readonly OptionStatus[] {
  return Array.from({ length: problem.offsets.at(-1)! }, (): OptionStatus => 'unknown');
}

/** How each option stands in the zone, by search over everybody who can sign. */
export function statusBySearch(problem: Problem, effort: Effort, nodes = Infinity): readonly OptionStatus[] {
  const sets = neededSigners(problem);
  const regions = sets.flatMap((signers): Region[] => {
    const region = coalitionRegion(problem, signers);
    return region === null || seekDeal(problem, region, effort, nodes) === null ? [] : [region];
  });
  const complete = sets.length < MOST_SETS;
  return optionStatus(problem, { regions, complete, alive: () => false }, effort, nodes);
}

/** Only the refusal of a settled option can close the zone: deals without any other option are left. */
function closingRefusals(
  problem: Problem,
  party: number,
  status: readonly OptionStatus[],
  signing: (asked: Problem) => CoalitionZone | null | undefined,
): readonly number[] {
  const { required } = problem.consent;
  const settled = [...status.keys()].filter((row) => status[row] === 'settled');
  if (required.includes(party)) return settled;
  return settled.filter((row) => signing(refusing(problem, party, row)) === null);
}

/** The problem in which the party has one red line more: the option of this flat number. */
function refusing(problem: Problem, party: number, row: number): Problem {
  const { issue, option } = choiceAt(problem, row);
  const line = { clauses: [{ issue, options: optionSet([option]) }] };
  const parties = problem.parties.map((of, index) =>
    index === party ? { ...of, redLines: [...of.redLines, line] } : of,
  );
  return { ...problem, parties };
}

/** By how much the uniform slack would grow without each of the red lines, where it would. */
function tightestLines(
  problem: Problem,
  known: (ask: (limited: Effort) => Ratio | null) => Ratio | null | undefined,
): Firmness['tightest'] {
  const now = known((limited) => slackBeyond(problem, null, limited));
  if (now === undefined || now === null) return [];
  return problem.parties
    .flatMap(({ redLines }, party) =>
      redLines.flatMap((_, index) => {
        const line: RedLine = { kind: 'redLine', party, index };
        const then = known((limited) => slackBeyond(withoutLine(problem, line), now, limited));
        return then ? [{ line, points: ratioNumber(then) - ratioNumber(now) }] : [];
      }),
    )
    .sort((a, b) => b.points - a.points);
}

function withoutLine(problem: Problem, line: RedLine): Problem {
  const parties = problem.parties.map((party, index) =>
    index === line.party ? { ...party, redLines: party.redLines.filter((_, k) => k !== line.index) } : party,
  );
  return { ...problem, parties };
}

function soleBlockers(problem: Problem, budget: CountBudget): readonly DealCount[] {
  return soleBlockerCounts(problem, atLeastOne(countZone(problem, budget).count), budget);
}
