/**
 * Pieces of a scenario as a file has them: numbers as short as they can be written, patterns as blocks.
 */
import { withoutImplied } from '../format/conditional.ts';
import { strategyText, STRATEGY_NUMBERS } from '../format/strategy.ts';
import { UNKNOWN } from '../format/unknown.ts';
import { plainChoice } from '../format/choice.ts';
import type { Choice, Curve, Draft, Issue, Pattern, RedLine, StatedNumber, Scenario, Strategy } from '../scenario.ts';
import { Written } from './yaml-text.ts';

/** A number alone where it has no range and no reason; `value` as it was written; `unknown` where it is not yet valued. */
export function plainNumber(number: StatedNumber): unknown {
  if (number.unknown !== undefined) return UNKNOWN;
  const { value, exact, ...rest } = number;
  const own = exact === undefined ? value : new Written(exact);
  return Object.keys(rest).length === 0 ? own : { value: own, ...rest };
}

/** A formula, or the points by number. */
export function plainCurve(curve: Curve): unknown {
  if ('formula' in curve) return curve.formula;
  return Object.fromEntries(curve.points.map(({ at, worth }) => [at, plainNumber(worth)]));
}

/** One option instead of a list of one. */
export function plainPattern(pattern: Pattern): Record<string, unknown> {
  return Object.fromEntries(pattern.map(({ issue, options }) => [issue, plainChoices(options)]));
}

/** One choice instead of a list of one. */
function plainChoices(choices: readonly Choice[]): unknown {
  const plain = choices.map(plainChoice);
  return plain.length === 1 ? plain[0] : plain;
}

/** A red line with its numbers and its pattern as a file has them. */
export function plainRedLine({ id, when, holds, ...rest }: RedLine): Record<string, unknown> {
  return { id, when: plainPattern(when), ...(holds !== undefined && { holds: plainNumber(holds) }), ...rest };
}

/** Without the id, which is the key it stands under, and without clauses that follow from the others. */
export function plainDraft(draft: Draft, issues: readonly Issue[]): Record<string, unknown> {
  const { id: _, clauses, ...head } = draft;
  return {
    ...head,
    clauses: Object.fromEntries(withoutImplied(clauses, issues).map(({ issue, option }) => [issue, option])),
  };
}

/** No deal as an entry among the drafts; nothing where it has no name. */
export function statusQuoEntries({ statusQuo }: Scenario): { readonly key: string; readonly value: unknown }[] {
  if (statusQuo === undefined) return [];
  const { id, ...head } = statusQuo;
  return [{ key: id, value: { ...head, noDeal: true } }];
}

/** "boulware:8" where nothing is said about where it comes from. */
export function plainStrategy(strategy: Strategy): unknown {
  const { kind, number, from, walkOut, ...rest } = strategy;
  const own = number === undefined ? [] : Object.keys(number).filter((key) => key !== 'value' && key !== 'exact');
  const isBare = from === undefined && walkOut === undefined && Object.keys(rest).length === 0;
  if (isBare && own.length === 0) return strategyText(strategy);
  const key = STRATEGY_NUMBERS[kind]?.key;
  return {
    kind,
    ...(number !== undefined && key !== undefined && { [key]: plainNumber(number) }),
    ...(from !== undefined && { from: plainNumber(from) }),
    ...(walkOut !== undefined && { walkOut: plainNumber(walkOut) }),
    ...rest,
  };
}
