/**
 * The terms of a bargaining solution along a line, on stretches on which every ideal is a straight line.
 *
 * An ideal is the best utility among the deals that can be signed, so it moves with the deals that can be. Between two
 * steps it is proven straight:
 * - For a party whose utilities stay, along a threshold: fewer deals can be signed the higher the threshold, so equal at
 *   both ends is equal in between.
 * - For such a party along a weight: every deal can be signed on one side of some step, so the ideal falls first and rises
 *   then, never the reverse. It is constant where some deal that can be signed at both ends reaches what both ends have.
 * - For the party whose weight moves: its ideal is the largest of straight lines, so convex, and it is the line of the
 *   deal that is best at one end where that deal is as good as any at the other.
 */
import type { SolutionName } from '../answer.ts';
import { maximise } from '../search/maximise.ts';
import type { Effort, Maximum } from '../search/maximise.ts';
import { minimumObjective } from '../search/objective.ts';
import type { Objective, Term } from '../search/objective.ts';
import { minus } from '../units.ts';
import type { Units } from '../units.ts';
import type { LineDeal, LineReading } from './line-reading.ts';
import { furthest } from './number-line.ts';

/** The terms at each step of a stretch; every term of one deal moves in one direction there, and two cross once at most. */
export interface StretchTerms {
  readonly at: (step: number) => readonly Term[];
}

/** Straight to the end of a stretch, or a step of it up to which that is likelier. */
type Straight =
  { readonly ok: true; readonly at: (step: number) => Units } | { readonly ok: false; readonly split: number };

export type StretchReading =
  { readonly ok: true; readonly terms: StretchTerms } | { readonly ok: false; readonly split: number };

/** Reads a solution's terms along one line; the ideals of steps looked at are kept. */
export class LineTerms {
  readonly #reading: LineReading;
  readonly #solution: SolutionName;
  readonly #ideals = new Map<number, readonly Maximum[]>();

  constructor(reading: LineReading, solution: SolutionName) {
    this.#reading = reading;
    this.#solution = solution;
  }

  /** Where the ideals are not proven straight from one step to the other: a step before the other one to try instead. */
  over(from: number, to: number, effort: Effort): StretchReading {
    if (!needsIdeals(this.#solution)) return { ok: true, terms: { at: (step) => this.#terms(step, null) } };
    const { coalition, line } = this.#reading;
    const found = coalition.map((party, k) => this.#straightIdeal(party, k, from, to, effort));
    const splits = found.flatMap((ideal) => (ideal.ok ? [] : [ideal.split]));
    const ideals = found.flatMap((ideal) => (ideal.ok ? [ideal.at] : []));
    const nearest = splits.toSorted((a, b) => Math.abs(a - from) - Math.abs(b - from))[0];
    if (nearest !== undefined) return { ok: false, split: nearest };
    const own = ideals[coalition.indexOf(line.party)]!;
    const hasRoom = (step: number): boolean => own(step) > this.#reading.disagreementAt(step);
    if (this.#solution !== 'equal-loss' && hasRoom(from) !== hasRoom(to)) {
      return { ok: false, split: furthest(from, to, (step) => hasRoom(step) === hasRoom(from)) };
    }
    return {
      ok: true,
      terms: {
        at: (step) =>
          this.#terms(
            step,
            ideals.map((ideal) => ideal(step)),
          ),
      },
    };
  }

  /** The terms at a step for the signers' ideals there, as the solution itself has them. */
  #terms(step: number, ideals: readonly Units[] | null): readonly Term[] {
    const { coalition, line } = this.#reading;
    const { parties } = this.#reading.at(line.at).there;
    return coalition.flatMap((party, k): Term[] => {
      const { scale, power } = parties[party]!;
      const nothing = party === line.party ? this.#reading.disagreementAt(step) : parties[party]!.disagreement;
      if (ideals === null) return [{ party, offset: nothing, divisor: scale, power }];
      const ideal = ideals[k]!;
      if (this.#solution === 'equal-loss') return [{ party, offset: ideal, divisor: scale, power }];
      return ideal > nothing ? [{ party, offset: nothing, divisor: minus(ideal, nothing), power }] : [];
    });
  }

  #straightIdeal(party: number, k: number, from: number, to: number, effort: Effort): Straight {
    const reading = this.#reading;
    const [start, end] = [this.#idealsAt(from, effort)[k]!, this.#idealsAt(to, effort)[k]!];
    const [first, last] = [reading.read(start.deal), reading.read(end.deal)];
    const [low, high] = [start.utility[party]!, end.utility[party]!];
    const lineOf =
      (deal: LineDeal) =>
      (step: number): Units =>
        deal.unitsAt(step)[party]!;
    if (reading.line.kind === 'weight' && party === reading.line.party) {
      if (lineOf(first)(to) === high) return { ok: true, at: lineOf(first) };
      if (lineOf(last)(from) === low) return { ok: true, at: lineOf(last) };
      return { ok: false, split: furthest(from, to, (step) => lineOf(first)(step) >= lineOf(last)(step)) };
    }
    const isStraight =
      low === high &&
      (reading.line.kind !== 'weight' || from === to || this.#reachesAtBoth(party, [first, last], from, to, effort));
    if (isStraight) return { ok: true, at: () => low };
    // The ideal goes where the deal that has it can no longer be signed, or comes where a better one can.
    const gone = furthest(from, to, (step) => reading.canSign(first, step));
    if (gone !== to) return { ok: false, split: gone };
    const come = furthest(to, from, (step) => reading.canSign(last, step));
    return { ok: false, split: come === from ? from : come - Math.sign(to - from) };
  }

  /** A deal that can be signed at both steps is worth as much to the party as its ideals there, which are equal. */
  #reachesAtBoth(
    party: number,
    [first, last]: readonly [LineDeal, LineDeal],
    from: number,
    to: number,
    effort: Effort,
  ): boolean {
    const reading = this.#reading;
    if (reading.canSign(first, to) || reading.canSign(last, from)) return true;
    const { region } = reading.at(from);
    const both = { ...region, floors: [...region.floors, reading.leastAt(to)] };
    const best = maximise(reading.doubled(from, to), both, ofParty(party), effort);
    return best !== null && best.utility[party] === first.unitsAt(from)[party];
  }

  /** A deal best for each signer, in the order of the coalition. */
  #idealsAt(step: number, effort: Effort): readonly Maximum[] {
    const known = this.#ideals.get(step);
    if (known !== undefined) return known;
    const { there, region } = this.#reading.at(step);
    const ideals = this.#reading.coalition.map((party) => {
      const best = maximise(there, region, ofParty(party), effort);
      if (best === null) throw new RangeError('ideals need a step with a deal');
      return best;
    });
    this.#ideals.set(step, ideals);
    return ideals;
  }
}

function needsIdeals(solution: SolutionName): boolean {
  return solution === 'kalai-smorodinsky' || solution === 'relative-utilitarian' || solution === 'equal-loss';
}

function ofParty(party: number): Objective {
  return minimumObjective([{ party, offset: 0, divisor: 1, power: 1 }]);
}
