/**
 * All that a strategy is told of the positions: one party's own numbers and red lines within the public rules; and, where
 * red lines are public, what the others have said they will never sign. No number of the other parties is in it, so none
 * of theirs can leak into what a strategy does.
 */
import { accepts, utilityUnits } from '../../deal.ts';
import type { Deal, Party, Pattern, Problem } from '../../problem.ts';
import { leastSigned } from '../../problem.ts';
import type { Units } from '../../units.ts';
import { inPoints, larger } from '../../units.ts';
import { canList } from '../offer/can-list.ts';
import { ListedDeals } from '../offer/listed-deals.ts';
import type { OwnDeals } from '../offer/own-deals.ts';
import { SearchedDeals } from '../offer/searched-deals.ts';

export class OwnSide {
  /** The party alone, with the public rules. */
  readonly problem: Problem;
  readonly party: Party;
  /** What it could sign; null where it could sign nothing that keeps the rules. */
  readonly deals: OwnDeals | null;

  /** `known`: what others have said they will never sign, which this party then offers to nobody. */
  constructor({ offsets, forbidden, sums, conditional }: Problem, party: Party, known: readonly Pattern[] = []) {
    this.problem = {
      offsets,
      forbidden: [...forbidden, ...known],
      sums,
      parties: [party],
      consent: { required: [0], quorum: 1, conditional: [] },
      ...(conditional === undefined ? {} : { conditional }),
    };
    this.party = party;
    const deals = canList(this.problem) ? new ListedDeals(this.problem) : new SearchedDeals(this.problem);
    this.deals = deals.isEmpty ? null : deals;
  }

  /** The least it would settle for: its reservation value, or the worth of its worst deal where that is higher. */
  get least(): Units {
    const { deals } = this;
    return deals === null ? leastSigned(this.party) : larger(leastSigned(this.party), deals.worst);
  }

  worthOf(deal: Deal): Units {
    return utilityUnits(this.problem, this.party, deal);
  }

  couldSign(deal: Deal): boolean {
    return accepts(this.problem, this.party, deal);
  }

  points(units: Units): number {
    return inPoints(units, this.party.scale);
  }
}

/** The sides of a problem's parties, made once. */
export class Sides {
  readonly #known = new Map<Problem, OwnSide[]>();

  /**
   * `publicLines`: whether the party knows the red lines of the others. Where these leave it nothing that it could sign
   * itself, it keeps to its own terms as if it did not.
   */
  of(problem: Problem, party: number, publicLines: boolean): OwnSide {
    const known = this.#known.get(problem) ?? [];
    this.#known.set(problem, known);
    const others = publicLines ? problem.parties.filter((_, other) => other !== party) : [];
    const lines = others.flatMap(({ redLines }) => redLines);
    return (known[2 * party + Number(publicLines)] ??= sideOf(problem, problem.parties[party]!, lines));
  }
}

function sideOf(problem: Problem, party: Party, lines: readonly Pattern[]): OwnSide {
  const side = new OwnSide(problem, party, lines);
  return side.deals === null && lines.length > 0 ? new OwnSide(problem, party) : side;
}
