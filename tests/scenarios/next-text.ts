/** How much of a stage's Nash deals stands in the next text that became known. */
import { NOT_APPLICABLE } from '../../src/scenario/format/conditional.ts';
import { ukraine2025, waysOut } from './headline.ts';
import type { Draft } from '../../src/scenario/scenario.ts';

/** The four ways out by what becomes of the part of Donetsk that Kyiv holds. */
export const OUTCOMES = ['handed-over', 'free-zone', 'later-talks', 'mirrored-zone'];

/** Texts that several sides had before them, in the order in which they became known. */
const TEXTS = ['e3', 'geneva', 'us20', 'ua20'];

/** The first text after the stage; at the last stage the one of that day. */
export function nextText(stage: string): Draft {
  const date = ukraine2025.stages.find(({ id }) => id === stage)?.date ?? ukraine2025.asOf ?? '';
  const texts = TEXTS.map((id) => ukraine2025.drafts.find((draft) => draft.id === id)!);
  return texts.find((draft) => (draft.date ?? '') > date) ?? texts.at(-1)!;
}

/** A stage, its next text, and for each outcome how many of the text's clauses stand in the Nash deal: "15 of 46". */
export function shareRow(stage: string): string[] {
  const text = nextText(stage);
  const cells = OUTCOMES.map((outcome) => {
    const way = waysOut(stage).ways.find(({ clauses }) => clauses['donetsk'] === outcome);
    if (way === undefined) return '–';
    const said = text.clauses.filter(({ option }) => option !== NOT_APPLICABLE);
    const standing = said.filter(({ issue, option }) => way.clauses[issue] === option);
    return `${standing.length} of ${said.length}`;
  });
  return [stage, text.id, ...cells];
}
