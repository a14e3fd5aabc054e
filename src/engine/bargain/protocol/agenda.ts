/**
 * Groups of issues, one after the other. While a group is on the table, the clauses of later groups are worth nothing to
 * anybody yet and cross no red line, and a party signs whatever leaves its reservation value within reach: what it has so
 * far must reach it together with the best that the groups to come could give. The last group is settled under the
 * positions as they are.
 */
import { utilityPoints } from '../../deal.ts';
import { complement, optionSet } from '../../option-set.ts';
import type { Deal, Party, Pattern, Problem } from '../../problem.ts';
import { optionCount } from '../../problem.ts';
import { larger, leastBetween, mapColumn, minus, mostBetween, plus, smaller } from '../../units.ts';
import type { Units } from '../../units.ts';
import type { Session } from '../answer.ts';
import type { Sides } from '../party/own-side.ts';
import type { Protocol } from './protocol.ts';
import type { Positions, SessionQuestion } from '../question.ts';

export type Agenda = Extract<Protocol, { readonly kind: 'agenda' }>;

/** Runs a session over all issues of a problem at once. */
type RunWhole = (problem: Problem, question: SessionQuestion, sides: Sides) => Session;

/** Rounds are split evenly, what is left over goes to the last group. A group without a deal ends the session. */
export function alongAgenda(
  problem: Problem,
  question: SessionQuestion,
  { groups, each, revisable }: Agenda,
  sides: Sides,
  runWhole: RunWhole,
): Session {
  const share = Math.max(1, Math.floor(question.rounds / groups.length));
  const offers: Session['offers'][number][] = [];
  const left: Session['left'][number][] = [];
  let settled: Deal | null = null;
  for (let group = 0; group < groups.length; group++) {
    const before = group * share;
    const isLast = group === groups.length - 1;
    const fixed = revisable ? [] : groups.slice(0, group).flat();
    const onTable = (positions: Problem): Problem =>
      stageOf(positions, groups.slice(0, group + 1).flat(), fixed, settled);
    const all = [{ fromRound: 0, problem }, ...question.later];
    const current = all.findLast(({ fromRound }) => fromRound <= before) ?? { fromRound: 0, problem };
    const session = runWhole(
      onTable(current.problem),
      {
        ...question,
        protocol: each,
        rounds: isLast ? Math.max(1, question.rounds - before) : share,
        order: question.order.filter((party) => left.every((gone) => gone.party !== party)),
        later: question.later.flatMap(({ fromRound, problem: positions }): Positions[] =>
          fromRound > before ? [{ fromRound: fromRound - before, problem: onTable(positions) }] : [],
        ),
        seed: `${question.seed}/group/${group}`,
      },
      sides,
    );
    const problemIn = (round: number): Problem =>
      all.findLast(({ fromRound }) => fromRound < round)?.problem ?? problem;
    for (const offer of session.offers) {
      const round = offer.round + before;
      offers.push({ ...offer, round, group, utility: utilityPoints(problemIn(round), offer.deal) });
    }
    left.push(...session.left.map(({ party, round }) => ({ party, round: round + before })));
    if (session.agreement === null) return { ...session, offers, left };
    const round = session.agreement.round + before;
    settled = session.agreement.deal;
    if (isLast) {
      const agreement = { ...session.agreement, round, utility: utilityPoints(problemIn(round), settled) };
      return { ...session, agreement, offers, left };
    }
  }
  throw new RangeError('an agenda needs a group');
}

/** The problem while some issues are on the table, with the clauses of the fixed ones as they were settled. */
function stageOf(problem: Problem, issues: readonly number[], fixed: readonly number[], settled: Deal | null): Problem {
  const kept: readonly Pattern[] =
    settled === null
      ? []
      : fixed.flatMap((issue): Pattern[] => {
          const options = optionCount(problem, issue);
          const others = complement(optionSet([settled[issue]!]), options);
          return options === 1 ? [] : [{ clauses: [{ issue, options: others }] }];
        });
  const isWhole = issues.length === problem.offsets.length - 1;
  return {
    ...problem,
    forbidden: [...problem.forbidden, ...kept],
    parties: isWhole ? problem.parties : problem.parties.map((party) => partOf(problem, party, new Set(issues))),
  };
}

/** The party with the other issues worth nothing, signing what leaves its thresholds within reach. */
function partOf(problem: Problem, party: Party, issues: ReadonlySet<number>): Party {
  const all = extremes(problem, party, () => true);
  const own = extremes(problem, party, (issue) => issues.has(issue));
  const issueOf = new Map<number, number>();
  for (let issue = 0; issue < problem.offsets.length - 1; issue++) {
    for (let row = problem.offsets[issue]!; row < problem.offsets[issue + 1]!; row++) issueOf.set(row, issue);
  }
  const toCome = minus(all.best, own.best);
  const asked = (threshold: Units): Units => larger(own.worst, smaller(own.best, minus(threshold, toCome)));
  const isOnTable = ({ clauses }: Pattern): boolean => clauses.every(({ issue }) => issues.has(issue));
  let row = 0;
  const reservation = asked(party.reservation);
  return {
    ...party,
    contributions: mapColumn(party.contributions, (units) => (issues.has(issueOf.get(row++)!) ? units : 0n)),
    adjustments: party.adjustments.filter(({ when }) => isOnTable(when)),
    redLines: party.redLines.filter(isOnTable),
    reservation,
    disagreement: smaller(reservation, asked(party.disagreement)),
  };
}

/** The least and the most that the options of these issues add up to. */
function extremes(
  problem: Problem,
  { contributions }: Party,
  isMeant: (issue: number) => boolean,
): { readonly worst: Units; readonly best: Units } {
  let [worst, best]: [Units, Units] = [0, 0];
  for (let issue = 0; issue < problem.offsets.length - 1; issue++) {
    if (!isMeant(issue)) continue;
    worst = plus(worst, leastBetween(contributions, problem.offsets[issue]!, problem.offsets[issue + 1]!));
    best = plus(best, mostBetween(contributions, problem.offsets[issue]!, problem.offsets[issue + 1]!));
  }
  return { worst, best };
}
