/**
 * Where on a stretch of a line a deal of the same signers is better than the recommended one, by a sum or a product.
 *
 * For one deal both are straight lines in the step up to a positive factor (for a product its root is), so a rival is
 * better on one side of some step, and can be signed on one side of some step. Whatever is better and can be signed
 * somewhere on a stretch is therefore better at one of its ends, and can be signed at one of its ends: four searches
 * find it or prove that there is none.
 */
import { remembering } from '../budget.ts';
import { allUnits } from '../deal.ts';
import { optionSet } from '../option-set.ts';
import type { Deal, Pattern } from '../problem.ts';
import type { Region } from '../region.ts';
import { maximise } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { productObjective, sumObjective } from '../search/objective.ts';
import type { Objective } from '../search/objective.ts';
import { larger, plus } from '../units.ts';
import type { LineNotes } from './line-notes.ts';
import type { LineDeal, LineReading } from './line-reading.ts';
import type { StretchTerms } from './line-terms.ts';
import type { Stretch } from './stretch.ts';
import { stretchWhere } from './stretch.ts';

/** Rivals set aside, each better in one part of the stretch and signed in another, before the stretch is split. */
const MOST_HARMLESS = 6;

/**
 * The first step of the stretch with a better deal; null: there is none; undefined: not settled for so long a stretch. Of
 * a stretch of more than one step the first is known to have none.
 */
export function firstBySum(
  reading: LineReading,
  terms: StretchTerms,
  recommended: LineDeal,
  product: boolean,
  { from, to }: Stretch,
  notes: LineNotes,
  effort: Effort,
): number | null | undefined {
  const objectiveAt = (step: number): Objective => (product ? productObjective : sumObjective)(terms.at(step));
  const isBetter = (rival: LineDeal, step: number): boolean => {
    const units = rival.unitsAt(step);
    if (product && terms.at(step).some(({ party, offset }) => units[party]! <= offset)) return false;
    return objectiveAt(step).compare(units, recommended.unitsAt(step)) > 0;
  };
  const barred: Pattern[] = [];
  const rivalOf = (better: number, signed: number): LineDeal | null => {
    const { there, region } = reading.at(better);
    const problem = better === signed ? there : reading.doubled(better, signed);
    const asked = {
      ...searched(reading, region, better, signed, product),
      forbidden: [...region.forbidden, ...barred],
    };
    const memory = notes.open(problem);
    memory.noteDeal('recommended', { deal: recommended.deal, utility: allUnits(problem, recommended.deal) });
    const best = remembering(effort, Infinity, memory, (part) => maximise(problem, asked, objectiveAt(better), part));
    const rival = best === null ? null : reading.read(best.deal);
    return rival !== null && isBetter(rival, better) ? rival : null;
  };
  if (from === to) return rivalOf(from, from) === null ? null : from;
  const towards = Math.sign(to - from);
  let change: number | null = null;
  for (let last = to; last !== from;) {
    const rival =
      rivalOf(last, last) ?? (reading.line.kind === 'weight' ? (rivalOf(last, from) ?? rivalOf(from, last)) : null);
    if (rival === null) return change;
    const current = { from, to: last };
    const better = stretchWhere(current, (step) => isBetter(rival, step));
    const signed = better === null ? null : stretchWhere(better, (step) => reading.canSign(rival, step));
    if (signed !== null) {
      change = signed.from;
      last = change - towards;
    } else if (barred.push(only(rival.deal)) > MOST_HARMLESS) {
      return undefined;
    }
  }
  return change;
}

/** What can be signed at one step, for a search of what is better at another: for a product, what all gain by. */
function searched(reading: LineReading, region: Region, better: number, signed: number, product: boolean): Region {
  const { parties } = reading.at(better).there;
  const { party, coalition } = { party: reading.line.party, coalition: reading.coalition };
  const floors = region.floors.map((floor, k) => {
    if (!coalition.includes(k)) return floor;
    const least = k === party && better !== signed ? -Infinity : floor;
    return product ? larger(least, plus(parties[k]!.disagreement, 1)) : least;
  });
  return { ...region, floors: better === signed ? floors : [...floors, reading.leastAt(signed)] };
}

/** The pattern that this deal alone matches. */
function only(deal: Deal): Pattern {
  return { clauses: deal.map((option, issue) => ({ issue, options: optionSet([option]) })) };
}
