/** A row of the heat map as cells, in the richest form that the width has room for. */
import { sharedPointsOf } from '../../../report/digits.ts';
import { issueTitle, optionLabel, partyShort } from '../../../report/view/words.ts';
import type { Lock } from '../../../scenario/edit/locks.ts';
import { locksOf } from '../../../scenario/edit/locks.ts';
import type { CellText, Column } from '../../draw/list.ts';
import { safe, span } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import { heat, heatBase } from './cells.ts';
import { pointsAtStake } from './at-stake.ts';
import { figureWidth, stakeOf } from './stakes.ts';
import type { PointsState } from './state.ts';
import { optionWords } from './zone-words.ts';

/** What all rows share, worked out once. */
export interface GridRows {
  readonly context: Context;
  readonly state: PointsState;
  /** The option under the cursor of each issue. */
  readonly options: readonly number[];
  /** The issue under the cursor; null where none is listed. */
  readonly issue: number | null;
  readonly locks: ReadonlyMap<string, Lock>;
  readonly form: Form;
}

/** For rows of this width. */
export function gridRows(
  context: Context,
  state: PointsState,
  options: readonly number[],
  issue: number | null,
  width: number,
): GridRows {
  const locks = new Map(locksOf(context.now.scenario).map((lock) => [lock.issue, lock]));
  return { context, state, options, issue, locks, form: formOf(context, width) };
}

/** What there is room for. */
interface Form {
  /** Columns of shade in a heat cell. */
  readonly shade: number;
  readonly share: boolean;
  readonly status: boolean;
  readonly stake: boolean;
}

const FORMS: readonly Form[] = [
  { shade: 3, share: true, status: true, stake: true },
  { shade: 2, share: true, status: true, stake: false },
  { shade: 1, share: true, status: true, stake: false },
  { shade: 0, share: true, status: true, stake: false },
  { shade: 0, share: true, status: false, stake: false },
];
const LEAST: Form = { shade: 0, share: false, status: false, stake: false };

/** Columns that title and option need together. */
const TEXT = 26;
const SHARE = 7;
const STATUS = 8;
const STAKE = 8;

/** The richest form that leaves title and option their room. */
function formOf({ now }: Context, width: number): Form {
  const parties = now.scenario.parties.length;
  const fits = ({ shade, share, status, stake }: Form): boolean =>
    7 +
      parties * (heatBase(figureWidth(now)) + shade + 1) +
      (share ? SHARE + 1 : 0) +
      (status ? STATUS + 1 : 0) +
      (stake ? STAKE + 1 : 0) +
      TEXT <=
    width;
  return FORMS.find(fits) ?? LEAST;
}

/** The heads of the cells. */
export function gridColumns({ context, form }: GridRows): readonly Column[] {
  const { scenario } = context.now;
  return [
    { title: '', width: 2 },
    { title: '', align: 'right', least: 0 },
    { title: 'issue', least: 6 },
    { title: 'option', least: 6 },
    ...scenario.parties.map((_, party): Column => ({
      title: safe(partyShort(scenario, party)),
      width: heatBase(figureWidth(context.now)) + form.shade,
    })),
    ...(form.stake ? [{ title: 'at stake', align: 'right', width: STAKE } as const] : []),
    ...(form.share ? [{ title: 'share', align: 'right', width: SHARE } as const] : []),
    ...(form.status ? [{ title: 'status', width: STATUS } as const] : []),
    { title: '', least: 0, grow: true },
  ];
}

/** The texts of a row without signs, which decide how wide its columns are. */
export function gridTexts({ context, options }: GridRows, issue: number): readonly string[] {
  const { scenario } = context.now;
  return [
    '',
    safe(scenario.issues[issue]!.point ?? ''),
    safe(issueTitle(scenario, issue)),
    `${safe(optionLabel(scenario, issue, options[issue]!))}    `,
  ];
}

/** A row. */
export function gridCells(rows: GridRows, issue: number): readonly CellText[] {
  const { context, state, options, form } = rows;
  const { now, glyphs } = context;
  const [, point = '', title = '', option = ''] = gridTexts(rows, issue);
  const here = issue === rows.issue;
  const label = option.trimEnd();
  const words = optionWords(context, issue, options[issue]!);
  return [
    span(`${here ? glyphs.cursor : ' '}${lockSign(rows, issue)}`, 'accent'),
    span(point, 'dim'),
    title,
    span(here ? `${glyphs.left} ${label} ${glyphs.right}` : label, state.options.has(issue) ? 'accent' : 'strong'),
    ...now.scenario.parties.map((_, party) =>
      heat(stakeOf(now, party, issue, options[issue]!), figureWidth(now), form.shade, glyphs),
    ),
    ...(form.stake ? [sharedPointsOf(now, pointsAtStake(now.compiled.problem, issue))] : []),
    ...(form.share ? [words.share] : []),
    ...(form.status ? [span(words.status, words.tone)] : []),
  ];
}

/** `=` where a lock leaves one option, `-` where it shuts some out. */
function lockSign({ context, locks }: GridRows, issue: number): string {
  const lock = locks.get(context.now.scenario.issues[issue]!.id);
  if (lock === undefined) return ' ';
  return lock.options.length === 1 ? '=' : '-';
}
