/**
 * Root multipliers: the tightest bound of an objective that falls apart issue by issue (Lagrangian relaxation;
 * Held and Karp 1971), found by subgradient descent with Polyak's step (Polyak 1969).
 *
 * The objective's own multipliers say what a unit of each party's utility is worth; further multipliers price the
 * thresholds. Any multipliers give a valid bound, so rounding and early stopping here can never cost correctness.
 */
import { Dual } from './dual.ts';
import type { HalfSpace, LinearBound, Multipliers } from './dual.ts';
import type { Objective } from './objective.ts';
import type { System } from './system.ts';

export type { HalfSpace, LinearBound, Multipliers } from './dual.ts';

/** Few issues are searched faster than their bound is perfected. */
const ROUNDS_PER_ISSUE = 8;
const MOST_ROUNDS = 300;
const WARM_ROUNDS = 30;
const PATIENCE = 8;

/** The first step of the descent, in parts of the bound; from multipliers that are nearly right a long one leads away. */
const FIRST_STEP = 0.1;
const NEAR_STEP = 0.001;

export interface TightBound extends LinearBound {
  /** More bounds, for deals that are at least as good as the best real deal known. */
  readonly supports: readonly HalfSpace[];
}

/** Multipliers to start from. */
export interface Start {
  readonly multipliers: Multipliers;
  /** They are of the same search of a slightly different problem, not of a larger region. */
  readonly isNear: boolean;
}

/**
 * Tightens the bound, from given multipliers if there are some, and, on the way, offers every relaxed maximiser (a row
 * of `contributions` per issue) to `tryDeal`, which returns the objective value of the best real deal known so far:
 * -Infinity for none, Infinity when nothing better is wanted. Ends early with a bound that is tight enough.
 */
export function tightenBound(
  system: System,
  objective: Objective,
  start: Start | null,
  tryDeal: (rows: Int32Array) => number,
  isEnough: (bound: LinearBound) => boolean = () => false,
): TightBound {
  const dual = new Dual(system, objective, start?.multipliers ?? null);
  const tried = new Int32Array(system.options.length).fill(-1);
  let known = -Infinity;
  dual.evaluate();
  let best = dual.bound();
  let step = Math.max(1e-6, Math.abs(best.root) * (start?.isNear ? NEAR_STEP : FIRST_STEP));
  let stale = 0;
  const rounds = start === null ? Math.min(MOST_ROUNDS, ROUNDS_PER_ISSUE * system.options.length) : WARM_ROUNDS;
  for (let round = 0; round < rounds; round++) {
    const root = dual.evaluate();
    if (root < best.root - 1e-12 * Math.abs(best.root)) {
      stale = 0;
      best = dual.bound();
      if (isEnough(best)) break;
    } else if (++stale > PATIENCE) {
      stale = 0;
      step /= 2;
    }
    if (dual.rows.some((row, issue) => row !== tried[issue])) {
      tried.set(dual.rows);
      known = Math.max(known, tryDeal(dual.rows));
    }
    const gap = root - Math.max(known, best.root - step);
    if (best.root - known < 1e-9 || step < 1e-9 || !dual.move(gap)) break;
  }
  const supports = objective.supports(best.multipliers.terms, known, best.root - known);
  return { ...best, supports: supports.map((multipliers) => dual.halfSpace(multipliers)) };
}
