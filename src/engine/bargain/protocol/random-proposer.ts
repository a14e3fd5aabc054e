/** Each round somebody is drawn to propose and the others vote at once (Baron and Ferejohn 1989). */
import type { Random } from '../../random.ts';
import type { Session } from '../answer.ts';
import type { Table } from './table.ts';

/** `chances` by party, in proportion; those of parties that have left fall away. */
export function randomProposer(table: Table, chances: readonly number[], random: Random): Session {
  for (let round = 0; round < table.rounds; round++) {
    if (table.isStopped) return table.failed('stopped');
    const moment = { round, rounds: table.rounds };
    table.open(moment);
    if (!table.letLeave(moment)) return table.failed('walk-out');
    const proposer = drawn(table.seated, chances, random);
    const bid = table.negotiator(proposer).turn(moment).bid();
    if (bid === null) continue;
    const voters = table.seated.filter((party) => party !== proposer);
    const accepted = [proposer, ...voters.filter((party) => table.negotiator(party).turn(moment).accepts(bid.deal))];
    table.offer(proposer, bid, accepted, moment);
    if (table.isDeal(bid.deal, accepted)) return table.agreed(proposer, bid.deal, accepted, moment);
  }
  return table.failed('deadline');
}

function drawn(parties: readonly number[], chances: readonly number[], random: Random): number {
  const total = parties.reduce((sum, party) => sum + chances[party]!, 0);
  let left = random() * total;
  for (const party of parties) {
    left -= chances[party]!;
    if (left < 0) return party;
  }
  return parties.at(-1)!;
}
