/** The deal that is asked about, what each party swallows in it, and one clause of it followed through. */
import type { z } from 'zod';
import { compileDraft } from '../../compile/compile.ts';
import { notArisingOption } from '../../engine/conditions.ts';
import { spaceSize } from '../../engine/problem.ts';
import type { Deal, Problem } from '../../engine/problem.ts';
import { clauseStandings } from '../../engine/standing.ts';
import { isSwallowed } from '../../report/view/clauses.ts';
import { counted } from '../../report/text/number.ts';
import type { Draft, Scenario } from '../../scenario/scenario.ts';
import { numbersOf } from '../choose.ts';
import { InputError } from '../input-error.ts';
import { placesAt } from '../paths.ts';
import { atOwnDate } from '../own-date.ts';
import type { Asker, OpenCase } from '../question.ts';
import { readDeal } from '../score/deal-file.ts';
import type { PriceCase, SwallowedClause } from './case.ts';
import { followClause, nashOf } from './follow.ts';
import type { priceOptions } from './question.ts';

type Options = z.output<typeof priceOptions>;

export async function askPrice(asked: OpenCase, options: Options, { crewFor }: Asker): Promise<PriceCase> {
  const clause = options.clause === undefined ? null : clauseAt(asked.scenario, options.clause);
  const written = await writtenDeal(asked.scenario, options);
  const opened = written === null ? asked : atOwnDate(asked, written, options);
  const { problem } = opened.compiled;
  const crew = crewFor({ doing: 'Asking about' });
  const found =
    written === null ? await recommended(problem, crew, options) : { ...wholeDeal(opened, written), proven: true };
  const { deal } = found;
  if (clause !== null) refuseNotArising(opened, deal, clause.issue);
  return {
    ...opened,
    ...found,
    answer: { space: spaceSize(problem) },
    swallowed: swallowedIn(problem, deal),
    followed: clause === null ? null : await followClause(problem, deal, clause, crew, options),
  };
}

/** @throws InputError unless the path is a party's position on an issue */
function clauseAt(scenario: Scenario, path: string): { readonly party: number; readonly issue: number } {
  const place = placesAt(scenario, path).find(({ kind }) => kind === 'position');
  if (place?.kind === 'position') return place;
  throw new InputError([`error: expected a party and an issue, such as party.issue, and '${path}' is something else`]);
}

async function writtenDeal(scenario: Scenario, { draft, deal }: Options): Promise<Draft | null> {
  if (deal !== undefined) return readDeal(deal, scenario);
  if (draft === undefined) return null;
  return scenario.drafts[numbersOf('draft', scenario.drafts, [draft])[0]!]!;
}

/** @throws InputError where the draft leaves issues open: what they are worth is part of the price */
function wholeDeal({ scenario }: OpenCase, draft: Draft): { readonly deal: Deal; readonly title: string } {
  const options = compileDraft({ ...scenario, drafts: [draft] }, draft.id);
  const deal = options.flatMap((option) => option ?? []);
  if (deal.length === options.length) return { deal, title: draft.id === 'deal' ? 'deal' : `draft ${draft.id}` };
  const open = counted(options.length - deal.length, 'issue');
  throw new InputError([`error: the deal leaves ${open} open; a price is asked of a whole deal`]);
}

async function recommended(problem: Problem, crew: Parameters<typeof nashOf>[1], options: Options) {
  const { nash } = await nashOf(problem, crew, options);
  const best = nash?.deals[0];
  if (nash !== null && best !== undefined) return { deal: best.deal, title: 'Nash deal', proven: nash.proven };
  throw new InputError([
    'error: there is no deal to ask about; name one with --draft or --deal, or set a red line aside with --without',
  ]);
}

function refuseNotArising({ scenario, compiled }: OpenCase, deal: Deal, issue: number): void {
  if (deal[issue] !== notArisingOption(compiled.problem, issue)) return;
  throw new InputError([`error: '${scenario.issues[issue]!.id}' does not arise in this deal, so it has no price`]);
}

/** Each party's clauses that give it at most a third of what the issue can give it. */
export function swallowedIn(problem: Problem, deal: Deal): readonly SwallowedClause[] {
  return clauseStandings(problem, deal)
    .flatMap((standings, issue) =>
      standings.flatMap((standing, party) => (isSwallowed(standing) ? [{ party, issue, cost: standing.cost }] : [])),
    )
    .toSorted((a, b) => a.party - b.party || b.cost - a.cost || a.issue - b.issue);
}
