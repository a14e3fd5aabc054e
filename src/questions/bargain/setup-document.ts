/** What the JSON documents on sessions share: how they are run, offers, agreements. */
import type { ScoredDeal } from '../../engine/answer.ts';
import type { Agreement, Offer, Session } from '../../engine/bargain/answer.ts';
import { ratioText } from '../../exact/fraction.ts';
import type { Named } from '../../report/case.ts';
import { byParty, dealDocument, partyIds } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import { STRATEGY_NUMBERS } from '../../scenario/format/strategy.ts';
import type { Strategy } from '../../scenario/scenario.ts';
import type { Setup } from './case.ts';

/** How the session is run. */
export function setupDocument(
  of: Named,
  { protocol, rounds, order, strategies, patience, publicLines }: Setup,
): { readonly [key: string]: Json } {
  const whole = protocol.kind === 'agenda' ? protocol.each : protocol;
  return {
    protocol: whole.kind,
    agenda:
      protocol.kind === 'agenda'
        ? {
            groups: protocol.groups.map((group) => group.map((issue) => of.scenario.issues[issue]!.id)),
            revisable: protocol.revisable,
          }
        : null,
    redLines: publicLines ? 'public' : 'private',
    rounds,
    order: partyIds(of, order),
    strategies: byParty(of, (party) => strategyDocument(strategies[party]!)),
    patience: byParty(of, (party) => ratioText(patience[party]!)),
  };
}

function strategyDocument({ kind, number }: Strategy): Json {
  const taken = STRATEGY_NUMBERS[kind];
  return { kind, ...(taken === null ? {} : { [taken.key]: number?.value ?? taken.usual }) };
}

export function agreementDocument(of: Named, agreement: Agreement | null): Json {
  if (agreement === null) return null;
  return {
    round: agreement.round,
    proposer: proposerId(of, agreement.proposer),
    ...scored(of, agreement),
    signers: partyIds(of, agreement.signers),
  };
}

export function offersDocument(of: Named, { offers }: Session): Json {
  return offers.map((offer) => offerDocument(of, offer));
}

export function leftDocument({ scenario }: Named, { left }: Session): Json {
  return left.map(({ party, round }) => ({ party: scenario.parties[party]!.id, round }));
}

function offerDocument(of: Named, offer: Offer): Json {
  return {
    round: offer.round,
    party: proposerId(of, offer.party),
    ...scored(of, offer),
    accepted: partyIds(of, offer.accepted),
    proven: offer.proven,
  };
}

export function scored(of: Named, { deal, utility }: ScoredDeal): { readonly [key: string]: Json } {
  return { deal: dealDocument(of, deal), utility: byParty(of, (party) => utility[party]!) };
}

/** Null: the mediator. */
function proposerId({ scenario }: Named, party: number | null): string | null {
  return party === null ? null : scenario.parties[party]!.id;
}
