/** The deals that one party could sign, and the questions strategies ask about them. */
import type { Deal } from '../../problem.ts';
import type { Random } from '../../random.ts';
import type { Units } from '../../units.ts';

export interface Choice {
  readonly deal: Deal;
  /** What it is worth to the party. */
  readonly units: Units;
  /** False where a search was given up before it was certain that no other deal answers better. */
  readonly proven: boolean;
}

export interface OwnDeals {
  /** Worth of the best one, and of the worst that no rule or red line forbids. */
  readonly best: Units;
  readonly worst: Units;
  /** True where `best` is proven. */
  readonly proven: boolean;
  /**
   * The least good deal that is worth at least `floor`, in a listed space the first of several in option order. The best
   * one where nothing is worth so much.
   */
  readonly thrifty: (floor: Units) => Choice;
  /** The deal worth at least `floor` with the largest sum of whole-number scores, given by flat option number; of several the best. */
  readonly nearest: (scores: Float64Array, floor: Units) => Choice;
  /** Any deal worth from `floor` to `ceiling`, each as likely; where there is none, or none is found, the thrifty one. */
  readonly random: (floor: Units, ceiling: Units, random: Random) => Choice;
}
