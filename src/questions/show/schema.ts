/** The JSON document of `winset show --json`, as a schema. */
import { z } from 'zod';
import { byParty, head, ids, pattern } from '../../report/json-schema.ts';
import { SOURCE_TIERS } from '../../scenario/scenario.ts';

const words = z.string().nullable();
const ground = {
  confidence: z.enum(['stated', 'reported', 'inferred']).nullable(),
  date: words,
  why: words,
  sources: ids,
};
const number = z
  .strictObject({
    value: z.number(),
    exact: words.describe('As written, where the nearest double does not say it.'),
    low: z.number().nullable(),
    high: z.number().nullable(),
    stance: words.describe('The code it was given by.'),
    unknown: z
      .literal(true)
      .describe('Not yet valued: `value` only stands in where one number is needed.')
      .exactOptional(),
    ...ground,
  })
  .describe('With what it rests on: its own, else that of its issue.');
const maybe = number.nullable();
const parts = {
  partOfAll: z.number().nullable().describe("Part of all the party's weights; null on a score sheet."),
  shareOfTheme: z.number().nullable().describe('Beside the shares of the other issues of its theme.'),
};
const sum = z.strictObject({
  adds: z
    .record(z.string(), z.union([z.number(), z.record(z.string(), z.number())]))
    .describe('By issue id: what its number is multiplied by, or amounts by option id.'),
  atLeast: z.number().nullable(),
  atMost: z.number().nullable(),
});
const option = { id: z.string(), label: z.string(), text: words, sources: ids };
const byIssue = z.record(z.string(), maybe).describe('By issue id; null on a score sheet.');
const range = z.strictObject({ from: z.string(), to: z.string(), count: z.int() });
const changed = z.strictObject({
  thresholds: ids,
  issues: ids,
  redLines: ids,
  dropRedLines: ids,
  adjustments: z.int(),
});

const position = {
  weight: maybe,
  ...parts,
  curve: words.describe('An expression of x, or points by number.'),
  values: z.record(z.string(), number).describe('By option id; of a number line, the named options.'),
  ...ground,
};

/** What is said of each kind of thing. */
const FACTS = {
  party: {
    name: z.string(),
    brief: words,
    power: z.int(),
    signs: z.enum(['from', 'above']).describe('above: only for more than its reservation value.'),
    disagreement: maybe,
    reservation: maybe,
    aspiration: maybe,
    firmness: maybe,
    redLines: ids,
    themes: z.record(z.string(), number).describe('Weight of each group of issues.'),
    weights: byIssue,
  },
  threshold: { number: maybe },
  position,
  weight: { number: maybe, ...parts },
  value: { number },
  redLine: {
    stands: z.boolean(),
    when: pattern.nullable(),
    holds: maybe,
    why: words,
    sources: ids,
  },
  issue: {
    title: z.string(),
    point: words,
    group: words,
    summary: words,
    unit: words,
    numbers: range.nullable(),
    options: z.array(z.strictObject(option)),
    only: pattern.nullable(),
    positions: byParty(z.strictObject(position)),
  },
  option: { ...option, values: byParty(number) },
  rule: {
    forbid: pattern.nullable(),
    if: pattern.nullable(),
    // oxlint-disable-next-line unicorn/no-thenable -- a key of the format, never awaited
    then: pattern.nullable(),
    sum: sum.nullable(),
    why: z.string(),
    sources: ids,
  },
  draft: {
    title: z.string(),
    date: words,
    clauses: z.record(z.string(), z.string()),
    note: words,
    sources: ids,
  },
  statusQuo: {
    title: z.string(),
    date: words,
    worth: z.record(z.string(), z.number()).describe('By party id: what no deal is worth to it.'),
    note: words,
    sources: ids,
  },
  stage: {
    date: z.string(),
    title: z.string(),
    after: words,
    changes: z.record(z.string(), changed).describe('By party id: what the stage changes.'),
    why: words,
    sources: ids,
  },
  source: { tier: z.enum(SOURCE_TIERS).nullable(), outlet: words, title: words, date: words, url: words, note: words },
} as const;

function entry<K extends string, F extends z.ZodRawShape>(kind: K, shape: F) {
  const facts = z.strictObject(shape);
  const moment = z.strictObject({ stage: words.describe('Null: the positions of the file.'), date: words, facts });
  return z.strictObject({
    kind: z.literal(kind),
    facts: facts.describe('At the stage asked for, with the assumed changes.'),
    history: z.array(moment).describe('The positions of the file, then each stage at which something is new.'),
  });
}

export const schema = z.strictObject({
  ...head('show'),
  path: z.string(),
  entries: z
    .array(
      z.discriminatedUnion('kind', [
        entry('party', FACTS.party),
        entry('threshold', FACTS.threshold),
        entry('position', FACTS.position),
        entry('weight', FACTS.weight),
        entry('value', FACTS.value),
        entry('redLine', FACTS.redLine),
        entry('issue', FACTS.issue),
        entry('option', FACTS.option),
        entry('rule', FACTS.rule),
        entry('draft', FACTS.draft),
        entry('statusQuo', FACTS.statusQuo),
        entry('stage', FACTS.stage),
        entry('source', FACTS.source),
      ]),
    )
    .describe('Everything that the path can mean.'),
});
