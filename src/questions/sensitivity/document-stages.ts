/** The part `stages` of the document of `winset sensitivity --json`. */
import { byParty, partyIds } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import { outcomeDocument } from './document-tornado.ts';
import type { StagesCase } from './case.ts';
import { bestDraft } from './stages.ts';
import { nextTexts } from './next-text.ts';
import { stepsOf } from './steps.ts';
import type { StepView } from './steps.ts';
import { record } from '../../report/json-text.ts';

/** The positions of the file first (`stage` null), then every stage in the order of the scenario. */
export function stagesDocument(of: StagesCase): Json {
  const steps = stepsOf(of);
  return of.stages.map((stage) => {
    const step = steps.find(({ row }) => row === stage);
    return {
      stage: stage.scenario.stage,
      date: stage.date,
      title: stage.title,
      ...outcomeDocument(stage, stage.outcome),
      coalition: stage.outcome.coalition === null ? [] : partyIds(stage, stage.outcome.coalition),
      bestDraft: byParty(stage, (party) => {
        const best = bestDraft(stage, party);
        return best === null ? null : { ...best };
      }),
      nextTexts: nextTexts(stage).map(({ draft, standing, clauses }) => ({
        draft: draft.id,
        date: draft.date ?? null,
        standing,
        clauses,
      })),
      step: step === undefined ? null : stepDocument(of, step),
    };
  });
}

/**
 * Against the positions that the stage builds on (`after`, null: those of the file). `openedBy` and `closedBy`: the
 * smallest sets of parties whose changes alone do it, null where the verdict stays; `allTried` says whether every set was
 * tried or only single parties and all together. Slacks in points, null where red lines leave no deal or it is not proven.
 */
function stepDocument(of: StagesCase, { before, step, window, slackChange, clauses }: StepView): Json {
  const sets = step.flippedBy.map((set) => partyIds(of, set));
  return {
    after: before.scenario.stage,
    window,
    openedBy: window === 'opens' ? sets : null,
    closedBy: window === 'closes' ? sets : null,
    allTried: step.allTried,
    slackChange,
    changedClauses: clauses,
    parties: record(
      step.slack.map(({ party, alone, without }) => [
        of.scenario.parties[party]!.id,
        { slackAlone: alone, slackWithout: without },
      ]),
    ),
  };
}
