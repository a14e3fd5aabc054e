/** The tool `counter_offers`: deals that are worth enough to one party, each the best for another side. */
import { z } from 'zod';
import { position } from '../questions/common.ts';
import { counting, first } from '../questions/crew.ts';
import { openedCase } from '../questions/opened.ts';
import type { Given } from '../questions/option.ts';
import { option, readOptions, wholeNumber } from '../questions/option.ts';
import { dealInline } from '../questions/score/question.ts';
import { aboutOptions, openAbout } from './about.ts';
import { inArguments, readArguments } from './arguments.ts';
import { documentOf, schema, summaryOf } from './counter-document.ts';
import { offeringOf } from './offering.ts';
import { inputSchema, outputSchema } from './schemas.ts';
import type { Surroundings } from './surroundings.ts';
import type { Call, Told, Tool } from './tool.ts';

const OFFERS = 3;
const MOST_OFFERS = 12;

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
