/** A form drawn to the size of the terminal. */
import { wrap } from '../../report/text/width.ts';
import { block } from '../draw/box.ts';
import type { Glyphs } from '../draw/glyphs.ts';
import { shown } from '../draw/glyphs.ts';
import type { Line } from '../draw/line.ts';
import { line, safe, span } from '../draw/line.ts';
import { moreText, windowOf } from '../draw/list.ts';
import type { Area } from '../model/screen.ts';
import type { Form, Item } from './form.ts';
import type { Wizard } from './state.ts';
import { currentForm } from './state.ts';

/** Header, status line and footer, with an empty line between the first two and the form. */
const ROWS_AROUND = 4;

export function picture(wizard: Wizard, glyphs: Glyphs, size: Area): readonly Line[] {
  const form = currentForm(wizard);
  const area = { width: size.width, height: Math.max(0, size.height - ROWS_AROUND) };
  const body = block(bodyOf(wizard, form, glyphs, area), area);
  const lines = [header(wizard, form, glyphs), line(''), ...body, status(wizard, form), footer(form, glyphs)];
  return shown(block(lines, size), glyphs);
}

function header({ scenario }: Wizard, { heading }: Form, glyphs: Glyphs): Line {
  const title = scenario === null ? [] : [span(` ${safe(scenario.title)}`, 'strong'), span(` ${glyphs.cursor}`)];
  return line(span(' winset ', 'title'), ...title, span(` ${safe(heading)}`));
}

function bodyOf(wizard: Wizard, form: Form, glyphs: Glyphs, { width, height }: Area): readonly Line[] {
  const paragraph = (text: string, tone: 'plain' | 'strong' | 'dim' | 'warn'): readonly Line[] =>
    text === '' ? [line('')] : wrap(safe(text), width - 2).map((row) => line(span(` ${row}`, tone)));
  const above = [
    ...(wizard.note === '' ? [] : [...paragraph(`! ${wizard.note}`, 'warn'), line('')]),
    ...paragraph(form.question, 'strong'),
    ...form.help.flatMap((text) => paragraph(text, 'plain')),
    line(''),
  ];
  const room = Math.max(1, height - above.length);
  return [...above, ...sofarLines(form, glyphs, room), ...itemLines(wizard, form, glyphs, room)];
}

/** The last of what was said, which is what the next answer stands beside. */
function sofarLines({ sofar }: Form, glyphs: Glyphs, room: number): readonly Line[] {
  const hidden = Math.max(0, sofar.length - room);
  const rows = sofar
    .slice(hidden === 0 ? 0 : hidden + 1)
    .map((text) => line(span(` ${glyphs.yes} `, 'good'), safe(text)));
  return hidden === 0 ? rows : [line(span(` ${glyphs.up} ${hidden + 1} more`, 'dim')), ...rows];
}

function itemLines({ cursor, marked }: Wizard, { entry }: Form, glyphs: Glyphs, room: number): readonly Line[] {
  if (entry.kind !== 'choice' && entry.kind !== 'marks') return [];
  const { items } = entry;
  const cut = items.length > room;
  const window = windowOf(items.length, cursor, cut ? room - 1 : room);
  const sign = (k: number): string => {
    if (entry.kind === 'marks') return marked.includes(k) ? '[x] ' : '[ ] ';
    return k < 9 ? `${k + 1}  ` : '   ';
  };
  const row = ({ text, note }: Item, k: number): Line => {
    const isHere = k === cursor;
    return line(
      span(isHere ? ` ${glyphs.cursor} ` : '   ', isHere ? 'cursor' : 'plain'),
      span(sign(k), isHere ? 'cursor' : 'accent'),
      span(safe(text), isHere ? 'cursor' : 'plain'),
      span(note === '' ? '' : `   ${safe(note)}`, 'dim'),
    );
  };
  const rows = items.slice(window.start, window.end).map((each, k) => row(each, window.start + k));
  return cut ? [...rows, line(span(`   ${moreText(window, items.length, glyphs)}`, 'dim'))] : rows;
}

function status({ typed, fault }: Wizard, { entry }: Form): Line {
  const wrong = fault === '' ? [] : [span(`   ${safe(fault)}`, 'bad')];
  if (entry.kind !== 'text' && entry.kind !== 'number') return line(...wrong);
  return line(span(` ${entry.label}: `, 'strong'), span(safe(typed)), span('█', 'accent'), ...wrong);
}

function footer({ entry }: Form, glyphs: Glyphs): Line {
  const arrows = `${glyphs.up}${glyphs.down}`;
  const keys: readonly (readonly [string, string])[] = [
    ...(entry.kind === 'choice' ? [[arrows, 'choose'] as const] : []),
    ...(entry.kind === 'marks' ? [[arrows, 'go'] as const, ['space', 'mark'] as const] : []),
    ['enter', enterDoes(entry)],
    ['esc', 'back'],
    ['ctrl+c', 'leave, all kept'],
  ];
  return line(' ', ...keys.flatMap(([key, does]) => [span(key, 'accent'), span(` ${does}  `)]));
}

function enterDoes(entry: Form['entry']): string {
  if (entry.kind === 'end') return entry.label;
  if (entry.kind === 'text' && entry.empty !== null) return `take (alone: ${entry.empty})`;
  return 'take';
}
