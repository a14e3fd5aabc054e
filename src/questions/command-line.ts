/** The command that gives an answer again: the report shows it so that a reader can go on from there. */
import { dashed, defaultOf, wordsOf } from './option.ts';
import type { Given, OptionWords } from './option.ts';
import type { Question } from './question.ts';

/** With every option that changes the answer, without those that only shape the report. */
export function commandLine(scenario: string, { id, options }: Question, given: Given): string {
  // The names after `--without` have no end of their own.
  const entries = Object.entries(options.shape).toSorted(
    ([a], [b]) => Number(a === 'without') - Number(b === 'without'),
  );
  const words = entries.flatMap(([name, schema]) => {
    const about = wordsOf(schema);
    if (about.argument === true) return [given[name]].flat().map(String);
    if (about.shapes === true) return [];
    const value = given[name] ?? (isStated(about, given) ? defaultOf(schema) : undefined);
    return value === undefined ? [] : optionWords(name, value, about.each === true);
  });
  return ['winset', id, scenario, ...words].map(shellWord).join(' ');
}

function isStated({ stated, onlyWith }: OptionWords, given: Given): boolean {
  const isGiven = (name: string): boolean => given[name] !== undefined;
  if (onlyWith !== undefined && !onlyWith.some(isGiven)) return false;
  return stated === 'always' || (stated ?? []).some(isGiven);
}

function optionWords(name: string, value: unknown, each: boolean): string[] {
  const word = `--${dashed(name)}`;
  if (value === true) return [word];
  if (!Array.isArray(value)) return [word, String(value)];
  if (each) return value.flatMap((one) => [word, String(one)]);
  return value.length === 0 ? [] : [word, ...value.map(String)];
}

function shellWord(word: string): string {
  return /^[\w./:,@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
