/** Functions of one issue as NegMAS has them: tables, and polynomials of the number. */
import type { Fraction } from '../../exact/fraction.ts';
import { add, multiply, ONE, ZERO } from '../../exact/fraction.ts';
import { quote } from '../../scenario/suggest.ts';
import { bracketed } from '../additive.ts';
import type { Part } from '../data.ts';
import { entriesOf, isBlock, isList, isThere, itemsOf, numberOf, partAt, textOf, wrong } from '../data.ts';

export type ValueFunction =
  | { readonly kind: 'table'; readonly part: Part; readonly worths: ReadonlyMap<string, Fraction> }
  /** The factors of 1, x, x^2, ... */
  | { readonly kind: 'polynomial'; readonly part: Part; readonly factors: readonly Fraction[] };

const READ = 'TableFun, AffineFun, LinearFun, IdentityFun, ConstFun, QuadraticFun and PolynomialFun are read';

/** @throws Refusal for functions that are code, or of another kind */
export function readFunction(part: Part): ValueFunction {
  if (!isBlock(part)) return wrong(part, `expected a function such as TableFun; ${READ}`);
  const type = typeOf(part) ?? (isThere(partAt(part, 'mapping')) ? 'TableFun' : '');
  const factor = (key: string, usual = ZERO): Fraction =>
    isThere(partAt(part, key)) ? numberOf(partAt(part, key)) : usual;
  const polynomial = (...factors: Fraction[]): ValueFunction => ({ kind: 'polynomial', part, factors });
  switch (type) {
    case 'TableFun':
      return {
        kind: 'table',
        part,
        worths: new Map(entriesOf(partAt(part, 'mapping')).map(([key, worth]) => [key, numberOf(worth)])),
      };
    case 'AffineFun':
      return polynomial(factor('bias'), numberOf(partAt(part, 'slope')));
    case 'LinearFun':
      return polynomial(ZERO, numberOf(partAt(part, 'slope')));
    case 'IdentityFun':
      return polynomial(ZERO, ONE);
    case 'ConstFun':
      return polynomial(numberOf(partAt(part, 'bias')));
    case 'QuadraticFun':
      return polynomial(factor('bias'), numberOf(partAt(part, 'a1')), numberOf(partAt(part, 'a2')));
    case 'PolynomialFun':
      return polynomial(factor('bias'), ...coefficients(partAt(part, 'coefficients')));
    case 'LambdaFun':
      return wrong(part, 'is code (LambdaFun), and none is run here; write its values as a TableFun');
    default:
      return wrong(part, `is a function of type ${quote(type)}; ${READ}`);
  }
}

function coefficients(part: Part): readonly Fraction[] {
  return isList(part) ? itemsOf(part).map(numberOf) : wrong(part, 'expected a list of coefficients');
}

/** The last name of the Python class: "negmas.preferences.value_fun.TableFun" is TableFun. */
export function typeOf(part: Part): string | null {
  const named = [partAt(part, 'type'), partAt(part, '__python_class__')].find(isThere);
  return named === undefined ? null : (textOf(named).split('.').at(-1) ?? '');
}

export function polynomialAt(factors: readonly Fraction[], x: Fraction): Fraction {
  return factors.toReversed().reduce((sum, factor) => add(multiply(sum, x), factor), ZERO);
}

/** "2 + 0.5 * x" */
export function polynomialText(factors: readonly Fraction[]): string {
  const terms = factors.flatMap((factor, power) => {
    if (factor.num === 0n) return [];
    const x = power === 0 ? '' : power === 1 ? ' * x' : ` * x ^ ${power}`;
    return [`${bracketed(factor)}${x}`];
  });
  return terms.length === 0 ? '0' : terms.join(' + ');
}
