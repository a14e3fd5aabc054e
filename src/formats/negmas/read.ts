/** A NegMAS scenario (Mohammad, Nakadai, Greenwald 2021): an outcome space and a utility function for each party. */
import { basename } from 'node:path';
import { readFraction } from '../../exact/fraction.ts';
import type { Fraction } from '../../exact/fraction.ts';
import { add, compare, divide, fraction, fractionText, multiply, ONE, subtract, ZERO } from '../../exact/fraction.ts';
import { quote } from '../../scenario/suggest.ts';
import type { Shares } from '../additive.ts';
import { additive, HUNDRED } from '../additive.ts';
import type { Part } from '../data.ts';
import {
  entriesOf,
  isBlock,
  isList,
  isThere,
  itemsOf,
  numberIn,
  numberOf,
  partAt,
  placeOf,
  textOf,
  wrong,
} from '../data.ts';
import type { ForeignIssue, ForeignParty, ForeignRead, Note } from '../foreign.ts';
import type { Source } from '../source.ts';
import { filesOf, namesOf } from './files.ts';
import type { ValueFunction } from './value-function.ts';
import { polynomialAt, polynomialText, readFunction, typeOf } from './value-function.ts';

const REAL_STEPS = 100n;
/** Numbers of a range that are looked at one by one. */
const MOST_LOOKED_AT = 10_000n;

/** @throws Refusal */
export function readNegmas(source: Source): ForeignRead {
  const notes: Note[] = [];
  const { space, ufuns } = filesOf(source, notes);
  const issues = itemsOf(partAt(space, 'issues')).map((issue, k) => readIssue(issue, k, notes));
  const names = namesOf(ufuns);
  const each = ufuns.map(({ part }, k) => readParty(part, names[k]!, issues, notes));
  const patience = each.map(({ discount }) => discount);
  const title = partAt(space, 'name');
  return {
    foreign: {
      title: isThere(title) ? textOf(title) : basename(space.document.file).replace(/\.[^.]*$/, ''),
      issues: issues.map(({ issue }) => issue),
      parties: each.map(({ party }) => party),
      ...(patience.some((own) => own !== null) && { bargaining: { rounds: null, patience } }),
    },
    notes,
  };
}

interface ReadIssue {
  readonly issue: ForeignIssue;
  /** What tables name, in the order of the options; null for a range. */
  readonly values: readonly string[] | null;
}

function readIssue(part: Part, k: number, notes: Note[]): ReadIssue {
  const name = isThere(partAt(part, 'name')) ? textOf(partAt(part, 'name')) : `Issue ${k + 1}`;
  const values = partAt(part, 'values');
  const type = typeOf(part) ?? '';
  const head = { name, at: placeOf(part) };
  if (/callable|infinite/i.test(type))
    return wrong(part, `issue ${quote(name)} is of type ${quote(type)}, which has no end or is code; list its values`);
  if (isList(values) && !/contig|contin/i.test(type)) {
    const named = itemsOf(values).map(valueText);
    return { issue: { ...head, range: null, options: named.map((own) => ({ name: own })) }, values: named };
  }
  const [from, to] = boundsOf(values);
  const isReal = /contin/i.test(type);
  const step = isReal && compare(from, to) < 0 ? divide(subtract(to, from), fraction(REAL_STEPS, 1n)) : ONE;
  if (isReal) {
    const text = `issue ${quote(name)} takes any number from ${fractionText(from)} to ${fractionText(to)}; read as ${REAL_STEPS + 1n} numbers in steps of ${fractionText(step)}`;
    notes.push({ kind: 'changed', text });
  }
  return { issue: { ...head, range: { from, to, step }, options: [] }, values: null };
}

/** Two ends, or how many numbers from 0 on. */
function boundsOf(values: Part): readonly [Fraction, Fraction] {
  if (!isList(values)) return [ZERO, subtract(numberOf(values), ONE)];
  const [from, to] = itemsOf(values).map(numberOf);
  if (from === undefined || to === undefined) return wrong(values, 'expected the least and the largest number');
  return [from, to];
}

/** As tables name it: a number in its shortest form. */
function valueText(part: Part): string {
  const number = typeof part.value === 'number' ? numberIn(part) : null;
  if (isList(part) || isBlock(part)) return wrong(part, 'expected a value, found several');
  return number === null ? textOf(part) : fractionText(number);
}

interface ReadParty {
  readonly party: ForeignParty;
  readonly discount: Fraction | null;
}

function readParty(part: Part, name: string, issues: readonly ReadIssue[], notes: Note[]): ReadParty {
  const type = typeOf(part) ?? '';
  if (/ExpDiscounted/i.test(type)) return readDiscounted(part, name, issues, notes);
  if (/^(Linear|Affine)UtilityFunction$/.test(type)) {
    const weights = weightsOf(part, issues, null);
    return { party: summed(part, name, issues, { weights, functions: null }, notes), discount: null };
  }
  if (type !== 'LinearAdditiveUtilityFunction' && type !== 'LinearUtilityAggregationFunction') {
    return wrong(
      part,
      `is a utility function of type ${quote(type)}; weighted sums over issues (LinearAdditiveUtilityFunction) are read`,
    );
  }
  const functions = byIssue(partAt(part, 'values'), issues).map(readFunction);
  return {
    party: summed(part, name, issues, { weights: weightsOf(part, issues, ONE), functions }, notes),
    discount: null,
  };
}

/** With a discount for each step, which is the patience of a round. */
function readDiscounted(part: Part, name: string, issues: readonly ReadIssue[], notes: Note[]): ReadParty {
  const { party } = readParty(partAt(part, 'ufun'), name, issues, notes);
  const factor = partAt(part, 'factor');
  const discount = numberOf(partAt(part, 'discount'));
  const isPerStep = !isThere(factor) || textOf(factor) === 'step';
  const isKept = isPerStep && discount.num > 0n && compare(discount, ONE) < 0;
  const text = isKept
    ? `${name}: a discount of ${fractionText(discount)} for each step, kept as patience for a round, of gains and not of utilities`
    : `${name}: a discount of ${fractionText(discount)}`;
  notes.push({ kind: isKept ? 'changed' : 'left out', text });
  return { party, discount: isKept ? discount : null };
}

/** A list in the order of the issues, or a block by their names. */
function byIssue(part: Part, issues: readonly ReadIssue[]): readonly Part[] {
  if (isList(part)) {
    const items = itemsOf(part);
    if (items.length !== issues.length)
      wrong(part, `has ${items.length} entries for ${issues.length} issues: it belongs to another outcome space`);
    return items;
  }
  const entries = new Map(entriesOf(part));
  const unknown = [...entries.keys()].find((key) => issues.every(({ issue }) => issue.name !== key));
  if (unknown !== undefined)
    wrong(entries.get(unknown)!, `there is no issue ${quote(unknown)}: it belongs to another outcome space`);
  return issues.map(
    ({ issue }) => entries.get(issue.name) ?? wrong(part, `says nothing of issue ${quote(issue.name)}`),
  );
}

function weightsOf(part: Part, issues: readonly ReadIssue[], usual: Fraction | null): readonly Fraction[] {
  const weights = partAt(part, 'weights');
  if (!isThere(weights) && usual !== null) return issues.map(() => usual);
  return byIssue(weights, issues).map(numberOf);
}

interface Sum {
  readonly weights: readonly Fraction[];
  /** Null where the numbers of the issues are what is weighted. */
  readonly functions: readonly ValueFunction[] | null;
}

function summed(
  part: Part,
  name: string,
  issues: readonly ReadIssue[],
  { weights, functions }: Sum,
  notes: Note[],
): ForeignParty {
  const bias = isThere(partAt(part, 'bias')) ? numberOf(partAt(part, 'bias')) : ZERO;
  const shares = issues.map((own, k) => sharesOf(functions?.[k] ?? identity(part), own));
  const { weights: kept, worths } = additive(weights, shares, bias);
  const total = weights.reduce(add, ZERO);
  if (kept === null && compare(total, ONE) !== 0) {
    const text = `${name}: the weights add up to ${fractionText(total)}, not to 1, so each option has the points it gives`;
    notes.push({ kind: 'changed', text });
  }
  const given = partAt(part, 'reserved_value');
  const reservation = isThere(given) ? numberIn(given) : null;
  const isUnbounded = !isThere(given) || (typeof given.value === 'number' && !Number.isFinite(given.value));
  if (reservation === null && !isUnbounded) wrong(given, 'expected a number');
  if (reservation === null)
    notes.push({
      kind: 'changed',
      text: `${name}: no reserved value, so it signs any deal; read as the least that a deal gives it`,
    });
  const least = reservation ?? leastOf(weights, functions ?? issues.map(() => identity(part)), issues, bias);
  const points = multiply(least, HUNDRED);
  return { name, at: placeOf(part), weights: kept, worths, disagreement: points, reservation: null };
}

function identity(part: Part): ValueFunction {
  return { kind: 'polynomial', part, factors: [ZERO, ONE] };
}

/** What options are worth before weights; a formula of the number on a range. */
function sharesOf(own: ValueFunction, { issue, values }: ReadIssue): Shares {
  if (own.kind === 'polynomial') {
    if (values === null) return { kind: 'formula', formula: polynomialText(own.factors), held: false };
    return { kind: 'listed', shares: values.map((value) => polynomialAt(own.factors, numberNamed(value, own, issue))) };
  }
  const names = values ?? numbersIn(issue, own.part);
  const extra = [...own.worths.keys()].find((key) => !names.includes(key));
  if (extra !== undefined)
    wrong(partAt(own.part, 'mapping', extra), `issue ${quote(issue.name)} has no option ${quote(extra)}`);
  return {
    kind: 'listed',
    shares: names.map(
      (name) =>
        own.worths.get(name) ?? wrong(own.part, `says nothing of option ${quote(name)} of issue ${quote(issue.name)}`),
    ),
  };
}

/** A constant is one of words, too. */
function numberNamed(value: string, own: ValueFunction, issue: ForeignIssue): Fraction {
  if (own.kind === 'polynomial' && own.factors.length <= 1) return ZERO;
  return (
    readFraction(value) ??
    wrong(own.part, `is a function of numbers, and option ${quote(value)} of issue ${quote(issue.name)} is none`)
  );
}

/** The numbers of a range, as tables name them. */
function numbersIn({ name, range }: ForeignIssue, part: Part): readonly string[] {
  if (range === null) return [];
  const { from, to, step } = range;
  const count = subtract(to, from).num / (step.num === 0n ? 1n : step.num);
  if (step.den !== 1n || count >= MOST_LOOKED_AT)
    return wrong(part, `lists the values of issue ${quote(name)}, which has too many numbers for that`);
  return Array.from({ length: Number(count) + 1 }, (_, k) => fractionText(add(from, fraction(BigInt(k), 1n))));
}

/** The sum of the least that each issue gives; of a range, at its ends. */
function leastOf(
  weights: readonly Fraction[],
  functions: readonly ValueFunction[],
  issues: readonly ReadIssue[],
  bias: Fraction,
): Fraction {
  return functions.reduce((sum, own, k) => {
    const { issue, values } = issues[k]!;
    const shares =
      own.kind === 'table'
        ? [...own.worths.values()]
        : (values ?? [])
            .map((value) => numberNamed(value, own, issue))
            .concat(endsOf(issue))
            .map((x) => polynomialAt(own.factors, x));
    const given = shares.map((share) => multiply(share, weights[k]!));
    return given.length === 0
      ? sum
      : add(
          sum,
          given.reduce((a, b) => (compare(a, b) < 0 ? a : b)),
        );
  }, bias);
}

function endsOf({ range }: ForeignIssue): readonly Fraction[] {
  return range === null ? [] : [range.from, range.to];
}
