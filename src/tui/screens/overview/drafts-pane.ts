/** The published drafts in a line each: who blocks them, or how they stand to the zone. */
import type { DraftGlance } from '../../../engine/draft/glance-draft.ts';
import { draftStandsIn, standInFigure } from '../../../report/view/unvalued.ts';
import { digitsOf } from '../../../report/digits.ts';
import { points } from '../../../report/text/points.ts';
import { brokenRules, draftCell, draftStanding } from '../../../report/view/drafts.ts';
import { partyInside, partyShort } from '../../../report/view/words.ts';
import { dayOf } from '../../../report/view/header.ts';
import { standpointsOf } from '../../live/ask.ts';
import type { Size } from '../../draw/box.ts';
import type { Glyphs } from '../../draw/glyphs.ts';
import type { Line, Span } from '../../draw/line.ts';
import { line, safe, span } from '../../draw/line.ts';
import { columnsOf, moreText, windowOf } from '../../draw/list.ts';
import type { Moment } from '../../model/context.ts';
import { computingWords } from '../../parts/computing.ts';
import { hanging, paragraph } from '../../parts/text.ts';

export interface DraftsPane extends Size {
  readonly moment: Moment;
  readonly row: number;
  readonly focused: boolean;
  readonly glyphs: Glyphs;
}

export interface DraftsDrawn {
  readonly lines: readonly Line[];
  /** What is above and below. */
  readonly more: string;
}

/** Columns from which on parties have their full names. */
const WIDE = 50;

/** Lines from which on what no deal is worth has a place below the drafts. */
const TALL = 6;

/** The drafts, and below them what everybody has without a deal where the scenario gives that a name. */
export function draftsDrawn(pane: DraftsPane): DraftsDrawn {
  const none = pane.height < TALL ? [] : noDealLines(pane.moment, pane.width);
  const { drafts } = pane.moment.glance;
  if (drafts.length === 0 && none.length > 0) return { lines: none, more: '' };
  const drawn = listDrawn({ ...pane, height: pane.height - none.length });
  return { ...drawn, lines: [...drawn.lines, ...none] };
}

/** "status-quo: no deal: buyer 30.0, seller 0", by the positions of its own date; nothing where no deal has no name. */
function noDealLines({ about }: Moment, width: number): readonly Line[] {
  const { statusQuo } = about.scenario;
  if (statusQuo === undefined) return [];
  const at = standpointsOf(about).noDeal;
  const day = at === null ? null : dayOf(at.scenario);
  const of = at ?? about;
  const worth = of.scenario.parties.map(
    ({ disagreement: { value, unknown } }, k) =>
      `${partyShort(of.scenario, k)} ${standInFigure(points(value, digitsOf(of, k)), unknown !== undefined)}`,
  );
  const when = day === null ? '' : `; positions of ${day}`;
  return hanging('  ', `${statusQuo.id}: no deal: ${worth.join(', ')}${when}`, width, 'dim');
}

/** A row for each draft in view, and where there is room the one under the cursor in full. */
function listDrawn({ moment, row, focused, width, height, glyphs }: DraftsPane): DraftsDrawn {
  const { scenario } = moment.about;
  const { drafts } = moment.glance;
  if (drafts.length === 0) return { lines: paragraph('The scenario has no drafts.', width, 'dim'), more: '' };
  const chosen = Math.min(row, drafts.length - 1);
  const detail = detailLines(moment, chosen, drafts[chosen]!, width);
  const free = height - detail.length;
  const room = free >= Math.min(drafts.length, 3) ? free : height;
  const shown = windowOf(drafts.length, chosen, Math.max(1, room));
  const rows = drafts.slice(shown.start, shown.end).map((draft, k) => {
    const cursor = span(focused && shown.start + k === chosen ? glyphs.cursor : ' ', 'accent');
    const { id } = scenario.drafts[shown.start + k]!;
    const name = line(span(safe(id), 'strong'));
    if (draft === null) return [[cursor, span(glyphs.dot)], name, computingWords(null)];
    const standing = [
      draftStanding(scenario, draft, width < WIDE ? partyShort : partyInside),
      ...brokenRules(moment.about, draft),
    ];
    return [[cursor, signOf(draft, glyphs)], name, safe(standing.join('; '))];
  });
  const heads = [{ title: '', width: 2 }, { title: '' }, { title: '', grow: true }];
  const table = columnsOf({ columns: heads, rows, width, gap: 1 });
  return {
    lines: room < height ? [...table.rows, ...detail] : table.rows,
    more: moreText(shown, drafts.length, glyphs),
  };
}

function signOf({ blockedBy, inZone }: DraftGlance, { yes, no, dot }: Glyphs): Span {
  if (blockedBy.length > 0 || inZone === false) return span(no, 'bad');
  return inZone === true ? span(yes, 'good') : span(dot);
}

/** Its title, and each party with its points and what it says, once that is known. */
function detailLines({ about }: Moment, index: number, draft: DraftGlance | null, width: number): readonly Line[] {
  const { scenario } = about;
  const { title, date } = scenario.drafts[index]!;
  const standpoints = standpointsOf(about).drafts;
  const at = standpoints[index] ?? about;
  const day = standpoints.some((point) => point !== null) ? dayOf(at.scenario) : null;
  const standing = day === null || date === undefined ? '' : `; positions of ${day}`;
  const parties = scenario.parties.map((_, k) => {
    if (draft === null) return `${partyShort(scenario, k)} ...`;
    const { utility, word } = draftCell(at, k, draft);
    return `${partyShort(scenario, k)} ${standInFigure(utility, draftStandsIn(at.scenario, k, index))} ${word}`;
  });
  return [
    ...hanging('  ', `${date === undefined ? title : `${title}, ${date}`}${standing}`, width, 'dim'),
    ...hanging('  ', parties.join(', '), width, 'dim'),
  ];
}
