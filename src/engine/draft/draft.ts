/**
 * A draft held against the parties: what each would get, who refuses and why, whether something better exists.
 *
 * A partial draft stands for all its completions that keep the public rules: a party accepts it when it accepts every
 * one of them, refuses it when it refuses every one, and is open otherwise.
 */
import { complement, hasOption } from '../option-set.ts';
import type { ClauseCost, DraftAnswer, DraftPartyAnswer, Verdict } from '../answer.ts';
import { seekBest, seekDeal } from '../budget.ts';
import { accepts, inZone, matches, utilityUnits } from '../deal.ts';
import { seekDominating } from './efficiency.ts';
import type { Deal, Pattern, Problem, Party, SumRule } from '../problem.ts';
import { issueCount, optionCount, leastSigned } from '../problem.ts';
import type { Region } from '../region.ts';
import { withFloors } from '../region.ts';
import type { Effort, Maximum } from '../search/maximise.ts';
import { minimumObjective } from '../search/objective.ts';
import { inPoints, minus, mostBetween, negatedColumn, negative, plus, unitsOf } from '../units.ts';
import type { Units } from '../units.ts';
import { clauseCost } from '../standing.ts';

/** Option index by issue; null where the draft leaves the issue open. */
export type Draft = readonly (number | null)[];

/** The drafts that leave nothing open. */
export function completeDeals(drafts: readonly Draft[]): readonly Deal[] {
  return drafts.flatMap((draft) => {
    const deal = draft.filter((option) => option !== null);
    return deal.length === draft.length ? [deal] : [];
  });
}

/** What the judgement of a draft may take, and what it is held against. */
export interface DraftLimits {
  /** Search nodes for each question about the draft. */
  readonly nodes: number;
  /** False when the zone may hold deals that are in none of the regions given. */
  readonly wholeZone: boolean;
}

const NO_LIMITS: DraftLimits = { nodes: Infinity, wholeZone: true };

/** The draft's answer; `zones` are the regions of the coalitions that can sign, in which it may lie. */
export function assessDraft(
  problem: Problem,
  draft: Draft,
  zones: readonly Region[],
  effort: Effort,
  limits: DraftLimits = NO_LIMITS,
): DraftAnswer {
  const deal = completeDeal(draft);
  const broken = problem.forbidden.flatMap((pattern, index) => (alwaysMatches(draft, pattern) ? [index] : []));
  const brokenSums = problem.sums.flatMap((rule, index) => (alwaysPasses(problem, draft, rule) ? [index] : []));
  const inquiry = new Inquiry(problem, draft, effort, limits);
  const parties = problem.parties.map((_, party) =>
    deal === null ? assessPartial(inquiry, party) : assessComplete(problem, deal, party),
  );
  const better = deal === null ? null : seekDominating(problem, deal, effort, limits.nodes);
  return {
    complete: deal !== null,
    broken,
    brokenSums,
    parties,
    blockedBy: parties.flatMap((answer, party) => (answer.accepts === false ? [party] : [])),
    inZone: deal === null ? partialInZone(inquiry, parties, zones) : inZone(problem, deal),
    efficient:
      deal === null ? null : broken.length + brokenSums.length > 0 || better ? false : better === null ? true : null,
    dominatedBy: better ?? null,
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
    return option !== null && hasOption(options, option);
  });
}

/** True when even the options that add least to the sum pass its bound. */
function alwaysPasses(problem: Problem, draft: Draft, { amounts, atMost }: SumRule): boolean {
  const least = draft.map((option, issue) => {
    const first = problem.offsets[issue]!;
    if (option !== null) return amounts[first + option]!;
    return amounts.subarray(first, problem.offsets[issue + 1]).reduce((low, amount) => Math.min(low, amount));
  });
  return least.reduce((sum, amount) => sum + amount, 0) > atMost;
}

function assessComplete(problem: Problem, deal: Deal, index: number): DraftPartyAnswer {
  const party = problem.parties[index]!;
  const units = utilityUnits(problem, party, deal);
  return {
    utility: { min: inPoints(units, party.scale), max: inPoints(units, party.scale) },
    exact: true,
    shortfall: shortfallOf(party, units),
    accepts: accepts(problem, party, deal),
    redLines: party.redLines.flatMap((line, position) => (matches(deal, line) ? [position] : [])),
    costs: clauseCosts(problem, deal, index),
  };
}

function assessPartial(inquiry: Inquiry, index: number): DraftPartyAnswer {
  const { problem, draft } = inquiry;
  const party = problem.parties[index]!;
  const most = inquiry.mostUnits(problem, index);
  // The least of a utility is the most of its mirror image, mirrored back.
  const mirror = inquiry.mostUnits(mirrored(problem, index), index);
  const least = { units: negative(mirror.units), exact: mirror.exact };
  return {
    utility: { min: inPoints(least.units, party.scale), max: inPoints(most.units, party.scale) },
    exact: least.exact && most.exact,
    shortfall: shortfallOf(party, most.units),
    accepts: acceptsCompletions(inquiry, index, least),
    redLines: party.redLines.flatMap((line, position) => (alwaysMatches(draft, line) ? [position] : [])),
    costs: clauseCosts(problem, draft, index),
  };
}

/** Points missing to the reservation value. */
function shortfallOf({ reservation, scale }: Party, units: Units): number {
  return units >= reservation ? 0 : inPoints(minus(reservation, units), scale);
}

/** An end of the range of a party's units; where it is not exact, a bound beyond that end. */
interface End {
  readonly units: Units;
  readonly exact: boolean;
}

/** The questions about a partial draft, each within its nodes. */
class Inquiry {
  readonly problem: Problem;
  readonly draft: Draft;
  /** The completions that keep the public rules; all of them when the draft itself breaks the rules beyond repair. */
  readonly completions: Region;
  readonly wholeZone: boolean;
  readonly #effort: Effort;
  readonly #nodes: number;

  constructor(problem: Problem, draft: Draft, effort: Effort, { nodes, wholeZone }: DraftLimits) {
    this.problem = problem;
    this.draft = draft;
    this.wholeZone = wholeZone;
    this.#effort = effort;
    this.#nodes = nodes;
    const anyUtility = problem.parties.map(() => -Infinity);
    const lawful: Region = { floors: anyUtility, forbidden: problem.forbidden, sums: problem.sums, fixed: draft };
    this.completions = this.seek(problem, lawful) === null ? { ...lawful, forbidden: [], sums: [] } : lawful;
  }

  /** Whether the region has a deal; undefined where it is not known. */
  has(problem: Problem, region: Region): boolean | undefined {
    const found = this.seek(problem, region);
    return found === undefined ? undefined : found !== null;
  }

  seek(problem: Problem, region: Region): Maximum | null | undefined {
    return seekDeal(problem, region, this.#effort, this.#nodes);
  }

  /** Greatest utility of a party of the problem over the completions. */
  mostUnits(problem: Problem, party: number): End {
    const objective = minimumObjective([{ party, offset: 0, divisor: 1, power: 1 }]);
    const { best, proven } = seekBest(problem, this.completions, objective, this.#effort, this.#nodes);
    if (!proven) return { units: greatestSum(problem, this.draft, party), exact: false };
    if (best === null) throw new RangeError('a draft has at least one completion');
    return { units: best.utility[party]!, exact: true };
  }
}

/** No completion gives the party more: its best option of each open issue, and all gains that adjustments may bring. */
function greatestSum(problem: Problem, draft: Draft, index: number): Units {
  const { contributions, adjustments } = problem.parties[index]!;
  let units = adjustments.reduce<Units>((sum, { units: gain }) => (gain > 0 ? plus(sum, gain) : sum), 0);
  for (let issue = 0; issue < issueCount(problem); issue++) {
    const first = problem.offsets[issue]!;
    const option = draft[issue] ?? null;
    const best =
      option === null
        ? mostBetween(contributions, first, problem.offsets[issue + 1]!)
        : unitsOf(contributions, first + option);
    units = plus(units, best);
  }
  return units;
}

/** The problem with one party's utility turned upside down. */
function mirrored(problem: Problem, index: number): Problem {
  const parties = problem.parties.map((party, position) =>
    position !== index
      ? party
      : {
          ...party,
          contributions: negatedColumn(party.contributions),
          adjustments: party.adjustments.map(({ when, units }) => ({ when, units: negative(units) })),
        },
  );
  return { ...problem, parties };
}

/** `least`: the party's least units over the completions. */
function acceptsCompletions(inquiry: Inquiry, index: number, least: End): Verdict {
  const { problem, completions } = inquiry;
  const { redLines } = problem.parties[index]!;
  const needed = leastSigned(problem.parties[index]!);
  const floors = completions.floors.map((floor, party) => (party === index ? needed : floor));
  const accepted = inquiry.has(problem, {
    ...completions,
    floors,
    forbidden: [...completions.forbidden, ...redLines],
  });
  if (accepted === false) return false;
  const short = least.units >= needed ? false : least.exact ? true : undefined;
  const crosses = (line: Pattern): boolean | undefined =>
    inquiry.has(problem, matchingOnly(problem, completions, [line]));
  const refuses = either(short, () => isAny(redLines, crosses));
  if (refuses === undefined || accepted === undefined) return 'unknown';
  return refuses ? 'open' : true;
}

/** Whether it holds for some entry; undefined where that is not known. Entries after one for which it does are not asked. */
function isAny<T>(entries: readonly T[], holds: (entry: T) => boolean | undefined): boolean | undefined {
  let any: boolean | undefined = false;
  for (const entry of entries) {
    const held = holds(entry);
    if (held === true) return true;
    if (held === undefined) any = undefined;
  }
  return any;
}
/** Whether one or the other holds, the other being asked only where the first does not; undefined: not known. */
function either(first: boolean | undefined, other: () => boolean | undefined): boolean | undefined {
  if (first === true) return true;
  const second = other();
  return second === true || (first === undefined ? undefined : second);
}

/** The deals of the region that match all the patterns: every other option of the patterns' issues is forbidden. */
function matchingOnly(problem: Problem, region: Region, patterns: readonly Pattern[]): Region {
  const others = patterns.flatMap(({ clauses }) =>
    clauses.map(({ issue, options }) => ({ issue, options: complement(options, optionCount(problem, issue)) })),
  );
  const barred = others.filter(({ options }) => options.length > 0).map((clause) => ({ clauses: [clause] }));
  return { ...region, forbidden: [...region.forbidden, ...barred] };
}

/**
 * False when no completion is in the zone; true when each is, as far as that shows party by party: all who must sign
 * accept every completion that needs them, and parties that accept every completion make up the quorum.
 */
function partialInZone(inquiry: Inquiry, answers: readonly DraftPartyAnswer[], zones: readonly Region[]): Verdict {
  const { problem, draft, completions, wholeZone } = inquiry;
  const some = isAny(zones, (zone) => inquiry.has(problem, { ...zone, fixed: draft }));
  if (some !== true) return some === false && wholeZone ? false : 'unknown';
  const { required, quorum, conditional } = problem.consent;
  const always = answers.flatMap(({ accepts: verdict }, party) => (verdict === true ? [party] : []));
  const enough =
    always.length >= quorum &&
    required.every((party) => always.includes(party)) &&
    conditional.every(
      ({ party, when }) =>
        always.includes(party) || someRefused(inquiry, matchingOnly(problem, completions, [when]), party) === false,
    );
  return enough ? true : 'open';
}

/** Whether the party refuses some deal of the region, by its threshold or by a red line; undefined: not known. */
function someRefused(inquiry: Inquiry, region: Region, index: number): boolean | undefined {
  const { problem } = inquiry;
  const { redLines } = problem.parties[index]!;
  const below = withFloors(region, [[index, minus(1, leastSigned(problem.parties[index]!))]]);
  const crosses = (line: Pattern): boolean | undefined => inquiry.has(problem, matchingOnly(problem, region, [line]));
  return either(inquiry.has(mirrored(problem, index), below), () => isAny(redLines, crosses));
}

/** What each clause of the draft costs the party against its best option of the issue, all others kept, dearest first. */
function clauseCosts(problem: Problem, draft: Draft, index: number): readonly ClauseCost[] {
  const party = problem.parties[index]!;
  return Array.from({ length: issueCount(problem) }, (_, issue) => ({
    issue,
    cost: clauseCost(problem, party, draft, issue),
  }))
    .filter(({ cost }) => cost > 0)
    .sort((a, b) => b.cost - a.cost || a.issue - b.issue);
}
