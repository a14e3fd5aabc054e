/** The table of a session: whose positions hold in a round, who still sits at it, and what has been offered. */
import { suffices, utilityPoints } from '../../deal.ts';
import type { Deal, Problem } from '../../problem.ts';
import { seededRandom } from '../../random.ts';
import type { Agreement, Ending, Offer, Session } from '../answer.ts';
import type { Bid, Moment } from '../party/negotiator.ts';
import { Negotiator } from '../party/negotiator.ts';
import type { Sides } from '../party/own-side.ts';
import type { SessionQuestion } from '../question.ts';

/** How a session is watched while it runs. */
export interface SessionWatch {
  /** Told how many offers are made. */
  readonly onProgress?: (offers: number) => void;
  /** Asked before each round; true ends the session there. */
  readonly stop?: () => boolean;
}

export class Table {
  readonly rounds: number;
  readonly #watch: SessionWatch;
  readonly #question: SessionQuestion;
  readonly #sides: Sides;
  readonly #negotiators: readonly Negotiator[];
  readonly #offers: Offer[] = [];
  readonly #left: { readonly party: number; readonly round: number }[] = [];
  #problem: Problem;

  constructor(problem: Problem, question: SessionQuestion, sides: Sides, watch: SessionWatch = {}) {
    this.#watch = watch;
    this.rounds = question.rounds;
    this.#question = question;
    this.#sides = sides;
    this.#problem = problem;
    this.#negotiators = question.strategies.map(
      (strategy, party) =>
        new Negotiator(
          strategy,
          sides.of(problem, party, question.publicLines === true),
          seededRandom(`${question.seed}/party/${party}`),
        ),
    );
  }

  /** The positions of the round that was opened last. */
  get problem(): Problem {
    return this.#problem;
  }

  /** Who still sits at the table, in the order of speaking. */
  get seated(): readonly number[] {
    return this.#question.order.filter((party) => this.#left.every((gone) => gone.party !== party));
  }

  /** Whether the work is to be ended before the next round. */
  get isStopped(): boolean {
    return this.#offers.length > 0 && this.#watch.stop?.() === true;
  }

  /** From now on the positions of this round hold; true where they are other ones. */
  open({ round }: Moment): boolean {
    const positions = this.#question.later.findLast(({ fromRound }) => fromRound <= round);
    if (positions === undefined || positions.problem === this.#problem) return false;
    this.#problem = positions.problem;
    this.#negotiators.forEach((negotiator, party) =>
      negotiator.takeSide(this.#sides.of(positions.problem, party, this.#question.publicLines === true)),
    );
    return true;
  }

  negotiator(party: number): Negotiator {
    return this.#negotiators[party]!;
  }

  /** Puts a party's offer on the table, for all to hear; `accepted` may grow later. */
  offer(party: number, { deal, target, proven }: Bid, accepted: readonly number[], moment: Moment): void {
    this.#negotiators.forEach((negotiator, other) => {
      if (other === party) negotiator.note(deal);
      else negotiator.hear(party, deal, moment);
    });
    this.#offers.push({
      round: moment.round + 1,
      party,
      group: null,
      deal,
      utility: utilityPoints(this.#problem, deal),
      target: this.negotiator(party).side.points(target),
      accepted,
      proven,
    });
    this.#watch.onProgress?.(this.#offers.length);
  }

  /** Puts a mediator's text on the table, to which these do not object. */
  show(deal: Deal, accepted: readonly number[], { round }: Moment): void {
    const utility = utilityPoints(this.#problem, deal);
    this.#offers.push({
      round: round + 1,
      party: null,
      group: null,
      deal,
      utility,
      target: null,
      accepted,
      proven: true,
    });
    this.#watch.onProgress?.(this.#offers.length);
  }

  /** Lets go whoever has had enough; false where those who are left are too few whatever the clauses. */
  letLeave(moment: Moment): boolean {
    for (const party of this.seated) if (this.negotiator(party).leaves(moment)) this.leave(party, moment);
    return this.canDeal;
  }

  /** False where those who are left are too few whatever the clauses. */
  get canDeal(): boolean {
    const { required, quorum } = this.#problem.consent;
    return this.seated.length >= quorum && required.every((party) => this.seated.includes(party));
  }

  leave(party: number, { round }: Moment): void {
    this.#left.push({ party, round: round + 1 });
  }

  isDeal(deal: Deal, accepted: readonly number[]): boolean {
    return suffices(this.#problem, deal, new Set(accepted));
  }

  agreed(proposer: number | null, deal: Deal, accepted: readonly number[], { round }: Moment): Session {
    const signers = accepted.toSorted((a, b) => a - b);
    const utility = utilityPoints(this.#problem, deal);
    return this.#session('deal', { round: round + 1, proposer, deal, utility, signers });
  }

  failed(ended: Exclude<Ending, 'deal'>): Session {
    return this.#session(ended, null);
  }

  #session(ended: Ending, agreement: Agreement | null): Session {
    return { ended, agreement, offers: this.#offers, left: this.#left };
  }
}
