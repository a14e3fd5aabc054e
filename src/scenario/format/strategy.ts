/**
 * Strategies by name: what each kind is called, which number it takes, and how one is written in a few letters.
 */
import { didYouMean, quote } from '../suggest.ts';
import type { Strategy, StrategyKind, StatedNumber } from '../scenario.ts';
import { STRATEGY_KINDS } from '../scenario.ts';
import { typedNumber } from './number-text.ts';

/** The number that a kind of strategy takes: its key in a file, its limits, and what it is where nothing is said. */
export interface StrategyNumber {
  readonly key: 'exponent' | 'window';
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

const exponent = (usual: number): StrategyNumber => ({
  key: 'exponent',
  usual,
  least: 0.01,
  most: 1000,
  whole: false,
});

export const STRATEGY_NUMBERS: Readonly<Record<StrategyKind, StrategyNumber | null>> = {
  boulware: exponent(4),
  linear: null,
  conceder: exponent(0.25),
  hardliner: null,
  'relative-tit-for-tat': null,
  'absolute-tit-for-tat': null,
  'averaged-tit-for-tat': { key: 'window', usual: 3, least: 1, most: 1000, whole: true },
  micro: null,
  learning: exponent(4),
};

/** Why a number cannot be that of the kind, or null. */
export function strategyFault(kind: StrategyKind, number: StatedNumber | undefined): string | null {
  const taken = STRATEGY_NUMBERS[kind];
  if (number === undefined) return null;
  if (taken === null) return `${quote(kind)} takes no number`;
  const { key, least, most, whole } = taken;
  if (number.value >= least && number.value <= most && (!whole || Number.isInteger(number.value))) return null;
  return `the ${key} of ${quote(kind)} must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}`;
}

/** A strategy as a person types it, "boulware" or "boulware:8"; a text says what is wrong with it. */
export function readStrategy(written: string): Strategy | string {
  const [name = '', ...rest] = written.split(':');
  const kind = STRATEGY_KINDS.find((known) => known === name.trim());
  if (kind === undefined) {
    const list = STRATEGY_KINDS.map(quote).join(', ');
    return `there is no strategy ${quote(name)}${didYouMean(name, STRATEGY_KINDS) || `; there are ${list}`}`;
  }
  if (rest.length === 0) return { kind };
  const number = typedNumber(rest.join(':'));
  if (number === null) return `expected a strategy such as 'boulware:4', found ${quote(written)}`;
  const fault = strategyFault(kind, number);
  return fault ?? { kind, number };
}

/** "boulware:8", as `readStrategy` reads it; the number only where one was given. */
export function strategyText({ kind, number }: Strategy): string {
  return number === undefined ? kind : `${kind}:${number.exact ?? number.value}`;
}
