/** What perfect foresight would do, as jobs: the rounds asked for, other horizons, other orders and other patience. */
import { spaceSize } from '../../engine/problem.ts';
import type { Equilibrium } from '../../engine/bargain/answer.ts';
import type { EquilibriumQuestion } from '../../engine/bargain/question.ts';
import type { Fraction } from '../../exact/fraction.ts';
import { TIES } from '../budgets.ts';
import { first, silent } from '../crew.ts';
import type { Asker, OpenCase } from '../question.ts';
import type { ForesightCase, Setup, Variation } from './case.ts';
import { permutations } from './permutations.ts';

/** Horizons that are looked at beside the one asked for. */
const HORIZONS = [1, 2, 3, 4, 5, 6, 7, 8];
/** All orders of so many parties; of more, each party first with the others as they are. */
const FEW_PARTIES = 5;
const PATIENCE: readonly Fraction[] = [
  { num: 1n, den: 2n },
  { num: 9n, den: 10n },
  { num: 1n, den: 1n },
];

export async function askForesight(
  opened: OpenCase,
  setup: Setup,
  nodes: number | undefined,
  { crewFor, patience }: Asker,
): Promise<ForesightCase> {
  const { compiled } = opened;
  const { problem } = compiled;
  const question = questionOf(setup);
  const variations = [...horizonsOf(setup), ...patienceOf(setup), ...ordersOf(setup)];
  const others = variations.map((variation) => variation.question);
  const crew = crewFor({ doing: 'Looking ahead in', stoppable: true });
  const rounds = others.reduce((sum, each) => sum + each.rounds, question.rounds);
  const found = first(
    await crew.run<'equilibrium'>([{ kind: 'equilibrium', problem, question, others, nodes }], ([done]) => ({
      text: `${done ?? 0} of ${rounds} rounds`,
      share: (done ?? 0) / rounds,
    })),
  );
  const options = { drafts: [], coalition: null, ties: TIES[patience] };
  const glance = first(await crew.run<'glance'>([{ kind: 'glance', problem, options }], silent));
  return {
    ...opened,
    kind: 'foresight',
    answer: { space: spaceSize(problem) },
    setup,
    equilibrium: found.asked,
    variations: variations.flatMap((variation, k) => {
      const other = found.others[k] ?? null;
      return other === null ? [] : [{ ...variation, found: other }];
    }),
    leftOut: found.others.filter((other) => other === null).length,
    glance,
    seed: setup.seed,
  };
}

type Without<T> = T extends unknown ? Omit<T, 'found'> : never;
type Asked = Without<Variation>;

/** What is asked of perfect foresight. */
export function questionOf({ protocol, rounds, order, patience }: Setup): EquilibriumQuestion {
  return {
    rounds,
    patience,
    proposers:
      protocol.kind === 'random-proposer'
        ? { kind: 'drawn', chances: protocol.chances.map((chance) => ({ num: BigInt(chance), den: 1n })) }
        : { kind: 'order', order },
  };
}

/** Shorter ones. */
function horizonsOf(setup: Setup): readonly Asked[] {
  const shorter = HORIZONS.filter((rounds) => rounds < setup.rounds);
  return shorter.map((rounds) => ({ kind: 'horizon', rounds, question: { ...questionOf(setup), rounds } }));
}

function ordersOf(setup: Setup): readonly Asked[] {
  const { order, protocol } = setup;
  if (protocol.kind === 'random-proposer') return [];
  const orders =
    order.length <= FEW_PARTIES
      ? permutations(order)
      : order.map((starter) => [starter, ...order.filter((party) => party !== starter)]);
  return orders.map((own) => ({
    kind: 'order',
    order: own,
    question: { ...questionOf(setup), proposers: { kind: 'order', order: own } },
  }));
}

function patienceOf(setup: Setup): readonly Asked[] {
  return setup.order
    .toSorted((a, b) => a - b)
    .flatMap((party) =>
      PATIENCE.map((own): Asked => {
        const patience = setup.patience.map((standing, other) => (other === party ? own : standing));
        return { kind: 'patience', party, patience: own, question: { ...questionOf(setup), patience } };
      }),
    );
}

/** The round in which something is agreed, with what is; null where every round passes, or proposers are drawn. */
export function agreedIn({ rounds }: Equilibrium) {
  for (const { round, proposals } of rounds) {
    const [only] = proposals;
    if (proposals.length !== 1 || only === undefined) return null;
    if (only.offer !== null) return { round, proposer: only.proposer, ...only.offer };
  }
  return null;
}
