/** The JSON document of `winset bargain --json`, schema "winset/bargain@1". */
import type { Offer, Session } from '../../engine/bargain/answer.ts';
import type { ScoredDeal } from '../../engine/answer.ts';
import { fractionText } from '../../engine/fraction.ts';
import type { Named } from '../../report/case.ts';
import { byParty, dealDocument, documentHead, partyIds } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import { STRATEGY_NUMBERS } from '../../scenario/format/strategy.ts';
import type { Strategy } from '../../scenario/scenario.ts';
import type { BargainCase, SessionCase, Setup } from './case.ts';
import { foresightDocument } from './foresight-document.ts';

export function document(of: BargainCase): Json {
  return of.kind === 'session' ? sessionDocument(of) : foresightDocument(of);
}

/** Rounds count from 1; patience is an exact fraction as text. */
function sessionDocument(of: SessionCase): Json {
  const { setup, session, comparison } = of;
  return {
    ...documentHead('bargain', of, of.seed),
    ...setupDocument(of, setup),
    runs: [{ seed: setup.seed, ...runDocument(of, session) }],
    summary: { agreements: session.agreement === null ? 0 : 1, runs: 1 },
    periods: setup.periods.map(({ fromRound, date, scenario }, k) => ({
      fromRound,
      date,
      stage: scenario.stage,
      empty: comparison.glances[k]!.empty,
    })),
    efficient: comparison.agreement?.efficient ?? null,
    beatenBy: comparison.agreement?.dominatedBy ? scored(of, comparison.agreement.dominatedBy) : null,
    warnings: of.warnings,
  };
}

/** How the session is run. */
function setupDocument(
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
    patience: byParty(of, (party) => fractionText(patience[party]!)),
  };
}

function strategyDocument({ kind, number }: Strategy): Json {
  const taken = STRATEGY_NUMBERS[kind];
  return { kind, ...(taken === null ? {} : { [taken.key]: number?.value ?? taken.usual }) };
}

function runDocument(of: SessionCase, { ended, agreement, offers, left }: Session): { readonly [key: string]: Json } {
  return {
    ended,
    agreement:
      agreement === null
        ? null
        : {
            round: agreement.round,
            proposer: proposerId(of, agreement.proposer),
            ...scored(of, agreement),
            signers: partyIds(of, agreement.signers),
          },
    offers: offers.map((offer) => offerDocument(of, offer)),
    left: left.map(({ party, round }) => ({ party: of.scenario.parties[party]!.id, round })),
  };
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

function scored(of: Named, { deal, utility }: ScoredDeal): { readonly [key: string]: Json } {
  return { deal: dealDocument(of, deal), utility: byParty(of, (party) => utility[party]!) };
}

/** Null: the mediator. */
function proposerId({ scenario }: Named, party: number | null): string | null {
  return party === null ? null : scenario.parties[party]!.id;
}
