/**
 * Why there is no deal and what would open one, or how firm the zone is, as a page of entries: those that can be acted
 * upon carry the edit, those that lead to a deal carry the deal.
 */
import type { Constraint, ScoredDeal } from '../../../engine/answer.ts';
import type { Explanation, Firmness, Obstacles, Opening, OpeningWay } from '../../../engine/explain/answer.ts';
import type { ExplainCase } from '../../../questions/explain/case.ts';
import { exchangesList } from '../../../questions/explain/drafts.ts';
import { deadByIssue } from '../../../questions/explain/dead-options.ts';
import { DEAD, firmnessList, slackList } from '../../../questions/explain/firmness.ts';
import {
  conflictsList,
  demandsList,
  newOptionsList,
  openingPrice,
  repairsInOrder,
  repairsList,
  distinctWays,
} from '../../../questions/explain/obstacles.ts';
import { givingWords } from '../../../questions/explain/words.ts';
import type { ListView } from '../../../questions/explain/words.ts';
import { beginning } from '../../../report/view/words.ts';
import { counted } from '../../../report/text/number.ts';
import type { Subject } from '../../live/question.ts';
import type { Applied } from '../../model/way-out.ts';
import { wayOutEdit } from '../../model/way-out.ts';
import { wholeFocus } from '../../../report/view/focus.ts';
import type { Focus } from '../../../report/view/focus.ts';

export interface Entry {
  readonly label: string;
  readonly text: string;
  /** What enter does; null for words alone. */
  readonly apply: Applied | null;
  /** The deal it leads to, where one is known. */
  readonly leads: ScoredDeal | null;
  /** What is folded into it. */
  readonly details: readonly Detail[];
}

export interface Detail {
  readonly label: string;
  readonly text: string;
}

export interface Section {
  readonly title: string;
  readonly intro: string;
  readonly entries: readonly Entry[];
  readonly notes: readonly string[];
}

/** The page of an explanation. */
export function sectionsOf(about: Subject, answer: Explanation): readonly Section[] {
  const of: ExplainCase = { ...about, answer, assumptions: [], warnings: [], seed: '', version: '' };
  const focus = wholeFocus(about.scenario, true, '');
  const { obstacles, firmness, exchanges } = answer;
  if (obstacles !== null) {
    return [
      words(conflictsList(of, obstacles, focus)),
      words(demandsList(of, obstacles, focus)),
      repairs(of, obstacles),
      words(newOptionsList(of, obstacles)),
      ...openings(of, obstacles),
      words(slackList(of, focus)),
    ];
  }
  return [
    ...(firmness === null ? [] : firm(of, firmness, focus)),
    words(slackList(of, focus)),
    ...(exchanges === null ? [] : [words(exchangesList(of, exchanges, focus))]),
  ];
}

function words({ title, intro, rows, notes }: ListView): Section {
  return { title, intro, notes, entries: rows.map((row) => ({ ...row, apply: null, leads: null, details: [] })) };
}

/** Dead options are many, so they stand by point, folded. */
function firm(of: ExplainCase, firmness: Firmness, focus: Focus): readonly Section[] {
  const list = firmnessList(of, firmness, focus);
  const dead = deadByIssue(of, firmness);
  if (dead.length === 0) return [words(list)];
  return [
    words({ ...list, rows: list.rows.filter(({ label }) => label !== DEAD) }),
    {
      title: 'Options that are in no deal',
      intro: 'By point; enter unfolds one: each option with what alone keeps it out of every deal.',
      entries: dead.map(({ title, share, rows }) => ({
        label: '',
        text: `${title}: ${share}`,
        apply: null,
        leads: null,
        details: rows.map(({ label, why }) => ({ label, text: why })),
      })),
      notes: [],
    },
  ];
}

function repairs(of: ExplainCase, obstacles: Obstacles): Section {
  const list = repairsList(of, obstacles, wholeFocus(of.scenario, true, ''));
  const ordered = repairsInOrder(of, obstacles.repairs);
  const entries = list.rows.map((row, k): Entry => {
    const drop = ordered[k]!;
    return { ...row, apply: wayOutEdit(of, drop, null), leads: null, details: [] };
  });
  return { ...list, entries };
}

/** The four measures of the smallest opening, each with its ways. */
function openings(of: ExplainCase, { openings: found }: Obstacles): readonly Section[] {
  const section = (title: string, opening: Opening | null, say: (value: number) => string): readonly Section[] => {
    if (opening === null) return [];
    const notes = opening.complete ? [] : ['There are more ways at this price than are listed.'];
    const entries = distinctWays(opening.ways).map((way, k) => wayEntry(of, way, k));
    return [{ title: `Smallest opening: ${title}`, intro: `${say(opening.value)}. Proven.`, entries, notes }];
  };
  return [
    ...section('points in total', found.total, () => `${openingPrice(of, found.total)} points`),
    ...section('largest cut of one party', found.largest, () => `${openingPrice(of, found.largest)} points`),
    ...section('parties that give way', found.parties, (value) => counted(value, 'party', 'parties')),
    ...section('red lines dropped', found.redLines, (value) => counted(value, 'red line')),
  ];
}

function wayEntry(of: ExplainCase, way: OpeningWay, k: number): Entry {
  const drop: readonly Constraint[] = [
    ...way.dropped,
    ...way.cuts.flatMap((cut, party): Constraint[] =>
      cut > 0 || way.beyond.includes(party) ? [{ kind: 'reservation', party }] : [],
    ),
  ];
  return {
    label: String(k + 1),
    text: beginning(givingWords(of, way)),
    apply: wayOutEdit(of, drop, way),
    leads: way,
    details: [],
  };
}
