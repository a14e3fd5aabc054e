/**
 * What it costs some signers at least to make a deal, when they may give way by points, by red lines, or by both: first
 * the fewest red lines, then where asked the smallest largest cut, then the fewest points in total.
 */
import type { Maximum, Effort } from '../search/maximise.ts';
import { maximise } from '../search/maximise.ts';
import { matches } from '../deal.ts';
import { ceilToDenominator, compareRatios } from '../ratio.ts';
import type { Ratio } from '../ratio.ts';
import type { Deal, Pattern, Problem } from '../problem.ts';
import { leastSigned } from '../problem.ts';
import type { Region } from '../region.ts';
import { withFloors } from '../region.ts';
import { minimumObjective, smallestTerm } from '../search/objective.ts';
import type { Term } from '../search/objective.ts';
import { slackTerms } from '../slack.ts';
import { inPoints, larger, negative, plus } from '../units.ts';
import type { Units } from '../units.ts';
import type { RedLine } from './answer.ts';
import { countMatches } from './counting-party.ts';
import type { Counted } from './counting-party.ts';
import { commonScale, shortfallObjective, totalShortfall } from './shortfall.ts';

/** Who signs, and in what they may give way. */
export interface Terms {
  readonly signers: readonly number[];
  /** Signers whose thresholds may be cut. */
  readonly mayCut: readonly number[];
  /** Signers whose red lines may be dropped. */
  readonly mayDrop: readonly number[];
  /** True: the largest cut is made as small as can be before the total is. */
  readonly spread: boolean;
}

/** The least price, with one deal that has it and the region of all of them. */
export interface Price {
  readonly terms: Terms;
  /** Red lines dropped. */
  readonly lines: number;
  /** The largest cut in points, as a fraction. */
  readonly largest: Ratio;
  /** All cuts together, in units of the common scale. */
  readonly total: bigint;
  /** Nobody lacks a point, but in every such deal a party gets no more than it has to have more than. */
  readonly bare: boolean;
  /** Units of the common scale per point. */
  readonly common: bigint;
  readonly deal: Deal;
  /** Utility units of the deal in the counted problem. */
  readonly utility: readonly Units[];
  readonly counted: Counted;
  /** Deals of the counted problem at these red lines and, where asked, within this largest cut. */
  readonly region: Region;
}

/** The least price at these terms; null where no deal can be had at them. */
export function leastPrice(problem: Problem, terms: Terms, effort: Effort): Price | null {
  const counted = countMatches(
    problem,
    droppableLines(problem, terms).map(({ pattern }) => pattern),
  );
  const lawful = counted.within(openRegion(problem, terms), -Infinity);
  const counter: Term = { party: counted.counter, offset: 0, divisor: 1, power: 1 };
  const fewest = maximise(counted.problem, lawful, minimumObjective([counter]), effort);
  if (fewest === null) return null;
  const lines = Number(negative(fewest.utility[counted.counter]!));
  const kept = counted.within(lawful, -lines);
  const cuts = slackTerms(problem, terms.mayCut);
  const region = terms.spread ? withinLargestCut(counted.problem, kept, cuts, effort) : kept;
  const cheapest = fewestPoints(counted.problem, region, cuts, effort) ?? fewest;
  const common = commonScale(problem.parties.map(({ scale }) => scale));
  const total = totalShortfall(cuts, cheapest.utility, common);
  const strict = total === 0n ? terms.mayCut.filter((party) => problem.parties[party]!.strict) : [];
  const signed = strict.length === 0 ? cheapest : signedByAll(problem, terms.mayCut, counted.problem, region, effort);
  const best = signed ?? cheapest;
  return {
    terms,
    lines,
    largest: largestCut(cuts, best.utility),
    total,
    bare: signed === null,
    common,
    deal: best.deal,
    utility: best.utility,
    counted,
    region,
  };
}

/** A deal that those who may give way sign as they are; null where there is none. */
function signedByAll(
  problem: Problem,
  parties: readonly number[],
  counted: Problem,
  region: Region,
  effort: Effort,
): Maximum | null {
  const floors = parties.map((party) => [party, leastSigned(problem.parties[party]!)] as const);
  return maximise(counted, withFloors(region, floors), minimumObjective(slackTerms(problem, parties)), effort);
}

/** The order of prices: the fewest red lines, the smallest largest cut where asked, the fewest points. */
export function comparePrices(a: Price, b: Price): number {
  const largest = a.terms.spread ? compareRatios(a.largest, b.largest) : 0;
  const total = a.total === b.total ? 0 : a.total < b.total ? -1 : 1;
  return a.lines - b.lines || largest || total || Number(a.bare) - Number(b.bare);
}

function largestCut(cuts: readonly Term[], utility: readonly Units[]): Ratio {
  if (cuts.length === 0) return { num: 0, den: 1 };
  const slack = smallestTerm(cuts, utility);
  return { num: larger(0, negative(slack.num)), den: slack.den };
}

/** All cuts together in points. */
export function pointsOf({ total, common }: Price): number {
  return inPoints(total, common);
}

/** Red lines of those who may drop some. */
export function droppableLines(
  problem: Problem,
  { mayDrop }: Terms,
): readonly { readonly line: RedLine; readonly pattern: Pattern }[] {
  return mayDrop.flatMap((party) =>
    problem.parties[party]!.redLines.map((pattern, index) => ({
      line: { kind: 'redLine' as const, party, index },
      pattern,
    })),
  );
}

/** Red lines that the deal crosses, of those who may drop some. */
export function droppedLines(problem: Problem, terms: Terms, deal: Deal): readonly RedLine[] {
  return droppableLines(problem, terms).flatMap(({ line, pattern }) => (matches(deal, pattern) ? [line] : []));
}

/** The deals that these signers can make, where those who may give way ask for nothing. */
function openRegion(problem: Problem, { signers, mayCut, mayDrop }: Terms): Region {
  const firm = signers.filter((party) => !mayDrop.includes(party));
  return {
    floors: problem.parties.map((party, index) =>
      signers.includes(index) && !mayCut.includes(index) ? leastSigned(party) : -Infinity,
    ),
    sums: problem.sums,
    forbidden: [
      ...problem.forbidden,
      ...firm.flatMap((party) => problem.parties[party]!.redLines),
      ...problem.consent.conditional.flatMap(({ party, when }) => (signers.includes(party) ? [] : [when])),
    ],
  };
}

function withinLargestCut(problem: Problem, region: Region, cuts: readonly Term[], effort: Effort): Region {
  if (cuts.length === 0) return region;
  const best = maximise(problem, region, minimumObjective(cuts), effort);
  if (best === null) throw new RangeError('a price is asked for where there are deals');
  const slack = smallestTerm(cuts, best.utility);
  const level: Ratio = slack.num > 0 ? { num: 0, den: 1 } : slack;
  return withFloors(
    region,
    cuts.map(({ party, offset, divisor }) => [party, plus(offset, ceilToDenominator(level, divisor))]),
  );
}

function fewestPoints(problem: Problem, region: Region, cuts: readonly Term[], effort: Effort): Maximum | null {
  return cuts.length === 0 ? null : maximise(problem, region, shortfallObjective(cuts), effort);
}
