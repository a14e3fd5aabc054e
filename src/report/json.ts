/**
 * The JSON document of `winset solve --json`, schema "winset/solve@1": everything by the ids of the scenario.
 *
 * Utilities are plain numbers in points; counts of deals are decimal strings, since they can pass 2^53.
 */
import type { Collision, Constraint, DealCount, DraftAnswer, ScoredDeal, Solution } from '../engine/answer.ts';
import { SOLUTION_NAMES } from '../engine/answer.ts';
import type { Deal } from '../engine/problem.ts';
import type { Assumption, Case, Named } from './case.ts';
import { gainOf } from './case.ts';
import { answerGaps } from './gaps.ts';
import type { Json } from './json-text.ts';
import { record } from './json-text.ts';
import { firstListed, listedIds, optionId } from '../scenario/format/options.ts';

export type { Json } from './json-text.ts';

/**
 * The whole document. Keys stand in a fixed order, so the same case gives the same bytes.
 *
 * Where the search budget did not do, `zone.empty` and a coalition's `empty` may be null, a draft's `accepts` and
 * `inZone` "unknown", its `efficient` null, and `uniformSlack` the most found. `unproven` then names these parts of the
 * document; it is absent where there are none.
 */
export function solveDocument(of: Case): Json {
  const { scenario, answer } = of;
  return {
    schema: 'winset/solve@1',
    version: of.version,
    scenario: { title: scenario.title, hash: scenario.hash, stage: scenario.stage },
    seed: of.seed,
    assumptions: assumptionsDocument(of.assumptions),
    space: {
      deals: answer.space.toString(),
      issues: scenario.issues.length,
      lawful: answer.lawful === null ? null : countDocument(answer.lawful),
    },
    parties: scenario.parties.map((party, k) => ({
      id: party.id,
      name: party.name,
      disagreement: party.disagreement.value,
      reservation: party.reservation.value,
      ideal: answer.zone.ideal[k] ?? null,
    })),
    zone: zoneDocument(of),
    uniformSlack: answer.uniformSlack,
    coalition: answer.coalition === null ? [] : partyIds(of, answer.coalition),
    coalitions: answer.coalitions.map(({ parties, empty, count }) => ({
      parties: partyIds(of, parties),
      empty,
      count: countDocument(count),
    })),
    coalitionsComplete: !answer.coalitionsCut,
    solutions: solutionsDocument(of),
    collision: answer.collision === null ? null : collisionDocument(of, answer.collision),
    drafts: record(
      scenario.drafts.map((draft, k) => {
        const at = of.draftsAt?.[k] ?? of;
        return [draft.id, { stage: at.scenario.stage, ...draftDocument(at, answer.drafts[k]!) }] as const;
      }),
    ),
    ...unprovenIn(answerGaps(answer)),
    warnings: of.warnings,
  };
}

export function unprovenIn(gaps: readonly string[]): { readonly unproven?: Json } {
  return gaps.length === 0 ? {} : { unproven: gaps };
}

export function assumptionsDocument(assumptions: readonly Assumption[]): Json {
  return assumptions.map(({ party, redLine }) => ({
    kind: 'redLineDropped',
    party: party.id,
    id: redLine.id,
    why: redLine.why ?? null,
  }));
}

function zoneDocument(of: Case): Json {
  const { zone } = of.answer;
  return {
    empty: zone.empty,
    count: countDocument(zone.count),
    options: byOption(of, (flat) => zone.shares[flat] ?? null),
    optionsAre: zone.count.kind === 'exact' ? 'exact' : 'estimated',
    status: byOption(of, (flat) => zone.status[flat] ?? 'unknown'),
    soleBlocker: byParty(of, (party) => {
      const count = zone.soleBlocker[party]!;
      return count.kind === 'exact' ? count.count.toString() : countDocument(count);
    }),
  };
}

export function countDocument(count: DealCount): Json {
  if (count.kind === 'exact') return { exact: count.count.toString() };
  return {
    low: count.low.toString(),
    high: count.high.toString(),
    estimate: count.estimate,
    ci95: [...count.interval],
  };
}

function solutionsDocument(of: Case): Json {
  const { solutions } = of.answer;
  if (solutions === null) return {};
  return record(SOLUTION_NAMES.map((name) => [name, solutionDocument(of, solutions[name])] as const));
}

function solutionDocument(of: Case, solution: Solution): Json {
  return {
    proven: solution.proven,
    total: solution.total === null ? null : solution.total.toString(),
    complete: solution.total === BigInt(solution.deals.length),
    leftOut: partyIds(of, solution.leftOut),
    deals: solution.deals.map((scored) => scoredDocument(of, scored)),
  };
}

function scoredDocument(of: Case, { deal, utility }: ScoredDeal): Json {
  return {
    deal: dealDocument(of, deal),
    utility: byParty(of, (party) => utility[party]!),
    gain: byParty(of, (party) => gainOf(of, party, deal)),
  };
}

function collisionDocument(of: Case, { conflict, openings }: Collision): Json {
  return {
    conflict: conflict.map((constraint) => constraintDocument(of, constraint)),
    openings: openings.map((opening) => ({
      drop: opening.drop.map((constraint) => constraintDocument(of, constraint)),
      count: countDocument(opening.count),
      coalition: partyIds(of, opening.coalition),
      rule: opening.rule,
      solution: solutionDocument(of, opening.solution),
    })),
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
        when: record(when.map(({ issue, options }) => [issue, [...options]] as const)),
      };
    }
  }
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
    brokenRules: [...new Set(draft.broken.map((pattern) => scenario.rules[compiled.forbiddenRules[pattern]!]!.id))],
  };
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
