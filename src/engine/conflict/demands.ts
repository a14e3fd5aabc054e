/** The demands that parties make on a deal, and the problem without some of them. */
import type { Constraint } from '../answer.ts';
import type { Problem } from '../problem.ts';
import { asksNothing } from '../problem.ts';

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
      reservation: makes('reservation', index, 0) ? party.reservation : asksNothing(party),
      redLines: party.redLines.filter((_, line) => makes('redLine', index, line)),
    })),
    consent: {
      ...problem.consent,
      conditional: problem.consent.conditional.filter(({ party }, position) => makes('consent', party, position)),
    },
  };
}

/** The problem in which every demand but the given ones is made. */
export function without(problem: Problem, drop: readonly Constraint[]): Problem {
  return demandOnly(
    problem,
    allConstraints(problem).filter((demand) => !drop.some((other) => isSame(demand, other))),
  );
}

function isSame(a: Constraint, b: Constraint): boolean {
  return a.kind === b.kind && a.party === b.party && indexOf(a) === indexOf(b);
}

function indexOf(demand: Constraint): number {
  return demand.kind === 'reservation' ? 0 : demand.index;
}
