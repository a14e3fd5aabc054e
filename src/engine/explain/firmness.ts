/** How firm a zone is: which options are settled, whose refusal of what would close it, which red line binds most. */
import type { DealCount, OptionStatus } from '../answer.ts';
import { firstWithDeal } from '../coalitions.ts';
import { optionStatus } from '../option-status.ts';
import type { Problem } from '../problem.ts';
import { coalitionRegion, withFloors } from '../region.ts';
import type { Region } from '../region.ts';
import { findDeal, maximise } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { minimumObjective } from '../search/objective.ts';
import { slackTerms } from '../slack.ts';
import type { CoalitionZone } from '../solution/solutions.ts';
import { atLeastOne, countZone, soleBlockerCount } from '../zone/count.ts';
import type { CountBudget } from '../zone/count.ts';
import type { Firmness, RedLine } from './answer.ts';
import { neededSigners } from './signers.ts';

/** The firmness of a zone that is not empty; `zone` is that of its largest coalition with a deal. */
export function firmnessOf(problem: Problem, zone: CoalitionZone, budget: CountBudget, effort: Effort): Firmness {
  const status = statusBySearch(problem, effort);
  return {
    status,
    closing: problem.parties.map((_, party) => closingRefusals(problem, party, status, effort)),
    tightest: tightestLines(problem, zone, effort),
    soleBlocker: soleBlockers(problem, budget),
  };
}

/** How each option stands in the zone, by search over everybody who can sign. */
export function statusBySearch(problem: Problem, effort: Effort): readonly OptionStatus[] {
  const regions = neededSigners(problem).flatMap((signers): Region[] => {
    const region = coalitionRegion(problem, signers);
    return region === null || findDeal(problem, region, effort) === null ? [] : [region];
  });
  return optionStatus(problem, { regions, complete: true, alive: () => false }, effort);
}

/** Only the refusal of a settled option can close the zone: deals without any other option are left. */
function closingRefusals(
  problem: Problem,
  party: number,
  status: readonly OptionStatus[],
  effort: Effort,
): readonly number[] {
  const { required } = problem.consent;
  const settled = [...status.keys()].filter((row) => status[row] === 'settled');
  if (required.includes(party)) return settled;
  return settled.filter((row) => firstWithDeal(refusing(problem, party, row), effort) === null);
}

/** The problem in which the party has one red line more: the option of this flat number. */
function refusing(problem: Problem, party: number, row: number): Problem {
  const issue = problem.offsets.findLastIndex((first) => first <= row);
  const line = { clauses: [{ issue, options: [row - problem.offsets[issue]!] }] };
  const parties = problem.parties.map((of, index) =>
    index === party ? { ...of, redLines: [...of.redLines, line] } : of,
  );
  return { ...problem, parties };
}

/** By how much the uniform slack of the signers would grow without each of their red lines, where it would. */
function tightestLines(problem: Problem, { parties }: CoalitionZone, effort: Effort): Firmness['tightest'] {
  const terms = slackTerms(problem, parties);
  const objective = minimumObjective(terms);
  const slackIn = (without: RedLine | null, above: readonly number[] | null): readonly number[] | null => {
    const kept = problem.parties.map((party, index) =>
      index === without?.party ? { ...party, redLines: party.redLines.filter((_, k) => k !== without.index) } : party,
    );
    const region = coalitionRegion({ ...problem, parties: kept }, parties);
    if (region === null) throw new RangeError('the signers are enough');
    const floors = above === null ? [] : (objective.floorsAt(above, true) ?? []);
    const open = { ...region, floors: problem.parties.map(() => -Infinity) };
    return maximise(problem, withFloors(open, floors), objective, effort)?.utility ?? null;
  };
  const now = slackIn(null, null);
  if (now === null) throw new RangeError('the zone has a deal');
  return parties
    .flatMap((party) =>
      problem.parties[party]!.redLines.flatMap((_, index) => {
        const line: RedLine = { kind: 'redLine', party, index };
        const then = slackIn(line, now);
        return then === null ? [] : [{ line, points: objective.value(then) - objective.value(now) }];
      }),
    )
    .sort((a, b) => b.points - a.points);
}

function soleBlockers(problem: Problem, budget: CountBudget): readonly DealCount[] {
  const count = atLeastOne(countZone(problem, null, budget).count);
  return problem.parties.map((_, party) => soleBlockerCount(problem, party, count, budget));
}
