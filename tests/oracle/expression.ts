/**
 * Value expressions in exact fractions, read by a parser of the oracle's own: numbers, x, + - * / ^, brackets,
 * comparisons, `a ? b : c`, min max abs floor ceil round pow.
 */
import { add, compare, fraction, least, minus, most, over, readNumber, times, ZERO } from './fraction.ts';
import type { Fraction } from './fraction.ts';

/** What an expression gives at an x. */
export type Formula = (x: Fraction) => Fraction;

const TOKEN = /\s*(\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|[a-z]+|<=|>=|==|!=|[-+*/^()?:,<>])/y;

/** @throws SyntaxError for what is not exact or not an expression */
export function readFormula(expression: string): Formula {
  const tokens = [...tokensOf(expression)];
  let next = 0;
  const takes = (token: string): boolean => tokens[next] === token && ++next > 0;
  const expectToken = (token: string): void => {
    if (!takes(token)) throw new SyntaxError(`expected ${token} before '${tokens.slice(next).join(' ')}'`);
  };

  const choice = (): Formula => {
    const condition = comparison();
    if (!takes('?')) return condition;
    const then = choice();
    expectToken(':');
    const otherwise = choice();
    return (x) => (condition(x).num !== 0n ? then(x) : otherwise(x));
  };

  const comparison = (): Formula => {
    const left = addition();
    const sign = tokens[next] ?? '';
    const holds = COMPARISONS[sign];
    if (holds === undefined) return left;
    next++;
    const right = addition();
    return (x) => fraction(holds(compare(left(x), right(x))) ? 1n : 0n);
  };

  const addition = (): Formula => {
    let left = multiplication();
    for (;;) {
      const before = left;
      const step = takes('+') ? add : takes('-') ? minus : null;
      if (step === null) return left;
      const right = multiplication();
      left = (x) => step(before(x), right(x));
    }
  };

  const multiplication = (): Formula => {
    let left = signed();
    for (;;) {
      const before = left;
      const step = takes('*') ? times : takes('/') ? over : null;
      if (step === null) return left;
      const right = signed();
      left = (x) => step(before(x), right(x));
    }
  };

  const signed = (): Formula => {
    if (takes('+')) return signed();
    if (!takes('-')) return power();
    const inner = signed();
    return (x) => minus(ZERO, inner(x));
  };

  const power = (): Formula => {
    const base = single();
    if (!takes('^')) return base;
    const exponent = signed();
    return (x) => raise(base(x), exponent(x));
  };

  const single = (): Formula => {
    const token = tokens[next++];
    if (token === 'x') return (x) => x;
    if (token === '(') {
      const inner = choice();
      expectToken(')');
      return inner;
    }
    const call = FUNCTIONS[token ?? ''];
    if (call !== undefined) {
      expectToken('(');
      const parts = [choice()];
      while (takes(',')) parts.push(choice());
      expectToken(')');
      return (x) => call(parts.map((part) => part(x)));
    }
    const value = readNumber(token ?? '');
    return () => value;
  };

  const formula = choice();
  if (next !== tokens.length) throw new SyntaxError(`left over: '${tokens.slice(next).join(' ')}'`);
  return formula;
}

function* tokensOf(expression: string): Generator<string> {
  TOKEN.lastIndex = 0;
  const trimmed = expression.trim();
  while (TOKEN.lastIndex < trimmed.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(trimmed);
    if (match === null) throw new SyntaxError(`not understood: '${trimmed.slice(at)}'`);
    yield match[1]!;
  }
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
};

const FUNCTIONS: Readonly<Record<string, (parts: readonly Fraction[]) => Fraction>> = {
  min: least,
  max: most,
  abs: ([a]) => (a!.num < 0n ? minus(ZERO, a!) : a!),
  floor: ([a]) => floor(a!),
  ceil: ([a]) => minus(ZERO, floor(minus(ZERO, a!))),
  round: ([a]) => {
    const half = fraction(1n, 2n);
    return a!.num < 0n ? minus(ZERO, floor(minus(half, a!))) : floor(add(a!, half));
  },
  pow: ([a, b]) => raise(a!, b!),
};

function floor({ num, den }: Fraction): Fraction {
  const towardsZero = num / den;
  return fraction(num < 0n && towardsZero * den !== num ? towardsZero - 1n : towardsZero);
}

function raise(base: Fraction, exponent: Fraction): Fraction {
  if (exponent.den !== 1n) throw new SyntaxError('the oracle knows whole exponents only');
  if (exponent.num < 0n) return over(fraction(1n), raise(base, minus(ZERO, exponent)));
  return fraction(base.num ** exponent.num, base.den ** exponent.num);
}
