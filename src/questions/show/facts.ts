/** What a scenario says of one place: numbers with what they rest on, patterns and words, as plain data. */
import type { Json } from '../../report/json.ts';
import { patternDocument } from '../../report/json.ts';
import { record } from '../../report/json-text.ts';
import { isNotArising, ownCount } from '../../scenario/format/conditional.ts';
import { firstListed, labelOf, namedOption, numberCount, optionId } from '../../scenario/format/options.ts';
import { UNKNOWN } from '../../scenario/format/unknown.ts';
import { worthAt } from '../../scenario/format/worth.ts';
import type {
  Curve,
  Draft,
  Party,
  Provenance,
  Rule,
  Scenario,
  Source,
  Stage,
  StatedNumber,
  SumRule,
  SumTerm,
} from '../../scenario/scenario.ts';
import type { Place } from '../paths.ts';
import { THRESHOLDS } from '../paths.ts';

export type Facts = { readonly [key: string]: Json };

/** The same keys for every place of a kind; null, or an empty list, for what the scenario does not say. */
export function factsOf(scenario: Scenario, place: Place): Facts {
  switch (place.kind) {
    case 'party':
      return partyFacts(scenario, scenario.parties[place.party]!);
    case 'threshold':
      return { number: statedFacts(scenario.parties[place.party]![place.key]) };
    case 'position':
      return positionFacts(scenario, scenario.parties[place.party]!, place.issue);
    case 'weight':
      return weightFacts(scenario.parties[place.party]!, place.issue);
    case 'value':
      return { number: valueFacts(scenario, scenario.parties[place.party]!, place.issue, place.option) };
    case 'redLine':
      return redLineFacts(scenario.parties[place.party]!, place.id);
    case 'issue':
      return issueFacts(scenario, place.issue);
    case 'option':
      return {
        ...optionFacts(scenario, place.issue, place.option),
        values: byParty(scenario, (party) => valueFacts(scenario, party, place.issue, place.option)),
      };
    case 'rule':
      return ruleFacts(scenario.rules[place.index]!);
    case 'draft':
      return draftFacts(scenario.drafts[place.index]!);
    case 'statusQuo':
      return statusQuoFacts(scenario);
    case 'stage':
      return stageFacts(scenario.stages[place.index]!);
    case 'source':
      return sourceFacts(scenario.sources[place.index]!);
  }
}

function partyFacts(scenario: Scenario, party: Party): Facts {
  return {
    name: party.name,
    brief: party.brief ?? null,
    power: party.power,
    signs: party.strict ? 'above' : 'from',
    ...Object.fromEntries(THRESHOLDS.map((key) => [key, statedFacts(party[key])])),
    redLines: party.redLines.map(({ id }) => id),
    themes: record(Object.entries(party.themes ?? {}).map(([theme, weight]) => [theme, statedFacts(weight)] as const)),
    weights: record(scenario.issues.map(({ id }, k) => [id, weightFacts(party, k)['number']!] as const)),
  };
}

function positionFacts(scenario: Scenario, party: Party, k: number): Facts {
  const issue = scenario.issues[k]!;
  const own = party.preferences.issues[k]!;
  const options = Array.from({ length: ownCount(issue) - firstListed(issue) }, (_, o) => firstListed(issue) + o);
  return {
    ...weightFacts(party, k, 'weight'),
    curve: curveText(own.curve),
    values: record(options.map((option) => [optionId(issue, option), valueFacts(scenario, party, k, option)] as const)),
    ...groundFacts(own),
  };
}

/** The weight with what it rests on, and its part of all weights of the party; nulls on a score sheet. */
function weightFacts({ preferences }: Party, k: number, key = 'number'): Facts {
  if (preferences.form === 'scores') return { [key]: null, partOfAll: null, shareOfTheme: null };
  const total = preferences.issues.reduce((sum, { weight }) => sum + weight.value, 0);
  const own = preferences.issues[k]!;
  return {
    [key]: statedFacts(own.weight, own),
    partOfAll: own.weight.value / total,
    shareOfTheme: own.share?.value ?? null,
  };
}

function valueFacts({ issues }: Scenario, { preferences }: Party, k: number, option: number): Json {
  const issue = issues[k]!;
  if (isNotArising(issue, optionId(issue, option))) return statedFacts({ value: 0 });
  const own = preferences.issues[k]!;
  return statedFacts(worthAt(issue, own, option), own);
}

function redLineFacts({ redLines }: Party, id: string): Facts {
  const line = redLines.find((redLine) => redLine.id === id);
  return {
    stands: line !== undefined,
    when: line === undefined ? null : patternDocument(line.when),
    holds: statedFacts(line?.holds),
    why: line?.why ?? null,
    sources: [...(line?.sources ?? [])],
  };
}

function issueFacts(scenario: Scenario, k: number): Facts {
  const issue = scenario.issues[k]!;
  const { title, point = null, group = null, summary = null, unit = null, range, only } = issue;
  const first = firstListed(issue);
  return {
    title,
    point,
    group,
    summary,
    unit,
    numbers:
      range === null ? null : { from: optionId(issue, 0), to: optionId(issue, range.count - 1), count: range.count },
    options: Array.from({ length: ownCount(issue) - first }, (_, o) => optionFacts(scenario, k, first + o)),
    only: only === undefined ? null : patternDocument(only),
    positions: byParty(scenario, (party) => positionFacts(scenario, party, k)),
  };
}

function optionFacts({ issues }: Scenario, k: number, option: number): Facts {
  const issue = issues[k]!;
  const named = option < numberCount(issue) ? null : namedOption(issue, option);
  return {
    id: optionId(issue, option),
    label: labelOf(issue, option),
    text: named?.text ?? null,
    sources: [...(named?.sources ?? [])],
  };
}

function ruleFacts(rule: Rule): Facts {
  const { why, sources } = rule;
  return {
    forbid: rule.kind === 'forbid' ? patternDocument(rule.forbid) : null,
    if: rule.kind === 'implies' ? patternDocument(rule.if) : null,
    // oxlint-disable-next-line unicorn/no-thenable -- a key of the format, never awaited
    then: rule.kind === 'implies' ? patternDocument(rule.then) : null,
    sum: rule.kind === 'sum' ? sumFacts(rule) : null,
    why,
    sources: [...(sources ?? [])],
  };
}

/** Amounts by issue; of an issue that lists them by option, by option. */
function sumFacts({ sum, atLeast, atMost }: SumRule): Facts {
  const amountsOf = (term: SumTerm): Json =>
    'times' in term
      ? term.times.value
      : record(term.amounts.map(({ option, amount }) => [option, amount.value] as const));
  return {
    adds: record(sum.map((term) => [term.issue, amountsOf(term)] as const)),
    atLeast: atLeast?.value ?? null,
    atMost: atMost?.value ?? null,
  };
}

function draftFacts({ title, date, clauses, note, sources }: Draft): Facts {
  const said = record(clauses.map(({ issue, option }) => [issue, option] as const));
  return { title, date: date ?? null, clauses: said, note: note ?? null, sources: [...(sources ?? [])] };
}

function statusQuoFacts({ statusQuo, parties }: Scenario): Facts {
  if (statusQuo === undefined) throw new RangeError('a path leads to no deal where it has a name');
  const { title, date, note, sources } = statusQuo;
  const worth = record(parties.map(({ id, disagreement }) => [id, disagreement.value] as const));
  return { title, date: date ?? null, worth, note: note ?? null, sources: [...(sources ?? [])] };
}

/** What a stage changes, by party: the names of thresholds, issues and red lines. */
function stageFacts({ date, title, after, change, why, sources }: Stage): Facts {
  const changed = record(
    change.map((own) => {
      const thresholds = THRESHOLDS.filter((key) => own[key] !== undefined);
      const names = {
        thresholds,
        issues: own.issues.map(({ issue }) => issue),
        redLines: own.redLines.map(({ id }) => id),
        dropRedLines: [...own.dropRedLines],
        adjustments: own.adjustments.length,
      };
      return [own.party, names] as const;
    }),
  );
  return { date, title, after, changes: changed, why: why ?? null, sources: [...(sources ?? [])] };
}

function sourceFacts({ tier, outlet, title, date, url, note }: Source): Facts {
  return {
    tier: tier ?? null,
    outlet: outlet ?? null,
    title: title ?? null,
    date: date ?? null,
    url: url ?? null,
    note: note ?? null,
  };
}

/** A number with what it rests on: its own words, else those of its issue (`around`). Null where there is none. */
function statedFacts(number: StatedNumber | undefined, around: Provenance = {}): Json {
  if (number === undefined) return null;
  const { value, exact, low = null, high = null, stance = null, unknown } = number;
  const ground = { ...around, ...number };
  const open = unknown === undefined ? {} : { unknown };
  return { value, exact: exact ?? null, low, high, stance, ...open, ...groundFacts(ground) };
}

function groundFacts({ confidence, date, why, sources }: Provenance): Facts {
  return { confidence: confidence ?? null, date: date ?? null, why: why ?? null, sources: [...(sources ?? [])] };
}

/** As a file has it: an expression of x, or points by number. */
function curveText(curve: Curve | null): string | null {
  if (curve === null) return null;
  if ('formula' in curve) return curve.formula;
  return curve.points
    .map(({ at, worth }) => `${at}: ${worth.unknown === undefined ? (worth.exact ?? worth.value) : UNKNOWN}`)
    .join(', ');
}

function byParty({ parties }: Scenario, value: (party: Party) => Json): Json {
  return record(parties.map((party) => [party.id, value(party)] as const));
}
