/**
 * What perfect foresight would do: backward induction from the last round, with complete information and exact fractions
 * (Rubinstein 1982 in turn, Baron and Ferejohn 1989 with drawn proposers; each votes as if its vote decided, Baron and
 * Kalai 1993).
 *
 * After the last round nobody gains anything. In a round the proposer looks for the deal that is best for it among those
 * that enough parties accept, where a party accepts what it could sign and what gains it at least its patience times what
 * it would gain in the next round. It offers that deal if it gains the proposer itself at least as much, else it lets the
 * round pass.
 */
import { utilityPoints } from '../../deal.ts';
import { ceilToDenominator } from '../../ratio.ts';
import { add, fraction, nearest, multiply } from '../../../exact/fraction.ts';
import type { Fraction } from '../../../exact/fraction.ts';
import type { Problem } from '../../problem.ts';
import { plus } from '../../units.ts';
import type { Equilibrium, EquilibriumRound, Proposal } from '../answer.ts';
import { Foresight } from './foresight.ts';
import { exactGains } from './gain.ts';
import type { EquilibriumQuestion, Proposers } from '../question.ts';

const ZERO: Fraction = { num: 0n, den: 1n };
const ONE: Fraction = { num: 1n, den: 1n };

/** Questions after the first are left alone once they have together taken the nodes of so many searches. */
const MOST_SPENT = 12;

export interface EquilibriaOptions {
  /** Nodes that one search may take. */
  readonly nodes?: number;
  /** Told how many rounds are done in all. */
  readonly onProgress?: (rounds: number) => void;
  readonly stop?: () => boolean;
}

/**
 * What perfect foresight would do: of the question, and of others that are worth less effort. Null for those of them that
 * would take too long.
 */
export function equilibria(
  problem: Problem,
  question: EquilibriumQuestion,
  others: readonly EquilibriumQuestion[] = [],
  { nodes, onProgress = () => {}, stop = () => false }: EquilibriaOptions = {},
): { readonly asked: Equilibrium; readonly others: readonly (Equilibrium | null)[] } {
  const foresight = new Foresight(problem, nodes);
  let done = 0;
  const onRound = (): void => onProgress(++done);
  const asked = backwards(problem, question, foresight, onRound, () => false);
  const most = foresight.spent + MOST_SPENT;
  const isEnough = (): boolean => foresight.spent > most || stop();
  return { asked: asked!, others: others.map((other) => backwards(problem, other, foresight, onRound, isEnough)) };
}

function backwards(
  problem: Problem,
  { rounds, proposers, patience }: EquilibriumQuestion,
  foresight: Foresight,
  onRound: () => void,
  isEnough: () => boolean,
): Equilibrium | null {
  const found: EquilibriumRound[] = [];
  let proven = true;
  let after: readonly Fraction[] = problem.parties.map(() => ZERO);
  for (let round = rounds; round >= 1; round--) {
    if (isEnough()) return null;
    const waiting = after.map((gain, party) => multiply(patience[party]!, gain));
    const moves = movesIn(proposers, round, problem.parties.length).map((mover) =>
      moveOf(problem, foresight, mover, waiting),
    );
    proven &&= moves.every((move) => move.proposal.proven);
    after = problem.parties.map((_, party) =>
      moves.reduce((sum, { chance, gains }) => add(sum, multiply(chance, gains[party]!)), ZERO),
    );
    found.unshift({
      round,
      proposals: moves.map(({ proposal }) => ({ ...proposal, proven })),
      gain: after.map(nearest),
      exact: after,
    });
    onRound();
  }
  return { rounds: found, proven };
}

/** Who may propose, how likely, and whose gain decides between equals after its own. */
interface Mover {
  readonly ranking: readonly number[];
  readonly chance: Fraction;
}

function movesIn(proposers: Proposers, round: number, parties: number): readonly Mover[] {
  if (proposers.kind === 'order') {
    const turn = (round - 1) % proposers.order.length;
    return [{ ranking: rankingFrom(proposers.order, turn, parties), chance: ONE }];
  }
  const all = [...proposers.chances.keys()];
  const total = proposers.chances.reduce(add, ZERO);
  return all.flatMap((party) => {
    const { num, den } = proposers.chances[party]!;
    if (num === 0n) return [];
    return [{ ranking: rankingFrom(all, party, parties), chance: fraction(num * total.den, den * total.num) }];
  });
}

/** The order from this turn on, then whoever is not in it. */
function rankingFrom(order: readonly number[], turn: number, parties: number): readonly number[] {
  const turned = [...order.slice(turn), ...order.slice(0, turn)];
  const others = Array.from({ length: parties }, (_, party) => party).filter((party) => !order.includes(party));
  return [...turned, ...others];
}

interface Move {
  readonly chance: Fraction;
  readonly proposal: Proposal;
  readonly gains: readonly Fraction[];
}

function moveOf(
  problem: Problem,
  foresight: Foresight,
  { ranking, chance }: Mover,
  waiting: readonly Fraction[],
): Move {
  const floors = problem.parties.map(({ disagreement, scale }, party) =>
    plus(disagreement, ceilToDenominator(waiting[party]!, scale)),
  );
  const { best, proven } = foresight.bestFor(ranking, floors);
  const proposer = ranking[0]!;
  const likely = nearest(chance);
  if (best === null) {
    return { chance, proposal: { proposer, chance: likely, offer: null, proven }, gains: waiting };
  }
  const offer = { deal: best.deal, utility: utilityPoints(problem, best.deal) };
  return { chance, proposal: { proposer, chance: likely, offer, proven }, gains: exactGains(problem, best.deal) };
}
