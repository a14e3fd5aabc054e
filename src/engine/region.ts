/**
 * A region: the deals that one question is about, as thresholds and forbidden patterns over the space.
 *
 * Every question of the engine (who can sign with whom, which deals beat this one, how a draft can be completed)
 * reduces to a search over such a region.
 */
import { keepsSums, matches, utilityUnits } from './deal.ts';
import { hasOption } from './option-set.ts';
import type { Span } from './option-set.ts';
import type { Deal, Party, Pattern, Problem, SumRule } from './problem.ts';
import { allIssues, leastSigned, optionCount } from './problem.ts';
import { larger, mostBetween, plus } from './units.ts';
import type { Units } from './units.ts';

export interface Region {
  /** Least utility in units per party; `-Infinity` where the party's utility does not matter. */
  readonly floors: readonly Units[];
  /** Patterns that no deal of the region matches; the public rules among them. */
  readonly forbidden: readonly Pattern[];
  /** Rules on sums that every deal of the region keeps. */
  readonly sums: readonly SumRule[];
  /** Options fixed in advance: issue to option index; null where the issue is free. Absent: nothing is fixed. */
  readonly fixed?: readonly (number | null)[];
  /** Options that issues are kept to, all from a first to a last one; absent or null: to none. */
  readonly within?: readonly (Span | null)[];
}

/** The whole space: every deal that breaks no public rule. */
export function spaceRegion(problem: Problem): Region {
  return { floors: problem.parties.map(() => -Infinity), forbidden: problem.forbidden, sums: problem.sums };
}

/**
 * The deals that every party of the coalition accepts and for which the coalition is enough: thresholds and red
 * lines of its members, and no clause that would need the signature of a party outside it. Null when the coalition
 * can sign nothing whatever the clauses (a required party is missing, or the quorum).
 */
export function coalitionRegion(problem: Problem, coalition: readonly number[]): Region | null {
  const members = new Set(coalition);
  const { required, quorum, conditional } = problem.consent;
  if (members.size < quorum || !required.every((party) => members.has(party))) return null;
  return {
    floors: problem.parties.map((party, index) => (members.has(index) ? leastSigned(party) : -Infinity)),
    sums: problem.sums,
    forbidden: [
      ...problem.forbidden,
      ...coalition.flatMap((index) => problem.parties[index]!.redLines),
      ...conditional.filter(({ party }) => !members.has(party)).map(({ when }) => when),
    ],
  };
}

/** True when the deal reaches every floor of the region and keeps its terms. */
export function isInRegion(problem: Problem, region: Region, deal: Deal): boolean {
  return (
    keepsTerms(problem, region, deal) &&
    problem.parties.every(
      (party, index) =>
        region.floors[index] === -Infinity || utilityUnits(problem, party, deal) >= region.floors[index]!,
    )
  );
}

/** True when the deal matches none of the region's patterns, keeps its sums and has what is fixed, whatever it is worth. */
export function keepsTerms(problem: Problem, { forbidden, sums, fixed, within }: Region, deal: Deal): boolean {
  return (
    !forbidden.some((pattern) => matches(deal, pattern)) &&
    keepsSums(problem, sums, deal) &&
    deal.every((option, issue) => (fixed?.[issue] ?? option) === option && isWithin(within?.[issue], option))
  );
}

/**
 * Whether what is fixed makes it plain, without a search, that the region has no deal: it is forbidden, or a party's best
 * options beside it do not reach the party's floor. Says false of many regions without a deal.
 */
export function isOutOfReach(problem: Problem, region: Region): boolean {
  const { floors, forbidden, fixed } = region;
  if (fixed === undefined) return false;
  const isFixed = ({ issue, options }: Pattern['clauses'][number]): boolean => {
    const option = fixed[issue]!;
    return option !== null && hasOption(options, option);
  };
  if (forbidden.some(({ clauses }) => clauses.every(isFixed))) return true;
  const spans = allIssues(problem).map((issue) => spanOf(problem, region, issue));
  return problem.parties.some(
    (party, index) => floors[index] !== -Infinity && mostOf(problem, party, spans) < floors[index]!,
  );
}

/** No less than what any of these options come to for the party. */
function mostOf({ offsets }: Problem, { contributions, adjustments }: Party, spans: readonly Span[]): Units {
  const most = spans.reduce<Units>((sum, { first, last }, issue) => {
    const offset = offsets[issue]!;
    return plus(sum, mostBetween(contributions, offset + first, offset + last + 1));
  }, 0);
  return adjustments.reduce((sum, { units }) => (units > 0 ? plus(sum, units) : sum), most);
}

/** A floor asked of one party, in units. */
export type PartyFloor = readonly [party: number, floor: Units];

/** The same region with the floors of the named parties raised to the given ones where those are higher. */
export function withFloors(region: Region, wanted: readonly PartyFloor[]): Region {
  if (wanted.length === 0) return region;
  const floors = [...region.floors];
  for (const [party, floor] of wanted) floors[party] = larger(floors[party]!, floor);
  return { ...region, floors };
}

/** The same region with one more issue kept to a span. */
export function keepWithin(region: Region, issue: number, span: Span, issues: number): Region {
  const within = region.within ? [...region.within] : Array.from({ length: issues }, () => null as Span | null);
  within[issue] = span;
  return { ...region, within };
}

function isWithin(span: Span | null | undefined, option: number): boolean {
  return span === null || span === undefined || (option >= span.first && option <= span.last);
}

/** The options of an issue that the region leaves, by what is fixed and kept to. */
export function spanOf(problem: Problem, { fixed, within }: Region, issue: number): Span {
  const option = fixed?.[issue] ?? null;
  if (option !== null) return { first: option, last: option };
  return within?.[issue] ?? { first: 0, last: optionCount(problem, issue) - 1 };
}

/** The region of all deals at least as good as this one for every party, among those that keep the public rules. */
export function atLeastAsGood(problem: Problem, units: readonly Units[]): Region {
  return { floors: units, forbidden: problem.forbidden, sums: problem.sums };
}
