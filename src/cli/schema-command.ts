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
  /** The id of a question. */
  readonly answer?: string | undefined;
}

export async function runSchema({ party, stage, overlay, answer }: SchemaFlags): Promise<void> {
  const question = QUESTIONS.find(({ id }) => id === answer);
  const schema =
    question !== undefined
      ? z.toJSONSchema(await question.schema())
      : party
        ? partyJsonSchema()
        : stage
          ? stageJsonSchema()
          : overlay
            ? overlayJsonSchema()
            : scenarioJsonSchema();
  process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
}
