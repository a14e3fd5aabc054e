/**
 * The JSON document of `winset show --json`, schema "winset/show@1".
 */
import { documentHead } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import type { ShowCase } from './ask.ts';

/** One entry for each thing that the path can mean; the history begins with the positions of the file (`stage` null). */
export function document(of: ShowCase): Json {
  return {
    ...documentHead('show', of),
    path: of.path,
    entries: of.entries.map(({ place, facts, history }) => ({
      kind: place.kind,
      facts,
      history: history.map(({ scenario, date, facts: then }) => ({ stage: scenario.stage, date, facts: then })),
    })),
    warnings: of.warnings,
  };
}
