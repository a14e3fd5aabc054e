/** The JSON document of `winset bargain --all-orders --json`: what a session comes to in every order of its agenda. */
import type { Outcome } from '../../engine/bargain/answer.ts';
import { byParty, documentHead } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import { gainsOf } from './ask-orders.ts';
import type { OrdersCase } from './case.ts';
import { agreementDocument, setupDocument } from './setup-document.ts';

/** Groups are numbered from 1, as they stand in `agenda.groups`. */
export function ordersDocument(of: OrdersCase): Json {
  return {
    ...documentHead('bargain', of, of.seed),
    ...setupDocument(of, of.setup),
    orderCount: of.asked,
    atOnce: outcomeDocument(of, of.atOnce),
    orders: of.orders.map(({ order, outcome }) => ({
      groups: order.map((group) => group + 1),
      ...outcomeDocument(of, outcome),
      group: outcome.group === null ? null : order[outcome.group]! + 1,
    })),
    warnings: of.warnings,
  };
}

function outcomeDocument(of: OrdersCase, outcome: Outcome): { readonly [key: string]: Json } {
  const gains = gainsOf(of, outcome);
  return {
    ended: outcome.ended,
    round: outcome.round,
    agreement: agreementDocument(of, outcome.agreement),
    gain: byParty(of, (party) => gains[party]!),
  };
}
