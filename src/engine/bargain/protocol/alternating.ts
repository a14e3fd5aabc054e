/**
 * Stacked alternating offers (Aydogan, Festen, Hindriks and Jonker 2017): in turn each party accepts the standing offer or
 * replaces it by its own.
 */
import type { Deal } from '../../problem.ts';
import type { Session } from '../answer.ts';
import type { Moment } from '../party/negotiator.ts';
import type { Table } from './table.ts';

/** The offer on the table; `accepted` has its proposer and whoever has accepted it since. */
interface Standing {
  readonly proposer: number;
  readonly deal: Deal;
  readonly accepted: number[];
}

export function alternating(table: Table): Session {
  let standing: Standing | null = null;
  for (let round = 0; round < table.rounds; round++) {
    if (table.isStopped) return table.failed('stopped');
    const moment: Moment = { round, rounds: table.rounds };
    if (table.open(moment)) standing = keptBy(standing, (party, deal) => table.negotiator(party).side.couldSign(deal));
    for (const party of table.seated) {
      if (table.negotiator(party).leaves(moment)) {
        table.leave(party, moment);
        standing = keptBy(standing, (other) => other !== party);
        if (!table.canDeal) return table.failed('walk-out');
        continue;
      }
      standing = act(table, party, standing, moment);
      if (standing !== null && table.isDeal(standing.deal, standing.accepted)) {
        return table.agreed(standing.proposer, standing.deal, standing.accepted, moment);
      }
    }
  }
  return table.failed('deadline');
}

/** What stands after the party's turn. */
function act(table: Table, party: number, standing: Standing | null, moment: Moment): Standing | null {
  if (standing?.accepted.includes(party) === true) return standing;
  const turn = table.negotiator(party).turn(moment);
  if (standing !== null && turn.accepts(standing.deal)) {
    standing.accepted.push(party);
    return standing;
  }
  const bid = turn.bid();
  if (bid === null) return standing;
  const accepted = [party];
  table.offer(party, bid, accepted, moment);
  return { proposer: party, deal: bid.deal, accepted };
}

/** The offer with those who still hold to it; it falls with its proposer. */
function keptBy(standing: Standing | null, holds: (party: number, deal: Deal) => boolean): Standing | null {
  if (standing === null) return null;
  const { proposer, deal, accepted } = standing;
  accepted.splice(0, accepted.length, ...accepted.filter((party) => holds(party, deal)));
  return accepted.includes(proposer) ? standing : null;
}
