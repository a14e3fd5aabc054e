/**
 * Everybody tables an offer at once; while none is good enough for enough parties, whoever is least willing to risk a
 * failure concedes just enough (Zeuthen 1930; as a protocol Rosenschein and Zlotkin 1994; with more than two parties the
 * risk is measured against the offer of another that is worst for oneself, Endriss 2006).
 *
 * The protocol itself decides what is offered, from the numbers of all: strategies have no say. For two parties it ends
 * near the Nash deal (Harsanyi 1956).
 */
import { allUnits } from '../../deal.ts';
import type { Maximum } from '../../search/maximise.ts';
import { inPoints, larger, minus, plus } from '../../units.ts';
import type { Units } from '../../units.ts';
import type { Session } from '../answer.ts';
import { Foresight } from '../foresight/foresight.ts';
import { concessionNodes } from '../offer/offer-nodes.ts';
import type { Table } from './table.ts';

/** How finely it is told what is just enough: parts of the way to what another asks for. */
const STEPS = 64;

/** An offer with what it is worth to everybody. */
interface Tabled extends Maximum {
  readonly proven: boolean;
}

export function simultaneous(table: Table): Session {
  let foresight = foresightOf(table);
  let offers: (Tabled | null)[] = [];
  for (let round = 0; round < table.rounds; round++) {
    if (table.isStopped) return table.failed('stopped');
    const moment = { round, rounds: table.rounds };
    if (table.open(moment)) foresight = foresightOf(table);
    if (!table.letLeave(moment)) return table.failed('walk-out');
    const { seated } = table;
    offers = table.problem.parties.map((_, party) => {
      const before = offers[party] ?? null;
      if (!seated.includes(party)) return null;
      const stands = before !== null && table.negotiator(party).side.couldSign(before.deal);
      return stands
        ? { ...before, utility: allUnits(table.problem, before.deal) }
        : firstOffer(table, foresight, party);
    });
    for (const party of seated) {
      const offer = offers[party] ?? null;
      if (offer === null) continue;
      const accepted = [party, ...seated.filter((other) => other !== party && takes(table, offers, other, offer))];
      const { deal, proven, utility } = offer;
      table.offer(party, { deal, proven, units: utility[party]!, target: utility[party]! }, accepted, moment);
      if (table.isDeal(deal, accepted)) return table.agreed(party, deal, accepted, moment);
    }
    concede(table, foresight, offers);
  }
  return table.failed('deadline');
}

function foresightOf({ problem }: Table): Foresight {
  return new Foresight(problem, concessionNodes(problem));
}

/** The deal that is best for the party among those that enough could sign. */
function firstOffer(table: Table, foresight: Foresight, party: number): Tabled | null {
  return tabled(
    foresight,
    rankingOf(table, party),
    table.problem.parties.map(() => -Infinity),
  );
}

function tabled(foresight: Foresight, ranking: readonly number[], floors: readonly Units[]): Tabled | null {
  const { best, proven } = foresight.bestFor(ranking, floors);
  return best === null ? null : { ...best, proven };
}

function rankingOf(table: Table, party: number): readonly number[] {
  return [party, ...table.problem.parties.keys()].filter((other, place, all) => all.indexOf(other) === place);
}

/** Whether another's offer is worth at least one's own. */
function takes(table: Table, offers: readonly (Tabled | null)[], party: number, { deal, utility }: Tabled): boolean {
  const own = offers[party] ?? null;
  return (own === null || utility[party]! >= own.utility[party]!) && table.negotiator(party).side.couldSign(deal);
}

/** The first that can of those who are least willing to risk a failure changes its offer. */
function concede(table: Table, foresight: Foresight, offers: (Tabled | null)[]): void {
  const active = table.seated.filter((party) => (offers[party] ?? null) !== null);
  const willing = active.toSorted((a, b) => riskOf(table, offers, a) - riskOf(table, offers, b));
  for (const [place, party] of willing.entries()) {
    // Who could not concede although it should have is nobody to wait for.
    const next = conceded(table, foresight, offers, party, willing.slice(place + 1));
    if (next === null) continue;
    offers[party] = next;
    return;
  }
}

/** (gain of the own offer - gain of the worst other offer) / gain of the own offer; 1 where the own gains nothing. */
function riskOf(table: Table, offers: readonly (Tabled | null)[], party: number): number {
  const own = gainOf(table, offers[party]!, party);
  const worst = Math.min(
    ...offers.flatMap((offer, other) => (offer === null || other === party ? [] : [gainOf(table, offer, party)])),
  );
  if (worst >= own) return 0;
  return own <= 0 ? 1 : (own - Math.max(0, worst)) / own;
}

function gainOf({ problem }: Table, { utility }: Maximum, party: number): number {
  const { disagreement, scale } = problem.parties[party]!;
  return inPoints(minus(utility[party]!, disagreement), scale);
}

/**
 * The best deal for the party that goes just so far towards another's offer that one of `next` is less willing to risk a
 * failure, and all the way where there is none; null where there is no other offer to go to. Of those whom its own offer
 * gives less than they ask for it goes to whose offer is best for itself.
 */
function conceded(
  table: Table,
  foresight: Foresight,
  offers: readonly (Tabled | null)[],
  party: number,
  next: readonly number[],
): Tabled | null {
  const own = offers[party]!;
  const others = offers.flatMap((offer, other) =>
    offer === null || other === party || own.utility[other]! >= offer.utility[other]! ? [] : [offer],
  );
  const goal = others.reduce<Tabled | null>(
    (best, one) => (best === null || one.utility[party]! > best.utility[party]! ? one : best),
    null,
  );
  if (goal === null) return null;
  const at = (step: number): Tabled | null => {
    const floors = own.utility.map((units, other) => {
      const asked = goal.utility[other]!;
      if (other === party || asked <= units) return -Infinity;
      return larger(plus(units, 1), plus(units, part(minus(asked, units), step)));
    });
    return tabled(foresight, rankingOf(table, party), floors);
  };
  const isEnough = (offer: Tabled): boolean => {
    const after = offers.map((before, other) => (other === party ? offer : before));
    return next.some((other) => riskOf(table, after, other) <= riskOf(table, after, party));
  };
  let [low, high] = [0, STEPS];
  let found = at(STEPS) ?? goal;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const offer = at(middle);
    if (offer !== null && isEnough(offer)) [high, found] = [middle, offer];
    else low = middle;
  }
  return isConcession(own, found, party) ? found : null;
}

/** Less for the party itself; or as much, with more for somebody and less for nobody. So nobody goes round in circles. */
function isConcession({ utility: before }: Maximum, { utility: after }: Maximum, party: number): boolean {
  if (after[party]! !== before[party]!) return after[party]! < before[party]!;
  return after.every((units, other) => units >= before[other]!) && after.some((units, other) => units > before[other]!);
}

/** So many of the steps of a difference, rounded up. */
function part(difference: Units, step: number): Units {
  if (typeof difference === 'number') return Math.ceil((difference * step) / STEPS);
  return (difference * BigInt(step) + BigInt(STEPS - 1)) / BigInt(STEPS);
}
