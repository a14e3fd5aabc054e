/** The screen of a practice, drawn to the size of the terminal. */
import { block, ends } from '../draw/box.ts';
import { wrap } from '../../report/text/width.ts';
import type { Glyphs } from '../draw/glyphs.ts';
import { shown } from '../draw/glyphs.ts';
import type { Line, Tone } from '../draw/line.ts';
import { line, safe, span } from '../draw/line.ts';
import { columnsOf, moreText, windowOf } from '../draw/list.ts';
import type { Area } from '../model/screen.ts';
import { resultOf, roundsLeft, textsOf } from '../../class/practice.ts';
import { counted } from '../../report/text/number.ts';
import { briefParagraphs, leastWords, ownSheet, papersOf } from './papers.ts';
import type { Play } from './state.ts';
import { textAt } from './state.ts';
import {
  askedWords,
  byWords,
  differenceWords,
  endWords,
  issueDetail,
  optionWords,
  silentWords,
  standingWords,
  supportWords,
  textDetail,
  worthWords,
} from './words.ts';

export interface PictureOptions {
  readonly glyphs: Glyphs;
  readonly hasHandouts: boolean;
}

/** Rows of the brief above the table, with the least; more where there is room. */
const BRIEF_ROWS = 3;
/** Headings of both lists, the points, and two rows between. */
const ROWS_BETWEEN = 5;
/** Rows that say more of what is under the cursor. */
const DETAIL_ROWS = 3;
/** Texts that are always shown where as many stand. */
const TEXT_ROWS = 5;

export function picture(play: Play, options: PictureOptions, size: Area): readonly Line[] {
  const { glyphs } = options;
  const around = [header(play, glyphs, size.width), line('')];
  const below = [status(play), footer(play, glyphs)];
  const area = { width: size.width, height: Math.max(0, size.height - around.length - below.length) };
  const body = play.papers === null ? table(play, glyphs, area) : papers(play, play.papers, options, area);
  return shown(block([...around, ...block(body, area), ...below], size), glyphs);
}

function header({ practice }: Play, glyphs: Glyphs, width: number): Line {
  const { game, role, rounds } = practice;
  const { name } = ownSheet(practice);
  const left = line(
    span(' winset ', 'title'),
    span(` ${safe(game.file.title)}`, 'strong'),
    span(` ${glyphs.cursor} `),
    safe(name === '' ? role : name),
  );
  return ends(left, line(`${roundsLeft(practice)} of ${counted(rounds, 'round')} left `), width);
}

function papers({ practice }: Play, from: number, { hasHandouts, glyphs }: PictureOptions, area: Area) {
  const rows = papersOf(practice, hasHandouts).flatMap(({ tone, text }) => wrapped(text, area.width, tone));
  const start = Math.min(from, Math.max(0, rows.length - area.height + 1));
  const window = { start, end: start + area.height - 1 };
  return [
    ...block(rows.slice(start, window.end), { width: area.width, height: area.height - 1 }),
    more(window, rows.length, glyphs),
  ];
}

function more(window: { readonly start: number; readonly end: number }, count: number, glyphs: Glyphs): Line {
  return line(span(`   ${moreText(window, count, glyphs)}`, 'dim'));
}

function table(play: Play, glyphs: Glyphs, { width, height }: Area): readonly Line[] {
  const detail = block(detailLines(play, width), { width, height: DETAIL_ROWS });
  const texts = textsOf(play.practice).length;
  const issues = play.practice.game.file.issues.length;
  const room = Math.max(2, height - BRIEF_ROWS - DETAIL_ROWS - ROWS_BETWEEN);
  const forTexts = Math.max(1, Math.min(texts, Math.max(TEXT_ROWS, room - issues), room - 1));
  const forIssues = Math.min(issues, room - forTexts);
  return [
    ...briefLines(play, width, BRIEF_ROWS + room - forIssues - forTexts),
    line(''),
    ...issueLines(play, glyphs, width, forIssues),
    pointsLine(play),
    line(''),
    ...textLines(play, glyphs, width, forTexts),
    ...detail,
  ];
}

/** As much of the brief as there is room for, and the least. */
function briefLines({ practice }: Play, width: number, most: number): readonly Line[] {
  const sheet = ownSheet(practice);
  const brief = wrapped(briefParagraphs(sheet).join(' '), width, 'dim');
  const shortened = [...brief.slice(0, most - 2), line(span('   ... b shows the whole brief and your points', 'dim'))];
  return [...(brief.length < most ? brief : shortened), line(`   ${leastWords(sheet)}`)];
}

function issueLines(play: Play, glyphs: Glyphs, width: number, height: number): readonly Line[] {
  const { issues } = play.practice.game.file;
  const window = windowOf(issues.length, play.cursor, height);
  const rows = issues.map((issue, k) => {
    const { label, points } = optionWords(play, k);
    const isHere = k === play.cursor;
    const tone: Tone = isHere ? 'cursor' : 'plain';
    return [
      span(isHere ? ` ${glyphs.cursor}` : '  ', tone),
      span(safe(issue.title), tone),
      isHere ? span(`${glyphs.left} ${safe(label)} ${glyphs.right}`, tone) : span(`  ${safe(label)}  `),
      span(points, tone),
    ];
  });
  const { header: head, rows: drawn } = columnsOf({
    columns: [
      { title: '', width: 2 },
      { title: 'Your text' },
      { title: '', grow: true },
      { title: 'points to you', align: 'right' },
    ],
    rows,
    width: width - 1,
    gap: 1,
  });
  const title =
    window.end - window.start < issues.length
      ? [...head.slice(0, 3), span(moreText(window, issues.length, glyphs), 'dim'), ...head.slice(4)]
      : head;
  return [title, ...drawn.slice(window.start, window.end)];
}

function pointsLine(play: Play): Line {
  const { text, tone } = worthWords(play);
  return line('   ', span(text, tone));
}

function textLines(play: Play, glyphs: Glyphs, width: number, height: number): readonly Line[] {
  const texts = textsOf(play.practice);
  const at = play.cursor - play.practice.game.file.issues.length;
  const window = windowOf(texts.length, Math.max(0, at), height);
  const rows = texts.map((text, k) => {
    const tone: Tone = k === at ? 'cursor' : 'plain';
    return [
      span(k === at ? ` ${glyphs.cursor}` : '  ', tone),
      span(safe(byWords(play, text)), tone),
      span(safe(differenceWords(play, text)), tone),
      span(safe(supportWords(play, text)), text.accepted.length > 0 ? 'good' : 'dim'),
      span(standingWords(play, text), tone),
    ];
  });
  const columns = [
    { title: '', width: 2 },
    { title: '' },
    { title: '', grow: true },
    { title: '' },
    { title: '', align: 'right' as const },
  ];
  const drawn = columnsOf({ columns, rows, width: width - 1, gap: 1 }).rows;
  const cut = window.end - window.start < texts.length ? `   ${moreText(window, texts.length, glyphs)}` : '';
  return [
    line(span('   On the table', 'dim'), span(safe(silentWords(play)), 'dim'), span(cut, 'dim')),
    ...drawn.slice(window.start, window.end),
  ];
}

function detailLines(play: Play, width: number): readonly Line[] {
  const text = textAt(play);
  return [line(''), ...wrapped(text === null ? issueDetail(play) : textDetail(play, text), width, 'dim')];
}

function wrapped(text: string, width: number, tone: Tone): readonly Line[] {
  return text === '' ? [line('')] : wrap(safe(text), width - 4).map((row) => line(span(`   ${row}`, tone)));
}

function status(play: Play): Line {
  if (resultOf(play.practice) !== null) return line(span(` ${safe(endWords(play))}`, 'strong'));
  if (play.asks !== null) {
    const { text, tone } = askedWords(play, play.asks);
    return line(span(` ${text}`, tone));
  }
  return line(span(play.fault === '' ? '' : ` ${safe(play.fault)}`, 'bad'));
}

function footer(play: Play, glyphs: Glyphs): Line {
  return line(' ', ...keysOf(play, glyphs).flatMap(([key, does]) => [span(key, 'accent'), span(` ${does}  `)]));
}

function keysOf({ practice, papers: read, asks }: Play, glyphs: Glyphs): readonly (readonly [string, string])[] {
  const upDown = `${glyphs.up}${glyphs.down}`;
  if (read !== null)
    return [
      [upDown, 'read'],
      ['b', 'back to the table'],
      ['q', 'leave'],
    ];
  if (resultOf(practice) !== null)
    return [
      ['enter', 'the debrief'],
      [upDown, 'look'],
      ['b', 'brief'],
    ];
  if (asks !== null)
    return [
      ['y', 'yes'],
      ['n', 'no'],
    ];
  return [
    [upDown, 'go'],
    [`${glyphs.left}${glyphs.right}`, 'change'],
    ['p', 'propose'],
    ['t', 'take'],
    ['a', 'accept'],
    ['w', 'no deal'],
    ['b', 'brief'],
    ['q', 'leave'],
  ];
}
