/**
 * What JSON documents of several questions share: everything by the ids of the scenario. Utilities are plain numbers in
 * points; counts of deals are decimal strings, since they can pass 2^53.
 */
import { ruleIds } from '../compile/compile.ts';
import { isEstimable } from '../engine/answer.ts';
import type { Constraint, DealCount, DraftAnswer, NewOptions, NoDealAnswer } from '../engine/answer.ts';
import type { Deal } from '../engine/problem.ts';
import type { Assumption, Case, Named, Setting, UnvaluedAnswer } from './case.ts';
import { plainChoice } from '../scenario/format/choice.ts';
import type { Pattern, Scenario } from '../scenario/scenario.ts';
import type { Json } from './json-text.ts';
import { record } from './json-text.ts';
import { firstListed, listedIds, optionId } from '../scenario/format/options.ts';

export type { Json } from './json-text.ts';

export function unprovenIn(gaps: readonly string[]): { readonly unproven?: Json } {
  return gaps.length === 0 ? {} : { unproven: gaps };
}

/** How every document begins; `seed` where chance may be involved. */
export function documentHead(
  question: string,
  of: Pick<Case, 'scenario' | 'version' | 'assumptions' | 'settings' | 'middle'>,
  seed?: string,
): { readonly [key: string]: Json } {
  const { scenario, version, assumptions, settings = [], middle } = of;
  return {
    schema: `winset/${question}@1`,
    version,
    scenario: { title: scenario.title, hash: scenario.hash, stage: scenario.stage },
    ...(seed !== undefined && { seed }),
    assumptions: [...settings.map(settingDocument), ...assumptions.map(assumptionDocument)],
    ...(middle !== undefined && { unvalued: { ...unvaluedDocument(scenario, middle), taken: 'middle' } }),
  };
}

/** What is not yet valued, and the verdict whatever it is. */
export function unvaluedDocument({ parties, issues }: Scenario, { numbers, verdict }: UnvaluedAnswer) {
  return {
    verdict,
    numbers: numbers.map((number) => ({
      party: parties[number.party]!.id,
      what: number.what,
      ...('issue' in number && { issue: issues[number.issue]!.id }),
      ...('options' in number && { options: number.options }),
    })),
  };
}

function assumptionDocument({ party, redLine }: Assumption): Json {
  return { kind: 'redLineDropped', party: party.id, id: redLine.id, why: redLine.why ?? null };
}

function settingDocument({ path, edit, words }: Setting): Json {
  if ('value' in edit) return { kind: 'set', path, value: edit.value, change: words };
  return { kind: 'redLineHolds', path, change: words };
}

export function countDocument(count: DealCount): Json {
  if (count.kind === 'exact') return { exact: count.count.toString() };
  return {
    low: count.low.toString(),
    high: count.high.toString(),
    estimate: isEstimable(count) ? count.estimate : null,
    ci95: isEstimable(count) ? [...count.interval] : null,
  };
}

export function constraintDocument({ scenario }: Named, constraint: Constraint): Json {
  const party = scenario.parties[constraint.party]!;
  switch (constraint.kind) {
    case 'reservation':
      return { kind: 'reservation', party: party.id };
    case 'redLine':
      return { kind: 'redLine', party: party.id, id: party.redLines[constraint.index]!.id };
    case 'consent': {
      const { when } = scenario.consent.conditional[constraint.index]!;
      return {
        kind: 'consent',
        party: party.id,
        when: patternDocument(when),
      };
    }
  }
}

/** By issue, option ids and numbers between bounds. */
export function patternDocument(pattern: Pattern): Json {
  return record(pattern.map(({ issue, options }) => [issue, options.map(plainChoice)] as const));
}

export function draftDocument(of: Named, draft: DraftAnswer): { readonly [key: string]: Json } {
  const { scenario, compiled } = of;
  return {
    complete: draft.complete,
    utility: byParty(of, (party) => {
      const { min, max } = draft.parties[party]!.utility;
      return draft.complete ? min : { min, max };
    }),
    accepts: byParty(of, (party) => draft.parties[party]!.accepts),
    blockedBy: partyIds(of, draft.blockedBy),
    inZone: draft.inZone,
    efficient: draft.efficient,
    dominatedBy: draft.dominatedBy === null ? null : dealDocument(of, draft.dominatedBy.deal),
    shortfall: byParty(of, (party) => draft.parties[party]!.shortfall),
    costs: byParty(of, (party) =>
      draft.parties[party]!.costs.map(({ issue, cost }) => ({ issue: scenario.issues[issue]!.id, cost })),
    ),
    redLines: byParty(of, (party) =>
      draft.parties[party]!.redLines.map((index) => scenario.parties[party]!.redLines[index]!.id),
    ),
    brokenRules: ruleIds(scenario, compiled, { forbidden: draft.broken, sums: draft.brokenSums }),
  };
}

/** No deal in the place of a draft: nobody signs it, so no party accepts it, refuses it or is short of anything. */
export function noDealDocument(of: Named, { utility, efficient, dominatedBy }: NoDealAnswer) {
  return {
    noDeal: true,
    complete: true,
    utility: byParty(of, (party) => utility[party]!),
    accepts: {},
    blockedBy: [],
    inZone: false,
    efficient,
    dominatedBy: dominatedBy === null ? null : dealDocument(of, dominatedBy.deal),
    shortfall: {},
    costs: {},
    redLines: {},
    brokenRules: [],
  };
}

/** No deal as an entry among drafts, by the positions it is held against; none where it was not asked about. */
export function noDealEntry(
  of: Named & Pick<Case, 'noDealAt'>,
  answer: NoDealAnswer | null,
  rest: { readonly [key: string]: Json } = {},
): readonly (readonly [string, Json])[] {
  const { statusQuo } = of.scenario;
  if (statusQuo === undefined || answer === null) return [];
  const at = of.noDealAt ?? of;
  return [[statusQuo.id, { stage: at.scenario.stage, ...noDealDocument(at, answer), ...rest }]];
}

export function dealDocument({ scenario }: Named, deal: Deal): Json {
  return record(scenario.issues.map((issue, k) => [issue.id, optionId(issue, deal[k]!)] as const));
}

export function byParty({ scenario }: Named, value: (party: number) => Json): Json {
  return record(scenario.parties.map((party, k) => [party.id, value(k)] as const));
}

export function byOption({ scenario, compiled }: Named, value: (flat: number) => Json): Json {
  const { offsets } = compiled.problem;
  return record(
    scenario.issues.map((issue, k) => {
      const options = listedIds(issue).map((id, o) => [id, value(offsets[k]! + firstListed(issue) + o)] as const);
      return [issue.id, record(options)] as const;
    }),
  );
}

export function partyIds({ scenario }: Named, parties: readonly number[]): string[] {
  return parties.map((party) => scenario.parties[party]!.id);
}

export function newOptionsDocument(of: Named, { found }: NewOptions): Json {
  return found.map(({ issue, coalition, least }) => ({
    issue: of.scenario.issues[issue]!.id,
    coalition: partyIds(of, coalition),
    least: least.map(({ points, share, proven }) => ({
      points: byParty(of, (party) => points[party] ?? null),
      share: byParty(of, (party) => share[party] ?? null),
      proven,
    })),
  }));
}
