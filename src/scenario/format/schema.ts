/**
 * The scenario file: the single definition of the format. Types, the JSON Schema and every error come from it.
 */
import { z } from 'zod';
import { MOST_DRAFTS } from './limits.ts';
import { expected, found } from './messages.ts';
import { compare, exactOf } from '../../exact/fraction.ts';
import { MOST_OPTIONS } from './range.ts';
import { SOURCE_TIERS } from '../scenario.ts';
import type { SumTerm } from '../scenario.ts';
import { bargainingEntry } from './schema-bargaining.ts';
import { marginsEntry, stancesEntry } from './schema-coding.ts';
import { partyBody, stage } from './schema-party.ts';
import {
  amount,
  byRule,
  date,
  id,
  idKey,
  inShort,
  instructor,
  label,
  line,
  listedIdKey,
  optionId,
  pattern,
  sourceRefs,
  text,
} from './schema-shared.ts';

export const FORMAT_VERSION = 1;
export const MOST_PARTIES = 40;
const MOST_ISSUES = 1000;
export const MOST_STAGES = 64;
const MOST_RULES = 2000;
const MOST_SOURCES = 2000;

const partyHead = {
  name: line,
  short: line.describe('Short name for tables; default: the id.').exactOptional(),
  color: z
    .string()
    .regex(/^(#[0-9a-fA-F]{6}|[A-Za-z]{1,20})$/, { error: expected('a colour name or #rrggbb') })
    .exactOptional(),
};

export const partyEntry = z.union(
  [
    z.strictObject({
      ...partyHead,
      file: z
        .string({
          error: (issue) =>
            issue.input === undefined
              ? 'is missing; name the party file, or write the preferences here'
              : expected('a file name')(issue),
        })
        .min(1)
        .describe("The party's file, relative to the scenario file and inside its folder."),
    }),
    z.strictObject({ ...partyHead, ...partyBody }),
  ],
  { error: expected('a block with `name` and what the party wants, or `name` and `file`') },
);

const optionWanted = expected('an option such as Saturday, or a block with `id` or `label`');
const optionBlock = z.strictObject(
  {
    id: optionId.describe('One line of text; default: the label.'),
    label: label.describe('A few words for tables; default: the id.').exactOptional(),
    text: text.describe('The wording.').exactOptional(),
    sources: sourceRefs.exactOptional(),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? optionWanted(issue) : undefined) },
);
/** Reading has made a block of a text alone. */
const option = z.union([optionBlock]);
byRule.add(optionBlock, { left: 'id' });
inShort.add(option, {
  type: ['string', 'number'],
  description: 'The option in a few words, which are its id as well.',
});

const issueHead = {
  id: id.describe('One line of text; default: the title.'),
  point: label.describe('Number of the point in the plan.').exactOptional(),
  group: line.exactOptional(),
  title: line,
  summary: text.exactOptional(),
  only: pattern
    .describe('The issue arises only where this holds; elsewhere it has the option `not-applicable`, worth nothing.')
    .exactOptional(),
};

const tooManyOptions = `has more than ${MOST_OPTIONS} options`;
const missingOptions = 'is missing; list the options, or give a `range` of numbers';
const emptyBesideRange = 'must not be an empty list; leave it out when the numbers are all there is to choose from';

const listedIssue = z.strictObject({
  ...issueHead,
  options: z
    .array(option, {
      error: (issue) => (issue.input === undefined ? missingOptions : expected('a list')(issue)),
    })
    .min(1, { error: 'must have at least one option' })
    .max(MOST_OPTIONS, { error: tooManyOptions })
    .describe('Mutually exclusive; a deal picks exactly one.'),
  range: z.never().exactOptional(),
  unit: z.never({ error: 'goes with a `range` of numbers only' }).exactOptional(),
});

const numericIssue = z.strictObject({
  ...issueHead,
  unit: line.exactOptional(),
  range: z
    .strictObject({ from: amount, to: amount, step: amount })
    .describe('The options are from, from + step, ... up to `to`, then those of `options`.'),
  options: z
    .array(option)
    .min(1, { error: emptyBesideRange })
    .max(MOST_OPTIONS, { error: tooManyOptions })
    .describe('Named options beside the numbers, such as "no cap".')
    .exactOptional(),
});
for (const form of [listedIssue, numericIssue]) byRule.add(form, { left: 'id' });

export const issueEntry = z.union([listedIssue, numericIssue]);

const amounts = z
  .record(idKey, amount)
  .transform((own) => Object.entries(own).map(([name, each]) => ({ option: name, amount: each })));
const sumTerm = z.union([amount.transform((times) => ({ times })), amounts.transform((own) => ({ amounts: own }))], {
  error: expected('a number that multiplies the numbers of the issue, or an amount by option'),
});

const sum = z
  .record(idKey, sumTerm, { error: expected('what each issue adds, such as { price: 1 }') })
  .refine((terms) => Object.keys(terms).length > 0, { error: 'must name at least one issue' })
  .transform((terms) => Object.entries(terms).map(([issue, term]): SumTerm => ({ issue, ...term })))
  .describe('Issue id: a number that multiplies the numbers of the issue, or an amount for each option that has one.');
const bound = amount.exactOptional();

const sumRule = z
  .strictObject({
    id,
    sum,
    atLeast: bound,
    atMost: bound,
    exactly: bound,
    why: text,
    sources: sourceRefs.exactOptional(),
  })
  .superRefine(({ atLeast, atMost, exactly }, context) => {
    const complain = (message: string): void => context.addIssue({ code: 'custom', message });
    if (exactly !== undefined && (atLeast ?? atMost) !== undefined) {
      complain('`exactly` stands for both bounds; keep it, or `atLeast` and `atMost`');
    }
    if ((exactly ?? atLeast ?? atMost) === undefined) complain('a sum needs `atMost`, `atLeast` or `exactly`');
    if (atLeast && atMost && compare(exactOf(atLeast), exactOf(atMost)) > 0) {
      complain(`atLeast (${atLeast.value}) must not be above atMost (${atMost.value})`);
    }
  });

export const ruleEntry = z.union([
  z.strictObject({ id, forbid: pattern, why: text, sources: sourceRefs.exactOptional() }),
  // oxlint-disable-next-line unicorn/no-thenable -- a key of the format, never awaited
  z.strictObject({ id, if: pattern, then: pattern, why: text, sources: sourceRefs.exactOptional() }),
  sumRule,
]);

export const needs = z.union(
  [
    z.literal('all'),
    z.strictObject({ quorum: z.int().min(1), veto: z.array(id).describe('Parties that must sign.').default([]) }),
  ],
  { error: expected("'all', or a block with `quorum`") },
);

export const conditionalEntry = z.strictObject({
  party: id,
  when: pattern,
  why: text.exactOptional(),
  sources: sourceRefs.exactOptional(),
});

export const draftEntry = z.strictObject({
  title: line,
  date: date.exactOptional(),
  composed: z
    .boolean()
    .describe('True where it is put together from statements: no text that anybody published.')
    .exactOptional(),
  clauses: z.record(idKey, id).describe('Issue id: the option the draft picks. Issues left out are open.'),
  sources: sourceRefs.exactOptional(),
  note: text.exactOptional(),
});

/** A draft, or no deal in the place of one. */
const draftOrNoDeal = draftEntry
  .extend({
    clauses: draftEntry.shape.clauses.exactOptional(),
    noDeal: z
      .literal(true)
      .describe('In place of clauses: no deal, what every party has without one. One entry at most.')
      .exactOptional(),
  })
  .superRefine(({ clauses, composed, noDeal }, context) => {
    const complain = (message: string): void => context.addIssue({ code: 'custom', message });
    if (noDeal === undefined && clauses === undefined) complain("expected 'clauses', or 'noDeal: true' for no deal");
    if (noDeal && [clauses, composed].some((own) => own !== undefined)) {
      complain("no deal has a title, a date, a note and sources; 'clauses' and 'composed' are of drafts");
    }
  });

export const sourceEntry = z.strictObject({
  tier: z
    .enum(SOURCE_TIERS)
    .describe('primary: the text itself; wire: an agency; copy: the text from elsewhere; aggregator: a digest.')
    .exactOptional(),
  outlet: text.exactOptional(),
  title: text.exactOptional(),
  date: date.exactOptional(),
  url: text.exactOptional(),
  note: text.exactOptional(),
});

/** Entries by id, no more than `most`. */
function block<T extends z.ZodType>(entry: T, name: string, most: number, key = listedIdKey) {
  return z.record(key, entry).superRefine((entries, context) => {
    const count = Object.keys(entries).length;
    if (count > most) context.addIssue({ code: 'custom', message: `has ${count} ${name}; the most is ${most}` });
  });
}

export const draftBlock = block(draftOrNoDeal, 'drafts', MOST_DRAFTS).describe('Published versions, whole or partial.');

export const scenarioFileSchema = z
  .strictObject({
    $schema: z.string().exactOptional(),
    winset: z.literal(FORMAT_VERSION, { error: versionMessage }).describe('Version of the format.'),
    title: line,
    summary: text.describe('One paragraph that a newcomer understands.').exactOptional(),
    instructor: instructor.exactOptional(),
    asOf: date.describe('Day the positions stand for, as YYYY-MM-DD.').exactOptional(),
    sources: block(sourceEntry, 'sources', MOST_SOURCES, idKey).default({}),
    stances: stancesEntry.exactOptional(),
    margins: marginsEntry.exactOptional(),
    parties: block(partyEntry, 'parties', MOST_PARTIES).refine((parties) => Object.keys(parties).length > 0, {
      error: 'must have at least one party',
    }),
    issues: z.array(issueEntry).min(1, { error: 'must have at least one issue' }).max(MOST_ISSUES),
    rules: z.array(ruleEntry).max(MOST_RULES).describe('Public and hard: no deal may break them.').default([]),
    consent: z
      .strictObject({ needs: needs.default('all'), conditional: z.array(conditionalEntry).default([]) })
      .describe('Whose signatures make a deal; default: everybody.')
      .default({ needs: 'all', conditional: [] }),
    drafts: draftBlock.default({}),
    stages: z.array(stage).max(MOST_STAGES).describe('Dated changes of positions.').default([]),
    bargaining: bargainingEntry.exactOptional(),
  })
  .describe('A negotiation scenario. Checks across keys and files are made by `winset check` only.');

export type ScenarioFile = z.infer<typeof scenarioFileSchema>;
export type PartyEntry = z.infer<typeof partyEntry>;
export type IssueEntry = z.infer<typeof issueEntry>;

/** What a file of another format version is told. */
export function versionMessage(issue: { readonly input?: unknown }): string {
  if (issue.input === undefined) return `is missing; start the file with \`winset: ${FORMAT_VERSION}\``;
  return `this program reads version ${FORMAT_VERSION} of the format only, found ${found(issue.input)}`;
}
