/**
 * The overlay file: changes that stand on a scenario file and leave it as it is.
 */
import { z } from 'zod';
import type { Choice } from '../scenario.ts';
import { expected } from './messages.ts';
import { bargainingEntry } from './schema-bargaining.ts';
import { conditionalEntry, draftBlock, FORMAT_VERSION, versionMessage } from './schema.ts';
import { partyChange } from './schema-party.ts';
import { choice, id, idKey, line, text } from './schema-shared.ts';

export const signatureEntry = z.strictObject({
  party: conditionalEntry.shape.party,
  when: conditionalEntry.shape.when,
});

export const lockEntry = z
  .union([choice, z.array(choice).min(1, { error: 'must leave at least one option' })])
  .transform((options): Choice[] => (Array.isArray(options) ? options : [options]));

const readingEntry = z.strictObject({
  name: line.describe('A few words, for a table.'),
  by: line.describe('Whose reading it is.'),
  why: text.describe('What speaks for it.'),
});

export const overlayFileSchema = z
  .strictObject({
    $schema: z.string().exactOptional(),
    winset: z.literal(FORMAT_VERSION, { error: versionMessage }).describe('Version of the format.'),
    base: z
      .string({ error: expected('the name of the scenario file that the changes stand on') })
      .min(1)
      .describe('The scenario or overlay underneath: a file or a folder, relative to this file.'),
    baseHash: text.describe('Hash of the scenario underneath when the changes were made.').exactOptional(),
    title: line.describe('Default: the title of the scenario underneath.').exactOptional(),
    reading: readingEntry.describe('Says that the changes are one reading among others.').exactOptional(),
    stage: id.describe('The stage that the changes stand on.').exactOptional(),
    change: z.record(idKey, partyChange).describe('By party id.').default({}),
    dropConsent: z
      .array(signatureEntry)
      .describe('Conditional signatures that are no longer needed, by party and pattern.')
      .default([]),
    locks: z.record(idKey, lockEntry).describe('Issue id: the options that stay allowed.').default({}),
    drafts: draftBlock.default({}),
    bargaining: bargainingEntry.describe('What of the bargaining is another.').exactOptional(),
  })
  .describe('Changes that stand on a scenario. Checks across keys and files are made by `winset check` only.');

export type OverlayFile = z.infer<typeof overlayFileSchema>;

/** Keys that only an overlay has. */
const OWN_KEYS = ['base', 'baseHash', 'change', 'dropConsent', 'locks'];

/** A document with a key of overlays and without what every scenario has. */
export function isOverlay(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return (
    OWN_KEYS.some((key) => Object.hasOwn(data, key)) && !['parties', 'issues'].some((key) => Object.hasOwn(data, key))
  );
}
