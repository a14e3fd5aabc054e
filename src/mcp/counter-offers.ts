/** The tool `counter_offers`: deals that are worth enough to one party, each the best for another side. */
import { z } from 'zod';
import { compileDraft } from '../compile/compile.ts';
import { frequencyModel } from '../engine/bargain/opinion.ts';
import type { CounterOffer, CounterOffers } from '../engine/counter/counter.ts';
import { accepts } from '../engine/deal.ts';
import type { Draft } from '../engine/draft/draft.ts';
import type { Party, Problem } from '../engine/problem.ts';
import { asksNothing } from '../engine/problem.ts';
import { inPoints } from '../engine/units.ts';
import type { Units } from '../engine/units.ts';
import type { Json } from '../report/json.ts';
import { dealDocument, documentHead } from '../report/json.ts';
import { record } from '../report/json-text.ts';
import { byParty, deal as dealSchema, head, ids, points } from '../report/json-schema.ts';
import { position } from '../questions/common.ts';
import { counting, first } from '../questions/crew.ts';
import { InputError } from '../questions/input-error.ts';
import { openedCase } from '../questions/opened.ts';
import { option, readOptions, wholeNumber } from '../questions/option.ts';
import type { OpenCase } from '../questions/question.ts';
import { readDeal } from '../questions/score/deal-file.ts';
import { dealInline } from '../questions/score/question.ts';
import { floorDivide, fractionOf } from '../scenario/format/fraction.ts';
import { optionId } from '../scenario/format/options.ts';
import { unknownName } from '../scenario/suggest.ts';
import { aboutOptions, openAbout } from './about.ts';
import type { About } from './about.ts';
import { inArguments, readArguments } from './arguments.ts';
import { inputSchema, outputSchema } from './schemas.ts';
import type { Surroundings } from './surroundings.ts';
import type { Call, Told, Tool } from './tool.ts';

const OFFERS = 3;
const MOST_OFFERS = 12;

/** Clauses of a deal that the short text spells out. */
const MOST_CLAUSES = 12;

const offers = z.array(
  z.strictObject({
    by: z.string().describe('id of the party that made it'),
    deal: dealInline.optional(),
    draft: z.string().optional().describe('id of a draft of the scenario, in place of a deal'),
  }),
);

const own = {
  ...position,
  least: option(
    z.number().optional(),
    'points that every offer is worth at least to the party; default: the least it signs for',
    {
      value: '<points>',
    },
  ),
  to: option(z.array(z.string()).optional(), 'ids of the parties that the offers are for; default: all others', {
    value: '<ids...>',
  }),
  offers: option(
    offers.optional(),
    'what others have offered so far, the oldest first: they are then judged by these offers alone, not by numbers of the file',
  ),
  count: option(wholeNumber(1, MOST_OFFERS).default(OFFERS), 'how many offers', { value: '<n>' }),
};

const schema = z.strictObject({
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

export function counterOffersTool(around: Surroundings): Tool {
  const party =
    around.as === null ? { party: option(z.string(), 'id of the party that offers', { value: '<id>' }) } : {};
  const options = z.object({ ...own, party: z.string().optional() });
  const shape = { ...aboutOptions(around), ...party, ...own };
  const call = async (given: Given, { crewFor }: Call): Promise<Told> => {
    const { scenario: _, text: __, ...asked } = readArguments(shape, given, Object.keys(party));
    const read = readOptions(options, asked);
    const about = await openAbout(given, around);
    const opened = openedCase(about.sound, read, around.version);
    const who = await offeringOf(opened, about, { ...read, party: around.as ?? read.party });
    const crew = crewFor({ doing: 'Looking for offers' });
    const question = {
      party: who.party,
      least: who.least,
      sides: who.sides.map(({ number }) => number),
      count: read.count,
    };
    const found = first(
      await crew.run<'counter'>([{ kind: 'counter', problem: who.problem, question }], counting(read.count, 'offer')),
    );
    return { document: documentOf(opened, who, found, read.count), text: summaryOf(opened, who, found, read.count) };
  };
  return {
    name: 'counter_offers',
    title: 'counter-offers',
    description:
      'What could one party offer next? Three deals, each worth at least so much to it and the best for another side by ' +
      'what is known of that side: its numbers in the file, or the offers it has made.',
    input: inputSchema(shape, Object.keys(party)),
    output: () => Promise.resolve(outputSchema(schema)),
    call: (given, calling) => inArguments(shape, () => call(given, calling)),
  };
}

type Given = Parameters<Tool['call']>[0];
type Read = z.output<z.ZodObject<typeof own>> & { readonly party?: string | undefined };

interface Side {
  readonly id: string;
  /** Of its party in the problem. */
  readonly number: number;
  readonly by: 'numbers' | 'offers';
}

/** Who offers to whom, with a problem in which every side is a party. */
interface Offering {
  readonly id: string;
  readonly party: number;
  readonly least: Units;
  readonly problem: Problem;
  readonly sides: readonly Side[];
  /** Whose numbers may be told. */
  readonly told: readonly { readonly id: string; readonly number: number }[];
}

async function offeringOf(opened: OpenCase, about: About, asked: Read): Promise<Offering> {
  const { scenario, compiled } = opened;
  const id = asked.party ?? '';
  const party = scenario.parties.findIndex((candidate) => candidate.id === id);
  if (party === -1) throw new InputError([`error: party: ${unknownName('party', id, about.everybody)}`]);
  const others = about.everybody.filter((other) => other !== id);
  const to = asked.to ?? others;
  for (const name of [...to, ...(asked.offers ?? []).map(({ by }) => by)]) {
    if (!others.includes(name)) throw new InputError([`error: ${unknownName('other party', name, others)}`]);
  }
  const least = leastUnits(opened, party, asked.least);
  const told = scenario.parties.map((each, number) => ({ id: each.id, number }));
  const { problem } = compiled;
  if (asked.offers === undefined) {
    const sides = told.filter((side) => side.number !== party && to.includes(side.id));
    if (sides.length === 0) throw new InputError([nothingKnown(to)]);
    return { id, party, least, problem, sides: sides.map((side) => ({ ...side, by: 'numbers' })), told };
  }
  const made = await offersMade(opened, asked.offers);
  const heard = others.filter((other) => to.includes(other) && made.has(other));
  if (heard.length === 0) throw new InputError([nothingKnown(to)]);
  const models = heard.map((other) => modelled(problem, made.get(other)!));
  return {
    id,
    party: 0,
    least,
    problem: { ...problem, parties: [problem.parties[party]!, ...models] },
    sides: heard.map((other, k) => ({ id: other, number: k + 1, by: 'offers' })),
    told: [{ id, number: 0 }],
  };
}

function nothingKnown(to: readonly string[]): string {
  return `error: nothing is known of what ${to.join(', ')} want; give what they have offered so far as \`offers\``;
}

/** @throws InputError for less than the party signs for */
function leastUnits({ scenario, compiled }: OpenCase, party: number, least: number | undefined): Units {
  const { scale, reservation } = compiled.problem.parties[party]!;
  if (least === undefined) return reservation;
  const { n, d } = fractionOf(least);
  const units = -floorDivide(-n * BigInt(scale), d);
  if (units >= reservation) return typeof scale === 'number' ? Number(units) : units;
  throw new InputError([
    `error: least: ${least} is below ${inPoints(reservation, scale)}, the least that '${scenario.parties[party]!.id}' signs for`,
  ]);
}

/** By party, in the order they were made. */
async function offersMade(
  { scenario }: OpenCase,
  given: z.output<typeof offers>,
): Promise<ReadonlyMap<string, readonly Draft[]>> {
  const made = new Map<string, Draft[]>();
  for (const [k, { by, deal, draft }] of given.entries()) {
    if ((deal === undefined) === (draft === undefined)) {
      throw new InputError([`error: offers[${k}]: expected one of \`deal\` and \`draft\``]);
    }
    const drafts = scenario.drafts.map((each) => each.id);
    const stored = scenario.drafts.find((each) => each.id === draft);
    if (draft !== undefined && stored === undefined) {
      throw new InputError([`error: offers[${k}]: ${unknownName('draft', draft, drafts)}`]);
    }
    const said = stored ?? (await readDeal(deal ?? {}, scenario));
    const options = compileDraft({ ...scenario, drafts: [said] }, said.id);
    made.set(by, [...(made.get(by) ?? []), options]);
  }
  return made;
}

/** A party that wants what was offered in its name; nothing is known of what it would refuse. */
function modelled(problem: Problem, offered: readonly Draft[]): Party {
  const party: Omit<Party, 'reservation'> = {
    scale: 1,
    contributions: frequencyModel(problem, [offered]),
    adjustments: [],
    redLines: [],
    disagreement: 0,
    strict: false,
    power: 1,
  };
  return { ...party, reservation: asksNothing({ ...party, reservation: 0 }) };
}

function documentOf(opened: OpenCase, who: Offering, found: CounterOffers, count: number): Json {
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

function summaryOf(opened: OpenCase, who: Offering, found: CounterOffers, count: number): string {
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
