/**
 * What the others seem to want, from their offers alone: whole-number scores by flat option number.
 */
import type { Draft } from '../../draft/draft.ts';
import type { Deal, Problem } from '../../problem.ts';
import { issueCount } from '../../problem.ts';

/** What a modelled party's whole utility is worth in scores. */
const MODEL_SCORE = 1000;

/**
 * For every clause of a party's last offer the number of its offers in a row that have had it, over all parties: the
 * deals with the largest sum are the nearest to the last offers.
 */
export function insistence(problem: Problem, others: readonly (readonly Deal[])[]): Float64Array {
  const scores = new Float64Array(problem.offsets.at(-1)!);
  for (const offers of others) {
    offers.at(-1)?.forEach((option, issue) => (scores[problem.offsets[issue]! + option]! += runOf(offers, issue)));
  }
  return scores;
}

function runOf(offers: readonly Deal[], issue: number): number {
  const last = offers.at(-1)![issue];
  const changed = offers.findLastIndex((deal) => deal[issue] !== last);
  return offers.length - 1 - changed;
}

/**
 * A frequency model of each party: an issue weighs the more the more seldom its clause changed from offer to offer, and
 * an option is worth as much as it was offered often (Tunali, Aydogan and Sanchez-Anguix 2017, in its plain form). An
 * issue that an offer leaves open is one it says nothing of.
 */
export function frequencyModel(problem: Problem, others: readonly (readonly Draft[])[]): Float64Array {
  const scores = new Float64Array(problem.offsets.at(-1)!);
  const issues = issueCount(problem);
  for (const offers of others) {
    const kept = Array.from({ length: issues }, (_, issue) => timesKept(offers, issue));
    const total = kept.reduce((sum, times) => sum + times, 0);
    for (let issue = 0; issue < issues; issue++) {
      const counts = new Map<number, number>();
      for (const offer of offers) {
        const option = offer[issue] ?? null;
        if (option !== null) counts.set(option, (counts.get(option) ?? 0) + 1);
      }
      const most = Math.max(...counts.values());
      for (const [option, count] of counts) {
        scores[problem.offsets[issue]! + option]! += Math.round((MODEL_SCORE * kept[issue]! * count) / (total * most));
      }
    }
  }
  return scores;
}

/** One more than the number of offers that kept the clause of the offer before. */
function timesKept(offers: readonly Draft[], issue: number): number {
  const isKept = (option: number | null | undefined, k: number): boolean =>
    k > 0 && option !== null && option === offers[k - 1]![issue];
  return offers.reduce((times, offer, k) => times + (isKept(offer[issue], k) ? 1 : 0), 1);
}
