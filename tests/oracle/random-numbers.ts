/** The kinds of numbers that people write: round ones, decimals of any length, fractions, money, parts of one. */
import type { Dice } from './dice.ts';

/** A way to write numbers of a score sheet, or values between 0 and 100. */
export interface Style {
  readonly name: string;
  readonly value: (dice: Dice) => string;
  readonly score: (dice: Dice) => string;
  readonly weight: (dice: Dice) => string;
}

function decimal(dice: Dice, least: number, most: number, places: number): string {
  const unit = 10 ** places;
  return (dice.whole(least * unit, most * unit) / unit).toFixed(places);
}

/** Tenths that add up to others only where the sums are exact: 0.1 + 0.2 against 0.3. */
const TENTHS = ['0', '0.1', '0.2', '0.3', '0.4', '0.6', '0.7'];

export const STYLES: readonly Style[] = [
  {
    name: 'round',
    value: (dice) => String(5 * dice.whole(0, 20)),
    score: (dice) => String(dice.whole(0, 12)),
    weight: (dice) => String(dice.whole(1, 5)),
  },
  {
    name: 'tenths',
    value: (dice) => dice.pick(TENTHS),
    score: (dice) => dice.pick(TENTHS),
    weight: (dice) => dice.pick(['0.1', '0.2', '0.3', '0.4']),
  },
  {
    name: 'six decimals',
    value: (dice) => decimal(dice, 0, 100, 6),
    score: (dice) => decimal(dice, -20, 60, 6),
    weight: (dice) => decimal(dice, 0, 1, 6),
  },
  {
    name: 'thirteen decimals',
    value: (dice) =>
      `${dice.whole(0, 99)}.${String(dice.whole(0, 999_999)).padStart(6, '0')}${decimal(dice, 0, 1, 7).slice(2)}`,
    score: (dice) =>
      `${dice.whole(0, 9)}.${String(dice.whole(0, 999_999)).padStart(6, '0')}${decimal(dice, 0, 1, 7).slice(2)}`,
    weight: (dice) => decimal(dice, 0, 1, 9),
  },
  {
    name: 'parts of one',
    value: (dice) => decimal(dice, 0, 1, 3),
    score: (dice) => decimal(dice, 0, 1, 3),
    weight: (dice) => decimal(dice, 0, 1, 3),
  },
  {
    name: 'minus two to two',
    value: (dice) => decimal(dice, 0, 2, 2),
    score: (dice) => decimal(dice, -2, 2, 2),
    weight: (dice) => dice.pick(['0.01', '0.99', '1', '2']),
  },
  {
    name: 'money',
    value: (dice) => String(dice.whole(0, 100)),
    score: (dice) => String(dice.whole(-20, 900) * 1_000_000),
    weight: (dice) => String(dice.whole(1, 9) * 1_000_000),
  },
  {
    name: 'money beside cents of a cent',
    value: (dice) => dice.pick(['0', '100', '0.0001', '99.9999', '33.3333']),
    score: (dice) => dice.pick(['0', '1000000000000', '-1000000000000', '0.0001', '-0.0001', '0.0002', '999999999999']),
    weight: (dice) => dice.pick(['0.0001', '1000000', '1', '0.5']),
  },
];

/** As above, where the format reads fractions. */
export const FRACTIONS: Style = {
  name: 'fractions',
  value: (dice) => dice.pick(['0', '100', '100/3', '200/3', '1/3', '50', '100/7', '600/7']),
  score: (dice) => dice.pick(['0', '1/3', '2/3', '1', '-1/3', '1/7', '10/21', '0.3']),
  weight: (dice) => dice.pick(['1/3', '2/3', '1', '1/7', '2']),
};
