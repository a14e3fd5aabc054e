/**
 * An option of a question: a zod schema with its words, and what a face needs beside them to show and check it.
 *
 * Schemas take what a person types (text) as well as values, so a command line and a program ask in the same way.
 */
import { z } from 'zod';
import { InputError } from './input-error.ts';

/** What is said of an option beside its description. */
export interface OptionWords {
  /** How its value is written in help, such as `<n>`; `<ids...>` takes several. Absent: it is on or off. */
  readonly value?: string;
  /** Repeated for each of its values. */
  readonly each?: true;
  /** Given by its place behind the scenario, without a name; always needed. */
  readonly argument?: true;
  /** A text names a file; any other value that the schema takes is what would be in it. */
  readonly file?: true;
  /** It changes how the answer is shown or computed and never the answer. */
  readonly shapes?: true;
  /** It does nothing unless one of these options is given. */
  readonly onlyWith?: readonly string[];
  readonly conflicts?: readonly string[];
  /** Repeated with an answer also where it stands at its default: always, or where one of these options is given. */
  readonly stated?: 'always' | readonly string[];
}

export const optionWords = z.registry<OptionWords>();

/** The options of a question as given, by name; what is absent has its default. */
export type Given = Readonly<Record<string, unknown>>;

export function option<T extends z.ZodType>(schema: T, description: string, words: OptionWords = {}): T {
  const described = schema.describe(description);
  optionWords.add(described, words);
  return described;
}

export function flag(description: string, words: OptionWords = {}) {
  return option(z.boolean().optional(), description, words);
}

export function text(value: string, description: string, words: OptionWords = {}) {
  return option(z.string().optional(), description, { value, ...words });
}

export function argument(value: string, description: string) {
  return option(z.string(), description, { value, argument: true });
}

/** Texts, the option once for each. */
export function repeated(value: string, description: string) {
  return option(z.array(z.string()).optional(), description, { value, each: true });
}

/** Names, each alone or several with commas between. */
export function names(value: string, description: string, words: OptionWords = {}) {
  return option(z.array(z.string()).optional(), description, { value, ...words });
}

export function wholeNumber(least: number, most: number) {
  const message = `Expected a whole number from ${least} to ${most}.`;
  const number = z.int(message).min(least, message).max(most, message);
  return z.preprocess((given) => (typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given), number);
}

/** "kebab-case" of an option's name, as a command line has it. */
export function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** @throws InputError naming an option that would do nothing, or that has no such value */
export function readOptions<O extends z.ZodObject>(
  options: O,
  given: Given,
  refuse: (options: z.output<O>, given: Given) => string | null = () => null,
): z.output<O> {
  for (const [name, schema] of Object.entries(options.shape)) {
    const needed = wordsOf(schema).onlyWith;
    if (given[name] !== undefined && needed !== undefined && !needed.some((other) => given[other] !== undefined)) {
      const others = needed.map((other) => `--${dashed(other)}`).join(' or ');
      throw new InputError([`error: --${dashed(name)} has no effect without ${others}; add it or leave it out`]);
    }
  }
  for (const [name, schema] of Object.entries(options.shape)) {
    const other = wordsOf(schema).conflicts?.find(
      (conflict) => given[name] !== undefined && given[conflict] !== undefined,
    );
    if (other === undefined) continue;
    throw new InputError([`error: --${dashed(name)} and --${dashed(other)} exclude each other; leave one of them out`]);
  }
  const read = options.safeParse(given);
  if (read.success) {
    const refusal = refuse(read.data, given);
    if (refusal !== null) throw new InputError([`error: ${refusal}`]);
    return read.data;
  }
  throw new InputError(read.error.issues.map(({ path, message }) => `error: --${dashed(path.join('.'))}: ${message}`));
}

/** As a person would write it; undefined where there is none. */
export function defaultOf(schema: unknown): unknown {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault ? schema.def.defaultValue : undefined;
}

export function wordsOf(schema: unknown): OptionWords {
  return schema instanceof z.ZodType ? (optionWords.get(schema) ?? {}) : {};
}
