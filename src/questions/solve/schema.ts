/** The JSON document of `winset solve --json`, as a schema. */
import { z } from 'zod';
import { SOLUTION_NAMES } from '../../engine/answer.ts';
import {
  byOption,
  byParty,
  count,
  deal,
  demand,
  digits,
  draft,
  head,
  ids,
  newOptions,
  optionStatus,
  points,
  seed,
  space,
  taken,
  unproven,
} from '../../report/json-schema.ts';

const solution = z.strictObject({
  proven: z.boolean(),
  total: digits.nullable(),
  complete: z.boolean(),
  leftOut: ids,
  deals: z.array(z.strictObject({ deal, utility: byParty(points), gain: byParty(points) })),
});

export const schema = z.strictObject({
  ...head('solve'),
  seed,
  space: space.extend({ lawful: count.nullable().describe('Combinations that keep the rules; null: not counted.') }),
  parties: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      disagreement: points,
      reservation: points,
      signs: z.literal('above').describe('Only for more than its reservation value.').exactOptional(),
      ideal: points.nullable().describe('Most points in a deal of the zone.'),
    }),
  ),
  unvalued: taken.exactOptional(),
  zone: z.strictObject({
    empty: z.boolean().nullable(),
    count,
    options: byOption(z.number().nullable()).describe('Share of the deals of the zone, by issue id and option id.'),
    optionsAre: z.enum(['exact', 'estimated']),
    status: optionStatus,
    soleBlocker: byParty(z.union([digits, count])),
  }),
  uniformSlack: points.nullable(),
  coalition: ids,
  coalitions: z.array(z.strictObject({ parties: ids, empty: z.boolean().nullable(), count })),
  coalitionsComplete: z.boolean(),
  solutions: z.partialRecord(z.enum(SOLUTION_NAMES), solution).describe('None where there is no deal.'),
  collision: z
    .strictObject({
      conflict: z.array(demand),
      openings: z.array(
        z.strictObject({
          drop: z.array(demand),
          count,
          coalition: ids,
          rule: z.enum(['nash', 'nearest']),
          solution,
        }),
      ),
    })
    .nullable(),
  knot: z
    .strictObject({
      settled: z.int().describe('Issues that can be settled together.'),
      proven: z.boolean().describe('True: no more can.'),
      open: z
        .array(z.strictObject({ issues: ids, rest: z.enum(['enough', 'depends', 'short', 'unknown']) }))
        .describe(
          'Sets of issues, any of which left open lets the others be settled; an empty one where thresholds alone are ' +
            'in the way. `rest`: whether the others reach the thresholds even with the open issues at their worst ' +
            '(enough), only with them worth more (depends), or not even at their best (short).',
        ),
      complete: z.boolean().describe('True: no other set of that size does.'),
      newOptions,
      newOptionsComplete: z.boolean(),
    })
    .nullable()
    .describe('Null where there is a deal, or where it is not known.'),
  drafts: z.record(
    z.string(),
    z.strictObject({ stage: z.string().nullable().describe('The positions it is held against.'), ...draft }),
  ),
  unproven,
});
