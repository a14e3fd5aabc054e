/**
 * The JSON document of `winset score --json`, schema "winset/score@1".
 */
import { documentHead, draftDocument, noDealDocument } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import type { ScoreCase } from './view.ts';
import { record } from '../../report/json-text.ts';

export function document(of: ScoreCase): Json {
  const { scenario, answer, draft } = of;
  const head = { ...documentHead('score', of), draft };
  if (answer.noDeal !== null) {
    return { ...head, deal: null, ...noDealDocument(of, answer.noDeal), warnings: of.warnings };
  }
  return {
    ...head,
    deal: record(scenario.drafts[0]!.clauses.map(({ issue, option }) => [issue, option] as const)),
    ...draftDocument(of, answer.drafts[0]),
    warnings: of.warnings,
  };
}
