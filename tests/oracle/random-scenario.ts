/**
 * Random small scenario files of the kinds that people bring, from a seed: numbers of many styles, formulas, ties made on
 * purpose, thresholds met exactly, rules, quorums, vetoes, conditions, red lines, adjustments, drafts. At most some
 * hundred combinations, so that every deal can be looked at.
 */
import { Dice } from './dice.ts';
import {
  add,
  compare,
  fraction,
  least,
  minus,
  most,
  readNumber,
  numberText,
  times as multiply,
  ZERO,
} from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { formulaOn } from './random-formula.ts';
import { STYLES } from './random-numbers.ts';
import type { Style } from './random-numbers.ts';
import type { Data } from './read.ts';
import { readScenario } from './read.ts';
import { tableOf } from './table.ts';
import { yamlText } from './yaml.ts';

export type Entries = Record<string, Data>;

const MOST_DEALS = 240;

/** An issue while its file is being made. */
export interface Drawn {
  readonly id: string;
  /** What pattern and draft may name. */
  readonly options: readonly string[];
  /** How many of the options are numbers; they come first. */
  readonly numbers: readonly string[];
  readonly data: Entries;
}

/** What may be drawn. */
export interface Kinds {
  readonly styles: readonly Style[];
  /** Values by expression. */
  readonly formulas: boolean;
  /** Thresholds that are no decimals, as `a/b`. */
  readonly fractions: boolean;
  /** Values by points with straight lines between. */
  readonly curves: boolean;
  /** Scores by expression. */
  readonly scoreFormulas: boolean;
  /** Rules on sums. */
  readonly sums: boolean;
  /** Numbers between bounds in patterns. */
  readonly intervals: boolean;
  /** Parties that sign only for more than their reservation value. */
  readonly strict: boolean;
}

/** All that the format knows. */
export const ALL_KINDS: Kinds = {
  styles: STYLES,
  formulas: true,
  fractions: true,
  curves: true,
  scoreFormulas: true,
  sums: true,
  intervals: true,
  strict: true,
};

/** The data of a scenario file; `yamlText` writes it. */
export function randomScenario(seed: number, kinds = ALL_KINDS): Entries {
  const dice = new Dice(seed);
  const issues = drawIssues(dice);
  const ids = ['ann', 'bob', 'cyd', 'dan', 'eva'].slice(0, dice.pick([1, 2, 2, 3, 3, 4, 5]));
  const parties = Object.fromEntries(ids.map((id) => [id, drawParty(dice, id, issues, kinds)]));
  const drawn: Entries = {
    winset: '1',
    title: `Seed ${seed}`,
    issues: issues.map(({ data }) => data),
    parties,
    consent: drawConsent(dice, ids, issues, kinds),
  };
  const ruled = { ...drawn, rules: drawRules(dice, issues, kinds) };
  const lawful = tableOf(readScenario(yamlText(ruled))).rows.length > 0 ? ruled : drawn;
  return { ...lawful, parties: withThresholds(dice, lawful, parties, kinds), drafts: drawDrafts(dice, issues) };
}

function drawIssues(dice: Dice): Drawn[] {
  const issues: Drawn[] = [];
  let deals = 1;
  for (let k = 0; k < dice.pick([1, 2, 3, 3, 4, 4, 5]); k++) {
    const issue = dice.chance(0.45) ? drawRange(dice, `price${k}`) : drawOptions(dice, `point${k}`);
    if (deals * issue.options.length > MOST_DEALS) continue;
    deals *= issue.options.length;
    issues.push(issue);
  }
  return issues;
}

function drawOptions(dice: Dice, id: string): Drawn {
  const options = ['a', 'b', 'c', 'd'].slice(0, dice.pick([1, 2, 2, 3, 3, 4]));
  const data = { id, title: `Point ${id}`, options: options.map((option) => ({ id: option })) };
  return { id, options, numbers: [], data };
}

function drawRange(dice: Dice, id: string): Drawn {
  const step = dice.pick(['1', '1', '2', '5', '50', '0.1', '0.25', '100']);
  const from = dice.pick(['0', '0', step, '10', '-1', '7000']);
  const count = dice.whole(2, 7);
  const numbers: Fraction[] = [readNumber(from)];
  while (numbers.length < count) numbers.push(add(numbers.at(-1)!, readNumber(step)));
  const named = dice.chance(0.25) ? ['none'] : [];
  const ids = numbers.map(numberText);
  const data: Entries = { id, title: `Price ${id}`, range: { from, to: ids.at(-1)!, step } };
  if (named.length > 0) data['options'] = named.map((option) => ({ id: option }));
  return { id, options: [...ids, ...named], numbers: ids, data };
}

function drawParty(dice: Dice, id: string, issues: readonly Drawn[], kinds: Kinds): Entries {
  const style = dice.pick(kinds.styles);
  const isScored = dice.chance(0.5);
  const silent = issues.length > 1 && dice.chance(0.2) ? dice.whole(0, issues.length - 1) : -1;
  const sheets = issues.flatMap((issue, k): [string, Entries][] =>
    k === silent
      ? []
      : [[issue.id, isScored ? drawScores(dice, style, issue, kinds) : drawValues(dice, style, issue, kinds)]],
  );
  const own: Entries = { name: `Party ${id}`, disagreement: '0', issues: Object.fromEntries(sheets) };
  if (dice.chance(0.3)) {
    own['adjustments'] = Array.from({ length: dice.whole(1, 3) }, () => ({
      when: drawPattern(dice, issues, kinds),
      add: dice.chance(0.3) ? `-${style.value(dice)}` : style.value(dice),
    }));
  }
  if (dice.chance(0.3)) own['redLines'] = [{ id: `${id}-never`, when: drawPattern(dice, issues, kinds) }];
  if (kinds.strict && dice.chance(0.2)) own['signs'] = 'above';
  if (dice.chance(0.15)) own['power'] = String(dice.whole(2, 3));
  return own;
}

function drawScores(dice: Dice, style: Style, { options, numbers }: Drawn, { scoreFormulas }: Kinds): Entries {
  if (scoreFormulas && numbers.length === options.length && numbers.length > 1 && dice.chance(0.5)) {
    const at = dice.pick(numbers);
    return { scores: dice.pick([`x - ${at}`, `(${at} - x) / 3`, `2.5 * abs(x - ${at})`, `x ^ 2 / 7`]) };
  }
  return { scores: Object.fromEntries(options.map((option) => [option, style.score(dice)])) };
}

function drawValues(dice: Dice, style: Style, issue: Drawn, { formulas, curves }: Kinds): Entries {
  // A weight of nothing on every issue is refused; style weights may be 0.
  const drawn = style.weight(dice);
  const weight = Number(drawn) === 0 ? '1' : drawn;
  const listed = (options: readonly string[]): Entries =>
    Object.fromEntries(options.map((option) => [option, style.value(dice)]));
  if (!formulas || issue.numbers.length < 2 || dice.chance(0.3)) return { weight, values: listed(issue.options) };
  const named = issue.options.slice(issue.numbers.length);
  if (curves && dice.chance(0.4)) {
    const inner = issue.numbers.slice(1, -1);
    const corners = [issue.numbers[0]!, ...dice.some(inner, Math.min(inner.length, 1)), issue.numbers.at(-1)!];
    return { weight, value: listed(corners), ...(named.length > 0 ? { values: listed(named) } : {}) };
  }
  const value = formulaOn(dice, issue.numbers.map(readNumber));
  return { weight, value, ...(named.length > 0 ? { values: listed(named) } : {}) };
}

export function drawPattern(dice: Dice, issues: readonly Drawn[], { intervals }: Kinds): Entries {
  const named = dice.some(issues, dice.whole(1, Math.min(2, issues.length)));
  return Object.fromEntries(
    named.map(({ id, options, numbers }) => {
      if (intervals && numbers.length > 2 && dice.chance(0.6)) return [id, drawInterval(dice, numbers)];
      const count = dice.whole(1, Math.max(1, options.length - 1));
      const chosen = dice.some(options, count);
      return [id, chosen.length === 1 && dice.chance(0.5) ? chosen[0]! : chosen];
    }),
  );
}

function drawInterval(dice: Dice, numbers: readonly string[]): Data {
  const [from, to] = dice.some(numbers, 2);
  return dice.pick([
    `${from}..${to}`,
    { below: to! },
    { from: from! },
    { above: from! },
    [{ to: from! }, to!],
    { above: from!, to: to! },
  ]);
}

function drawRules(dice: Dice, issues: readonly Drawn[], kinds: Kinds): Data {
  if (kinds.sums && dice.chance(0.4)) return [drawSum(dice, issues)];
  return Array.from({ length: dice.pick([0, 0, 1, 1, 2]) }, (_, k) =>
    dice.chance(0.5)
      ? { id: `rule${k}`, forbid: drawPattern(dice, issues, kinds), why: 'It is so.' }
      : {
          id: `rule${k}`,
          why: 'It is so.',
          ...Object.fromEntries(['if', 'then'].map((key) => [key, drawPattern(dice, issues, kinds)])),
        },
  );
}

/** Numbers times a factor, or amounts by option; the bound is what one combination comes to, or a little off it. */
function drawSum(dice: Dice, issues: readonly Drawn[]): Entries {
  const named = dice.some(issues, dice.whole(1, issues.length));
  let total = ZERO;
  const sum = Object.fromEntries(
    named.map(({ id, options, numbers }): [string, Data] => {
      const picked = dice.pick(options);
      if (numbers.length > 1 && dice.chance(0.7)) {
        const times = dice.pick(['1', '1', '2', '0.5', '-1', '1/3']);
        if (numbers.includes(picked)) total = add(total, multiply(readNumber(times), readNumber(picked)));
        return [id, times];
      }
      const priced = dice.some(options, dice.whole(1, options.length));
      const amounts = priced.map((option) => [option, dice.pick(['1', '1', '40', '0.1', '0.2', '0.3', '-2', '2/3'])]);
      const own = amounts.find(([option]) => option === picked);
      if (own !== undefined) total = add(total, readNumber(own[1]!));
      return [id, Object.fromEntries(amounts)];
    }),
  );
  const bound = numberText(add(total, readNumber(dice.pick(['0', '0', '0', '1', '-0.1']))));
  return { id: 'budget', sum, [dice.pick(['atMost', 'atMost', 'atLeast'])]: bound, why: 'There is no more.' };
}

function drawConsent(dice: Dice, ids: readonly string[], issues: readonly Drawn[], kinds: Kinds): Entries {
  const conditional = (among: readonly string[]): Data =>
    dice.chance(0.5) && among.length > 0
      ? [{ party: dice.pick(among), when: drawPattern(dice, issues, kinds), why: 'It is theirs.' }]
      : [];
  if (ids.length === 1 || dice.chance(0.4)) return { needs: 'all' };
  if (dice.chance(0.3)) return { needs: 'all', conditional: conditional(ids.slice(1)) };
  const veto = dice.some(ids, dice.whole(0, 1));
  const quorum = String(dice.whole(1, ids.length));
  return { needs: { quorum, veto }, conditional: conditional(ids.filter((id) => !veto.includes(id))) };
}

/** Thresholds that some deal meets exactly, misses by the last digit, or leaves behind. */
function withThresholds(dice: Dice, drawn: Entries, parties: Entries, { fractions }: Kinds): Entries {
  const unsigned = Object.fromEntries(Object.entries(parties).map(([id, party]) => [id, entriesOf(party)]));
  const { rows } = tableOf(readScenario(yamlText({ ...drawn, parties: unsigned })));
  return Object.fromEntries(
    Object.entries(unsigned).map(([id, party], p) => {
      const worth = rows.map(({ utility }) => utility[p]!).sort(compare);
      const low = worth[Math.floor(worth.length * dice.pick([0, 0.1, 0.3, 0.5]))]!;
      const high = worth[Math.floor((worth.length - 1) * dice.pick([0.2, 0.4, 0.5, 0.6, 0.8, 1]))]!;
      const nudge = dice.pick(['0', '0', '0', '0.000001', '-0.000001', '0.1']);
      const disagreement = written(least([low, high]), fractions);
      const reservation = written(add(high, readNumber(nudge)), fractions);
      const isAbove = compare(readNumber(reservation), readNumber(disagreement)) > 0;
      return [id, { ...party, disagreement, ...(isAbove && dice.chance(0.7) ? { reservation } : {}) }];
    }),
  );
}

/** Numbers of a file lie between this and its opposite. */
const LARGEST = fraction(10n ** 12n);

/** Within what a file may hold; where it is no decimal a fraction, or cut after nine places. */
function written(value: Fraction, fractions: boolean): string {
  const held = most([least([value, LARGEST]), minus(ZERO, LARGEST)]);
  if (fractions || !numberText(held).includes('/')) return numberText(held);
  const unit = 10n ** 9n;
  return numberText(fraction((held.num * unit) / held.den, unit));
}

function drawDrafts(dice: Dice, issues: readonly Drawn[]): Entries {
  const clauses = (of: readonly Drawn[]): Entries =>
    Object.fromEntries(of.map(({ id, options }) => [id, dice.pick(options)]));
  const partial = dice.some(issues, dice.whole(1, issues.length));
  return {
    whole: { title: 'A whole draft', clauses: clauses(issues) },
    part: { title: 'A part of one', clauses: clauses(partial) },
    ...(dice.chance(0.4) ? { none: { title: 'No deal', noDeal: 'true' } } : {}),
  };
}

function entriesOf(data: Data): Entries {
  if (typeof data === 'string') throw new TypeError('entries were expected');
  return Object.fromEntries(Object.entries(data));
}
