/**
 * The JSON document of `winset frontier --json`, schema "winset/frontier@1".
 */
import { accepts } from '../../engine/deal.ts';
import type { FrontierPoint } from '../../engine/answer.ts';
import type { FrontierCase } from './case.ts';
import { assumptionsDocument, byParty, countDocument, dealDocument, partyIds } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import { guaranteeSentence, isEmpty } from './view.ts';

/** `epsilon` is what is proven about the points, `asked` what was asked for. */
export function frontierDocument(of: FrontierCase): Json {
  const { scenario, answer, scope } = of;
  const { frontier } = answer;
  return {
    schema: 'winset/frontier@1',
    version: of.version,
    scenario: { title: scenario.title, hash: scenario.hash, stage: scenario.stage },
    seed: of.seed,
    assumptions: assumptionsDocument(of.assumptions),
    scope: scope.kind,
    coalition: scope.kind === 'zone' && scope.signers !== null ? partyIds(of, scope.signers) : [],
    empty: frontier.points.length > 0 ? false : isEmpty(frontier) || null,
    exact: frontier.exact,
    epsilon: Number.isFinite(frontier.epsilon) ? frontier.epsilon : null,
    asked: of.epsilon,
    guarantee: guaranteeSentence(of),
    points: frontier.points.map((point) => pointDocument(of, point)),
    landmarks: answer.landmarks.map((landmark) => ({
      ...(typeof landmark.of === 'string'
        ? { kind: 'solution', id: landmark.of }
        : { kind: 'draft', id: scenario.drafts[landmark.of.draft]!.id }),
      utility: byParty(of, (party) => landmark.utility[party]!),
      nearest: landmark.nearest,
      distance: landmark.distance,
    })),
    warnings: of.warnings,
  };
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
