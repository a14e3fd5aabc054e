/** A scenario as a model of GMCR+: an option for each choice, what excludes each other, and each party's order of the states. */
import { choicesOf, choiceSpan, otherSpans } from '../../scenario/format/choice.ts';
import type { Fraction } from '../../exact/fraction.ts';
import { add, compare, exactOf, ZERO } from '../../exact/fraction.ts';
import { optionCount } from '../../scenario/format/options.ts';
import { counted } from '../../report/text/number.ts';
import type { Clause, Issue, Party, Pattern, Rule, Scenario } from '../../scenario/scenario.ts';
import type { Note } from '../foreign.ts';
import { refuse, wholeFile } from '../foreign.ts';
import type { Written } from '../format.ts';
import { issueNames, optionNames, partyNames, pointsOf } from '../from-scenario.ts';
import { dataText } from '../json-text.ts';
import { lossesOf } from '../losses.ts';

const MOST_STATES = 2000;
const MOST_OPTIONS = 40;

/** Which options of the model an issue is: one that is taken or not, or one for each of its options. */
interface Layout {
  readonly first: number;
  readonly isSingle: boolean;
  readonly names: readonly string[];
}

/** @throws Refusal where there are more states than a model of GMCR+ is for */
export function writeGmcr(scenario: Scenario): Written {
  const { issues, parties } = scenario;
  const deals = issues.reduce((product, issue) => product * optionCount(issue), 1);
  if (deals > MOST_STATES)
    refuse(
      wholeFile(scenario.title),
      `has ${deals} combinations, and a model lists its states: at most ${MOST_STATES} are written`,
    );
  const layouts = layoutsOf(scenario);
  const options = layouts.flatMap(({ names }) => names);
  if (options.length > MOST_OPTIONS)
    refuse(
      wholeFile(scenario.title),
      `would have ${options.length} options that are taken or not; at most ${MOST_OPTIONS} are written`,
    );
  const forbidden = scenario.rules
    .flatMap((rule) => patternsOf(rule, issues))
    .flatMap((pattern) => forbiddenBy(pattern, issues));
  const states = allDeals(issues)
    .filter((deal) => !forbidden.some((own) => own.every(({ issue, option }) => deal[issue] === option)))
    .map((deal) => ({ deal, number: stateNumber(deal, layouts) }))
    .toSorted((a, b) => (a.number < b.number ? -1 : 1));
  const names = partyNames(scenario);
  const infeasibles = [
    ...layouts.flatMap(exclusions),
    ...forbidden.map((own) => own.map(({ issue, option }) => takenPair(layouts[issue]!, option))),
  ];
  const model = {
    program: 'gmcr-py',
    options: options.map((name) => ({ name, permittedDirection: 'both' })),
    infeasibles,
    useManualPreferenceRanking: true,
    decisionMakers: parties.map((party, k) => ({
      name: names[k],
      options: k === 0 ? options.map((_, option) => option) : [],
      preferences: [],
      preferenceRanking: rankingOf(
        party,
        scenario,
        states.map(({ deal }) => deal),
      ),
    })),
  };
  const sums = scenario.rules.filter(({ kind }) => kind === 'sum').length;
  const notes: Note[] = [
    ...lossesOf(scenario, ['rules', 'adjustments']),
    ...(sums > 0 ? [{ kind: 'left out' as const, text: counted(sums, 'rule on a sum', 'rules on sums') }] : []),
    {
      kind: 'changed',
      text: `utilities are an order of ${states.length} states; how much better one is than another is not kept, nor the least that parties sign for`,
    },
    {
      kind: 'changed',
      text: `nothing in a scenario says who controls an option: all are with ${names[0]}; move them in the program`,
    },
  ];
  return { files: [{ path: '', content: dataText(model) }], notes };
}

function layoutsOf(scenario: Scenario): readonly Layout[] {
  const titles = issueNames(scenario);
  const layouts: Layout[] = [];
  let first = 0;
  for (const [k, issue] of scenario.issues.entries()) {
    const labels = optionNames(issue);
    const isSingle =
      labels.length === 2 && /^(yes|taken|y)$/i.test(labels[0]!) && /^(no|not taken|n)$/i.test(labels[1]!);
    const names = isSingle ? [titles[k]!] : labels.map((label) => `${titles[k]}: ${label}`);
    layouts.push({ first, isSingle, names });
    first += names.length;
  }
  return layouts;
}

/** No two options of an issue at once, and one of them in any case. */
function exclusions({ first, isSingle, names }: Layout): readonly (readonly (readonly [number, string])[])[] {
  if (isSingle) return [];
  const pairs = names.flatMap((_, a) =>
    names.slice(a + 1).map((_own, b) => [[first + a, 'Y'] as const, [first + a + 1 + b, 'Y'] as const]),
  );
  return [...pairs, names.map((_, k) => [first + k, 'N'] as const)];
}

function takenPair({ first, isSingle }: Layout, option: number): readonly [number, string] {
  return isSingle ? [first, option === 0 ? 'Y' : 'N'] : [first + option, 'Y'];
}

/** What a rule on patterns forbids: where one holds, that a clause of the other does not. */
function patternsOf(rule: Rule, issues: readonly Issue[]): readonly Pattern[] {
  if (rule.kind === 'sum') return [];
  if (rule.kind === 'forbid') return [rule.forbid];
  return rule.then.map((clause) => [...rule.if, otherThan(clause, issues)]);
}

function otherThan({ issue, options }: Clause, issues: readonly Issue[]): Clause {
  const own = issues.find(({ id }) => id === issue)!;
  return { issue, options: choicesOf(own, otherSpans(own, options, optionCount(own))) };
}

/** The combinations that a pattern names, one option of each of its issues. */
function forbiddenBy(
  pattern: Pattern,
  issues: readonly Issue[],
): readonly (readonly { readonly issue: number; readonly option: number }[])[] {
  return pattern.reduce<readonly (readonly { readonly issue: number; readonly option: number }[])[]>(
    (sets, { issue, options }) => {
      const place = issues.findIndex(({ id }) => id === issue);
      const named = options.flatMap((choice) => {
        const span = choiceSpan(issues[place]!, choice);
        return span === null ? [] : Array.from({ length: span.last - span.first + 1 }, (_, k) => span.first + k);
      });
      return sets.flatMap((set) => named.map((option) => [...set, { issue: place, option }]));
    },
    [[]],
  );
}

function allDeals(issues: readonly Issue[]): readonly (readonly number[])[] {
  return issues.reduce<readonly (readonly number[])[]>(
    (deals, issue) =>
      deals.flatMap((deal) => Array.from({ length: optionCount(issue) }, (_, option) => [...deal, option])),
    [[]],
  );
}

/** Bit k is set where option k of the model is taken. */
function stateNumber(deal: readonly number[], layouts: readonly Layout[]): bigint {
  return layouts.reduce((number, { first, isSingle }, k) => {
    if (isSingle) return deal[k] === 0 ? number | (1n << BigInt(first)) : number;
    return number | (1n << BigInt(first + deal[k]!));
  }, 0n);
}

/** Numbers of states from 1, the best first, those that are worth the same together. */
function rankingOf(
  party: Party,
  { issues }: Scenario,
  deals: readonly (readonly number[])[],
): readonly (number | readonly number[])[] {
  const points = pointsOf(party, issues);
  const worths = deals.map((deal, state) => ({
    state: state + 1,
    worth: add(sumOf(points, deal), adjusted(party, issues, deal)),
  }));
  const groups: { worth: Fraction; states: number[] }[] = [];
  for (const { state, worth } of worths.toSorted((a, b) => compare(b.worth, a.worth) || a.state - b.state)) {
    const last = groups.at(-1);
    if (last !== undefined && compare(last.worth, worth) === 0) last.states.push(state);
    else groups.push({ worth, states: [state] });
  }
  return groups.map(({ states }) => (states.length === 1 ? states[0]! : states));
}

function sumOf(points: readonly (readonly Fraction[])[], deal: readonly number[]): Fraction {
  return points.reduce((sum, own, k) => add(sum, own[deal[k]!]!), ZERO);
}

function adjusted({ adjustments }: Party, issues: readonly Issue[], deal: readonly number[]): Fraction {
  const holds = (pattern: Pattern): boolean =>
    forbiddenBy(pattern, issues).some((set) => set.every(({ issue, option }) => deal[issue] === option));
  return adjustments
    .filter(({ when }) => holds(when))
    .reduce((sum, { add: value, exact }) => add(sum, exactOf({ value, exact })), ZERO);
}
