/**
 * Reads the text of a sound scenario file into what the oracle evaluates. Every scalar is read as the text it is written
 * as, so that no number passes through a double.
 */
import { parse } from 'yaml';
import { readFormula } from './expression.ts';
import { add, compare, HUNDRED, minus, over, readNumber, numberText, times, ZERO } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { Adjustment, Consent, Issue, Named, Party, Pattern, Rule, Scenario, Sheet, Sum } from './scenario.ts';

/** Plain data of a file: every scalar a text. */
export type Data = string | readonly Data[] | { readonly [key: string]: Data };

type Entries = { readonly [key: string]: Data };

/** @throws where the text is no sound scenario of the kinds the oracle knows */
export function readScenario(file: string): Scenario {
  const data: Data = parse(file, { schema: 'failsafe' });
  const top = entries(data);
  const issues = list(top['issues']).map(readIssue);
  const parties = Object.entries(entries(top['parties'] ?? {})).map(([id, party]) =>
    readParty(id, entries(party), issues),
  );
  return {
    issues,
    parties,
    rules: list(top['rules'] ?? []).map((rule) => readRule(entries(rule), issues)),
    consent: readConsent(entries(top['consent'] ?? {}), parties, issues),
    drafts: Object.entries(entries(top['drafts'] ?? {})).map(([id, draft]) => readDraft(id, entries(draft), issues)),
  };
}

function readIssue(data: Data): Issue {
  const issue = entries(data);
  const range = issue['range'] === undefined ? [] : numbersOf(entries(issue['range']));
  const named = list(issue['options'] ?? []).map((option) => scalar(entries(option)['id']));
  return { id: scalar(issue['id']), options: [...range.map(numberText), ...named], numbers: range };
}

function numbersOf(range: Entries): Fraction[] {
  const [from, to, step] = ['from', 'to', 'step'].map((key) => readNumber(scalar(range[key])));
  const numbers: Fraction[] = [];
  for (let x = from!; compare(x, to!) <= 0; x = add(x, step!)) numbers.push(x);
  return numbers;
}

function readParty(id: string, data: Entries, issues: readonly Issue[]): Party {
  const own = entries(data['issues'] ?? {});
  const disagreement = numberOf(data['disagreement']);
  const reservation = data['reservation'];
  const sheets = issues.map((issue) => readSheet(own[issue.id], issue));
  const isScored = Object.values(own).some((entry) => entries(entry)['scores'] !== undefined);
  return {
    id,
    disagreement,
    reservation: reservation === undefined ? null : numberOf(reservation),
    isStrict: data['signs'] === 'above',
    power: BigInt(scalar(data['power'] ?? '1')),
    form: isScored ? 'scores' : 'weights',
    sheets,
    adjustments: list(data['adjustments'] ?? []).map((entry): Adjustment => {
      const { when, add: points } = entries(entry);
      return { when: readPattern(when!, issues), points: numberOf(points) };
    }),
    redLines: list(data['redLines'] ?? []).map((line): Named => {
      const { id: name, when } = entries(line);
      return { id: scalar(name), when: readPattern(when!, issues) };
    }),
  };
}

function readSheet(data: Data | undefined, issue: Issue): Sheet {
  if (data === undefined) return { weight: ZERO, values: issue.options.map(() => ZERO) };
  const { weight = '0', values = {}, value, scores, clip } = entries(data);
  if (scores !== undefined) return { weight: ZERO, values: along(scores, {}, issue) };
  const all = along(value, entries(values), issue);
  return { weight: numberOf(weight), values: clip === 'true' ? all.map(clipped) : all };
}

/** Values by option: a formula or points with straight lines between for the numbers, and what is named. */
function along(data: Data | undefined, named: Entries, issue: Issue): Fraction[] {
  const isCurve = data !== undefined && typeof data !== 'string' && !('value' in entries(data)) && data !== named;
  const isFormula = typeof data === 'string';
  const curve = isCurve ? Object.entries(entries(data)).filter(([key]) => isNumberOf(key, issue)) : [];
  const others = isCurve ? { ...entries(data), ...named } : named;
  const formula = isFormula ? readFormula(data) : curve.length > 0 ? lines(curve) : null;
  return issue.options.map((option, k) => {
    const x = issue.numbers[k];
    const own = others[option];
    if (own !== undefined) return numberOf(own);
    if (x === undefined || formula === null) throw new SyntaxError(`no value of '${option}' on ${issue.id}`);
    return formula(x);
  });
}

function isNumberOf(key: string, { numbers, options }: Issue): boolean {
  return numbers.length > 0 && (options.indexOf(key) === -1 || options.indexOf(key) < numbers.length);
}

/** Straight lines between points by their x, ascending. */
function lines(points: readonly (readonly [string, Data])[]): (x: Fraction) => Fraction {
  const known = points
    .map(([key, value]) => ({ x: readNumber(key), y: numberOf(value) }))
    .sort((a, b) => compare(a.x, b.x));
  return (x) => {
    const after = known.findIndex((point) => compare(point.x, x) >= 0);
    const [to, from] = [known[after], known[after - 1]];
    if (to !== undefined && compare(to.x, x) === 0) return to.y;
    if (to === undefined || from === undefined) throw new SyntaxError(`no points around ${numberText(x)}`);
    return add(from.y, times(minus(to.y, from.y), over(minus(x, from.x), minus(to.x, from.x))));
  };
}

function clipped(value: Fraction): Fraction {
  return compare(value, ZERO) < 0 ? ZERO : compare(value, HUNDRED) > 0 ? HUNDRED : value;
}

export function readPattern(data: Data, issues: readonly Issue[]): Pattern {
  return Object.entries(entries(data)).map(([id, wanted]) => {
    const issue = issues.findIndex((candidate) => candidate.id === id);
    if (issue === -1) throw new SyntaxError(`no issue ${id}`);
    const holds = wantedBy(wanted, issues[issue]!);
    const options = issues[issue]!.options.flatMap((_, option) => (holds(option) ? [option] : []));
    return { issue, options: new Set(options) };
  });
}

/** Which options a clause names: one, a list, or numbers between bounds. */
function wantedBy(wanted: Data, issue: Issue): (option: number) => boolean {
  if (Array.isArray(wanted)) {
    const parts = wanted.map((part: Data) => wantedBy(part, issue));
    return (option) => parts.some((part) => part(option));
  }
  if (typeof wanted === 'string') {
    const span = /^(-?[\d.]+)\.\.(-?[\d.]+)$/.exec(wanted);
    if (span !== null && !issue.options.includes(wanted)) {
      return between(issue, (x) => compare(x, readNumber(span[1]!)) >= 0 && compare(x, readNumber(span[2]!)) <= 0);
    }
    const named = issue.options.indexOf(wanted);
    const number = issue.numbers.findIndex((x) => named === -1 && compare(x, readNumber(wanted)) === 0);
    if (named === -1 && number === -1) throw new SyntaxError(`no option ${wanted} on ${issue.id}`);
    return (option) => option === (named === -1 ? number : named);
  }
  const bounds = Object.entries(entries(wanted)).map(([word, bound]) => {
    const holds = BOUNDS[word];
    if (holds === undefined) throw new SyntaxError(`no bound '${word}'`);
    const at = numberOf(bound);
    return (x: Fraction) => holds(compare(x, at));
  });
  return between(issue, (x) => bounds.every((holds) => holds(x)));
}

const BOUNDS: Readonly<Record<string, (order: number) => boolean>> = {
  below: (order) => order < 0,
  above: (order) => order > 0,
  atMost: (order) => order <= 0,
  atLeast: (order) => order >= 0,
  from: (order) => order >= 0,
  to: (order) => order <= 0,
};

function between({ numbers }: Issue, holds: (x: Fraction) => boolean): (option: number) => boolean {
  return (option) => option < numbers.length && holds(numbers[option]!);
}

function readRule(data: Entries, issues: readonly Issue[]): Rule {
  const pattern = (key: string): Pattern | null => (data[key] === undefined ? null : readPattern(data[key], issues));
  return {
    id: scalar(data['id']),
    forbid: pattern('forbid'),
    where: pattern('if'),
    must: pattern('then'),
    sum: data['sum'] === undefined ? null : readSum(entries(data['sum']), data['atMost'], data['atLeast'], issues),
  };
}

/** A number per issue multiplies its numbers; a list by option gives each its amount. */
function readSum(data: Entries, atMost: Data | undefined, atLeast: Data | undefined, issues: readonly Issue[]): Sum {
  const amounts = issues.map(({ id, options, numbers }) => {
    const own = data[id];
    if (own === undefined) return options.map(() => ZERO);
    if (typeof own === 'string') return options.map((_, k) => times(numberOf(own), numbers[k] ?? ZERO));
    return options.map((option) => (entries(own)[option] === undefined ? ZERO : numberOf(entries(own)[option])));
  });
  return {
    amounts,
    atMost: atMost === undefined ? null : numberOf(atMost),
    atLeast: atLeast === undefined ? null : numberOf(atLeast),
  };
}

function readConsent(
  { needs = 'all', conditional = [] }: Entries,
  parties: readonly Party[],
  issues: readonly Issue[],
): Consent {
  const partyOf = (id: Data | undefined): number => parties.findIndex((party) => party.id === id);
  const conditions = list(conditional).map((entry) => {
    const { party, when } = entries(entry);
    return { party: partyOf(party), when: readPattern(when!, issues) };
  });
  if (needs === 'all') {
    const always = [...parties.keys()].filter((party) => conditions.every((condition) => condition.party !== party));
    return { always, quorum: Math.max(1, always.length), conditions };
  }
  const { quorum, veto = [] } = entries(needs);
  return { always: list(veto).map(partyOf), quorum: Number(scalar(quorum)), conditions };
}

function readDraft(id: string, { clauses, noDeal }: Entries, issues: readonly Issue[]): Scenario['drafts'][number] {
  if (noDeal === 'true') return { id, options: null };
  const own = entries(clauses);
  const options = issues.map((issue) => {
    const clause = own[issue.id];
    if (clause === undefined) return null;
    const [pattern] = readPattern({ [issue.id]: clause }, issues);
    return [...pattern!.options][0]!;
  });
  return { id, options };
}

/** A plain number, or the `value` of a block. */
function numberOf(data: Data | undefined): Fraction {
  return typeof data === 'string' ? readNumber(data) : readNumber(scalar(entries(data)['value']));
}

/** Low and high of a block. */
export function rangeOf(data: Data | undefined): { readonly low: Fraction | null; readonly high: Fraction | null } {
  if (data === undefined || typeof data === 'string') return { low: null, high: null };
  const { low, high } = entries(data);
  return { low: low === undefined ? null : numberOf(low), high: high === undefined ? null : numberOf(high) };
}

function scalar(data: Data | undefined): string {
  if (typeof data !== 'string') throw new SyntaxError(`a single value was expected, not ${JSON.stringify(data)}`);
  return data;
}

function list(data: Data | undefined): readonly Data[] {
  if (!Array.isArray(data)) throw new SyntaxError(`a list was expected, not ${JSON.stringify(data)}`);
  return data;
}

function entries(data: Data | undefined): Entries {
  if (data === undefined || typeof data === 'string' || isList(data)) {
    throw new SyntaxError(`entries were expected, not ${JSON.stringify(data)}`);
  }
  return data;
}

function isList(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}
