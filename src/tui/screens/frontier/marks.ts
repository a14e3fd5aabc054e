/** Solutions, drafts and no deal beside a frontier, each with a letter: capitals for solutions, small ones for the others. */
import type { FrontierAnswer } from '../../../engine/frontier/question.ts';
import type { Landmark } from '../../../engine/frontier/landmarks.ts';
import { distanceWords, landmarkName } from '../../../questions/frontier/view.ts';
import { DEFAULT_TOLERANCE } from '../../../questions/frontier/tolerance.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { safe, span } from '../../draw/line.ts';
import type { Table } from '../../draw/list.ts';
import { columnsOf } from '../../draw/list.ts';

export interface Mark {
  /** One column. */
  readonly letter: string;
  readonly title: string;
  readonly of: Landmark['of'];
  /** Points, by party. */
  readonly utility: readonly number[];
  /** Number of the nearest point. */
  readonly nearest: number;
  /** By how much of its range it differs from there for the party for which it differs most. */
  readonly distance: number;
}

const SOLUTIONS = 'ABCDEF';
const DRAFTS = 'abcdefghijklmnopqrstuvwxyz';
/** For drafts beyond the alphabet. */
const NAMELESS = '*';

/** The marks in the order of the answer; solutions that are worth the same to everybody share one. */
export function marksOf(scenario: Scenario, { landmarks }: FrontierAnswer): readonly Mark[] {
  const solutions: Mark[] = [];
  const drafts: Mark[] = [];
  for (const { of, utility, nearest, distance } of landmarks) {
    const title = safe(landmarkName(scenario, { of }));
    if (typeof of !== 'string') {
      drafts.push({ letter: DRAFTS[drafts.length] ?? NAMELESS, title, of, utility, nearest, distance });
      continue;
    }
    const same = solutions.findIndex((mark) => mark.utility.every((value, party) => value === utility[party]));
    if (same === -1) solutions.push({ letter: SOLUTIONS[solutions.length]!, title, of, utility, nearest, distance });
    else solutions[same] = { ...solutions[same]!, title: `${solutions[same]!.title} + ${title}` };
  }
  return [...solutions, ...drafts];
}

/** A row for each mark: letter, name, the nearest point and how far that is. Every row takes exactly `width` columns. */
export function markTable(marks: readonly Mark[], width: number): Table {
  return columnsOf({
    columns: [
      { title: '', width: 1 },
      { title: 'solution or draft', grow: true, least: 8 },
      { title: 'near', align: 'right' },
      { title: 'apart', align: 'right' },
    ],
    rows: marks.map(({ letter, title, nearest, distance }) => [
      span(letter, 'strong'),
      title,
      `# ${nearest + 1}`,
      distanceWords(DEFAULT_TOLERANCE, distance),
    ]),
    width,
    gap: 1,
  });
}
