/** A clause followed through: the same question asked again with the party refusing it. */
import type { SolutionGlance } from '../../engine/glance.ts';
import { neededFor, paymentsBetween, refusing } from '../../engine/explain/refusal.ts';
import type { Deal, Problem } from '../../engine/problem.ts';
import { clauseStandings } from '../../engine/standing.ts';
import type { Crew } from '../crew.ts';
import { first, silent } from '../crew.ts';
import { TIES } from '../budgets.ts';
import type { Followed, Refusal } from './case.ts';

/** At most so many nodes for one question of the search; absent: as many as it usually has. */
interface Limits {
  readonly nodes?: number | undefined;
}

export async function followClause(
  problem: Problem,
  deal: Deal,
  clause: { readonly party: number; readonly issue: number },
  crew: Crew,
  limits: Limits = {},
): Promise<Followed> {
  if (clauseStandings(problem, deal)[clause.issue]![clause.party]!.cost === 0)
    return followedBy(problem, deal, clause, null);
  const refused = refusing(problem, clause.party, { issue: clause.issue, option: deal[clause.issue]! });
  return followedBy(problem, deal, clause, await nashOf(refused, crew, limits));
}

/** The clause beside what is left where the party refuses it; null for what is left where it costs nothing. */
export function followedBy(
  problem: Problem,
  deal: Deal,
  { party, issue }: { readonly party: number; readonly issue: number },
  left: LeftAtGlance | null,
): Followed {
  const standings = clauseStandings(problem, deal);
  const clause = { issue, option: deal[issue]! };
  return {
    party,
    ...clause,
    cost: standings[issue]![party]!.cost,
    refusal: left === null ? null : refusalOf(problem, deal, party, clause, left),
    carried: standings
      .map((own, other) => ({ issue: other, points: own[party]!.above }))
      .filter(({ issue: other, points }) => other !== issue && points > 0)
      .toSorted((a, b) => b.points - a.points || a.issue - b.issue),
  };
}

interface LeftAtGlance {
  readonly empty: boolean | null;
  readonly nash: SolutionGlance | null;
}

/** The Nash deal of a problem at a glance. */
export async function nashOf(problem: Problem, crew: Crew, { nodes }: Limits): Promise<LeftAtGlance> {
  const options = { drafts: [], coalition: null, ties: TIES.screen, ...(nodes === undefined ? {} : { nodes }) };
  const { empty, solutions } = first(await crew.run<'glance'>([{ kind: 'glance', problem, options }], silent));
  return { empty, nash: solutions?.nash ?? null };
}

function refusalOf(
  problem: Problem,
  deal: Deal,
  party: number,
  clause: { readonly issue: number; readonly option: number },
  { empty, nash }: LeftAtGlance,
): Refusal {
  const best = nash?.deals[0];
  if (nash === null || best === undefined) return { empty, left: null };
  return {
    empty,
    left: {
      ...best,
      proven: nash.proven,
      paid: paymentsBetween(problem, party, deal, best.deal),
      needed: neededFor(problem, party, best.deal, clause),
    },
  };
}
