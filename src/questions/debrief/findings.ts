/**
 * What a debrief finds, team by team and over the class, as plain data. The numbers are those of `score` and `solve`; what
 * is added here is compared across teams.
 */
import type { SolutionName } from '../../engine/answer.ts';
import { SOLUTION_NAMES } from '../../engine/answer.ts';
import { accepts } from '../../engine/deal.ts';
import type { Deal } from '../../engine/problem.ts';
import { compileDraft } from '../../compile/compile.ts';
import { dealOf, worthTo } from '../../class/game.ts';
import type { Game, Worth } from '../../class/game.ts';
import type { Proposal } from '../../class/state.ts';
import { gainOf } from '../../report/case.ts';
import type { Judged, TeamCase } from './case.ts';

/** Why a team ended as it did, where that is a lesson. */
export type Cause =
  /** No deal, though there were deals that enough would have signed. */
  | 'missed'
  /** No deal, and there was none to be had. */
  | 'none'
  /** A deal that somebody should not have signed. */
  | 'outside';

export interface TeamFinding {
  readonly of: TeamCase;
  readonly team: string;
  readonly kind: TeamCase['kind'];
  /** Null for a team that is not done. */
  readonly deal: Deal | null;
  /** Minute of the negotiation; null where nobody knows. */
  readonly minute: number | null;
  /** By role, in the order of the scenario; empty for a team that is not done. */
  readonly roles: readonly RoleFinding[];
  readonly cause: Cause | null;
  /** Null where there is no deal, or it was not decided. */
  readonly efficient: boolean | null;
  /** Points that could have been added to everybody's at once; null where that is not known. */
  readonly left: number | null;
  readonly leftProven: boolean;
  /** The product of all gains, as a share 0..1 of the largest that signers can have; null where there is none. */
  readonly product: number | null;
  /** The solutions and the draft of the scenario that differ from the deal in the fewest clauses. */
  readonly nearest: { readonly solutions: Near<SolutionName> | null; readonly draft: Near<string> | null };
  readonly firstOffer: FirstOffer | null;
}

export interface RoleFinding extends Worth {
  readonly role: string;
  /** Points above no deal. */
  readonly gain: number;
  /** It would not have signed by its sheet. */
  readonly shouldNot: boolean;
  /** Among the same role of all teams that are done, 1 the best; equal points, equal rank. */
  readonly rank: number;
}

export interface Near<T> {
  /** All that are as near. */
  readonly names: readonly T[];
  /** Clauses that differ. */
  readonly apart: number;
}

/** The first text that a team put on the table. */
export interface FirstOffer {
  readonly role: string;
  readonly minute: number;
  /** Points by role; null for "no deal". */
  readonly points: readonly number[] | null;
}

/** A role over all teams that are done. */
export interface RoleSpread {
  readonly role: string;
  readonly least: number;
  readonly noDeal: number;
  readonly lowest: number;
  readonly median: number;
  readonly highest: number;
  readonly meanGain: number;
  /** Teams in which it did best. */
  readonly best: readonly string[];
}

export interface Findings {
  readonly teams: readonly TeamFinding[];
  /** None while no team is done. */
  readonly spread: readonly RoleSpread[];
}

export function findingsOf(of: Judged): Findings {
  const unranked = of.teams.map((team) => findingOf(of, team));
  const done = unranked.filter(({ roles }) => roles.length > 0);
  const teams = unranked.map((own) => ({
    ...own,
    roles: own.roles.map((role, k) => ({
      ...role,
      rank: 1 + done.filter(({ roles }) => roles[k]!.gain > role.gain).length,
    })),
  }));
  return { teams, spread: of.game.roles.flatMap((role, k) => spreadOf(role, k, teams)) };
}

function findingOf({ game }: Judged, of: TeamCase): TeamFinding {
  const { team, day, kind } = of;
  const { problem } = day.of.compiled;
  const { answer } = day.of;
  const result = team.result;
  const text = result?.deal ?? null;
  const deal = text === null ? null : dealOf(game, text);
  const ran = result?.ran ?? null;
  const roles =
    kind === 'open'
      ? []
      : game.roles.map((role, k): RoleFinding => {
          const worth = worthTo(game, day.stage, role, text);
          // By the case at hand, in which lines that are a bluff bind nobody.
          const shouldNot = deal !== null && !accepts(problem, problem.parties[k]!, deal);
          return { role, ...worth, gain: worth.points - worth.noDeal, shouldNot, rank: 1 };
        });
  const draft = of.kind === 'deal' ? answer.drafts[of.draft]! : null;
  return {
    of,
    team: team.id,
    kind,
    deal,
    minute: ran === null ? null : ran / 60_000,
    roles,
    cause: causeOf(of, draft?.inZone ?? null),
    efficient: draft?.efficient ?? null,
    ...leftBy(of),
    product: deal === null ? null : productShare(of, deal),
    nearest: deal === null ? { solutions: null, draft: null } : nearestTo(of, deal),
    firstOffer: firstOfferOf(of, team.proposals[0], game),
  };
}

function causeOf({ kind, day }: TeamCase, inZone: unknown): Cause | null {
  if (kind === 'deal') return inZone === false ? 'outside' : null;
  if (kind === 'open') return null;
  const { empty } = day.of.answer.zone;
  return empty === null ? null : empty ? 'none' : 'missed';
}

/** Of no deal: the largest least gain that signers can have. */
function leftBy(of: TeamCase): Pick<TeamFinding, 'left' | 'leftProven'> {
  if (of.kind === 'open') return { left: null, leftProven: false };
  if (of.kind === 'deal') return { left: of.hindsight.left, leftProven: of.hindsight.proven };
  const { answer } = of.day.of;
  if (answer.zone.empty === true) return { left: 0, leftProven: true };
  const best = answer.solutions?.egalitarian;
  const [deal] = best?.deals ?? [];
  if (best === undefined || deal === undefined || answer.coalition === null) return { left: null, leftProven: false };
  const gains = answer.coalition.map((party) => gainOf(of.day.of, party, deal.deal));
  return { left: Math.max(0, Math.min(...gains)), leftProven: best.proven };
}

/** Products are told apart by their logarithms, as gains of many parties multiply to numbers of any size. */
function productShare({ day }: TeamCase, deal: Deal): number | null {
  const { answer } = day.of;
  const [best] = answer.solutions?.nash.deals ?? [];
  if (best === undefined || answer.coalition === null) return null;
  const { parties } = day.of.compiled.problem;
  const logs = (of: Deal): number =>
    answer.coalition!.reduce(
      (sum, party) => sum + parties[party]!.power * Math.log(Math.max(0, gainOf(day.of, party, of))),
      0,
    );
  const largest = logs(best.deal);
  return largest === -Infinity ? null : Math.exp(logs(deal) - largest);
}

function nearestTo({ day }: TeamCase, deal: Deal): TeamFinding['nearest'] {
  const { answer, scenario } = day.of;
  const apart = (other: readonly (number | null)[]): number =>
    deal.filter((option, issue) => (other[issue] ?? option) !== option).length;
  const solutions = SOLUTION_NAMES.map((name) => {
    const deals = answer.solutions?.[name].deals ?? [];
    return { name, apart: Math.min(...deals.map((own) => apart(own.deal))) };
  });
  const own = { ...scenario, drafts: day.drafts };
  const drafts = own.drafts.map(({ id }) => ({ name: id, apart: apart(compileDraft(own, id)) }));
  return { solutions: nearestIn(solutions), draft: nearestIn(drafts) };
}

function nearestIn<T>(list: readonly { readonly name: T; readonly apart: number }[]): Near<T> | null {
  const least = Math.min(...list.map(({ apart }) => apart));
  if (!Number.isFinite(least)) return null;
  return { names: list.filter(({ apart }) => apart === least).map(({ name }) => name), apart: least };
}

function firstOfferOf({ day }: TeamCase, offer: Proposal | undefined, game: Game): FirstOffer | null {
  if (offer === undefined) return null;
  const { deal, by: role, ran } = offer;
  const points = deal === null ? null : game.roles.map((own) => worthTo(game, day.stage, own, deal).points);
  return { role, minute: ran / 60_000, points };
}

function spreadOf(role: string, index: number, teams: readonly TeamFinding[]): readonly RoleSpread[] {
  const own = teams.flatMap(({ team, roles }) => (roles.length === 0 ? [] : [{ team, ...roles[index]! }]));
  const [first] = own;
  if (first === undefined) return [];
  const points = own.map((each) => each.points).toSorted((a, b) => a - b);
  const highest = points.at(-1)!;
  return [
    {
      role,
      least: first.least,
      noDeal: first.noDeal,
      lowest: points[0]!,
      median: medianOf(points),
      highest,
      meanGain: own.reduce((sum, { gain }) => sum + gain, 0) / own.length,
      best: own.filter((each) => each.points === highest).map(({ team }) => team),
    },
  ];
}

/** Of a list in ascending order. */
function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
}
