/** What `counter_offers` answers: the document, its schema, and the same in a few lines. */
import { z } from 'zod';
import type { CounterOffer, CounterOffers } from '../engine/counter/counter.ts';
import { accepts } from '../engine/deal.ts';
import { inPoints } from '../engine/units.ts';
import type { Json } from '../report/json.ts';
import { dealDocument, documentHead } from '../report/json.ts';
import { record } from '../report/json-text.ts';
import { byParty, deal as dealSchema, head, ids, points } from '../report/json-schema.ts';
import type { OpenCase } from '../questions/question.ts';
import { optionId } from '../scenario/format/options.ts';
import type { Offering, Side } from './offering.ts';

/** Clauses of a deal that the short text spells out. */
const MOST_CLAUSES = 12;

export const schema = z.strictObject({
  ...head('counter-offers'),
  party: z.string(),
  least: points,
  known: byParty(z.enum(['numbers', 'offers'])).describe('What each side is judged by.'),
  offers: z.array(
    z.strictObject({
      to: z.string().describe('The party it is the best for, among all deals worth enough.'),
      deal: dealSchema,
      utility: byParty(points).describe('Of the parties whose numbers count here.'),
      accepts: byParty(z.boolean()).describe('Whether they would sign it.'),
      apartOn: z.string().nullable().describe('The issue on which earlier offers to the same party are not repeated.'),
      proven: z.boolean().describe('True: no such deal is better for that party.'),
    }),
  ),
  none: ids.describe('Parties for which no deal at all is worth enough and crosses no red line that is known.'),
  complete: z.boolean().describe('False: there are no more such deals than these.'),
});

export function documentOf(opened: OpenCase, who: Offering, found: CounterOffers, count: number): Json {
  const { scale } = who.problem.parties[who.party]!;
  return {
    ...documentHead('counter-offers', opened),
    party: who.id,
    least: inPoints(who.least, scale),
    known: record(who.sides.map(({ id, by }) => [id, by] as const)),
    offers: found.offers.map((offer) => ({
      to: sideOf(who, offer.side).id,
      deal: dealDocument(opened, offer.deal),
      utility: record(who.told.map(({ id, number }) => [id, offer.utility[number]!] as const)),
      accepts: record(
        who.told.map(({ id, number }) => [id, accepts(who.problem, who.problem.parties[number]!, offer.deal)] as const),
      ),
      apartOn: offer.apartOn === null ? null : opened.scenario.issues[offer.apartOn]!.id,
      proven: offer.proven,
    })),
    none: found.none.map((side) => sideOf(who, side).id),
    complete: found.offers.length === count,
    warnings: opened.warnings,
  };
}

function sideOf({ sides }: Offering, side: number): Side {
  const found = sides.find(({ number }) => number === side);
  if (found === undefined) throw new RangeError('every offer is for one of the sides');
  return found;
}

export function summaryOf(opened: OpenCase, who: Offering, found: CounterOffers, count: number): string {
  const least = inPoints(who.least, who.problem.parties[who.party]!.scale);
  const lines = found.offers.map((offer, k) => `${k + 1}. ${offerWords(opened, who, offer)}`);
  const none = found.none.map((side) => {
    const { id } = sideOf(who, side);
    return `For ${id}: no deal is worth ${least} points to ${who.id} and crosses no red line that is known.`;
  });
  const isLess = found.offers.length < count && found.none.length < who.sides.length;
  return [
    ...(lines.length === 0 ? [] : [`Offers of ${who.id}, each worth at least ${least} points to it:`]),
    ...lines,
    ...none,
    ...(isLess ? ['There are no more such deals that differ.'] : []),
  ].join('\n');
}

function offerWords({ scenario: { issues } }: OpenCase, who: Offering, offer: CounterOffer): string {
  const { id, by } = sideOf(who, offer.side);
  const deal = issues.map((issue, at) => `${issue.id} ${optionId(issue, offer.deal[at]!)}`);
  const clauses = issues.length > MOST_CLAUSES ? `${issues.length} clauses` : deal.join(', ');
  const apart = offer.apartOn === null ? '' : `, with another option on ${issues[offer.apartOn]!.id}`;
  const signed = who.told.filter(({ number }) => accepts(who.problem, who.problem.parties[number]!, offer.deal));
  const worth = Math.round(10 * offer.utility[who.party]!) / 10;
  const signers = signed.length > 1 ? `; ${signed.map((each) => each.id).join(', ')} would sign` : '';
  return `Best for ${id} by its ${by}${apart}: ${clauses}. Worth ${worth} points to ${who.id}${signers}.`;
}
