/**
 * Deals along a number's line for fixed signers: what a deal is worth to each at any step, and who can sign it there.
 */
import { matches, utilityUnits } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import { leastSigned } from '../problem.ts';
import type { Units } from '../units.ts';
import type { Region } from '../region.ts';
import { coalitionRegion } from '../region.ts';
import type { NumberLine } from './number-line.ts';
import { betweenEnds, problemAt } from './number-line.ts';

/** A deal with what it is worth at every step. */
export interface LineDeal {
  readonly deal: Deal;
  /** It keeps the rules and crosses no red line of the signers. */
  readonly allowed: boolean;
  /** Utilities by party at a step, in the units of that step. */
  readonly unitsAt: (step: number) => readonly Units[];
}

/** The problem at a step, and what the signers can sign there. */
export interface LineStep {
  readonly step: number;
  readonly there: Problem;
  readonly region: Region;
}

/** Reads a line for the signers; steps and deals are kept, since they are asked about again and again. */
export class LineReading {
  readonly line: NumberLine;
  readonly coalition: readonly number[];
  /** The party of the line is one of the signers: else nothing of theirs moves. */
  readonly concerns: boolean;
  readonly #problem: Problem;
  readonly #steps = new Map<number, LineStep>();
  readonly #deals = new Map<string, LineDeal>();

  constructor(problem: Problem, line: NumberLine, coalition: readonly number[]) {
    this.#problem = problem;
    this.line = line;
    this.coalition = coalition;
    this.concerns = coalition.includes(line.party);
  }

  at(step: number): LineStep {
    const known = this.#steps.get(step);
    if (known !== undefined) return known;
    const there = problemAt(this.#problem, this.line, step);
    const region = coalitionRegion(there, this.coalition);
    if (region === null) throw new RangeError('a deal is recommended to parties that can sign one');
    const read = { step, there, region };
    this.#steps.set(step, read);
    return read;
  }

  read(deal: Deal): LineDeal {
    const key = deal.join();
    const known = this.#deals.get(key);
    if (known !== undefined) return known;
    const { party, first, last } = this.line;
    const units = this.#problem.parties.map((own) => utilityUnits(this.#problem, own, deal));
    const [from, to] = [utilityUnits(this.#problem, first, deal), utilityUnits(this.#problem, last, deal)];
    const { region } = this.at(this.line.at);
    const read = {
      deal,
      allowed: !region.forbidden.some((pattern) => matches(deal, pattern)),
      unitsAt: (step: number) => units.map((own, k) => (k === party ? betweenEnds(this.line, from, to, step) : own)),
    };
    this.#deals.set(key, read);
    return read;
  }

  /** The signers accept the deal at the step, and it needs nobody else. */
  canSign({ allowed, unitsAt }: LineDeal, step: number): boolean {
    if (!allowed) return false;
    const units = unitsAt(step);
    const { floors } = this.at(step).region;
    return floors.every((floor, party) => units[party]! >= floor);
  }

  /** Least that the party of the line signs for at a step, and what no deal is worth to it, in units. */
  leastAt(step: number): Units {
    const { first, last } = this.line;
    const reservation = betweenEnds(this.line, first.reservation, last.reservation, step);
    return leastSigned({ ...first, reservation });
  }

  disagreementAt(step: number): Units {
    return betweenEnds(this.line, this.line.first.disagreement, this.line.last.disagreement, step);
  }

  /**
   * The problem at a step with the party of the line a second time, last, as it is at another step: who signs there and
   * who is better off here can then be asked at once.
   */
  doubled(step: number, other: number): Problem {
    const { there } = this.at(step);
    return { ...there, parties: [...there.parties, this.at(other).there.parties[this.line.party]!] };
  }
}
