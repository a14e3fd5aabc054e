/**
 * JSON Schemas for editors, generated from the format's definition. They are wider than it: checks across keys and
 * files are not expressible there.
 */
import { z } from 'zod';
import { scenarioFileSchema } from './schema.ts';
import { overlayFileSchema } from './schema-overlay.ts';
import { partyFileSchema, stageFileSchema } from './schema-party.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Draft-07 schema of a scenario file. */
export function scenarioJsonSchema(): JsonSchema {
  return { ...z.toJSONSchema(scenarioFileSchema, { io: 'input', target: 'draft-07' }) };
}

/** Draft-07 schema of a party file. */
export function partyJsonSchema(): JsonSchema {
  return { ...z.toJSONSchema(partyFileSchema, { io: 'input', target: 'draft-07' }) };
}

/** Draft-07 schema of a stage file. */
export function stageJsonSchema(): JsonSchema {
  return { ...z.toJSONSchema(stageFileSchema, { io: 'input', target: 'draft-07' }) };
}

/** Draft-07 schema of an overlay. */
export function overlayJsonSchema(): JsonSchema {
  return { ...z.toJSONSchema(overlayFileSchema, { io: 'input', target: 'draft-07' }) };
}
