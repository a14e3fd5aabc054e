/**
 * How often what happened in draws. A tally holds whole numbers only, so tallies of separate draws add up to the same in
 * any order.
 */
import type { Deal, Problem } from '../problem.ts';
import { issueCount } from '../problem.ts';
import type { DraftStanding } from './draft-standing.ts';
import type { DrawnProblem } from './uncertainty.ts';

/** Weights in tallies are whole numbers of this part of the party's total weight. */
export const WEIGHT_UNIT = 1e-9;

/** How often what happened, in draws; weights as sums in `WEIGHT_UNIT`. */
export interface SmaaTally {
  readonly draws: number;
  /** With a deal. */
  readonly zones: number;
  /** With a deal for which the best by the solution was not proven in the nodes allowed; the best one found counts. */
  readonly unproven: number;
  /** In which something was not decided within the nodes allowed: whether there is a deal, or a draft's part in it. */
  readonly open: number;
  /** Search nodes of all of them. */
  readonly nodes: number;
  /** By flat option number: the deal of the solution has the option. */
  readonly options: Float64Array;
  readonly drafts: readonly DraftTally[];
  /** By party and red line. */
  readonly lines: readonly (readonly LineTally[])[];
  /** Sums of weights and of their squares over all draws, by party and issue: `party * issues + issue`. */
  readonly weights: Float64Array;
  readonly weightSquares: Float64Array;
  /** Sums of weights over the draws whose deal has the option, none where they are too many: `option * parties * issues + party * issues + issue`. */
  readonly optionWeights: Float64Array;
}

export interface LineTally {
  /** The red line held. */
  readonly holds: number;
  /** It held, and there was a deal. */
  readonly zones: number;
}

export interface DraftTally {
  /** The draft, or some completion of it, is in the zone. */
  readonly inZone: number;
  /** By party: it accepts the draft, or some completion of it. */
  readonly accepts: readonly number[];
}

/** More numbers than this are not kept for the weights by option. */
const MOST_CELLS = 2 ** 22;

/** Numbers of a tally for the weights by option: none where they are too many. */
export function tallyCells(problem: Problem): number {
  const issues = issueCount(problem);
  const cells = problem.offsets[issues]! * problem.parties.length * issues;
  return cells > MOST_CELLS ? 0 : cells;
}

/** What one draw gave. */
export interface DrawOutcome {
  readonly drawn: DrawnProblem;
  /** Null: there is no deal, or none was found in the nodes allowed. */
  readonly signers: readonly number[] | null;
  /** Null where there is none, or none was found in the nodes allowed. */
  readonly deal: Deal | null;
  /** False where the deal is the best one found. */
  readonly proven: boolean;
}

/** A tally under way. */
export class Tally {
  readonly #offsets: Int32Array;
  readonly #issues: number;
  readonly #options: Float64Array;
  readonly #weights: Float64Array;
  readonly #squares: Float64Array;
  readonly #optionWeights: Float64Array;
  readonly #drafts: { inZone: number; readonly accepts: number[] }[];
  readonly #lines: { holds: number; zones: number }[][];
  #draws = 0;
  #zones = 0;
  #unproven = 0;
  #open = 0;
  #nodes = 0;

  constructor(problem: Problem, drafts: number) {
    const { offsets, parties } = problem;
    this.#offsets = offsets;
    this.#issues = issueCount(problem);
    const options = offsets[this.#issues]!;
    const weights = parties.length * this.#issues;
    this.#options = new Float64Array(options);
    this.#weights = new Float64Array(weights);
    this.#squares = new Float64Array(weights);
    this.#optionWeights = new Float64Array(tallyCells(problem));
    this.#drafts = Array.from({ length: drafts }, () => ({ inZone: 0, accepts: parties.map(() => 0) }));
    this.#lines = parties.map(({ redLines }) => redLines.map(() => ({ holds: 0, zones: 0 })));
  }

  addDraw({ drawn: { weights, lines }, signers, deal, proven }: DrawOutcome): void {
    this.#draws++;
    lines.forEach((own, party) =>
      own.forEach((holds, line) => {
        const tally = this.#lines[party]![line]!;
        if (holds) tally.holds++;
        if (holds && signers !== null) tally.zones++;
      }),
    );
    const units = new Float64Array(this.#weights.length);
    weights.forEach((own, party) =>
      own?.forEach((weight, issue) => {
        const place = party * this.#issues + issue;
        const whole = Math.round(weight / WEIGHT_UNIT);
        units[place] = whole;
        this.#weights[place]! += whole;
        this.#squares[place]! += Math.round((weight * weight) / WEIGHT_UNIT);
      }),
    );
    if (signers === null) return;
    this.#zones++;
    if (!proven) this.#unproven++;
    deal?.forEach((option, issue) => {
      const row = this.#offsets[issue]! + option;
      this.#options[row]!++;
      if (this.#optionWeights.length === 0) return;
      const start = row * units.length;
      for (let place = 0; place < units.length; place++) this.#optionWeights[start + place]! += units[place]!;
    });
  }

  addDrafts(standings: readonly DraftStanding[]): void {
    standings.forEach(({ inZone, accepts }, index) => {
      const draft = this.#drafts[index]!;
      if (inZone === true) draft.inZone++;
      accepts.forEach((accepted, party) => {
        if (accepted === true) draft.accepts[party]!++;
      });
    });
  }

  addWork(nodes: number, isOpen: boolean): void {
    this.#nodes += nodes;
    if (isOpen) this.#open++;
  }

  result(): SmaaTally {
    return {
      draws: this.#draws,
      zones: this.#zones,
      unproven: this.#unproven,
      open: this.#open,
      nodes: this.#nodes,
      options: this.#options,
      drafts: this.#drafts,
      lines: this.#lines,
      weights: this.#weights,
      weightSquares: this.#squares,
      optionWeights: this.#optionWeights,
    };
  }
}

/** The tally of the draws of both, which must be of one problem. */
export function addTallies(a: SmaaTally, b: SmaaTally): SmaaTally {
  const sum = (x: Float64Array, y: Float64Array): Float64Array => x.map((value, index) => value + y[index]!);
  return {
    draws: a.draws + b.draws,
    zones: a.zones + b.zones,
    unproven: a.unproven + b.unproven,
    open: a.open + b.open,
    nodes: a.nodes + b.nodes,
    options: sum(a.options, b.options),
    drafts: a.drafts.map((draft, index) => {
      const other = b.drafts[index]!;
      return {
        inZone: draft.inZone + other.inZone,
        accepts: draft.accepts.map((count, party) => count + other.accepts[party]!),
      };
    }),
    lines: a.lines.map((own, party) =>
      own.map(({ holds, zones }, line) => {
        const other = b.lines[party]![line]!;
        return { holds: holds + other.holds, zones: zones + other.zones };
      }),
    ),
    weights: sum(a.weights, b.weights),
    weightSquares: sum(a.weightSquares, b.weightSquares),
    optionWeights: sum(a.optionWeights, b.optionWeights),
  };
}
