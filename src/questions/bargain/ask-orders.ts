/** A session in every order of its agenda, as jobs, and with all issues at once beside them. */
import type { Outcome } from '../../engine/bargain/answer.ts';
import { spaceSize } from '../../engine/problem.ts';
import { gainOf } from '../../report/case.ts';
import { counting, first, partsOf } from '../crew.ts';
import { InputError } from '../input-error.ts';
import type { Asker, OpenCase } from '../question.ts';
import { periodOf } from './period.ts';
import type { OrdersCase, Setup } from './case.ts';
import { permutations } from './permutations.ts';
import { sessionQuestion } from './session-question.ts';

/** Six groups have 720 orders. */
const MOST_GROUPS = 6;

/** Parts that the sessions are split into; how has no effect on the answer. */
const PARTS = 64;

/** @throws InputError without an agenda, or for one of too many groups */
export async function askOrders(
  opened: OpenCase,
  setup: Setup,
  threads: number | undefined,
  { crewFor }: Asker,
): Promise<OrdersCase> {
  const agenda = agendaOf(setup);
  const { groups, each } = agenda;
  const { scenario, compiled } = periodOf(setup, 1);
  const { problem } = compiled;
  const orders = permutations([...groups.keys()]);
  const protocols = [each, ...orders.map((order) => ({ ...agenda, groups: order.map((group) => groups[group]!) }))];
  const crew = crewFor({ doing: 'Bargaining over', threads, stoppable: true });
  const found = await crew.run<'orders'>(
    partsOf(protocols.length, PARTS).map(({ from, to }) => ({
      kind: 'orders',
      problem,
      question: { ...sessionQuestion(setup), protocols: protocols.slice(from, to) },
    })),
    counting(protocols.length, 'session'),
  );
  const outcomes = found.flat();
  return {
    ...opened,
    kind: 'orders',
    scenario,
    compiled,
    answer: { space: spaceSize(problem) },
    setup,
    agenda,
    atOnce: first(outcomes),
    orders: outcomes.slice(1).map((outcome, k) => ({ order: orders[k]!, outcome })),
    asked: orders.length,
    seed: setup.seed,
  };
}

function agendaOf({ protocol }: Setup): OrdersCase['agenda'] {
  if (protocol.kind !== 'agenda') {
    throw new InputError([
      "error: --all-orders has no effect without an agenda; add --agenda 'a,b;c' with issues of the scenario, or leave it out",
    ]);
  }
  const { length } = protocol.groups;
  if (length < 2) throw new InputError(['error: --all-orders: the agenda is one group, which has one order']);
  if (length > MOST_GROUPS) {
    throw new InputError([
      `error: --all-orders takes up to ${MOST_GROUPS} groups, and the agenda has ${length} (issues that it does not name are one more); put issues together`,
    ]);
  }
  return protocol;
}

/** By party, in points over no deal by the positions of the day; 0 without a deal. */
export function gainsOf({ scenario, setup }: OrdersCase, { agreement }: Outcome): readonly number[] {
  return scenario.parties.map((_, party) =>
    agreement === null ? 0 : gainOf(periodOf(setup, agreement.round), party, agreement.deal),
  );
}
