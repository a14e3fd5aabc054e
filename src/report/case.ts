/**
 * What a report is made from: the scenario as it was solved, the engine's answer, and what was assumed on the way.
 */
import type { Compiled } from '../compile/compile.ts';
import type { Answer } from '../engine/answer.ts';
import { utilityUnits } from '../engine/deal.ts';
import { inPoints, minus } from '../engine/units.ts';
import type { Deal } from '../engine/problem.ts';
import type { SingleEdit } from '../scenario/edit/edit.ts';
import type { Party, RedLine, Scenario } from '../scenario/scenario.ts';
import type { Turn, Unvalued } from '../scenario/unvalued.ts';

export interface Case {
  /** At the stage asked for, with the assumed changes made. */
  readonly scenario: Scenario;
  readonly compiled: Compiled;
  /** Its drafts stand in the order of the scenario. */
  readonly answer: Answer;
  readonly assumptions: readonly Assumption[];
  /** Numbers that were set to see what follows. */
  readonly settings?: readonly Setting[];
  /** By draft; null, or absent altogether: the positions of the case. */
  readonly draftsAt?: readonly (DraftStandpoint | null)[];
  /** The same for no deal. */
  readonly noDealAt?: DraftStandpoint | null;
  /** Where numbers are not yet valued: the scenario then has all of them at one end. */
  readonly unvalued?: UnvaluedAnswer;
  /** Where they are and the answer is of one number each: the middle stands in, and what it says is no proof for others. */
  readonly middle?: UnvaluedAnswer;
  /** Sentences on the way out that is supposed where red lines alone leave no deal; its lines are among the assumptions. */
  readonly supposed?: readonly string[];
  readonly warnings: readonly string[];
  readonly seed: string;
  /** Of this program. */
  readonly version: string;
}

/** What is known although some numbers are not. */
export interface UnvaluedAnswer {
  readonly numbers: readonly Unvalued[];
  /** What a score is at its best, and minus that at its worst; null where every score is known. */
  readonly beyond: number | null;
  /** Whether there is a deal: whatever they are, with some of them, or never. */
  readonly verdict: 'always' | 'depends' | 'never' | 'undecided';
  /** How the rest of an answer takes them that is for whatever they are. */
  readonly taken: Turn;
}

/** The positions that a draft is held against, where they are not those of the case. */
export type DraftStandpoint = Pick<Case, 'scenario' | 'compiled'>;

/** The part of a case that says what its numbers are about: names, and the problem they were compiled to. */
export type Named = Pick<Case, 'scenario' | 'compiled'>;

/** A stated red line that was taken away to see what follows. */
export interface Assumption {
  readonly party: Party;
  readonly redLine: RedLine;
}

/** A number that was set, or a red line that was put in place, to see what follows. */
export interface Setting {
  /** As the person named it: "russia.force-cap.weight". */
  readonly path: string;
  readonly value: string;
  readonly edit: SingleEdit;
  /** "Russia: weight of Force cap 12 -> 15". */
  readonly words: string;
}

/** Points of the deal above the party's disagreement value. */
export function gainOf({ compiled }: Named, party: number, deal: Deal): number {
  const { problem } = compiled;
  const of = problem.parties[party]!;
  return inPoints(minus(utilityUnits(problem, of, deal), of.disagreement), of.scale);
}

/** Points of the deal above the party's reservation value; negative when it falls short. */
export function spareOf({ compiled }: Named, party: number, deal: Deal): number {
  const { problem } = compiled;
  const of = problem.parties[party]!;
  return inPoints(minus(utilityUnits(problem, of, deal), of.reservation), of.scale);
}

/** The party's reservation value in points. */
export function reservationOf({ compiled }: Named, party: number): number {
  const of = compiled.problem.parties[party]!;
  return inPoints(of.reservation, of.scale);
}
