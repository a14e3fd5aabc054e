/** Random value formulas of x whose values lie between 0 and 100 on the given numbers. */
import type { Dice } from './dice.ts';
import { readFormula } from './expression.ts';
import type { Fraction } from './fraction.ts';
import { compare, HUNDRED, numberText, ZERO } from './fraction.ts';

/** Straight, bent and stepped ones; where one leaves 0 to 100 it is held there by the formula itself. */
export function formulaOn(dice: Dice, numbers: readonly Fraction[]): string {
  const [from, to] = [numberText(numbers[0]!), numberText(numbers.at(-1)!)];
  const middle = numberText(dice.pick(numbers));
  const span = `(${to} - ${from})`;
  const drawn = dice.pick([
    `100 * (x - ${from}) / ${span}`,
    `100 * (${to} - x) / ${span}`,
    `(x - ${from}) / ${span} * 33.3`,
    `100 - 100 * ((x - ${middle}) / ${span}) ^ 2`,
    `x < ${middle} ? 0 : 100 * (x - ${from}) / ${span} / 3`,
    `min(100, 100 * abs(x - ${middle}) / ${span})`,
    `floor(70 * (x - ${from}) / ${span}) / 7`,
    `round(1000 * (${to} - x) / ${span} / 3) / 10`,
    `100 / (1 + abs(x - ${middle}))`,
    `x >= ${middle} ? 100 / 3 : 200 / 3`,
    `0.1 + 0.2 * (x - ${from}) / ${span}`,
    `x / 6`,
  ]);
  const formula = readFormula(drawn);
  const isInside = numbers.every((x) => compare(formula(x), ZERO) >= 0 && compare(formula(x), HUNDRED) <= 0);
  return isInside ? drawn : `max(0, min(100, ${drawn}))`;
}
