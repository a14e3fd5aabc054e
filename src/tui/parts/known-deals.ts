/** The deals that are known without asking further: the solutions, the ways out, complete drafts, the frontier. */
import { withConditionsMet } from '../../engine/conditions.ts';
import { SOLUTION_NAMES } from '../../engine/answer.ts';
import type { SolutionName } from '../../engine/answer.ts';
import type { OpeningGlance, ZoneGlance } from '../../engine/glance.ts';
import type { Deal } from '../../engine/problem.ts';
import type { Named } from '../../report/case.ts';
import { sameSolutions, solutionsHeading } from '../../report/view/deals.ts';
import { openingsWithDeals } from '../../report/view/openings.ts';
import { supposition } from '../../report/view/ways-out.ts';
import type { Context, ShownDeal } from '../model/context.ts';
import { dealOrNull, draftDeal } from './draft-deal.ts';
import { solutionDeal } from './recommended.ts';

/** What the deal screen shows: the deal asked for, else the recommended one; null while nothing is known. */
export function shownDeal(context: Context): ShownDeal | null {
  return context.shown === null ? proposedDeal(context) : retitled(context, context.shown);
}

/** Deals that several solutions pick, under all their names, as the overview shows them. */
function jointDeals({ findings }: Context): readonly ShownDeal[] {
  const solutions = findings.glance.last?.answer.solutions ?? null;
  if (solutions === null) return [];
  return sameSolutions(solutions).map(({ names, first }) => ({ deal: first.deal, title: jointTitle(names) }));
}

/** "Nash + Equal loss deal". */
export function jointTitle(names: readonly SolutionName[]): string {
  return `${solutionsHeading(names)} deal`;
}

/** Under the title that it has now: a change of the scenario may have made another deal the Nash deal. */
export function retitled(context: Context, shown: ShownDeal): ShownDeal {
  const { deal, title } = shown;
  if (shown.earlier !== true || title.includes('earlier ')) return shown;
  const holds = [...candidates(context), ...jointDeals(context)].some(
    (known) => known.title === title && sameDeal(known.deal, deal),
  );
  return { deal, title: holds ? title : `earlier ${title}` };
}

/** The recommended deal, or where the zone is empty that of the first way out, which its title says; null for neither. */
export function proposedDeal({ findings }: Context): ShownDeal | null {
  const { last } = findings.glance;
  return last === null ? null : proposedBy(last.about, last.answer);
}

/** The deal that an answer at a glance proposes. */
export function proposedBy(of: Named, glance: ZoneGlance): ShownDeal | null {
  return solutionDeal(glance) ?? openingDeals(of, glance.collision?.openings ?? [])[0] ?? null;
}

/** All of them, each deal once under the first of its names; complete drafts are those of the scenario as it is now. */
export function knownDeals(context: Context): readonly ShownDeal[] {
  return distinct(candidates(context));
}

function candidates(context: Context): readonly ShownDeal[] {
  const { findings, now } = context;
  const { last } = findings.glance;
  const { frontier } = findings;
  return [
    ...(last === null ? [] : SOLUTION_NAMES.flatMap((name) => solutionDeal(last.answer, name) ?? [])),
    ...(last === null ? [] : openingDeals(last.about, last.answer.collision?.openings ?? [])),
    ...now.scenario.drafts.flatMap((_, draft) => dealOrNull(draftDeal(now.scenario, draft)) ?? []),
    ...(frontier.last?.answer.frontier.points ?? []).map(({ deal }, k) => ({ deal, title: pointTitle(k) })),
  ];
}

/** "point 3 of the frontier". */
export function pointTitle(point: number): string {
  return `point ${point + 1} of the frontier`;
}

/** In the order of the report. */
function openingDeals(of: Named, openings: readonly OpeningGlance[]): ShownDeal[] {
  return openingsWithDeals(of, openings).map(({ opening, first }) => ({
    deal: first.deal,
    title: `deal if ${supposition(of, opening.drop)}`,
  }));
}

function distinct(deals: readonly ShownDeal[]): ShownDeal[] {
  return deals.filter(({ deal }, k) => deals.findIndex((other) => sameDeal(other.deal, deal)) === k);
}

/** Whether both have the same option on every issue. */
export function sameDeal(a: Deal, b: Deal): boolean {
  return a.length === b.length && a.every((option, issue) => option === b[issue]);
}

/**
 * The deal with another option on one issue; issues that arise with it, or no longer, follow: with the option of `before`
 * where it has one.
 */
export function withOption({ compiled }: Named, deal: Deal, issue: number, option: number, before: Deal): Deal {
  const changed = deal.map((chosen, k) => (k === issue ? option : chosen));
  return withConditionsMet(compiled.problem, changed, before);
}
