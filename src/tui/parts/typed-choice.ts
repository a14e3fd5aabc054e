/**
 * Options of an issue as a person types them, and as they are shown to be changed: what is shown reads back the same.
 *
 * A name with signs or spaces may stand in double quotes, and has to where it holds a sign that means something here.
 */
import { INTERVAL_TEXT, intervalText, isInterval, plainChoice } from '../../scenario/format/choice.ts';
import { typedNumber } from '../../scenario/format/number-text.ts';
import { listedIds, numberCount, optionAt, optionId } from '../../scenario/format/options.ts';
import type { Choice, Interval, Issue } from '../../scenario/scenario.ts';
import { unknownName } from '../../scenario/suggest.ts';
import { capital } from '../../report/text/capital.ts';

export type Typed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

export const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?(?:\/\d+)?`;

/** Names in quotes taken out of a text, so that it can be cut at signs, and put back. */
interface Unquoted {
  readonly plain: string;
  readonly nameOf: (piece: string) => string;
}

export function unquoted(text: string): Unquoted {
  const names: string[] = [];
  const plain = text.replaceAll(/"((?:[^"]|"")*)"/g, (_, name: string) => {
    names.push(name.replaceAll('""', '"'));
    return `\uE000${names.length - 1}\uE001`;
  });
  const back = (piece: string): string =>
    piece.replaceAll(/\uE000(\d+)\uE001/g, (_, k: string) => names[Number(k)] ?? '');
  return { plain, nameOf: (piece) => back(piece).trim() };
}

/** A piece with its quoted names put back in quotes. */
export function requoted(piece: string, nameOf: (piece: string) => string): string {
  return piece.replaceAll(/\uE000\d+\uE001/g, (name) => `"${nameOf(name).replaceAll('"', '""')}"`);
}

/** "100..250 | none": options of one issue. */
export function typedChoices(text: string, issue: Issue): Typed<readonly Choice[]> {
  const { plain, nameOf } = unquoted(text);
  const choices: Choice[] = [];
  for (const name of plain.split('|').map(nameOf)) {
    const choice = choiceNamed(name, issue);
    if (choice === null) return wrong(noOption(name, issue));
    choices.push(choice);
  }
  return right(choices);
}

const LIMITS: readonly (readonly [RegExp, keyof Interval])[] = [
  [new RegExp(`^(?:at least|from) (${NUMBER})$`, 'iu'), 'from'],
  [new RegExp(`^(${NUMBER}) or more$`, 'iu'), 'from'],
  [new RegExp(`^more than (${NUMBER})$`, 'iu'), 'above'],
  [new RegExp(`^(?:up to|at most) (${NUMBER})$`, 'iu'), 'to'],
  [new RegExp(`^less than (${NUMBER})$`, 'iu'), 'below'],
];

/** "100..250", "100 to 250", "more than 100 and less than 250". */
function typedInterval(text: string): Interval | null {
  const [, low, high] = INTERVAL_TEXT.exec(text) ?? new RegExp(`^(${NUMBER}) to (${NUMBER})$`, 'u').exec(text) ?? [];
  const [from, to] = [low, high].map((end) => (end === undefined ? null : typedNumber(end)));
  if (from && to) return { from, to };
  const interval: { -readonly [K in keyof Interval]: Interval[K] } = {};
  for (const part of text.split(/\s+and\s+/u)) {
    const [found, key] =
      LIMITS.map(([limit, own]) => [limit.exec(part), own] as const).find(([own]) => own !== null) ?? [];
    const bound = typedNumber(found?.[1] ?? '');
    if (key === undefined || bound === null || interval[key] !== undefined) return null;
    interval[key] = bound;
  }
  return interval;
}

export function choiceNamed(name: string, issue: Issue): Choice | null {
  if (optionAt(issue, name) !== -1) return name;
  const option = issue.named.find(({ label }) => label.toLowerCase() === name.toLowerCase());
  if (option !== undefined) return option.id;
  return issue.range === null ? null : typedInterval(name);
}

export function noOption(name: string, issue: Issue): string {
  return sentence(unknownName('option', name, someIds(issue)));
}

/** Its first number, where it has numbers, and its listed options. */
export function someIds(issue: Issue): readonly string[] {
  return [...new Set([...(numberCount(issue) > 0 ? [optionId(issue, 0)] : []), ...listedIds(issue)])];
}

const PLAIN_NAME = /^(?!(?:if|then|and|or|never)$)[\p{L}\p{N}_.$€%-]+$/iu;

/** The name as it can be typed. */
export function nameSaid(name: string): string {
  return PLAIN_NAME.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

export function choiceSaid(choice: Choice): string {
  if (!isInterval(choice)) return nameSaid(choice);
  const plain = plainChoice(choice);
  return typeof plain === 'string' ? plain : intervalText(choice);
}

export function right<T>(value: T): Typed<T> {
  return { ok: true, value };
}

export function wrong(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}

/** As the status line says it. */
export function sentence(message: string): string {
  const text = capital(message);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
