/** JSON Schemas of arguments and of answers, from the zod objects that read and describe them everywhere else. */
import { z } from 'zod';
import { defaultOf, wordsOf } from '../questions/option.ts';

/** As the protocol has it: an object at the top. */
export interface ObjectSchema {
  readonly [key: string]: unknown;
  readonly type: 'object';
}

/** Of the arguments of a tool. Texts that name files are left out where what is in them can be given. */
export function inputSchema(shape: z.ZodRawShape, required: readonly string[] = []): ObjectSchema {
  const properties = Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, argumentSchema(schema)]));
  return { type: 'object', properties, required, additionalProperties: false };
}

/** What is given is text in many places of a command line; here it is what the text is read as. */
function argumentSchema(option: z.core.$ZodType): object {
  const { $schema: _, ...schema } = z.toJSONSchema(option, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (!(zodSchema instanceof z.ZodPipe) || !(zodSchema.in instanceof z.ZodTransform)) return;
      const { $schema: __, ...read } = z.toJSONSchema(zodSchema.out, { io: 'input', unrepresentable: 'any' });
      Object.assign(jsonSchema, read);
    },
  });
  const usual = defaultOf(option);
  return {
    ...schema,
    ...(wordsOf(option).file === true && { anyOf: schema.anyOf?.filter(isNoText) }),
    ...(usual !== undefined && { default: usual }),
  };
}

function isNoText(schema: z.core.JSONSchema._JSONSchema): boolean {
  return typeof schema === 'boolean' || schema.type !== 'string';
}

/** Of the document as `--json` prints it, or of what is left of one that is too long. */
export function outputSchema(document: z.ZodType): ObjectSchema {
  const { $schema: _, $defs, ...whole } = z.toJSONSchema(document, { reused: 'ref', override: plainTuple });
  const { $schema: __, ...part } = z.toJSONSchema(cutDocument);
  return { type: 'object', anyOf: [whole, part], ...($defs === undefined ? {} : { $defs }) };
}

/** Dialects disagree on how a list says what stands at each of its places; all of them read this. */
function plainTuple({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodType;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  if (!(zodSchema instanceof z.ZodTuple)) return;
  const places = jsonSchema.prefixItems ?? [];
  delete jsonSchema.prefixItems;
  Object.assign(jsonSchema, { items: { anyOf: places }, minItems: places.length, maxItems: places.length });
}

/** What stands in place of a document that is too long: the parts that fit, and where the others are. */
export const cut = z
  .strictObject({
    bytes: z.int().describe('Of the whole document as JSON.'),
    whole: z.string().describe('The resource that has all of it.'),
    leftOut: z.array(
      z.strictObject({
        key: z.string(),
        bytes: z.int(),
        pages: z.int().describe('Read one after the other, their texts are the JSON of this part.'),
        first: z.string().describe('The resource with its first page; the last part of the address is the page.'),
      }),
    ),
  })
  .describe('Parts that were left out, and the resources that have them.');

export const cutDocument = z.looseObject({ schema: z.string(), cut });
