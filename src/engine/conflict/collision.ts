/**
 * Why a zone is empty: one irreducible set of demands that cannot all be met, found with the solver as oracle
 * (QuickXplain, Junker 2004), and through each of its demands one minimal way out with the deals it leads to.
 */
import type { Collision, Constraint, Opening } from '../answer.ts';
import { inTurn, within } from '../budget.ts';
import { findSigners } from '../coalitions.ts';
import type { Signers } from '../coalitions.ts';
import { inZone } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import { allConstraints, demandOnly, without } from './demands.ts';
import { minimalConflict } from './quick-xplain.ts';
import type { Effort } from '../search/maximise.ts';
import { slackTerms } from '../slack.ts';
import { leximin } from '../solution/leximin.ts';
import { nashWithin } from '../solution/nash-within.ts';
import { scoreTies } from '../solution/ties.ts';
import type { Ties } from '../solution/ties.ts';

/** Nodes of all questions of a collision, in those of one; and the part of them that one may take. */
const QUESTIONS = 4;
const SHARE = 1 / 16;

/** Nodes for the deals of all ways out, in those of one question, where nothing else is said. */
const DEAL_QUESTIONS = 4;

/** A way out, and what it leads to, without the number of deals it opens. */
export type UncountedOpening = Omit<Opening, 'count'>;

export interface UncountedCollision extends Omit<Collision, 'openings'> {
  readonly openings: readonly UncountedOpening[];
}

/**
 * The collision of a problem whose zone is proven empty; null when even without any demand no deal keeps the rules, or
 * when that is not known. `nodes`: for one question; `dealQuestions`: for all deals, in those of one.
 */
export function collisionOf(
  problem: Problem,
  most: number,
  effort: Effort,
  nodes = Infinity,
  dealQuestions = DEAL_QUESTIONS,
): UncountedCollision | null {
  const found = within(effort, nodes * QUESTIONS, (limited) => collide(problem, limited, nodes * SHARE));
  if (found === undefined || found === null) return null;
  const { conflict, repairs, minimal } = found;
  const part = nodes * SHARE;
  const openings = inTurn(repairs, { granted: nodes * dealQuestions, part }, effort, (drop, deal) =>
    openZone(problem, drop, most, effort, { signers: part, deal }),
  );
  return { conflict, openings: openings.filter((opening) => opening !== null), minimal };
}

interface Collided {
  readonly conflict: readonly Constraint[];
  readonly repairs: readonly (readonly Constraint[])[];
  readonly minimal: boolean;
}

/** One conflict and a way out through each of its demands. Only what is known to hold is kept. */
function collide(problem: Problem, effort: Effort, nodes: number): Collided | null {
  const demands = allConstraints(problem);
  let minimal = true;
  // Deals met on the way settle many later questions by themselves.
  const met: Deal[] = [];
  const known = (kept: readonly Constraint[]): boolean | undefined => {
    const asked = demandOnly(problem, kept);
    if (met.some((deal) => inZone(asked, deal))) return true;
    const { signers, proven } = findSigners(asked, effort, nodes);
    if (signers !== null) met.push(signers.deal);
    if (signers === null && !proven) minimal = false;
    return signers === null && !proven ? undefined : signers !== null;
  };
  const holds = (kept: readonly Constraint[]): boolean => known(kept) === true;
  if (!holds([])) return null;
  // Demands that are not known to be impossible stay: what is taken out of the conflict is not needed for certain.
  const conflict = minimalConflict(demands, (kept) => known(kept) !== false);
  const others = demands.filter((demand) => !conflict.includes(demand));
  const repairs = conflict.map((dropped) => {
    const kept = conflict.filter((demand) => demand !== dropped);
    // The rest of a conflict holds if nothing in it could be left out.
    return minimal || holds(kept)
      ? minimalRepair(kept, [...others, dropped], holds)
      : minimalRepair([], [...kept, ...others, dropped], holds);
  });
  const distinct = repairs.filter((repair, index) => {
    const same = (other: readonly Constraint[]): boolean =>
      other.length === repair.length && other.every((demand) => repair.includes(demand));
    return repairs.findIndex(same) === index;
  });
  return { conflict, repairs: distinct, minimal };
}

/** What must go so that `kept` holds with as many of the candidates, taken in order, as possible: minimal by inclusion. */
function minimalRepair(
  kept: readonly Constraint[],
  candidates: readonly Constraint[],
  holds: (kept: readonly Constraint[]) => boolean,
): readonly Constraint[] {
  let satisfied = kept;
  const dropped: Constraint[] = [];
  for (let rest = candidates; rest.length > 0; rest = rest.slice(1)) {
    const demand = rest[0]!;
    if (holds([...satisfied, demand])) satisfied = [...satisfied, demand];
    else dropped.push(demand);
  }
  return dropped;
}

/** What a way out leads to; null where no deal of the opened zone is found. */
function openZone(
  problem: Problem,
  drop: readonly Constraint[],
  most: number,
  effort: Effort,
  nodes: { readonly signers: number; readonly deal: number },
): UncountedOpening | null {
  const opened = without(problem, drop);
  const { signers: zone } = findSigners(opened, effort, nodes.signers);
  if (zone === null) return null;
  const before = effort.nodes;
  const rule = drop.some(({ kind }) => kind === 'reservation') ? 'nearest' : 'nash';
  const { ties, proven } =
    rule === 'nash'
      ? nashWithin(opened, zone, zone.deal, most, effort, nodes.deal)
      : nearest(problem, opened, zone, most, effort, nodes.deal);
  return {
    drop,
    coalition: zone.parties,
    rule,
    solution: { ...scoreTies(opened, ties), proven, nodes: effort.nodes - before, leftOut: [] },
  };
}

/** The deals of an opened zone nearest to what everyone asks. */
function nearest(
  problem: Problem,
  opened: Problem,
  zone: Signers,
  most: number,
  effort: Effort,
  nodes: number,
): { readonly ties: Ties; readonly proven: boolean } {
  const ties = within(effort, nodes, (limited) =>
    leximin(opened, zone.region, slackTerms(problem, zone.parties), most, limited),
  );
  return { ties: ties ?? { deals: [zone.deal], total: null }, proven: ties !== undefined };
}
