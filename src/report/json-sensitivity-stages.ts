/** The part `stages` of the document of `winset sensitivity --json`. */
import { byParty, partyIds } from './json.ts';
import type { Json } from './json.ts';
import { outcomeDocument } from './json-sensitivity-tornado.ts';
import type { StagesCase } from './sensitivity-case.ts';
import { bestDraft } from './view/sensitivity-stages.ts';

/** The positions of the file first (`stage` null), then every stage in the order of the scenario. */
export function stagesDocument(of: StagesCase): Json {
  return of.stages.map((stage) => ({
    stage: stage.scenario.stage,
    date: stage.date,
    title: stage.title,
    ...outcomeDocument(stage, stage.outcome),
    coalition: stage.outcome.coalition === null ? [] : partyIds(stage, stage.outcome.coalition),
    bestDraft: byParty(stage, (party) => {
      const best = bestDraft(stage, party);
      return best === null ? null : { ...best };
    }),
  }));
}
