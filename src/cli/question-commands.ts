/** Each question of the table as a command: its options and arguments as commander knows them. */
import { Argument, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import type { Command, CommandUnknownOpts } from '@commander-js/extra-typings';
import { z } from 'zod';
import { FORMATS } from '../formats/table.ts';
import { dashed, defaultOf, wordsOf } from '../questions/option.ts';
import type { Given } from '../questions/option.ts';
import type { Question } from '../questions/question.ts';
import { QUESTIONS } from '../questions/table.ts';

/** What `--answer` can name. */
export const QUESTION_IDS: readonly string[] = QUESTIONS.map(({ id }) => id);

/** What `--to` can name. */
export const WRITTEN_FORMATS: readonly string[] = [
  ...FORMATS.flatMap(({ id, write }) => (write === undefined ? [] : [id])),
  'tables',
];

/** Adds a command for each question; what it does is loaded when it runs. */
export function addQuestions(program: Command, scenarioWords: string): void {
  for (const question of QUESTIONS) {
    const command = program.command(question.id).description(question.sentence).argument('<scenario>', scenarioWords);
    const further = argumentsOf(question);
    for (const [, argument] of further) command.addArgument(argument);
    for (const option of optionsOf(question)) command.addOption(option);
    command.action(async (scenario) => {
      const { runQuestion } = await import('./run-question.ts');
      const named = further.map(([name, { variadic }], k) => {
        return [name, variadic ? command.args.slice(1 + k) : command.args[1 + k]] as const;
      });
      await runQuestion(question, scenario, { ...Object.fromEntries(named), ...givenOf(command) });
    });
  }
}

/** What the person gave; defaults are the question's own affair. */
function givenOf(command: CommandUnknownOpts): Given {
  const options: Given = command.opts();
  return Object.fromEntries(Object.entries(options).filter(([name]) => command.getOptionValueSource(name) === 'cli'));
}

/** Each option of a question; what is given is checked as soon as it is read. */
function optionsOf(question: Question): readonly Option[] {
  return partsOf(question, false).map(([name, schema]) => optionOf(name, schema));
}

/** What stands behind the scenario without a name, by the name it has in the question's options. */
function argumentsOf(question: Question): readonly (readonly [string, Argument])[] {
  return partsOf(question, true).map(([name, schema]) => {
    return [name, new Argument(wordsOf(schema).value ?? `<${name}>`, schema.description)];
  });
}

function partsOf({ options }: Question, isArgument: boolean): readonly (readonly [string, z.ZodType])[] {
  return Object.entries(options.shape)
    .map(([name, schema]) => {
      if (!(schema instanceof z.ZodType)) throw new TypeError(`--${name} has no schema`);
      return [name, schema] as const;
    })
    .filter(([, schema]) => (wordsOf(schema).argument === true) === isArgument);
}

function optionOf(name: string, schema: z.ZodType): Option {
  const words = wordsOf(schema);
  const flags = [`--${dashed(name)}`, ...(words.value === undefined ? [] : [words.value])].join(' ');
  const option: Option = new Option(flags, schema.description);
  if (words.conflicts !== undefined) option.conflicts([...words.conflicts]);
  const inner = innermost(schema);
  if (words.each === true) option.argParser(collected);
  else if (inner instanceof z.ZodEnum) option.choices(inner.options.map(String));
  else if (words.value !== undefined && !option.variadic) option.argParser((text) => checked(schema, text));
  const usual = defaultOf(schema);
  if (usual !== undefined) option.default(usual, typeof usual === 'string' ? usual : JSON.stringify(usual));
  return option;
}

function innermost(schema: unknown): unknown {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? innermost(schema.unwrap()) : schema;
}

/** The values of an option that is repeated. */
function collected(text: string, before: unknown): string[] {
  return [...(Array.isArray(before) ? before.map(String) : []), text];
}

/** The text as it is; the question itself reads it. */
function checked(schema: z.ZodType, text: string): string {
  const read = schema.safeParse(text);
  if (!read.success) throw new InvalidArgumentError(read.error.issues[0]?.message ?? '');
  return text;
}
