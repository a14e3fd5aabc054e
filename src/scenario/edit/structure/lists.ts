/** Rules and drafts added, renamed, moved and removed. */
import { withoutDerived } from '../../format/conditional.ts';
import type { StructureEdit } from '../../format/schema-edit.ts';
import type { PatternRule, Rule, Scenario } from '../../scenario.ts';
import { quote } from '../../suggest.ts';
import { lockId } from '../locks.ts';
import { patternFault } from '../pattern-fault.ts';
import { movedTo, placeOf, takenFault } from './places.ts';
import type { Restructured } from './write.ts';

/** It stands behind the file's own rules and before what follows from them. */
export function addRule(scenario: Scenario, rule: PatternRule): Restructured {
  const taken = takenFault('a rule', scenario.rules, rule.id);
  if (taken !== null) return taken;
  const patterns = rule.kind === 'forbid' ? [rule.forbid] : [rule.if, rule.then];
  const fault = patterns.map((pattern) => patternFault(pattern, scenario.issues)).find((each) => each !== null);
  if (fault !== undefined) return `rule ${quote(rule.id)}: ${fault}`;
  return { ...scenario, rules: [...ownRules(scenario), rule, ...otherRules(scenario)] };
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

export function renameDraft(
  scenario: Scenario,
  { draft, title }: Extract<StructureEdit, { kind: 'renameDraft' }>,
): Restructured {
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
