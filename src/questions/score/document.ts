/**
 * The JSON document of `winset score --json`, schema "winset/score@1".
 */
import { documentHead, draftDocument } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import type { ScoreCase } from './view.ts';
import { record } from '../../report/json-text.ts';

export function document(of: ScoreCase): Json {
  const { scenario, answer, draft } = of;
  return {
    ...documentHead('score', of),
    draft,
    deal: record(scenario.drafts[0]!.clauses.map(({ issue, option }) => [issue, option] as const)),
    ...draftDocument(of, answer.drafts[0]),
    warnings: of.warnings,
  };
}
