/** How good the deals of sessions are: held against what the same signers could have agreed on. */
import { questionNodes } from '../../question-nodes.ts';
import { seekBest } from '../../budget.ts';
import { findSigners } from '../../coalitions.ts';
import { allUnits } from '../../deal.ts';
import type { Draft } from '../../draft/draft.ts';
import type { Deal, Problem } from '../../problem.ts';
import { coalitionRegion, withFloors } from '../../region.ts';
import type { Region } from '../../region.ts';
import { minimumObjective, sumObjective } from '../../search/objective.ts';
import type { Objective, Term } from '../../search/objective.ts';
import { recommendedDeal } from '../../sensitivity/outcome.ts';
import { gainTerms } from '../../solution/terms.ts';
import { inPoints, minus } from '../../units.ts';
import type { Agreement, RunStanding } from '../answer.ts';

/** Nodes of one question, as a share of those that a question of an answer has. */
const SHARE = 1 / 20;

/** Readings of the deals of one problem, each made once. */
export class Standings {
  readonly #problem: Problem;
  readonly #drafts: readonly Draft[];
  readonly #nodes: number;
  readonly #known = new Map<string, RunStanding>();
  readonly #nash = new Map<string, NashProduct>();
  #noZone: boolean | null | undefined;

  constructor(problem: Problem, drafts: readonly Draft[]) {
    this.#problem = problem;
    this.#drafts = drafts;
    this.#nodes = Math.ceil(questionNodes(problem) * SHARE);
  }

  /** True where there is proven to be no deal, false where there is one; null where that is not decided. */
  get noZone(): boolean | null {
    return (this.#noZone ??= this.#isEmpty());
  }

  #isEmpty(): boolean | null {
    const { signers, proven } = findSigners(this.#problem, { nodes: 0 }, questionNodes(this.#problem));
    if (signers !== null) return false;
    return proven ? true : null;
  }

  of({ deal, signers }: Agreement): RunStanding {
    const key = `${deal.join()}|${signers.join()}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const standing = this.#read(deal, signers);
    this.#known.set(key, standing);
    return standing;
  }

  #read(deal: Deal, signers: readonly number[]): RunStanding {
    const { parties } = this.#problem;
    const units = allUnits(this.#problem, deal);
    const zone = coalitionRegion(this.#problem, signers);
    if (zone === null) throw new RangeError('those who signed must be enough');
    const above = withFloors(
      zone,
      signers.map((party) => [party, units[party]!]),
    );
    const terms = signers.map((party): Term => ({
      party,
      offset: units[party]!,
      divisor: parties[party]!.scale,
      power: 1,
    }));
    const distance = this.#most(above, minimumObjective(terms));
    const left = this.#most(above, sumObjective(terms));
    const largest = this.#largestProduct(signers, zone);
    return {
      gain: units.map((own, party) => inPoints(minus(own, parties[party]!.disagreement), parties[party]!.scale)),
      distance: distance.value,
      left: left.value,
      nash: largest.log === -Infinity ? null : Math.exp(this.#logProduct(deal, signers) - largest.log),
      nearest: nearestDraft(this.#drafts, deal),
      proven: distance.proven && left.proven && largest.proven,
    };
  }

  /** The most that the objective, which is 0 for a deal of the region that is known, comes to. */
  #most(region: Region, objective: Objective): { readonly value: number; readonly proven: boolean } {
    const { best, proven } = seekBest(this.#problem, region, objective, { nodes: 0 }, this.#nodes);
    return { value: best === null ? 0 : Math.max(0, objective.value(best.utility)), proven };
  }

  #largestProduct(signers: readonly number[], region: Region): NashProduct {
    const key = signers.join();
    const known = this.#nash.get(key);
    if (known !== undefined) return known;
    const zone = { parties: signers, region };
    const { deal, proven } = recommendedDeal(this.#problem, zone, 'nash', this.#nodes, { nodes: 0 });
    const product = { log: deal === null ? -Infinity : this.#logProduct(deal, signers), proven };
    this.#nash.set(key, product);
    return product;
  }

  /** Logarithm of the product of the signers' gains, each to its power; -Infinity where one gains nothing. */
  #logProduct(deal: Deal, signers: readonly number[]): number {
    const units = allUnits(this.#problem, deal);
    return gainTerms(this.#problem, signers).reduce(
      (sum, { party, offset, divisor, power }) =>
        sum + power * Math.log(inPoints(minus(units[party]!, offset), divisor)),
      0,
    );
  }
}

interface NashProduct {
  readonly log: number;
  readonly proven: boolean;
}

function nearestDraft(drafts: readonly Draft[], deal: Deal): RunStanding['nearest'] {
  let nearest: RunStanding['nearest'] = null;
  drafts.forEach((draft, index) => {
    const clauses = draft.filter((option) => option !== null).length;
    if (clauses === 0) return;
    const kept = draft.filter((option, issue) => option !== null && option === deal[issue]).length;
    if (nearest === null || kept / clauses > nearest.share) nearest = { draft: index, share: kept / clauses };
  });
  return nearest;
}
