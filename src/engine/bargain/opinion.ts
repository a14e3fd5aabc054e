/**
 * What the others seem to want, from their offers alone: whole-number scores by flat option number.
 */
import type { Deal, Problem } from '../problem.ts';
import { issueCount } from '../problem.ts';

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
 * an option is worth as much as it was offered often (Tunali, Aydogan and Sanchez-Anguix 2017, in its plain form).
 */
export function frequencyModel(problem: Problem, others: readonly (readonly Deal[])[]): Float64Array {
  const scores = new Float64Array(problem.offsets.at(-1)!);
  const issues = issueCount(problem);
  for (const offers of others) {
    const kept = Array.from({ length: issues }, (_, issue) => timesKept(offers, issue));
    const total = kept.reduce((sum, times) => sum + times, 0);
    for (let issue = 0; issue < issues; issue++) {
      const counts = new Map<number, number>();
      for (const deal of offers) counts.set(deal[issue]!, (counts.get(deal[issue]!) ?? 0) + 1);
      const most = Math.max(...counts.values());
      for (const [option, count] of counts) {
        scores[problem.offsets[issue]! + option]! += Math.round((MODEL_SCORE * kept[issue]! * count) / (total * most));
      }
    }
  }
  return scores;
}

/** One more than the number of offers that kept the clause of the offer before. */
function timesKept(offers: readonly Deal[], issue: number): number {
  return offers.reduce((times, deal, k) => times + (k > 0 && deal[issue] === offers[k - 1]![issue] ? 1 : 0), 1);
}
