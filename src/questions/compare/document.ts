/**
 * The JSON document of `winset compare --json`, schema "winset/compare@1".
 */
import type { Openings } from '../../engine/explain/answer.ts';
import { answerGaps } from '../../report/gaps.ts';
import type { Case } from '../../report/case.ts';
import type { Json } from '../../report/json.ts';
import { byParty, countDocument, dealDocument, documentHead, partyIds, unprovenIn } from '../../report/json.ts';
import { record } from '../../report/json-text.ts';
import type { Contrast } from '../../scenario/edit/contrast.ts';
import { takenDocument } from '../solve/document.ts';
import type { Column, CompareCase } from './case.ts';
import { conclusionsOf, standingOf } from './conclusions.ts';

/** Columns are called A, B, ... throughout. What each holds is what `solve` and `explain` say of it. */
export function document(of: CompareCase): Json {
  const { columns } = of;
  return {
    ...documentHead('compare', of, of.seed),
    columns: columns.map(columnDocument),
    differences: record(
      columns.flatMap(({ key, contrasts }) =>
        contrasts === null ? [] : [[key, contrasts.map(contrastDocument)] as const],
      ),
    ),
    conclusions: conclusionsOf(of).map((each) => {
      const standing = standingOf(each);
      return {
        kind: each.kind,
        id: each.id,
        title: each.title,
        values: record(each.values.map((value, k) => [columns[k]!.key, value === null ? null : value.id] as const)),
        standing: standing.kind,
        hangsOn: standing.kind === 'hangs' ? columns[standing.on]!.key : null,
      };
    }),
    warnings: of.warnings,
  };
}

function columnDocument({ key, of, explanation }: Column): Json {
  const { scenario, answer } = of;
  const nash = answer.solutions?.nash ?? null;
  const best = nash?.deals[0];
  const { title, hash, stage, reading } = scenario;
  return {
    key,
    title,
    hash,
    stage,
    reading: reading === undefined ? null : { ...reading },
    parties: scenario.parties.map(({ id }) => id),
    ...(of.unvalued !== undefined && { unvalued: takenDocument(scenario, of.unvalued) }),
    empty: of.unvalued?.verdict === 'depends' ? null : answer.zone.empty,
    count: countDocument(answer.zone.count),
    uniformSlack: answer.uniformSlack,
    coalition: answer.coalition === null ? [] : partyIds(of, answer.coalition),
    unsettled:
      answer.knot === null ? null : answer.knot.open.map(({ issues }) => issues.map((k) => scenario.issues[k]!.id)),
    openings: explanation === null ? null : openingsDocument(explanation.obstacles?.openings ?? null),
    nash:
      nash === null || best === undefined
        ? null
        : {
            proven: nash.proven,
            deal: dealDocument(of, best.deal),
            utility: byParty(of, (party) => best.utility[party]!),
          },
    drafts: record([...scenario.drafts.map(({ id }, k) => [id, draftPart(of, k)] as const), ...noDealPart(of)]),
    ...unprovenIn(answerGaps(answer)),
  };
}

function draftPart(of: Case, index: number): Json {
  const draft = of.answer.drafts[index]!;
  return {
    inZone: draft.inZone,
    accepts: byParty(of, (party) => draft.parties[party]!.accepts),
    blockedBy: partyIds(of, draft.blockedBy),
  };
}

/** In the place of a draft: nobody signs it, so no party accepts it or refuses it. */
function noDealPart({ scenario: { statusQuo }, answer: { noDeal } }: Case): readonly (readonly [string, Json])[] {
  if (statusQuo === undefined || noDeal === null) return [];
  const said = { noDeal: true, inZone: false, accepts: {}, blockedBy: [], efficient: noDeal.efficient };
  return [[statusQuo.id, said]];
}

function openingsDocument(openings: Openings | null): Json {
  if (openings === null) return null;
  const { total, largest, parties, redLines } = openings;
  const prices = { total, largest, parties, redLines };
  return Object.fromEntries(Object.entries(prices).map(([measure, opening]) => [measure, opening?.value ?? null]));
}

function contrastDocument({ kind, text, path, from, to }: Contrast): Json {
  return { kind, text, path, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
