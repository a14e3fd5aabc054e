/**
 * Value expressions of numeric issues: "100 * (x - 100) / 800".
 *
 * mathjs parses; only what is listed here is let through, so an expression can neither loop nor reach anything.
 */
import {
  absDependencies,
  addDependencies,
  ceilDependencies,
  create,
  divideDependencies,
  equalDependencies,
  expDependencies,
  floorDependencies,
  largerDependencies,
  largerEqDependencies,
  logDependencies,
  maxDependencies,
  minDependencies,
  multiplyDependencies,
  parseDependencies,
  powDependencies,
  roundDependencies,
  smallerDependencies,
  smallerEqDependencies,
  sqrtDependencies,
  subtractDependencies,
  unaryMinusDependencies,
  unaryPlusDependencies,
  unequalDependencies,
} from 'mathjs/number';
import type { MathNode } from 'mathjs/number';
import { quote } from '../suggest.ts';

export const LONGEST_EXPRESSION = 300;
const DEEPEST = 30;
const OPERATORS = new Set(['+', '-', '*', '/', '^', '<', '<=', '>', '>=', '==', '!=']);
const FUNCTIONS = new Set(['min', 'max', 'abs', 'sqrt', 'exp', 'log', 'round', 'floor', 'ceil', 'pow']);
const NAMES: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };
const ALLOWED =
  'allowed are numbers, x, pi, e, + - * / ^, brackets ( ), comparisons, a ? b : c and min max abs sqrt exp log round floor ceil pow';

const math = create({
  ...absDependencies,
  ...addDependencies,
  ...ceilDependencies,
  ...divideDependencies,
  ...equalDependencies,
  ...expDependencies,
  ...floorDependencies,
  ...largerDependencies,
  ...largerEqDependencies,
  ...logDependencies,
  ...maxDependencies,
  ...minDependencies,
  ...multiplyDependencies,
  ...parseDependencies,
  ...powDependencies,
  ...roundDependencies,
  ...smallerDependencies,
  ...smallerEqDependencies,
  ...sqrtDependencies,
  ...subtractDependencies,
  ...unaryMinusDependencies,
  ...unaryPlusDependencies,
  ...unequalDependencies,
});

export type ExpressionResult =
  { readonly ok: true; readonly values: readonly number[] } | { readonly ok: false; readonly message: string };

/**
 * The value of the expression at every x, clamped to 0..100 and rounded to 9 decimals. Never throws; an expression
 * that is not allowed, or that gives no finite number at some x, is refused with the reason.
 */
export function evaluateExpression(expression: string, xs: readonly number[]): ExpressionResult {
  if (expression.length > LONGEST_EXPRESSION) return refuse(`is longer than ${LONGEST_EXPRESSION} characters`);
  if (expression.trim() === '') return refuse('the expression is empty');
  if (depthOf(expression) > DEEPEST) return refuse(`nests brackets more than ${DEEPEST} deep`);
  try {
    const node = math.parse(expression);
    const culprit = forbiddenPart(node);
    if (culprit !== null) return refuse(`${culprit} is not allowed in an expression; ${ALLOWED}`);
    const code = node.compile();
    const values: number[] = [];
    for (const x of xs) {
      const result: unknown = code.evaluate({ ...NAMES, x });
      if (typeof result !== 'number' || !Number.isFinite(result)) {
        return refuse(`the expression gives ${String(result)} at x = ${x}; it must give a finite number for every x`);
      }
      values.push(Math.round(Math.min(100, Math.max(0, result)) * 1e9) / 1e9);
    }
    return { ok: true, values };
  } catch (error) {
    return refuse(`is not a valid expression (${error instanceof Error ? error.message : String(error)}); ${ALLOWED}`);
  }
}

function refuse(message: string): ExpressionResult {
  return { ok: false, message };
}

/** Before parsing: the parser recurses through some twenty functions per bracket. */
function depthOf(expression: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of expression) {
    if ('([{'.includes(character)) deepest = Math.max(deepest, ++depth);
    if (')]}'.includes(character)) depth--;
  }
  return deepest;
}

/** The first part that is not on the list, in words; null when all are. */
function forbiddenPart(node: MathNode): string | null {
  const own = refusal(node);
  if (own !== null) return own;
  for (const child of childrenOf(node)) {
    const inside = forbiddenPart(child);
    if (inside !== null) return inside;
  }
  return null;
}

function refusal(node: MathNode): string | null {
  switch (node.type) {
    case 'ParenthesisNode':
    case 'ConditionalNode':
      return null;
    case 'ConstantNode':
      return 'value' in node && typeof node.value === 'number' ? null : part(node);
    case 'SymbolNode':
      return 'name' in node && (node.name === 'x' || Object.hasOwn(NAMES, String(node.name))) ? null : part(node);
    case 'OperatorNode':
      return 'op' in node && OPERATORS.has(String(node.op)) ? null : part(node);
    case 'FunctionNode':
      return FUNCTIONS.has(functionName(node)) ? null : part(node);
    default:
      return part(node);
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

function part(node: MathNode): string {
  return quote(node.toString());
}
