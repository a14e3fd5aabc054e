/** Rules and drafts added, changed, renamed, moved and removed. */
import { dequal } from 'dequal';
import { derivedRuleIds, withoutDerived } from '../../format/conditional.ts';
import type { StructureEdit } from '../../format/schema-edit.ts';
import type { Issue, Rule, Scenario, SumTerm } from '../../scenario.ts';
import { quote } from '../../suggest.ts';
import { lockId } from '../locks.ts';
import { patternFault } from '../pattern-fault.ts';
import { movedTo, placeOf, takenFault } from './places.ts';
import type { Restructured } from './write.ts';

type Of<K extends StructureEdit['kind']> = Extract<StructureEdit, { readonly kind: K }>;

/** It stands behind the file's own rules and before what follows from them. */
export function addRule(scenario: Scenario, rule: Rule): Restructured {
  const fault = idFault(scenario, rule.id) ?? ruleFault(rule, scenario.issues);
  if (fault !== null) return fault;
  return { ...scenario, rules: [...ownRules(scenario), rule, ...otherRules(scenario)] };
}

/** The rule says something else, at its place and with its sources. */
export function changeRule(scenario: Scenario, { rule: id, to }: Of<'changeRule'>): Restructured {
  const place = placeOf('rule', ownRules(scenario), id);
  if (typeof place === 'string') return place;
  const { sources } = ownRules(scenario)[place]!;
  const rule: Rule = { ...ruleOf(id, to), ...(sources !== undefined && { sources }) };
  const fault = ruleFault(rule, scenario.issues);
  if (fault !== null) return fault;
  return { ...scenario, rules: [...ownRules(scenario).with(place, rule), ...otherRules(scenario)] };
}

export function renameRule(scenario: Scenario, { rule: id, to }: Of<'renameRule'>): Restructured {
  const place = placeOf('rule', ownRules(scenario), id);
  if (typeof place === 'string') return place;
  const fault = id === to ? null : idFault(scenario, to);
  if (fault !== null) return fault;
  const rule = { ...ownRules(scenario)[place]!, id: to };
  return { ...scenario, rules: [...ownRules(scenario).with(place, rule), ...otherRules(scenario)] };
}

/** Why no further rule can have the id; null where one can. */
function idFault({ rules, issues }: Scenario, id: string): string | null {
  const isKept = issues.some((issue) => lockId(issue.id) === id || derivedRuleIds(issue.id).includes(id));
  return isKept ? `${quote(id)} is kept for a rule that follows from an issue` : takenFault('a rule', rules, id);
}

/** What an edit says of a rule, as a rule. */
export function ruleOf(id: string, said: Of<'changeRule'>['to']): Rule {
  if ('sum' in said) return { kind: 'sum', id, ...said };
  if ('forbid' in said) return { kind: 'forbid', id, ...said };
  const { implied, ...rest } = said;
  // oxlint-disable-next-line unicorn/no-thenable -- a key of the format, never awaited
  return { kind: 'implies', id, ...rest, then: implied };
}

/** The first thing that is wrong with the rule, for the person. */
function ruleFault(rule: Rule, issues: readonly Issue[]): string | null {
  const faults =
    rule.kind === 'sum'
      ? rule.sum.map((term) => termFault(term, rule.sum, issues))
      : (rule.kind === 'forbid' ? [rule.forbid] : [rule.if, rule.then]).map((own) => patternFault(own, issues));
  const fault = faults.find((each) => each !== null);
  return fault === undefined ? null : `rule ${quote(rule.id)}: ${fault}`;
}

function termFault(term: SumTerm, terms: readonly SumTerm[], issues: readonly Issue[]): string | null {
  if (terms.find((other) => other.issue === term.issue) !== term) return `${quote(term.issue)} stands there twice`;
  if (!('times' in term)) {
    const options = term.amounts.map(({ option }) => option);
    return patternFault([{ issue: term.issue, options }], issues);
  }
  const place = placeOf('issue', issues, term.issue);
  if (typeof place === 'string') return place;
  if (issues[place]!.range !== null) return null;
  return `${quote(term.issue)} has no numbers to add up; give an amount for each option that has one`;
}

export function removeRule(scenario: Scenario, id: string): Restructured {
  const place = placeOf('rule', ownRules(scenario), id);
  if (typeof place === 'string') return place;
  return { ...scenario, rules: [...ownRules(scenario).toSpliced(place, 1), ...otherRules(scenario)] };
}

export function moveRule(scenario: Scenario, id: string, to: number): Restructured {
  const from = placeOf('rule', ownRules(scenario), id);
  if (typeof from === 'string') return from;
  return { ...scenario, rules: [...movedTo(ownRules(scenario), from, to), ...otherRules(scenario)] };
}

/** The rules that a file writes as rules: no locks, and none that follow from a conditional issue. */
export function ownRules({ rules, issues }: Pick<Scenario, 'rules' | 'issues'>): readonly Rule[] {
  const locks = new Set(issues.map(({ id }) => lockId(id)));
  return withoutDerived(rules, issues).filter(({ id }) => !locks.has(id));
}

function otherRules(scenario: Scenario): readonly Rule[] {
  const own = ownRules(scenario);
  return scenario.rules.filter((rule) => !own.includes(rule));
}

/** What rules are called now, by what they were called: one that is gone and one that is new are the same where they say or explain the same. */
export function renamedRules(base: Scenario, present: Scenario): ReadonlyMap<string, string> {
  const [old, now] = [ownRules(base), ownRules(present)];
  const named = new Map<string, string>();
  const has = (rules: readonly Rule[], id: string): boolean => rules.some((rule) => rule.id === id);
  const fresh = now.filter(({ id }) => !has(old, id));
  for (const rule of old.filter(({ id }) => !has(now, id))) {
    const taken = new Set(named.values());
    const heir = fresh.find(
      (other) =>
        !taken.has(other.id) &&
        (other.why === rule.why || dequal({ ...other, id: '', why: '' }, { ...rule, id: '', why: '' })),
    );
    if (heir !== undefined) named.set(rule.id, heir.id);
  }
  return named;
}

/** The scenario with its own rules called something else. */
export function withRuleNames(scenario: Scenario, named: ReadonlyMap<string, string>): Scenario {
  if (named.size === 0) return scenario;
  const own = ownRules(scenario);
  const rules = scenario.rules.map((rule) =>
    own.includes(rule) ? { ...rule, id: named.get(rule.id) ?? rule.id } : rule,
  );
  return { ...scenario, rules };
}

export function renameDraft(scenario: Scenario, { draft, title }: Of<'renameDraft'>): Restructured {
  const place = placeOf('draft', scenario.drafts, draft);
  if (typeof place === 'string') return place;
  return { ...scenario, drafts: scenario.drafts.with(place, { ...scenario.drafts[place]!, title }) };
}

export function removeDraft(scenario: Scenario, id: string): Restructured {
  const place = placeOf('draft', scenario.drafts, id);
  if (typeof place === 'string') return place;
  if (scenario.bargaining?.mediator?.text === id) return `the mediator begins with it; say another text first`;
  return { ...scenario, drafts: scenario.drafts.toSpliced(place, 1) };
}

export function moveDraft(scenario: Scenario, id: string, to: number): Restructured {
  const from = placeOf('draft', scenario.drafts, id);
  return typeof from === 'string' ? from : { ...scenario, drafts: movedTo(scenario.drafts, from, to) };
}
