/** What an answer leaves open because a search passed its budget, by the parts of the JSON document that show it. */
import type { Answer, DraftAnswer, Verdict } from '../engine/answer.ts';
import type { Explanation, Opening } from '../engine/explain/answer.ts';

/** The parts of a `winset solve` document that may lack something; none where everything is proven. */
export function answerGaps(answer: Answer): readonly string[] {
  const { zone, coalitions, collision, drafts, solutions } = answer;
  return [
    ...(zone.empty === null ? ['zone.empty'] : []),
    ...(answer.coalitionProven ? [] : ['coalition']),
    ...(coalitions.some(({ empty }) => empty === null) ? ['coalitions'] : []),
    ...(zone.empty === false && !answer.coalitionsCut && zone.ideal.includes(null) ? ['ideals'] : []),
    ...(Object.values(solutions ?? {}).every(({ proven }) => proven) ? [] : ['solutions']),
    ...(answer.uniformSlackProven ? [] : ['uniformSlack']),
    ...((zone.empty === true && collision === null) || collision?.minimal === false ? ['collision'] : []),
    ...((collision?.openings ?? []).every(({ solution }) => solution.proven) ? [] : ['openings']),
    ...(drafts.some(isOpen) ? ['drafts'] : []),
  ];
}

/** The parts of a `winset explain` document that may lack something. */
export function explanationGaps(answer: Explanation): readonly string[] {
  const { empty, obstacles, slack, firmness, exchanges, drafts } = answer;
  const openings: readonly (Opening | null)[] = obstacles === null ? [] : Object.values(obstacles.openings);
  return [
    ...(empty === null ? ['empty'] : []),
    ...(openings.every((opening) => opening?.ways.every(({ proven }) => proven) ?? false) ? [] : ['openings']),
    ...(slack.uniformProven && slack.headroom.every(({ kind }) => kind !== 'unknown') ? [] : ['slack']),
    ...(firmness === null || firmness.complete ? [] : ['zone']),
    ...((empty === false && exchanges === null) || exchanges?.complete === false ? ['exchanges'] : []),
    ...(drafts.some((draft) => isOpen(draft.answer) || !draft.editsComplete || draft.exchanges?.complete === false)
      ? ['drafts']
      : []),
  ];
}

/** True when a question about the draft was given up. */
export function isOpen({ complete, efficient, inZone, parties }: DraftAnswer): boolean {
  const unknown = (verdict: Verdict): boolean => verdict === 'unknown';
  return (
    (complete && efficient === null) ||
    unknown(inZone) ||
    parties.some(({ exact, accepts }) => !exact || unknown(accepts))
  );
}
