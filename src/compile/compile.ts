/**
 * A scenario as the engine's compiled problem: names become numbers, decimals become exact integers.
 */
import type { Consent as CompiledConsent, Party as CompiledParty, Problem } from '../engine/problem.ts';
import type { PublicRules } from '../engine/conflict/lawful.ts';
import type { Consent, Issue, Party, Scenario } from '../scenario/scenario.ts';
import { once } from '../scenario/once.ts';
import { optionAt } from '../scenario/format/options.ts';
import { compileParty } from './party.ts';
import { compilePattern, compileRule, numberOptions } from './pattern.ts';
import type { OptionNumbers } from './pattern.ts';
import { compileSum } from './sum.ts';

export interface Compiled {
  readonly problem: Problem;
  /** For each pattern of `problem.forbidden`, the number of the scenario's rule it comes from. */
  readonly forbiddenRules: readonly number[];
  /** For each sum of `problem.sums`, the same. */
  readonly sumRules: readonly number[];
}

/**
 * The problem of a loaded scenario, at whatever stage it stands. Parties, issues, options, red lines, adjustments
 * and conditional signatures keep the order of the scenario. The scenario must be valid, as loading leaves it.
 */
export function compileProblem(scenario: Scenario): Compiled {
  const { issues, parties, consent } = scenario;
  const { numbers, conditions, forbidden, sums, ...rules } = compileRules(scenario.rules, issues);
  return {
    problem: {
      offsets: numbers.offsets,
      parties: parties.map((party) => compileWhole(party, issues)),
      forbidden,
      sums,
      consent: compileConsent(consent, parties, numbers),
      ...conditions,
    },
    ...rules,
  };
}

/** What the deals are, whoever has to sign one. */
const compileRules = once((all: Scenario['rules'], issues: readonly Issue[]) => {
  const numbers = numberOptions(issues);
  const rules = all.map((rule) => (rule.kind === 'sum' ? [] : compileRule(rule, numbers)));
  const sums = all.map((rule) => (rule.kind === 'sum' ? compileSum(rule, issues, numbers) : []));
  return {
    numbers,
    conditions: compileConditions(issues, numbers),
    forbidden: rules.flat(),
    sums: sums.flat(),
    forbiddenRules: rules.flatMap((patterns, rule) => patterns.map(() => rule)),
    sumRules: sums.flatMap((own, rule) => own.map(() => rule)),
  };
});

/** The ids of the scenario's rules that these rules of the problem stand for, in the order of the scenario. */
export function ruleIds(
  { rules }: Scenario,
  { forbiddenRules, sumRules }: Compiled,
  { forbidden, sums }: PublicRules,
): readonly string[] {
  const numbers = new Set([...forbidden.map((k) => forbiddenRules[k]!), ...sums.map((k) => sumRules[k]!)]);
  return rules.filter((_, rule) => numbers.has(rule)).map(({ id }) => id);
}

/** A draft as one option number per issue; null where the draft leaves the issue open. */
export function compileDraft(scenario: Scenario, draftId: string): (number | null)[] {
  const draft = scenario.drafts.find((candidate) => candidate.id === draftId);
  if (draft === undefined) throw new RangeError(`no draft '${draftId}'`);
  return scenario.issues.map((issue) => {
    const clause = draft.clauses.find((candidate) => candidate.issue === issue.id);
    return clause === undefined ? null : optionAt(issue, clause.option);
  });
}

function compileConditions(issues: readonly Issue[], numbers: OptionNumbers): Pick<Problem, 'conditional'> {
  const conditional = issues.flatMap(({ only }, issue) =>
    only === undefined ? [] : [{ issue, when: compilePattern(only, numbers) }],
  );
  return conditional.length === 0 ? {} : { conditional };
}

const compileWhole = once((party: Party, issues: readonly Issue[]): CompiledParty => {
  const numbers = numberOptions(issues);
  const { scale, contributions, adjustments, disagreement, reservation } = compileParty(party, issues);
  return {
    scale,
    contributions,
    adjustments: party.adjustments.map((adjustment, k) => ({
      when: compilePattern(adjustment.when, numbers),
      units: adjustments[k]!,
    })),
    redLines: party.redLines.map((redLine) => compilePattern(redLine.when, numbers)),
    disagreement,
    reservation,
    strict: party.strict,
    power: party.power,
  };
});

function compileConsent(consent: Consent, parties: readonly Party[], numbers: OptionNumbers): CompiledConsent {
  const indexOf = (id: string) => parties.findIndex((party) => party.id === id);
  const conditional = consent.conditional.map((entry) => ({
    party: indexOf(entry.party),
    when: compilePattern(entry.when, numbers),
  }));
  if (consent.needs === 'all') {
    const onlySometimes = new Set(conditional.map((entry) => entry.party));
    const required = [...parties.keys()].filter((party) => !onlySometimes.has(party));
    return { required, quorum: Math.max(1, required.length), conditional };
  }
  const required = consent.needs.veto.map(indexOf).toSorted((a, b) => a - b);
  return { required, quorum: consent.needs.quorum, conditional };
}
