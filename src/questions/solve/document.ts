/**
 * The JSON document of `winset solve --json`, schema "winset/solve@1".
 */
import type { Collision, Knot, ScoredDeal, Solution } from '../../engine/answer.ts';
import { SOLUTION_NAMES } from '../../engine/answer.ts';
import type { Case, UnvaluedAnswer } from '../../report/case.ts';
import { gainOf } from '../../report/case.ts';
import { answerGaps } from '../../report/gaps.ts';
import {
  documentHead,
  byOption,
  byParty,
  constraintDocument,
  countDocument,
  dealDocument,
  newOptionsDocument,
  draftDocument,
  noDealEntry,
  partyIds,
  unprovenIn,
  unvaluedDocument,
} from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import { record } from '../../report/json-text.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/**
 * The whole document. Keys stand in a fixed order, so the same case gives the same bytes.
 *
 * Where numbers are not yet valued, `unvalued` has the verdict for everything they may be, `zone.empty` is null where that
 * depends on them, and the rest takes all of them at one end.
 *
 * Where the search budget did not do, `zone.empty` and a coalition's `empty` may be null, a draft's `accepts` and
 * `inZone` "unknown", its `efficient` null, and `uniformSlack` the most found. `unproven` then names these parts of the
 * document; it is absent where there are none.
 */
export function document(of: Case): Json {
  const { scenario, answer } = of;
  return {
    ...documentHead('solve', of, of.seed),
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
      ...(party.strict && { signs: 'above' }),
      ideal: answer.zone.ideal[k] ?? null,
    })),
    ...(of.unvalued !== undefined && { unvalued: takenDocument(scenario, of.unvalued) }),
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
    knot: answer.knot === null ? null : knotDocument(of, answer.knot),
    drafts: record([
      ...scenario.drafts.map((draft, k) => {
        const at = of.draftsAt?.[k] ?? of;
        return [draft.id, { stage: at.scenario.stage, ...draftDocument(at, answer.drafts[k]!) }] as const;
      }),
      ...noDealEntry(of, answer.noDeal),
    ]),
    ...unprovenIn(answerGaps(answer)),
    warnings: of.warnings,
  };
}

/** `verdict` is about everything the numbers may be; the rest of the document takes them as `taken` says. */
export function takenDocument(scenario: Scenario, unvalued: UnvaluedAnswer): Json {
  const { taken, beyond } = unvalued;
  return { ...unvaluedDocument(scenario, unvalued), taken, ...(beyond !== null && { beyond }) };
}

function zoneDocument(of: Case): Json {
  const { zone } = of.answer;
  return {
    empty: of.unvalued?.verdict === 'depends' ? null : zone.empty,
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

/** `settled` issues can be settled together; where an empty set is open, all can, and thresholds are in the way. */
function knotDocument(of: Case, { open, minimal, complete, newOptions }: Knot): Json {
  const { issues } = of.scenario;
  return {
    settled: issues.length - open[0]!.issues.length,
    proven: minimal,
    open: open.map((set) => ({ issues: set.issues.map((issue) => issues[issue]!.id), rest: set.rest })),
    complete,
    newOptions: newOptionsDocument(of, newOptions),
    newOptionsComplete: newOptions.complete,
  };
}
