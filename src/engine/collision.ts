/**
 * Why a zone is empty: one irreducible set of demands that cannot all be met, found with the solver as oracle
 * (QuickXplain, Junker 2004), and through each of its demands one minimal way out with the deals it leads to.
 */
import type { Collision, Constraint, Opening } from './answer.ts';
import { firstWithDeal } from './coalitions.ts';
import type { Problem } from './problem.ts';
import { minimalConflict } from './quick-xplain.ts';
import type { Effort } from './search/maximise.ts';
import { slackTerms } from './slack.ts';
import { leximin } from './solution/leximin.ts';
import { nash } from './solution/nash.ts';
import { scoreTies } from './solution/ties.ts';
import { aside, atLeastOne, countZone } from './zone/count.ts';
import type { CountBudget } from './zone/count.ts';

/** The collision of a problem whose zone is proven empty; null when even without any demand no deal keeps the rules. */
export function explainEmptyZone(
  problem: Problem,
  most: number,
  budget: CountBudget,
  effort: Effort,
): Collision | null {
  const demands = allConstraints(problem);
  const holds = (kept: readonly Constraint[]): boolean => firstWithDeal(demandOnly(problem, kept), effort) !== null;
  if (!holds([])) return null;
  const conflict = minimalConflict(demands, holds);
  const repairs = conflict.map((dropped) => {
    const others = demands.filter((demand) => !conflict.includes(demand));
    return minimalRepair(
      conflict.filter((demand) => demand !== dropped),
      [...others, dropped],
      holds,
    );
  });
  const distinct = repairs.filter((repair, index) => {
    const same = (other: readonly Constraint[]): boolean =>
      other.length === repair.length && other.every((demand) => repair.includes(demand));
    return repairs.findIndex(same) === index;
  });
  return { conflict, openings: distinct.map((drop) => openZone(problem, demands, drop, most, budget, effort)) };
}

/** Every demand a party makes on the deal, in party order: its threshold, its red lines, its conditional signature. */
export function allConstraints(problem: Problem): readonly Constraint[] {
  return problem.parties.flatMap((party, index): Constraint[] => [
    { kind: 'reservation', party: index },
    ...party.redLines.map((_, line): Constraint => ({ kind: 'redLine', party: index, index: line })),
    ...problem.consent.conditional.flatMap((entry, position): Constraint[] =>
      entry.party === index ? [{ kind: 'consent', party: index, index: position }] : [],
    ),
  ]);
}

/** The problem in which only the given demands are made. Public rules and the consent rule itself stay. */
export function demandOnly(problem: Problem, kept: readonly Constraint[]): Problem {
  const makes = (kind: Constraint['kind'], party: number, index: number): boolean =>
    kept.some((demand) => demand.kind === kind && demand.party === party && indexOf(demand) === index);
  return {
    ...problem,
    parties: problem.parties.map((party, index) => ({
      ...party,
      // Below any reachable utility, yet an integer like every threshold.
      reservation: makes('reservation', index, 0) ? party.reservation : Number.MIN_SAFE_INTEGER,
      redLines: party.redLines.filter((_, line) => makes('redLine', index, line)),
    })),
    consent: {
      ...problem.consent,
      conditional: problem.consent.conditional.filter(({ party }, position) => makes('consent', party, position)),
    },
  };
}

function indexOf(demand: Constraint): number {
  return demand.kind === 'reservation' ? 0 : demand.index;
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

function openZone(
  problem: Problem,
  demands: readonly Constraint[],
  drop: readonly Constraint[],
  most: number,
  budget: CountBudget,
  effort: Effort,
): Opening {
  const opened = demandOnly(
    problem,
    demands.filter((demand) => !drop.includes(demand)),
  );
  const zone = firstWithDeal(opened, effort);
  if (zone === null) throw new RangeError('a repair always opens the zone');
  const before = effort.nodes;
  const rule = drop.some(({ kind }) => kind === 'reservation') ? 'nearest' : 'nash';
  const ties =
    rule === 'nash'
      ? nash(opened, zone.region, zone.parties, most, effort)
      : leximin(opened, zone.region, slackTerms(problem, zone.parties), most, effort);
  return {
    drop,
    count: atLeastOne(countZone(opened, null, aside(budget)).count),
    coalition: zone.parties,
    rule,
    solution: { ...scoreTies(opened, ties), proven: true, nodes: effort.nodes - before, leftOut: [] },
  };
}
