/**
 * The JSON document of `winset frontier --json`, schema "winset/frontier@1".
 */
import { accepts } from '../../engine/deal.ts';
import type { FrontierPoint } from '../../engine/answer.ts';
import type { Landmark } from '../../engine/frontier/landmarks.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { FrontierCase } from './case.ts';
import { documentHead, byParty, countDocument, dealDocument, partyIds } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import { guaranteeSentence, isEmpty, landmarkKind } from './view.ts';
import { everybody } from '../../report/digits.ts';
import { toleranceOf } from './tolerance.ts';

/**
 * `epsilon` is what is proven about the points, `asked` what was asked for, in points for the party for which it is most;
 * `tolerance` has both by their measure, 0.05 for 5 % of each party's range.
 */
export function document(of: FrontierCase): Json {
  const { scenario, answer, scope } = of;
  const { frontier } = answer;
  return {
    ...documentHead('frontier', of, of.seed),
    scope: scope.kind,
    coalition: scope.kind === 'zone' && scope.signers !== null ? partyIds(of, scope.signers) : [],
    empty: frontier.points.length > 0 ? false : isEmpty(frontier) || null,
    exact: frontier.exact,
    epsilon: Number.isFinite(frontier.epsilon) ? mostPoints(of, frontier.epsilon) : null,
    asked: mostPoints(of, of.tolerance.amount),
    tolerance: {
      measure: of.tolerance.measure,
      asked: of.tolerance.amount,
      proven: Number.isFinite(frontier.epsilon) ? frontier.epsilon : null,
    },
    guarantee: guaranteeSentence(of),
    points: frontier.points.map((point) => pointDocument(of, point)),
    landmarks: answer.landmarks.map((landmark) => ({
      kind: landmarkKind(landmark),
      id: landmarkId(scenario, landmark),
      utility: byParty(of, (party) => landmark.utility[party]!),
      nearest: landmark.nearest,
      distance: pointsApart(landmark.utility, frontier.points[landmark.nearest]!.utility),
    })),
    warnings: of.warnings,
  };
}

function landmarkId({ drafts, statusQuo }: Scenario, { of }: Landmark): string {
  if (typeof of === 'string') return of;
  return 'draft' in of ? drafts[of.draft]!.id : (statusQuo?.id ?? '');
}

function mostPoints(of: FrontierCase, amount: number): number {
  return Math.max(...everybody(of).map((party) => toleranceOf(of, party, { ...of.tolerance, amount })));
}

/** In points, for the party for which they differ most. */
function pointsApart(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((value, party) => Math.abs(value - b[party]!)));
}

function pointDocument(of: FrontierCase, { deal, utility, variants }: FrontierPoint): Json {
  const { problem } = of.compiled;
  return {
    utility: byParty(of, (party) => utility[party]!),
    accepts: byParty(of, (party) => accepts(problem, problem.parties[party]!, deal)),
    deal: dealDocument(of, deal),
    variants: variants.kind === 'exact' ? variants.count.toString() : countDocument(variants),
  };
}
