/** What lies on top of a screen: help, palette, a text to read. Null where the screen itself is seen. */
import { wrap } from '../../report/text/width.ts';
import { box, inside } from '../draw/box.ts';
import type { Line } from '../draw/line.ts';
import type { Glyphs } from '../draw/glyphs.ts';
import { line, safe, span } from '../draw/line.ts';
import { moreText, windowOf } from '../draw/list.ts';
import type { Scene } from '../model/global-commands.ts';
import { GLOBAL_COMMANDS } from '../model/global-commands.ts';
import { screenOf } from '../model/model.ts';
import { found } from '../model/palette.ts';
import type { Area } from '../model/screen.ts';
import { shownKey } from './shown-key.ts';

export function layerBody(scene: Scene, area: Area): readonly Line[] | null {
  const { layer } = scene.model;
  switch (layer?.kind) {
    case 'help':
      return page(scene, `${screenOf(scene.model).title}: help`, helpLines(scene, area.width - 4), layer.top, area);
    case 'text': {
      const lines = layer.lines.flatMap((text) => wrap(safe(text), area.width - 4).map((part) => line(` ${part}`)));
      return page(scene, layer.title, lines, layer.top, area);
    }
    case 'palette':
      return palette(scene, layer, area);
    default:
      return null;
  }
}

function page(scene: Scene, title: string, lines: readonly Line[], top: number, area: Area): readonly Line[] {
  const { glyphs } = scene.context;
  const { height } = inside(area);
  const start = Math.max(0, Math.min(top, lines.length - height));
  const window = { start, end: Math.min(lines.length, start + height) };
  const body = lines.slice(window.start, window.end);
  return box({ ...area, title, right: moreText(window, lines.length, glyphs), focused: true, body, glyphs });
}

function helpLines(scene: Scene, width: number): readonly Line[] {
  const { model, context } = scene;
  const screen = screenOf(model);
  const row = (keys: readonly string[], label: string): Line =>
    line(span(` ${keysText(keys, context.glyphs).padEnd(22)} `, 'accent'), label);
  return [
    ...screen.about.flatMap((text) => [...wrap(text, width).map((part) => line(` ${part}`)), line('')]),
    line(span(' On this screen', 'title')),
    ...screen.offers(context).map(({ keys, label }) => row(keys, label)),
    line(''),
    line(span(' On every screen', 'title')),
    ...GLOBAL_COMMANDS.map(({ keys, label }) => row(keys, label)),
    line(''),
    ...wrap(LIMITS, width).map((part) => line(` ${part}`)),
  ];
}

/** Keys that one command has are told as far as they fit. */
const MOST_KEYS = 4;

function keysText(keys: readonly string[], glyphs: Glyphs): string {
  return keys
    .slice(0, MOST_KEYS)
    .map((key) => shownKey(key, glyphs))
    .join('  ');
}

const LIMITS =
  'Winset explores stated assumptions; it predicts nothing and takes no side. Figures are exact unless a word says ' +
  'that they are a bound or an estimate. Points run from 0 to 100 unless a party has a score sheet of its own.';

function palette(
  scene: Scene,
  layer: { readonly typed: string; readonly cursor: number },
  area: Area,
): readonly Line[] {
  const { glyphs } = scene.context;
  const entries = found(scene, layer.typed);
  const { height } = inside(area);
  const window = windowOf(entries.length, layer.cursor, height - 2);
  const rows = entries.slice(window.start, window.end).map(({ offer, unavailable }, k) => {
    const isHere = window.start + k === layer.cursor;
    const tone = isHere ? 'cursor' : unavailable === null ? 'plain' : 'dim';
    const keys = keysText(offer.keys, glyphs);
    return line(
      span(isHere ? ` ${glyphs.cursor} ` : '   ', tone),
      span(keys.padEnd(14), unavailable === null ? 'accent' : 'dim'),
      span(offer.label, tone),
      span(unavailable === null ? '' : `   ${unavailable}`, 'dim'),
    );
  });
  const typed = line(span(' : ', 'strong'), span(safe(layer.typed)), span('█', 'accent'));
  const body = [typed, line(''), ...rows];
  return box({
    ...area,
    title: 'Commands',
    right: moreText(window, entries.length, glyphs),
    focused: true,
    body,
    glyphs,
  });
}
