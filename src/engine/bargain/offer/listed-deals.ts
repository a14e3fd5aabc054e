/** The deals that a party could sign in a small space, every one, from the least good to the best. */
import { keepsRules, matches, utilityUnits } from '../../deal.ts';
import type { Deal, Problem } from '../../problem.ts';
import { issueCount, leastSigned, optionCount } from '../../problem.ts';
import type { Random } from '../../random.ts';
import type { Units } from '../../units.ts';
import { compareUnits, smallest } from '../../units.ts';
import type { Choice, OwnDeals } from './own-deals.ts';

interface Listed {
  readonly deal: Deal;
  readonly units: Units;
}

export class ListedDeals implements OwnDeals {
  readonly worst: Units;
  readonly proven = true;
  readonly #offsets: Int32Array;
  /** What it could sign, the least good first; of equals the first in option order. */
  readonly #deals: readonly Listed[];

  /** `problem`: of the party alone. */
  constructor(problem: Problem) {
    const party = problem.parties[0]!;
    const lawful = [...combinations(problem)]
      .filter((deal) => keepsRules(problem, deal) && !party.redLines.some((line) => matches(deal, line)))
      .map((deal): Listed => ({ deal, units: utilityUnits(problem, party, deal) }));
    this.#offsets = problem.offsets;
    this.worst = smallest(lawful.map(({ units }) => units));
    this.#deals = lawful
      .filter(({ units }) => units >= leastSigned(party))
      .sort((a, b) => compareUnits(a.units, b.units));
  }

  get isEmpty(): boolean {
    return this.#deals.length === 0;
  }

  get best(): Units {
    return this.#deals.at(-1)!.units;
  }

  /** All of them, the best first; of equals the first in option order. */
  get bestFirst(): readonly Listed[] {
    return this.#deals.toSorted((a, b) => compareUnits(b.units, a.units));
  }

  thrifty(floor: Units): Choice {
    return chosen(this.#deals[Math.min(this.#from(floor), this.#deals.length - 1)]!);
  }

  nearest(scores: Float64Array, floor: Units): Choice {
    let best: Listed | null = null;
    let most = -Infinity;
    for (const listed of this.#deals.slice(this.#from(floor))) {
      let score = 0;
      for (let issue = 0; issue < listed.deal.length; issue++)
        score += scores[this.#offsets[issue]! + listed.deal[issue]!]!;
      if (score < most || (score === most && best !== null && listed.units === best.units)) continue;
      best = listed;
      most = score;
    }
    return best === null ? this.thrifty(floor) : chosen(best);
  }

  random(floor: Units, ceiling: Units, random: Random): Choice {
    const from = this.#from(floor);
    let to = from;
    while (to < this.#deals.length && this.#deals[to]!.units <= ceiling) to++;
    return to === from ? this.thrifty(floor) : chosen(this.#deals[from + Math.floor(random() * (to - from))]!);
  }

  /** Place of the first deal that is worth so much. */
  #from(floor: Units): number {
    let [from, to] = [0, this.#deals.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#deals[middle]!.units < floor) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

function chosen({ deal, units }: Listed): Choice {
  return { deal, units, proven: true };
}

/** Every combination of options, in option order. */
export function* combinations(problem: Problem): Generator<Deal> {
  const issues = issueCount(problem);
  const deal = Array.from({ length: issues }, () => 0);
  for (let issue = 0; issue >= 0;) {
    yield [...deal];
    issue = issues - 1;
    while (issue >= 0 && deal[issue] === optionCount(problem, issue) - 1) deal[issue--] = 0;
    if (issue >= 0) deal[issue]!++;
  }
}
