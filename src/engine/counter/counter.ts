/**
 * Counter-offers: several deals worth at least so much to the party that offers, each the best one for another side by
 * what is known of it. Offers of about the same worth to their author that differ tell it what the other side cares for
 * (multiple equivalent simultaneous offers; Leonardelli and others 2019).
 */
import { questionNodes } from '../question-nodes.ts';
import { seekBest } from '../budget.ts';
import { utilityPoints } from '../deal.ts';
import { optionSet } from '../option-set.ts';
import type { Deal, Party, Pattern, Problem } from '../problem.ts';
import { allIssues, leastSigned } from '../problem.ts';
import type { Region } from '../region.ts';
import { withFloors } from '../region.ts';
import { sumObjective } from '../search/objective.ts';
import type { Effort } from '../search/maximise.ts';
import type { Units } from '../units.ts';
import { larger, leastBetween, minus, mostBetween } from '../units.ts';

export interface CounterQuestion {
  /** Who offers. */
  readonly party: number;
  /** What every offer is worth to it at least, in units; never below what it signs for. */
  readonly least: Units;
  /** Who the offers are for, one after the other, and round again until there are enough. */
  readonly sides: readonly number[];
  readonly count: number;
  /** Search nodes for one offer; absent: as the problem's size suggests. */
  readonly nodes?: number;
}

export interface CounterOffer {
  /** The party it is the best for. */
  readonly side: number;
  readonly deal: Deal;
  /** Points, by party of the problem. */
  readonly utility: readonly number[];
  /** The issue on which it has another option than what was best for the side before; null: nothing was. */
  readonly apartOn: number | null;
  /** True: no such deal is better for the side. */
  readonly proven: boolean;
}

export interface CounterOffers {
  readonly offers: readonly CounterOffer[];
  /** Sides for which no deal at all is worth enough to the party and crosses no red line of the two. */
  readonly none: readonly number[];
}

/**
 * Deals that keep the public rules and cross no red line of the two. The first for a side is the best one for it; each
 * further one is the best among those with another option on the issue that matters most to it and was not varied yet.
 * What was offered to another side already is not offered again. Of deals as good for the side the best for the party is
 * taken, as far as the nodes go. Fewer than asked for where there are no more.
 */
export function counterOffers(
  problem: Problem,
  question: CounterQuestion,
  onOffer: (found: number) => void = () => {},
): CounterOffers {
  const offers: CounterOffer[] = [];
  const none: number[] = [];
  let open = question.sides.map((side): Open => ({
    side,
    seen: [],
    issues: [null, ...issuesThatMatter(problem, side)],
  }));
  while (offers.length < question.count && open.length > 0) {
    const left: Open[] = [];
    for (const each of open) {
      if (offers.length === question.count) break;
      const offer = nextOffer(problem, question, each, offers);
      if (offer !== null) {
        offers.push(offer);
        left.push(each);
      } else if (each.seen.length === 0) none.push(each.side);
      onOffer(offers.length);
    }
    open = left;
  }
  return { offers, none };
}

/** A side to which more may be offered. */
interface Open {
  readonly side: number;
  /** What was the best for it so far, offered to it or to another side before. */
  readonly seen: Deal[];
  /** Still to be varied; null: the first, on which nothing is. */
  readonly issues: (number | null)[];
}

/** Takes issues from the list until one of them leaves an offer that was not made yet. */
function nextOffer(
  problem: Problem,
  question: CounterQuestion,
  { side, seen, issues }: Open,
  offers: readonly CounterOffer[],
): CounterOffer | null {
  for (let issue = issues.shift(); issue !== undefined; issue = issues.shift()) {
    const found = bestFor(problem, question, side, issue === null ? [] : otherwiseOn(issue, seen));
    if (found === null && issue === null) return null;
    if (found === null) continue;
    seen.push(found.deal);
    const isNew = !offers.some(({ deal }) => deal.every((option, k) => option === found.deal[k]));
    if (isNew) return { ...found, side, apartOn: issue, utility: utilityPoints(problem, found.deal) };
  }
  return null;
}

function otherwiseOn(issue: number, seen: readonly Deal[]): readonly Pattern[] {
  return [{ clauses: [{ issue, options: optionSet(seen.map((deal) => deal[issue]!)) }] }];
}

function bestFor(
  problem: Problem,
  { party, least, nodes = questionNodes(problem) }: CounterQuestion,
  side: number,
  apart: readonly Pattern[],
): { readonly deal: Deal; readonly proven: boolean } | null {
  const [own, other] = [problem.parties[party]!, problem.parties[side]!];
  const region: Region = {
    floors: problem.parties.map((_, k) => (k === party ? larger(least, leastSigned(own)) : -Infinity)),
    forbidden: [...problem.forbidden, ...own.redLines, ...other.redLines, ...apart],
    sums: problem.sums,
  };
  const effort: Effort = { nodes: 0 };
  const { best, proven } = seekBest(problem, region, utilityOf(other, side), effort, nodes);
  if (best === null) return null;
  const asGood = withFloors(region, [[side, best.utility[side]!]]);
  const { best: polished } = seekBest(problem, asGood, utilityOf(own, party), effort, nodes);
  return { deal: (polished ?? best).deal, proven };
}

function utilityOf({ scale }: Party, party: number) {
  return sumObjective([{ party, offset: 0, divisor: scale, power: 1 }]);
}

/** Issues on which the party can gain or lose anything, what matters most first. */
function issuesThatMatter(problem: Problem, party: number): readonly number[] {
  const { contributions } = problem.parties[party]!;
  const span = (issue: number): Units => {
    const [from, to] = [problem.offsets[issue]!, problem.offsets[issue + 1]!];
    return minus(mostBetween(contributions, from, to), leastBetween(contributions, from, to));
  };
  const spans = new Map(allIssues(problem).map((issue) => [issue, span(issue)]));
  return allIssues(problem)
    .filter((issue) => spans.get(issue)! > 0)
    .toSorted((a, b) => (spans.get(a)! < spans.get(b)! ? 1 : spans.get(a)! > spans.get(b)! ? -1 : a - b));
}
