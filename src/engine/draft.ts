/**
 * A draft held against the parties: what each would get, who refuses and why, whether something better exists.
 *
 * A partial draft stands for all its completions that keep the public rules: a party accepts it when it accepts every
 * one of them, refuses it when it refuses every one, and is open otherwise.
 */
import type { ClauseCost, DraftAnswer, DraftPartyAnswer, Verdict } from './answer.ts';
import { accepts, inZone, matches, utilityUnits } from './deal.ts';
import { dominatingDeal } from './efficiency.ts';
import type { Deal, Pattern, Problem } from './problem.ts';
import { issueCount, optionCount } from './problem.ts';
import type { Region } from './region.ts';
import { withFloors } from './region.ts';
import { findDeal, maximise } from './search/maximise.ts';
import type { Effort } from './search/maximise.ts';
import { minimumObjective } from './search/objective.ts';

/** Option index by issue; null where the draft leaves the issue open. */
export type Draft = readonly (number | null)[];

/** The draft's answer; `zones` are the regions of the coalitions that can sign, in which it may lie. */
export function assessDraft(problem: Problem, draft: Draft, zones: readonly Region[], effort: Effort): DraftAnswer {
  const deal = completeDeal(draft);
  const broken = problem.forbidden.flatMap((pattern, index) => (alwaysMatches(draft, pattern) ? [index] : []));
  const completions = completionsOf(problem, draft, effort);
  const parties = problem.parties.map((_, party) =>
    deal === null ? assessPartial(problem, draft, completions, party, effort) : assessComplete(problem, deal, party),
  );
  const dominatedBy = deal === null ? null : dominatingDeal(problem, deal, effort);
  return {
    complete: deal !== null,
    broken,
    parties,
    blockedBy: parties.flatMap((answer, party) => (answer.accepts === false ? [party] : [])),
    inZone: deal === null ? partialInZone(problem, draft, completions, parties, zones, effort) : inZone(problem, deal),
    efficient: deal === null ? null : dominatedBy === null && broken.length === 0,
    dominatedBy,
  };
}

function completeDeal(draft: Draft): Deal | null {
  const deal = draft.filter((option) => option !== null);
  return deal.length === draft.length ? deal : null;
}

/** True when every completion of the draft matches the pattern. */
function alwaysMatches(draft: Draft, pattern: Pattern): boolean {
  return pattern.clauses.every(({ issue, options }) => {
    const option = draft[issue] ?? null;
    return option !== null && options.includes(option);
  });
}

function assessComplete(problem: Problem, deal: Deal, index: number): DraftPartyAnswer {
  const party = problem.parties[index]!;
  const units = utilityUnits(problem, party, deal);
  return {
    utility: { min: units / party.scale, max: units / party.scale },
    shortfall: Math.max(0, party.reservation - units) / party.scale,
    accepts: accepts(problem, party, deal),
    redLines: party.redLines.flatMap((line, position) => (matches(deal, line) ? [position] : [])),
    costs: clauseCosts(problem, deal, index),
  };
}

function assessPartial(
  problem: Problem,
  draft: Draft,
  completions: Region,
  index: number,
  effort: Effort,
): DraftPartyAnswer {
  const party = problem.parties[index]!;
  const most = mostUnits(problem, completions, index, effort);
  // The least of a utility is the most of its mirror image, mirrored back.
  const least = 0 - mostUnits(mirrored(problem, index), completions, index, effort);
  return {
    utility: { min: least / party.scale, max: most / party.scale },
    shortfall: Math.max(0, party.reservation - most) / party.scale,
    accepts: acceptsCompletions(problem, completions, index, least, effort),
    redLines: party.redLines.flatMap((line, position) => (alwaysMatches(draft, line) ? [position] : [])),
    costs: clauseCosts(problem, draft, index),
  };
}

/** The completions that keep the public rules; all of them when the draft itself breaks the rules beyond repair. */
function completionsOf(problem: Problem, draft: Draft, effort: Effort): Region {
  const anyUtility = problem.parties.map(() => -Infinity);
  const lawful: Region = { floors: anyUtility, forbidden: problem.forbidden, fixed: draft };
  return findDeal(problem, lawful, effort) === null ? { ...lawful, forbidden: [] } : lawful;
}

/** Greatest utility of a party over a region that is not empty, in units. */
function mostUnits(problem: Problem, region: Region, party: number, effort: Effort): number {
  const best = maximise(problem, region, minimumObjective([{ party, offset: 0, divisor: 1, power: 1 }]), effort);
  if (best === null) throw new RangeError('a draft has at least one completion');
  return best.utility[party]!;
}

/** The problem with one party's utility turned upside down. */
function mirrored(problem: Problem, index: number): Problem {
  const parties = problem.parties.map((party, position) =>
    position !== index
      ? party
      : {
          ...party,
          contributions: party.contributions.map((units) => -units),
          adjustments: party.adjustments.map(({ when, units }) => ({ when, units: -units })),
        },
  );
  return { ...problem, parties };
}

function acceptsCompletions(
  problem: Problem,
  completions: Region,
  index: number,
  least: number,
  effort: Effort,
): Verdict {
  const { reservation, redLines } = problem.parties[index]!;
  const floors = completions.floors.map((floor, party) => (party === index ? reservation : floor));
  const accepted = { ...completions, floors, forbidden: [...completions.forbidden, ...redLines] };
  if (findDeal(problem, accepted, effort) === null) return false;
  if (least < reservation) return 'open';
  const crosses = redLines.some((line) => someCompletionMatches(problem, completions, line, effort));
  return crosses ? 'open' : true;
}

function someCompletionMatches(problem: Problem, completions: Region, pattern: Pattern, effort: Effort): boolean {
  return findDeal(problem, matchingOnly(problem, completions, [pattern]), effort) !== null;
}

/** The deals of the region that match all the patterns: every other option of the patterns' issues is forbidden. */
function matchingOnly(problem: Problem, region: Region, patterns: readonly Pattern[]): Region {
  const others = patterns.flatMap(({ clauses }) =>
    clauses.map(({ issue, options }) => ({
      issue,
      options: [...Array(optionCount(problem, issue)).keys()].filter((option) => !options.includes(option)),
    })),
  );
  const barred = others.filter(({ options }) => options.length > 0).map((clause) => ({ clauses: [clause] }));
  return { ...region, forbidden: [...region.forbidden, ...barred] };
}

/**
 * False when no completion is in the zone; true when each is, as far as that shows party by party: all who must sign
 * accept every completion that needs them, and parties that accept every completion make up the quorum.
 */
function partialInZone(
  problem: Problem,
  draft: Draft,
  completions: Region,
  answers: readonly DraftPartyAnswer[],
  zones: readonly Region[],
  effort: Effort,
): Verdict {
  if (!zones.some((zone) => findDeal(problem, { ...zone, fixed: draft }, effort) !== null)) return false;
  const { required, quorum, conditional } = problem.consent;
  const always = answers.flatMap(({ accepts: verdict }, party) => (verdict === true ? [party] : []));
  const enough =
    always.length >= quorum &&
    required.every((party) => always.includes(party)) &&
    conditional.every(
      ({ party, when }) =>
        always.includes(party) || !someRefused(problem, matchingOnly(problem, completions, [when]), party, effort),
    );
  return enough ? true : 'open';
}

/** Whether the party refuses some deal of the region, by its threshold or by a red line. */
function someRefused(problem: Problem, region: Region, index: number, effort: Effort): boolean {
  const { reservation, redLines } = problem.parties[index]!;
  const below = withFloors(region, [[index, 1 - reservation]]);
  return (
    findDeal(mirrored(problem, index), below, effort) !== null ||
    redLines.some((line) => findDeal(problem, matchingOnly(problem, region, [line]), effort) !== null)
  );
}

/** What each clause of the draft costs the party against its best option of the issue, dearest first. */
function clauseCosts(problem: Problem, draft: Draft, index: number): readonly ClauseCost[] {
  const { contributions, scale } = problem.parties[index]!;
  return Array.from({ length: issueCount(problem) }, (_, issue) => {
    const option = draft[issue] ?? null;
    const units = contributions.subarray(problem.offsets[issue], problem.offsets[issue + 1]);
    return { issue, cost: option === null ? 0 : (Math.max(...units) - units[option]!) / scale };
  })
    .filter(({ cost }) => cost > 0)
    .sort((a, b) => b.cost - a.cost || a.issue - b.issue);
}
