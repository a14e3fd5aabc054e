/** Arguments of a call as a question takes them, and its errors in the words of arguments. */
import { z } from 'zod';
import { InputError } from '../questions/input-error.ts';
import type { Given } from '../questions/option.ts';
import { dashed, wordsOf } from '../questions/option.ts';
import { unknownName } from '../scenario/suggest.ts';

/**
 * What is off or null is as good as absent.
 * @throws InputError for names that the tool does not know, for those it needs, and for files whose content is wanted
 */
export function readArguments(shape: z.ZodRawShape, given: Given, required: readonly string[] = []): Given {
  const names = Object.keys(shape);
  const lines = Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => `error: ${unknownName('argument', name, names)}`);
  if (lines.length > 0) throw new InputError([...lines, `Arguments: ${names.join(', ')}`]);
  for (const name of required) {
    const schema = shape[name];
    const words = schema instanceof z.ZodType ? (schema.description ?? '') : '';
    if (given[name] === undefined) throw new InputError([`error: expected \`${name}\`: ${words}`]);
  }
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'string' && wordsOf(shape[name]).file === true) {
      throw new InputError([`error: \`${name}\` names a file; give what is in it, as an object`]);
    }
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== false));
}

/** Runs with errors that name options of the command line as arguments: `--max-points` is `maxPoints`. */
export async function inArguments<T>(shape: z.ZodRawShape, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const names = new Map(Object.keys(shape).map((name) => [`--${dashed(name)}`, name]));
    const said = (line: string): string =>
      line.replaceAll(/--[a-z][a-z-]*/g, (word) => (names.has(word) ? `\`${names.get(word)}\`` : word));
    throw new InputError(error.lines.map(said));
  }
}
