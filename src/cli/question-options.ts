/** A question as a command: its options as commander knows them. */
import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { z } from 'zod';
import { dashed, defaultOf, wordsOf } from '../questions/option.ts';
import type { Question } from '../questions/question.ts';

/** Each option of a question; what is given is checked as soon as it is read. */
export function optionsOf({ options }: Question): readonly Option[] {
  return Object.entries(options.shape).map(([name, schema]) => optionOf(name, schema));
}

function optionOf(name: string, schema: unknown): Option {
  if (!(schema instanceof z.ZodType)) throw new TypeError(`--${name} has no schema`);
  const words = wordsOf(schema);
  const flags = [`--${dashed(name)}`, ...(words.value === undefined ? [] : [words.value])].join(' ');
  const option: Option = new Option(flags, schema.description);
  if (words.conflicts !== undefined) option.conflicts([...words.conflicts]);
  const inner = innermost(schema);
  if (inner instanceof z.ZodEnum) option.choices(inner.options.map(String));
  else if (words.value !== undefined && !option.variadic) option.argParser((text) => checked(schema, text));
  const usual = defaultOf(schema);
  if (usual !== undefined) option.default(usual, typeof usual === 'string' ? usual : JSON.stringify(usual));
  return option;
}

function innermost(schema: unknown): unknown {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? innermost(schema.unwrap()) : schema;
}

/** The text as it is; the question itself reads it. */
function checked(schema: z.ZodType, text: string): string {
  const read = schema.safeParse(text);
  if (!read.success) throw new InvalidArgumentError(read.error.issues[0]?.message ?? '');
  return text;
}
