/**
 * One party's preferences, as they stand in its own file, inline in the scenario file, or in a stage's change.
 */
import { z } from 'zod';
import { LONGEST_FORMULA } from './formula.ts';
import { bargainingEntry } from './schema-bargaining.ts';
import { compare, readFraction, ZERO } from '../../exact/fraction.ts';
import type { Curve } from '../scenario.ts';
import { isAlmostANumber, notANumber } from './number-text.ts';
import { quote } from '../suggest.ts';
import { expected } from './messages.ts';
import {
  adjustments,
  date,
  id,
  idKey,
  instructor,
  line,
  listedId,
  provenance,
  redLines,
  sourceRefs,
  byRule,
  stated,
  statedOrUnknown,
  text,
  valueOrStance,
} from './schema-shared.ts';
import { ANYWHERE, UNKNOWN, UNKNOWN_SCORE, UNKNOWN_WEIGHT } from './unknown.ts';
import { LARGEST } from './limits.ts';
import { themesEntry } from './schema-coding.ts';

const points = stated(-LARGEST, LARGEST);
const firmness = points.describe('Points added to the least it signs for; one factor for the party. Default 0.');
const disagreement = statedOrUnknown(-LARGEST, LARGEST, ANYWHERE);
const weight = statedOrUnknown(0, LARGEST, UNKNOWN_WEIGHT).describe(
  'Swing weight on any scale: what moving from worst to best is worth.',
);
const everyOption = expected(
  'a value for every option (on a numeric issue `value`, an expression of x, may stand instead)',
);
const byOption = z.record(idKey, valueOrStance(), { error: everyOption }).describe('0 worst .. 100 best, per option.');
/** Reading puts the word in place of each option's value, so nothing is left of it here. */
const noneKnown = z
  .literal(UNKNOWN)
  .describe('Not yet valued.')
  .transform((): z.output<typeof byOption> => ({}));
const values = z.union([noneKnown, byOption], { error: everyOption });
const namedValues = values.describe('0 worst .. 100 best, for each named option beside the numbers.');
const formula = text.max(LONGEST_FORMULA).describe('An expression of x, the number of the option.');
const formulaCurve = z.union([formula, z.number().transform(String)]).transform((entry, context) => {
  if (isAlmostANumber(entry)) context.addIssue({ code: 'custom', message: notANumber(entry) });
  return { formula: entry, clip: false };
});

const curveOfValues = curveOf(statedOrUnknown(0, 100, ANYWHERE)).describe(
  'Values 0..100 of the numbers: an expression of x, or points by number with straight lines between.',
);
const score = statedOrUnknown(-LARGEST, LARGEST, UNKNOWN_SCORE);
const curveOfScores = curveOf(score).describe(
  'Points of the numbers: an expression of x, or points by number with straight lines between.',
);
const clip = z.literal(true).describe('Holds what leaves 0 to 100 at 0 and at 100.');
const scoresByOption = z.record(idKey, score).describe('Points per option; utility is their plain sum.');
const noScoreKnown = z
  .literal(UNKNOWN)
  .describe('Not yet valued.')
  .transform((): z.output<typeof scoresByOption> => ({}));
const scores = z.union([noScoreKnown, scoresByOption], { error: expected('points for every option') });

function isFormula(given: object): given is { readonly formula: string; readonly clip: boolean } {
  return 'formula' in given && typeof given.formula === 'string';
}

/** A formula, or points in ascending order. */
function curveOf(worth: typeof points) {
  const given = z.union([formulaCurve, z.record(idKey, worth)], {
    error: expected('an expression of x, or points by number'),
  });
  return given.transform((entry, context): Curve => {
    if (isFormula(entry)) return entry;
    const places = Object.entries(entry).map(([at, own]) => ({ at, worth: own, x: readFraction(at) }));
    const wrong = places.find(({ x }) => x === null);
    if (wrong !== undefined || places.length === 0) {
      const message = wrong === undefined ? 'needs at least one point' : `${quote(wrong.at)} is no number of the range`;
      context.addIssue({ code: 'custom', message, path: wrong === undefined ? [] : [wrong.at] });
      return z.NEVER;
    }
    const ascending = places.toSorted((a, b) => compare(a.x ?? ZERO, b.x ?? ZERO));
    return { points: ascending.map(({ at, worth: own }) => ({ at, worth: own })), clip: false };
  });
}

const share = stated(0, LARGEST).describe("Part of its theme's weight, beside the shares of the theme's other issues.");
const listedValues = z.strictObject({
  weight,
  share: share.exactOptional(),
  values,
  value: z.never().exactOptional(),
  ...provenance,
});
const curvedValues = z.strictObject({
  weight,
  share: share.exactOptional(),
  value: curveOfValues,
  clip: clip.exactOptional(),
  values: namedValues.exactOptional(),
  ...provenance,
});
for (const form of [listedValues, curvedValues]) byRule.add(form, { left: 'weight' });

const preference = z.union([
  z
    .literal(UNKNOWN)
    .describe('Neither its weight nor its values are known yet.')
    .transform((): z.output<typeof listedValues> => ({ weight: UNKNOWN_WEIGHT, values: {} })),
  listedValues,
  curvedValues.transform(({ clip: held = false, ...entry }) => ({ ...entry, value: { ...entry.value, clip: held } })),
  z
    .strictObject({ scores: z.union([scores, formulaCurve]), ...provenance })
    .transform(({ scores: given, ...entry }) =>
      isFormula(given) ? { ...entry, score: given, scores: {} } : { ...entry, score: null, scores: given },
    ),
  z
    .strictObject({ score: curveOfScores, scores: scores.exactOptional(), ...provenance })
    .transform(({ scores: named = {}, ...entry }) => ({ ...entry, scores: named })),
]);
export const preferenceSchema = preference;

/** The keys of a party's preferences, in its file or inline. */
export const partyBody = {
  brief: text.describe('What a role-player is told in confidence.').exactOptional(),
  instructor: instructor.exactOptional(),
  disagreement: disagreement.describe('Points that no deal is worth to the party (its best alternative).'),
  reservation: points.describe('The least it signs for; default: the disagreement value.').exactOptional(),
  signs: z
    .enum(['from', 'above'])
    .describe('above: only for more than its reservation value. Default `from`: for the value itself as well.')
    .default('from'),
  aspiration: points.describe('The target it opens with.').exactOptional(),
  firmness: firmness.exactOptional(),
  power: z.int().min(1).max(10).describe('Exponent in the Nash product; default 1.').default(1),
  themes: themesEntry.exactOptional(),
  issues: z.record(idKey, preference).describe('By issue id; an issue left out is worth nothing.'),
  redLines: redLines.describe('Options it never signs, whatever else it gets.').default([]),
  adjustments: adjustments.describe('What a combination adds or costs beyond its parts.').default([]),
};

export const partyFileSchema = z
  .strictObject({
    $schema: z.string().exactOptional(),
    party: id.describe('The id that the scenario file gives this party.'),
    ...partyBody,
  })
  .describe("One party's confidential preferences. Checks across keys and files are made by `winset check` only.");

const changedIssue = z.strictObject({
  weight: weight.exactOptional(),
  values: values.exactOptional(),
  value: curveOfValues.exactOptional(),
  clip: clip.exactOptional(),
  score: curveOfScores.exactOptional(),
  scores: scores.exactOptional(),
  ...provenance,
});
const issueChange = z.union([
  z
    .literal(UNKNOWN)
    .describe('Neither its weight nor its values are known any more.')
    .transform((): z.output<typeof changedIssue> => ({ weight: UNKNOWN_WEIGHT })),
  changedIssue,
]);

export const partyChange = z.strictObject({
  disagreement: disagreement.exactOptional(),
  reservation: points.exactOptional(),
  aspiration: points.exactOptional(),
  firmness: points.exactOptional(),
  issues: z.record(idKey, issueChange).default({}),
  redLines: redLines.describe('Added, or put in place of those with the same id.').default([]),
  dropRedLines: z.array(id).default([]),
  adjustments: adjustments.describe('Added to those that stand.').default([]),
});

const stageHead = {
  id: listedId,
  date: date.describe('Day of the change, as YYYY-MM-DD.'),
  title: line,
  after: id.describe('Stage it builds on; default: the previous one in the list.').exactOptional(),
};
export const stageHeadSchema = z.object(stageHead);

const stageBody = {
  change: z.record(idKey, partyChange).describe('By party id.'),
  bargaining: bargainingEntry.describe('What of the bargaining is another from this stage on.').exactOptional(),
  why: text.exactOptional(),
  sources: sourceRefs.exactOptional(),
};
export const stageBodySchema = z.object(stageBody);

export const stage = z.union([
  z.strictObject({ ...stageHead, ...stageBody }),
  z.strictObject({
    ...stageHead,
    file: z
      .string()
      .min(1)
      .describe("The file with the stage's changes, relative to the scenario file and inside its folder."),
  }),
]);

export const stageFileSchema = z
  .strictObject({
    $schema: z.string().exactOptional(),
    stage: id.describe('The id that the scenario file gives this stage.'),
    ...stageBody,
  })
  .describe('What a stage changes. Checks across keys and files are made by `winset check` only.');

export type PartyBody = Omit<z.infer<typeof partyFileSchema>, 'party' | '$schema'>;
export type PreferenceEntry = z.infer<typeof preference>;
export type PartyChange = z.infer<typeof partyChange>;
export type StageHead = z.infer<typeof stageHeadSchema>;
export type StageBody = z.infer<typeof stageBodySchema>;
