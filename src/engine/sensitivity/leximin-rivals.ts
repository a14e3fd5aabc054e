/**
 * Where on a stretch of a line a deal of the same signers is better than the recommended one by leximin.
 *
 * Which of two deals leximin prefers can change several times along a line, so all deals that could be better anywhere
 * on the stretch are listed: no such deal has a term below the least that the recommended deal has on it. Every term
 * moves in one direction, so that least is found at the ends, and a rival reaches it at one of them. For each rival the
 * steps where two terms of the two deals swap places cut the stretch into parts, and on each part the order stays.
 */
import { ceilToDenominator, compareRatios } from '../ratio.ts';
import type { Ratio } from '../ratio.ts';
import type { Deal } from '../problem.ts';
import type { PartyFloor, Region } from '../region.ts';
import { withFloors } from '../region.ts';
import type { Effort } from '../search/maximise.ts';
import { smallestTerm } from '../search/objective.ts';
import type { Term } from '../search/objective.ts';
import { sweepDeals } from '../search/sweep.ts';
import { leximin } from '../solution/leximin.ts';
import { minus, plus, smaller } from '../units.ts';
import type { LineDeal, LineReading } from './line-reading.ts';
import type { StretchTerms } from './line-terms.ts';
import type { Stretch } from './stretch.ts';
import { partsBySign, stretchWhere } from './stretch.ts';

/** Deals that are compared one by one; where more could be better, the stretch is split. */
const MOST_RIVALS = 2000;

/** The first step of the stretch with a better deal; null: there is none; undefined: not settled for so long a stretch. */
export function firstByLeximin(
  reading: LineReading,
  terms: StretchTerms,
  recommended: LineDeal,
  { from, to }: Stretch,
  effort: Effort,
): number | null | undefined {
  if (terms.at(from).length === 0) return null;
  const rivals = rivalsOn(reading, terms, recommended, { from, to }, effort);
  if (rivals === null) return from === to ? firstAtStep(reading, terms, recommended, from, effort) : undefined;
  const towards = Math.sign(to - from);
  let change: number | null = null;
  for (const deal of rivals) {
    const stretch = { from, to: change === null ? to : change - towards };
    const first = firstBetter(reading, terms, recommended, reading.read(deal), stretch);
    if (first === from) return from;
    change = first ?? change;
  }
  return change;
}

/** Every deal that may be better somewhere on the stretch, and some that are not; null: too many. */
function rivalsOn(
  reading: LineReading,
  terms: StretchTerms,
  recommended: LineDeal,
  { from, to }: Stretch,
  effort: Effort,
): readonly Deal[] | null {
  const levels = [from, to].map((step) => smallestTerm(terms.at(step), recommended.unitsAt(step)));
  const level = levels.reduce((least, other) => (compareRatios(other, least) < 0 ? other : least));
  const regionAt = (step: number): Region => withFloors(reading.at(step).region, floorsAt(terms.at(step), level));
  const party = reading.line.party;
  if (reading.line.kind !== 'weight') {
    // Utilities stay along a threshold: one region holds what reaches the lower of the floors.
    const [start, end] = [regionAt(from), regionAt(to)];
    const floors = start.floors.map((floor, k) => (k === party ? smaller(floor, end.floors[k]!) : floor));
    return sweepDeals(reading.at(from).there, { ...start, floors }, MOST_RIVALS, effort);
  }
  if (from === to) return sweepDeals(reading.at(from).there, regionAt(from), MOST_RIVALS, effort);
  const found = new Map<string, Deal>();
  for (const step of [from, to]) {
    // What its party cannot sign at this end it might further in.
    const { region, there } = reading.at(step);
    const open = { ...region, floors: region.floors.map((floor, k) => (k === party ? -Infinity : floor)) };
    const deals = sweepDeals(there, withFloors(open, floorsAt(terms.at(step), level)), MOST_RIVALS, effort);
    if (deals === null) return null;
    for (const deal of deals) found.set(deal.join(), deal);
  }
  return [...found.values()];
}

function floorsAt(terms: readonly Term[], level: Ratio): readonly PartyFloor[] {
  return terms.map(({ party, offset, divisor }) => [party, plus(offset, ceilToDenominator(level, divisor))]);
}

/** The first step at which the rival can be signed and leximin prefers it; null: nowhere on the stretch. */
function firstBetter(
  reading: LineReading,
  terms: StretchTerms,
  recommended: LineDeal,
  rival: LineDeal,
  stretch: Stretch,
): number | null {
  const signed = stretchWhere(stretch, (step) => reading.canSign(rival, step));
  if (signed === null) return null;
  const towards = Math.sign(signed.to - signed.from);
  const starts = swaps(terms, reading.line.party, [recommended, rival], signed).toSorted((a, b) => (a - b) * towards);
  const isBetter = (step: number): boolean =>
    compareSorted(valuesAt(terms, rival, step), valuesAt(terms, recommended, step)) > 0;
  return starts.find(isBetter) ?? null;
}

/** First steps of the parts on which the terms of both deals keep their order; only the party's own terms move. */
function swaps(terms: StretchTerms, party: number, deals: readonly LineDeal[], stretch: Stretch): readonly number[] {
  const place = terms.at(stretch.from).findIndex((term) => term.party === party);
  if (place === -1) return [stretch.from];
  const moving = deals.map(
    (of) =>
      (step: number): Ratio =>
        valuesAt(terms, of, step)[place]!,
  );
  const still = deals.flatMap((of) => valuesAt(terms, of, stretch.from).filter((_, k) => k !== place));
  const [a, b] = [moving[0]!, moving[1]!];
  return [
    ...new Set([
      ...partsBySign(stretch, (step) => compareRatios(a(step), b(step))),
      ...moving.flatMap((value) =>
        still.flatMap((fixed) => partsBySign(stretch, (step) => compareRatios(value(step), fixed))),
      ),
    ]),
  ];
}

function valuesAt(terms: StretchTerms, { unitsAt }: LineDeal, step: number): readonly Ratio[] {
  const units = unitsAt(step);
  return terms.at(step).map(({ party, offset, divisor }) => ({ num: minus(units[party]!, offset), den: divisor }));
}

/** Sign of a - b by leximin: the smallest first. */
function compareSorted(a: readonly Ratio[], b: readonly Ratio[]): number {
  const [x, y] = [a.toSorted(compareRatios), b.toSorted(compareRatios)];
  return x.map((value, rank) => compareRatios(value, y[rank]!)).find((sign) => sign !== 0) ?? 0;
}

/** One step where too many deals reach the level to look at each: the rule itself says whether there is a better one. */
function firstAtStep(
  reading: LineReading,
  terms: StretchTerms,
  recommended: LineDeal,
  step: number,
  effort: Effort,
): number | null {
  const { there, region } = reading.at(step);
  const best = leximin(there, region, terms.at(step), 1, effort).deals[0];
  if (best === undefined) throw new RangeError('a step at which the deal can be signed has a best deal');
  const values = valuesAt(terms, reading.read(best), step);
  return compareSorted(values, valuesAt(terms, recommended, step)) > 0 ? step : null;
}
