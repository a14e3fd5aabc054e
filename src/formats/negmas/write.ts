/** A scenario as a NegMAS folder: an outcome space and a weighted sum over issues for each party. */
import type { Fraction } from '../../exact/fraction.ts';
import { add, divide, exactOf, fraction, ONE, ZERO } from '../../exact/fraction.ts';
import { optionId } from '../../scenario/format/options.ts';
import type { Issue, Party, Scenario } from '../../scenario/scenario.ts';
import { blockText, Written as Digits } from '../../scenario/save/yaml-text.ts';
import type { Entry } from '../../scenario/save/yaml-text.ts';
import { HUNDRED } from '../additive.ts';
import type { DecimalWriter } from '../decimal-text.ts';
import { decimalWriter } from '../decimal-text.ts';
import type { Note } from '../foreign.ts';
import type { Written } from '../format.ts';
import { issueNames, optionNames, partyNames, straight, weightsOf, worthsOf } from '../from-scenario.ts';
import { lossesOf } from '../losses.ts';
import { fileName, partyFiles } from '../party-names.ts';

/** What an issue is in the files. */
interface Layout {
  readonly name: string;
  /** Null for whole numbers in a row, on which every party's values are a straight line. */
  readonly values: readonly (string | Digits)[] | null;
  readonly first: bigint;
  readonly last: bigint;
}

export function writeNegmas(scenario: Scenario): Written {
  const { issues, parties, title } = scenario;
  const numbers = decimalWriter();
  const worths = parties.map((party) => worthsOf(party, issues));
  const names = issueNames(scenario);
  const layouts = issues.map((issue, k) =>
    layoutOf(
      issue,
      names[k]!,
      worths.map((own) => own[k] ?? null),
    ),
  );
  const space: Entry[] = [
    { key: 'name', value: title },
    { key: 'type', value: 'CartesianOutcomeSpace' },
    { key: 'issues', list: layouts.map((layout) => ({ entries: issueEntries(layout) })) },
  ];
  const shown = partyNames(scenario);
  const files = partyFiles(shown);
  const ufuns = parties.map((party, k) => {
    const entries = ufunEntries(party, { name: shown[k]!, layouts, worths: worths[k]!, scenario, numbers });
    return { path: `${files[k]}.yml`, content: `${blockText(entries)}\n` };
  });
  const notes: Note[] = [...lossesOf(scenario, ['patience'])];
  if (numbers.rounded() > 0) {
    notes.push({
      kind: 'changed',
      text: `${numbers.rounded()} numbers have no decimal that ends; they are written to 20 places`,
    });
  }
  return { files: [{ path: `${fileName(title)}.yml`, content: `${blockText(space)}\n` }, ...ufuns], notes };
}

function layoutOf(issue: Issue, name: string, worths: readonly (readonly Fraction[] | null)[]): Layout {
  const { range, named } = issue;
  const isWhole = range !== null && range.places === 0 && range.step === 1n && named.length === 0 && range.count > 1;
  const isStraight = worths.every((own) => own === null || straight(own) !== null);
  const [first, last] = range === null ? [0n, 0n] : [range.first, range.first + BigInt(range.count - 1) * range.step];
  if (isWhole && isStraight) return { name, values: null, first, last };
  const own = optionNames(issue);
  // Numbers stay numbers where nothing but numbers is among the options.
  const isNumeric = range !== null && named.length === 0;
  return { name, values: own.map((value, k) => (isNumeric ? new Digits(optionId(issue, k)) : value)), first, last };
}

function issueEntries({ name, values, first, last }: Layout): Entry[] {
  if (values === null) {
    const ends = [new Digits(String(first)), new Digits(String(last))];
    return [
      { key: 'name', value: name },
      { key: 'type', value: 'ContiguousIssue' },
      { key: 'values', value: ends },
    ];
  }
  const isNumeric = values.every((value) => value instanceof Digits);
  return [
    { key: 'name', value: name },
    { key: 'type', value: isNumeric ? 'DiscreteCardinalIssue' : 'CategoricalIssue' },
    { key: 'values', value: values },
  ];
}

interface Around {
  readonly name: string;
  readonly layouts: readonly Layout[];
  readonly worths: readonly (readonly Fraction[] | null)[];
  readonly scenario: Scenario;
  readonly numbers: DecimalWriter;
}

/** Utilities go from 0 to 1 for points from 0 to 100. */
function ufunEntries(party: Party, { name, layouts, worths, scenario, numbers }: Around): Entry[] {
  const given = weightsOf(party);
  const total = given?.reduce(add, ZERO) ?? ONE;
  const weights = layouts.map((_, k) => (given === null ? ONE : divide(given[k]!, total)));
  const digits = (number: Fraction): Digits => new Digits(numbers.text(number));
  const functions = layouts.map((layout, k) => functionEntries(layout, worths[k] ?? null, digits));
  const sum: Entry[] = [
    { key: 'name', value: name },
    { key: 'type', value: 'LinearAdditiveUtilityFunction' },
    { key: 'reserved_value', value: digits(divide(exactOf(party.reservation), HUNDRED)) },
    { key: 'weights', value: weights.map(digits) },
    { key: 'values', list: functions.map((entries) => ({ entries })) },
  ];
  const patience = scenario.bargaining?.patience?.[party.id];
  if (patience === undefined || patience.value === 1) return sum;
  return [
    { key: 'name', value: name },
    { key: 'type', value: 'ExpDiscountedUFun' },
    { key: 'discount', value: digits(exactOf(patience)) },
    { key: 'factor', value: 'step' },
    { key: 'reserved_value', value: digits(divide(exactOf(party.reservation), HUNDRED)) },
    { key: 'ufun', entries: sum },
  ];
}

function functionEntries(
  { values, first }: Layout,
  worths: readonly Fraction[] | null,
  digits: (number: Fraction) => Digits,
): Entry[] {
  const line = values === null ? straight(worths ?? [ZERO]) : null;
  if (line !== null) {
    const slope = divide(line.step, HUNDRED);
    const atZero = fraction(
      line.first.num * line.step.den - line.step.num * line.first.den * first,
      line.first.den * line.step.den,
    );
    return [
      { key: 'type', value: 'AffineFun' },
      { key: 'slope', value: digits(slope) },
      { key: 'bias', value: digits(divide(atZero, HUNDRED)) },
    ];
  }
  const mapping = (values ?? []).map((value, k): Entry => {
    const key = typeof value === 'string' ? value : value.text;
    return { key, value: digits(divide(worths?.[k] ?? ZERO, HUNDRED)) };
  });
  return [
    { key: 'type', value: 'TableFun' },
    { key: 'mapping', entries: mapping },
  ];
}
