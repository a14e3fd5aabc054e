/**
 * JSON Schemas for editors, generated from the format's definition. They are wider than it: checks across keys and
 * files are not expressible there.
 */
import { z } from 'zod';
import { scenarioFileSchema } from './schema.ts';
import { overlayFileSchema } from './schema-overlay.ts';
import { partyFileSchema, stageFileSchema } from './schema-party.ts';

import { byRule, inShort } from './schema-shared.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Draft-07 schema of a scenario file. */
export function scenarioJsonSchema(): JsonSchema {
  return written(scenarioFileSchema);
}

/** Draft-07 schema of a party file. */
export function partyJsonSchema(): JsonSchema {
  return written(partyFileSchema);
}

/** Draft-07 schema of a stage file. */
export function stageJsonSchema(): JsonSchema {
  return written(stageFileSchema);
}

/** Draft-07 schema of an overlay. */
export function overlayJsonSchema(): JsonSchema {
  return written(overlayFileSchema);
}

/** What reading fills in may be left out, and what may be written in short is taken so. */
function written(schema: z.ZodType): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-07',
    override: ({ zodSchema, jsonSchema }) => {
      if (!(zodSchema instanceof z.ZodType)) return;
      const rule = byRule.get(zodSchema);
      if (rule !== undefined) jsonSchema.required = (jsonSchema.required ?? []).filter((key) => key !== rule.left);
      const short = inShort.get(zodSchema);
      if (short !== undefined) jsonSchema.anyOf = [...(jsonSchema.anyOf ?? []), { ...short }];
    },
  });
  return { ...made };
}
