/** The JSON document of `winset bargain --equilibrium --json`, schema "winset/equilibrium@1". */
import type { EquilibriumRound, Proposal } from '../../engine/bargain/answer.ts';
import { ratioText } from '../../exact/fraction.ts';
import type { Named } from '../../report/case.ts';
import { byParty, dealDocument, documentHead, partyIds } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import { agreedIn } from './ask-foresight.ts';
import type { ForesightCase, Variation } from './case.ts';

/** Gains are points counted in their round; patience is an exact fraction as text. */
export function foresightDocument(of: ForesightCase): Json {
  const { setup, equilibrium, variations } = of;
  const agreed = agreedIn(equilibrium);
  return {
    ...documentHead('equilibrium', of, of.seed),
    rounds: setup.rounds,
    proposers: setup.protocol.kind === 'random-proposer' ? 'drawn' : 'order',
    order: partyIds(of, setup.order),
    patience: byParty(of, (party) => ratioText(setup.patience[party]!)),
    proven: equilibrium.proven,
    first:
      agreed === null
        ? null
        : {
            round: agreed.round,
            proposer: of.scenario.parties[agreed.proposer]!.id,
            deal: dealDocument(of, agreed.deal),
            utility: byParty(of, (party) => agreed.utility[party]!),
          },
    values: equilibrium.rounds.map((round) => roundDocument(of, round)),
    variations: variations.map((variation) => ({
      ...variedDocument(of, variation),
      gain: byParty(of, (party) => variation.found.rounds[0]!.gain[party]!),
      proven: variation.found.proven,
    })),
    leftOut: of.leftOut,
    warnings: of.warnings,
  };
}

/** With drawn proposers `proposer` and `deal` are null and `passes` says that nobody would propose. */
function roundDocument(of: Named, { round, proposals, gain, exact }: EquilibriumRound): Json {
  const only = proposals.length === 1 ? proposals[0]! : null;
  return {
    round,
    proposer: only === null ? null : of.scenario.parties[only.proposer]!.id,
    passes: proposals.every(({ offer }) => offer === null),
    deal: only === null || only.offer === null ? null : dealDocument(of, only.offer.deal),
    gain: byParty(of, (party) => gain[party]!),
    exact: byParty(of, (party) => ratioText(exact[party]!)),
    ...(only === null ? { proposals: proposals.map((proposal) => proposalDocument(of, proposal)) } : {}),
  };
}

function proposalDocument(of: Named, { proposer, chance, offer }: Proposal): Json {
  return {
    proposer: of.scenario.parties[proposer]!.id,
    chance,
    deal: offer === null ? null : dealDocument(of, offer.deal),
  };
}

function variedDocument(of: Named, variation: Variation): { readonly [key: string]: Json } {
  switch (variation.kind) {
    case 'horizon':
      return { kind: variation.kind, rounds: variation.rounds };
    case 'order':
      return { kind: variation.kind, order: partyIds(of, variation.order) };
    case 'patience':
      return {
        kind: variation.kind,
        party: of.scenario.parties[variation.party]!.id,
        patience: ratioText(variation.patience),
      };
  }
}
