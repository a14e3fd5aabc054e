/**
 * Formulas of x on a range of numbers, "100 * (x - 100) / 800", computed in exact fractions for all numbers at once.
 *
 * mathjs parses; only what is listed here is let through, so a formula can neither loop nor reach anything. sqrt, exp,
 * log, pi, e and powers that are no whole numbers have no fractions: they give the nearest decimal of 15 digits.
 */
import { create, factory, parseDependencies } from 'mathjs/number';
import type { MathNode } from 'mathjs/number';
import type { Column, Ledger } from './column.ts';
import { constant, isConstant, ladder, MARKS, numberOf, spread, TooMuchWork } from './column.ts';
import type { Comparison, Rounding } from './column-arithmetic.ts';
import {
  absolute,
  approximate,
  approximateBoth,
  chosen,
  holds,
  larger,
  negative,
  power,
  product,
  quotient,
  rounded,
  smaller,
  sum,
} from './column-arithmetic.ts';
import type { Fraction } from '../../exact/fraction.ts';
import { fractionOf, fractionText, readFraction } from '../../exact/fraction.ts';
import { exactNumber } from './options.ts';
import type { NumberRange } from '../scenario.ts';
import { quote } from '../suggest.ts';

export const LONGEST_FORMULA = 1000;
const DEEPEST = 30;
/** Of a formula on one range, some seconds at the most; `charge` in column.ts says what a number costs. */
const MOST_STEPS = 500_000_000;
const COMPARISONS: readonly string[] = ['<', '<=', '>', '>=', '==', '!='] satisfies Comparison[];
const OPERATORS = new Set(['+', '-', '*', '/', '^', ...COMPARISONS]);
const ROUNDINGS: readonly string[] = ['round', 'floor', 'ceil'] satisfies Rounding[];
const FUNCTIONS = new Set(['min', 'max', 'abs', 'sqrt', 'exp', 'log', 'pow', ...ROUNDINGS]);
const NAMES: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };
const ALLOWED =
  'allowed are numbers, x, pi, e, + - * / ^, brackets ( ), comparisons, a ? b : c and min max abs sqrt exp log round floor ceil pow';

/** A number in a formula, digit by digit, in place of the double that mathjs would make of it. */
class Literal {
  readonly text: string;
  readonly number: Fraction;
  constructor(text: string) {
    this.text = text;
    this.number = readFraction(text) ?? fractionOf(Number(text));
  }
  toString(): string {
    return this.text;
  }
}

const math = create({
  ...parseDependencies,
  createNumeric: factory('numeric', [], () => (text: string) => new Literal(text)),
});

export type FormulaResult =
  | {
      readonly ok: true;
      /** By number of the range, without marks. */
      readonly values: Column;
      /** Some of it is decimals of 15 digits where exact fractions are not to be had. */
      readonly decimals: boolean;
    }
  | { readonly ok: false; readonly message: string };

/**
 * The value of the formula at every number of the range. Never throws; a formula that is not allowed, that gives no
 * finite number at some x, or that is too much work is refused with the reason.
 */
export function evaluateFormula(formula: string, range: NumberRange): FormulaResult {
  if (formula.length > LONGEST_FORMULA) return refuse(`is longer than ${LONGEST_FORMULA} characters`);
  if (formula.trim() === '') return refuse('the expression is empty');
  if (depthOf(formula) > DEEPEST) return refuse(`nests brackets more than ${DEEPEST} deep`);
  try {
    const node = math.parse(formula);
    const culprit = forbiddenPart(node);
    if (culprit !== null) return refuse(`${culprit} is not allowed in an expression; ${ALLOWED}`);
    return evaluateNode(node, range);
  } catch (error) {
    if (error instanceof TooMuchWork) {
      return refuse(`is too long for a range of ${range.count} numbers; shorten it, or take a larger step`);
    }
    return refuse(`is not a valid expression (${error instanceof Error ? error.message : String(error)}); ${ALLOWED}`);
  }
}

function evaluateNode(node: MathNode, range: NumberRange): FormulaResult {
  const ledger: Ledger = { steps: MOST_STEPS, decimals: false };
  const x = ladder(range.first, range.step, 10n ** BigInt(range.places), range.count);
  const values = spread(valueOf(partOf(node), x, ledger), range.count);
  const marked = values.marks?.findIndex((mark) => mark !== 0) ?? -1;
  const truth = isTruth(node);
  if (marked === -1 && !truth) return { ok: true, values: { ...values, marks: null }, decimals: ledger.decimals };
  const k = Math.max(marked, 0);
  const found = truth ? String(numberOf(values, k).num === 1n) : MARKS[values.marks?.[k] ?? 0];
  const at = fractionText(exactNumber(range, k));
  return refuse(`the expression gives ${found} at x = ${at}; it must give a finite number for every x`);
}

function refuse(message: string): FormulaResult {
  return { ok: false, message };
}

/** What a node of the parser is, once it was let through. */
type Part =
  | { readonly kind: 'number'; readonly number: Fraction }
  | { readonly kind: 'irrational'; readonly value: number }
  | { readonly kind: 'x' }
  | { readonly kind: 'apply'; readonly name: string; readonly of: readonly MathNode[] };

/** The node without brackets around it. */
function partOf(node: MathNode): Part {
  const of = childrenOf(node);
  if (node.type === 'ParenthesisNode' && of[0] !== undefined) return partOf(of[0]);
  if ('value' in node && node.value instanceof Literal) return { kind: 'number', number: node.value.number };
  if (node.type === 'SymbolNode' && 'name' in node) {
    const value = NAMES[String(node.name)];
    return value === undefined ? { kind: 'x' } : { kind: 'irrational', value };
  }
  if (node.type === 'ConditionalNode') return { kind: 'apply', name: '?', of };
  return { kind: 'apply', name: 'op' in node ? String(node.op) : functionName(node), of };
}

function valueOf(part: Part, x: Column, ledger: Ledger): Column {
  switch (part.kind) {
    case 'x':
      return x;
    case 'number':
      return constant(part.number);
    case 'irrational':
      return approximate(constant(fractionOf(0)), () => part.value, ledger);
    case 'apply': {
      const [a, ...rest] = part.of.map((node) => valueOf(partOf(node), x, ledger));
      if (a === undefined) throw new Error(`${quote(part.name)} needs something to work on`);
      return applied(part.name, a, rest, ledger);
    }
  }
}

function applied(name: string, a: Column, rest: readonly Column[], ledger: Ledger): Column {
  const [b, c] = rest;
  if (name === 'min') return rest.reduce((least, other) => smaller(least, other, ledger), a);
  if (name === 'max') return rest.reduce((most, other) => larger(most, other, ledger), a);
  if (isRounding(name)) return rounded(a, name, placesOf(name, b), ledger);
  if (b === undefined) return appliedToOne(name, a, ledger);
  if (isComparison(name)) return holds(name, a, b, ledger);
  switch (name) {
    case '+':
      return sum(a, b, ledger);
    case '-':
      return sum(a, negative(b, ledger), ledger);
    case '*':
      return product(a, b, ledger);
    case '/':
      return quotient(a, b, ledger);
    case '^':
    case 'pow':
      return power(a, b, ledger);
    case 'log':
      return approximateBoth(a, b, (x, base) => Math.log(x) / Math.log(base), ledger);
    case '?':
      if (c !== undefined) return chosen(a, b, c, ledger);
  }
  throw new Error(`${quote(name)} does not work on ${rest.length + 1} numbers`);
}

function appliedToOne(name: string, a: Column, ledger: Ledger): Column {
  switch (name) {
    case '+':
      return a;
    case '-':
      return negative(a, ledger);
    case 'abs':
      return absolute(a, ledger);
    case 'sqrt':
      return approximate(a, Math.sqrt, ledger);
    case 'exp':
      return approximate(a, Math.exp, ledger);
    case 'log':
      return logarithm(a, ledger);
  }
  throw new Error(`${quote(name)} needs more than one number`);
}

function logarithm(a: Column, ledger: Ledger): Column {
  return approximate(a, Math.log, ledger);
}

/** Of the second number in `round(x, 2)`; 0 without one. */
function placesOf(name: string, places: Column | undefined): number {
  if (places === undefined) return 0;
  const { num, den } = numberOf(places, 0);
  if (isConstant(places) && den === 1n && num >= 0n && num <= 15n) return Number(num);
  throw new Error(`${quote(name)} rounds to a whole number of places from 0 to 15`);
}

function isRounding(name: string): name is Rounding {
  return ROUNDINGS.includes(name);
}

function isComparison(name: string): name is Comparison {
  return COMPARISONS.includes(name);
}

/** A comparison by itself is no value. */
function isTruth(node: MathNode): boolean {
  const part = partOf(node);
  if (part.kind !== 'apply') return false;
  if (part.name === '?') return part.of.slice(1).some(isTruth);
  return isComparison(part.name);
}

/** Before parsing: the parser recurses through some twenty functions per bracket. */
function depthOf(formula: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of formula) {
    if ('([{'.includes(character)) deepest = Math.max(deepest, ++depth);
    if (')]}'.includes(character)) depth--;
  }
  return deepest;
}

/** The first part that is not on the list, in words; null when all are. */
function forbiddenPart(node: MathNode): string | null {
  if (!isAllowed(node)) return quote(node.toString());
  for (const child of childrenOf(node)) {
    const inside = forbiddenPart(child);
    if (inside !== null) return inside;
  }
  return null;
}

function isAllowed(node: MathNode): boolean {
  switch (node.type) {
    case 'ParenthesisNode':
    case 'ConditionalNode':
      return true;
    case 'ConstantNode':
      return 'value' in node && node.value instanceof Literal;
    case 'SymbolNode':
      return 'name' in node && (node.name === 'x' || Object.hasOwn(NAMES, String(node.name)));
    case 'OperatorNode':
      return 'op' in node && OPERATORS.has(String(node.op));
    case 'FunctionNode':
      return FUNCTIONS.has(functionName(node));
    default:
      return false;
  }
}

function functionName(node: MathNode): string {
  if (!('fn' in node)) return '';
  const callee = node.fn;
  return typeof callee === 'object' && callee !== null && 'name' in callee ? String(callee.name) : '';
}

/** A function's own name is not a value, so only its arguments count. */
function childrenOf(node: MathNode): MathNode[] {
  const children: MathNode[] = [];
  node.forEach((child, path) => {
    if (!(node.type === 'FunctionNode' && path === 'fn')) children.push(child);
  });
  return children;
}
