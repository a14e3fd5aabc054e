/** Why a session ended without a deal: whether there was one to be had, and the offer that came nearest. */
import { acceptingParties, matches } from '../../engine/deal.ts';
import type { Deal } from '../../engine/problem.ts';
import { takesStrategies } from '../../engine/bargain/protocol/protocol.ts';
import { reservationOf } from '../../report/case.ts';
import { pointsOf } from '../../report/digits.ts';
import { listed, partyInside } from '../../report/view/words.ts';
import type { Period, SessionCase } from './case.ts';
import type { OfferMove } from './moves.ts';
import { movesOf } from './moves.ts';
import { periodOf } from './period.ts';
import { proposerName } from './words.ts';

export function failureSentences(of: SessionCase): string[] {
  const { scenario, setup, comparison, session } = of;
  const { glances } = comparison;
  const nearest = nearestOffer(of);
  const near =
    nearest === null
      ? []
      : [
          `The offer that came nearest was that of ${proposerName(scenario, nearest.move.offer.party)} in round ${nearest.move.offer.round}: ` +
            (nearest.refusing.length === 0
              ? 'everybody could have signed it, and somebody held out for more.'
              : `${nearest.refusing.map((party) => refusalWords(of, nearest.move, party)).join('; ')}.`),
        ];
  if (glances.every(({ empty }) => empty === true)) {
    return [
      setup.periods.length > 1
        ? 'There was none to be had on any of these days (proven): winset explain says why.'
        : 'There was none to be had: no combination of clauses is signed by everybody whose signature it needs (proven). winset explain says why.',
      ...near,
    ];
  }
  const open = glances.some(({ empty }) => empty === false);
  return [
    open
      ? `There were deals to be had${setup.periods.length > 1 ? ' on some of these days' : ''}: what was missing is ${missingWords(of, nearest)}.`
      : 'Whether there was one to be had is not decided within the search budget.',
    ...near,
    ...(session.ended === 'deadline'
      ? [
          takesStrategies(setup.protocol)
            ? 'More rounds, or a party that comes down sooner, may end otherwise: --rounds, --strategies.'
            : 'More rounds may end otherwise: --rounds.',
        ]
      : []),
  ];
}

/** Why the party would not sign the offer: lines that it crosses, else what it is worth to the party. */
function refusalWords(of: SessionCase, { offer }: OfferMove, party: number): string {
  const at = periodOf(of.setup, offer.round);
  const name = partyInside(at.scenario, party);
  const lines = crossedBy(at, offer.deal, party);
  if (lines.length > 0) return `${name} would not sign it, for it crosses ${listed(lines)}`;
  const worth = pointsOf(at, party, offer.utility[party]!);
  return `${name} would not sign it, for it is worth ${worth} to it, and it signs for ${pointsOf(at, party, reservationOf(at, party))}`;
}

/** The red lines of the party that a deal crosses, as "party.line". */
function crossedBy({ scenario, compiled: { problem } }: Period, deal: Deal, party: number): readonly string[] {
  const { id, redLines } = scenario.parties[party]!;
  const crossed = problem.parties[party]!.redLines.map((line) => matches(deal, line));
  return redLines.flatMap((line, k) => (crossed[k] === true ? [`${id}.${line.id}`] : []));
}

function missingWords({ setup }: SessionCase, nearest: Nearest | null): string {
  if (nearest === null || nearest.refusing.length === 0) return 'a concession in time';
  const { move, refusing } = nearest;
  const at = periodOf(setup, move.offer.round);
  return refusing.every((party) => crossedBy(at, move.offer.deal, party).length > 0)
    ? 'an offer that crosses no red line'
    : 'a concession in time';
}

interface Nearest {
  readonly move: OfferMove;
  readonly refusing: readonly number[];
}

/** The offer that the most parties could sign, the last of several, with those who could not. */
function nearestOffer({ setup, session }: SessionCase): Nearest | null {
  let best: Nearest | null = null;
  for (const move of movesOf(session)) {
    const { problem } = periodOf(setup, move.offer.round).compiled;
    const accepting = acceptingParties(problem, move.offer.deal);
    const refusing = [...problem.parties.keys()].filter((party) => !accepting.has(party));
    if (best === null || refusing.length <= best.refusing.length) best = { move, refusing };
  }
  return best;
}
