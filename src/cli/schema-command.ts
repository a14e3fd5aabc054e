/** `winset schema`: the JSON Schema of a scenario, party, stage or overlay file, or of what a question answers. */
import { z } from 'zod';
import { QUESTIONS } from '../questions/table.ts';
import {
  overlayJsonSchema,
  partyJsonSchema,
  scenarioJsonSchema,
  stageJsonSchema,
} from '../scenario/format/json-schema.ts';

export interface SchemaFlags {
  readonly party?: true | undefined;
  readonly stage?: true | undefined;
  readonly overlay?: true | undefined;
  /** The id of a question, or `debrief`. */
  readonly answer?: string | undefined;
}

export async function runSchema({ party, stage, overlay, answer }: SchemaFlags): Promise<void> {
  const answered = await answerSchema(answer);
  const schema =
    answered !== undefined
      ? z.toJSONSchema(answered)
      : party
        ? partyJsonSchema()
        : stage
          ? stageJsonSchema()
          : overlay
            ? overlayJsonSchema()
            : scenarioJsonSchema();
  process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
}

/** A debrief is asked of a class, not of a scenario, and so stands in no table of questions. */
async function answerSchema(answer: string | undefined): Promise<z.ZodType | undefined> {
  if (answer === 'debrief') return (await import('../questions/debrief/schema.ts')).schema;
  return QUESTIONS.find(({ id }) => id === answer)?.schema();
}
