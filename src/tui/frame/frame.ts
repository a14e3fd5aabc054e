/** The whole picture: header and tabs, the screen or what lies on top of it, status line and footer. */
import { columns, wrap } from '../../report/text/width.ts';
import { dayOf } from '../../report/view/header.ts';
import { listed, partyShort } from '../../report/view/words.ts';
import { block, ends } from '../draw/box.ts';
import { shown } from '../draw/glyphs.ts';
import type { Line } from '../draw/line.ts';
import { fit, line, lineWidth, safe, span } from '../draw/line.ts';
import { changeWords } from '../model/change.ts';
import type { Scene } from '../model/global-commands.ts';
import { isUnsaved, momentOf, screenOf } from '../model/model.ts';
import type { Area, ScreenName } from '../model/screen.ts';
import { takesText } from '../model/layers.ts';
import { SCREEN_NAMES, screenKeys } from '../model/screen.ts';
import type { Typing } from '../terminal/typing.ts';
import { footer } from './footer.ts';
import { layerBody } from './layer-body.ts';
import { verdictWord } from './verdict-word.ts';

const LEAST: Area = { width: 60, height: 16 };
/** Header, tabs, status line and footer. */
const ROWS_AROUND = 4;

/** Exactly the size of the terminal. */
export function frame(scene: Scene, size: Area): readonly Line[] {
  const { glyphs } = scene.context;
  if (size.width < LEAST.width || size.height < LEAST.height) return tooSmall(size);
  const standing = standpoint(scene);
  const wrong = messageRows(scene, size.width);
  const rows = ROWS_AROUND + standing.length + wrong.length;
  const area = { width: size.width, height: size.height - rows };
  const body = layerBody(scene, area) ?? screenOf(scene.model).view(scene.context, area);
  const above = [header(scene, size.width), tabs(scene, size.width), ...standing];
  const below = [...wrong, status(scene, size.width), footer(scene, size.width)];
  return shown(block([...above, ...block(body, area), ...below], size), glyphs);
}

/** Whose positions of which day these are, and what is supposed beyond them; no row where neither is to be said. */
function standpoint({ context: { now } }: Scene): readonly Line[] {
  const { scenario, asIf } = now;
  const day = dayOf(scenario);
  if (day === null && asIf === undefined) return [];
  const names = listed(scenario.parties.map((_, party) => safe(partyShort(scenario, party))));
  return [
    line(
      ...(day === null ? [] : [span(` Positions of ${names}, ${safe(day)}`, 'dim')]),
      ...(asIf === undefined ? [] : [span(`  as if ${safe(asIf.words)}`, 'warn')]),
    ),
  ];
}

function tooSmall(size: Area): readonly Line[] {
  const text = `winset needs ${LEAST.width} columns and ${LEAST.height} rows; here are ${size.width} and ${size.height}.`;
  const rows = wrap(text, Math.max(1, size.width)).map((row) => line(span(row, 'strong')));
  return block(rows, size);
}

function header({ model, context }: Scene, width: number): Line {
  const { scenario } = context.now;
  const mark = isUnsaved(model) ? ' *' : '';
  const stage = scenario.stage === null ? '' : ` at ${safe(scenario.stage)}`;
  const left = line(
    span(' winset ', 'title'),
    span(` ${safe(scenario.title)}${mark}`, 'strong'),
    span(`${stage}  ${context.glyphs.cursor} ${screenOf(model).title}`),
  );
  const right = line(...verdictWord(context), ' ');
  return lineWidth(left) + lineWidth(right) + 2 > width
    ? [...fit(left, Math.max(0, width - lineWidth(right) - 1)), span(' '), ...right]
    : ends(left, right, width);
}

/** By the key that opens each; where digits are numbers, the function keys do. */
function tabs({ model, context }: Scene, width: number): Line {
  const isTyped =
    (model.layer !== null && takesText(model.layer)) ||
    screenOf(model)
      .offers(context)
      .some(({ keys }) => keys.includes('1'));
  const named = (textOf: (name: ScreenName) => string): Line =>
    SCREEN_NAMES.map((name, k) => {
      const [sign] = screenKeys(k);
      const label = `${isTyped ? `F${k + 1}` : sign} ${textOf(name)}`.trimEnd();
      return name === model.current ? span(`[${label}]`, 'title') : span(` ${label} `);
    });
  const long = named((name) => model.screens[name].title);
  const short = named((name) => model.screens[name].short);
  if (lineWidth(short) > width) return named((name) => (name === model.current ? model.screens[name].short : ''));
  return lineWidth(long) <= width ? long : short;
}

const MOST_MESSAGE_ROWS = 3;

/** What is wrong with the text that was typed. */
function messageRows({ model: { layer } }: Scene, width: number): readonly Line[] {
  if (layer?.kind !== 'prompt' || layer.message === '') return [];
  const rows = wrap(safe(`! ${layer.message}`), Math.max(1, width - 2));
  return rows.slice(0, MOST_MESSAGE_ROWS).map((row) => line(span(` ${row}`, 'bad')));
}

/** Characters that are shown behind the cursor in any case. */
const MOST_AFTER = 8;

/** As much of the text as fits, with the cursor in it. */
function typedLine(label: string, { typed, at }: Typing, width: number): Line {
  const head = span(` ${safe(label)}: `, 'strong');
  const characters = Array.from(typed);
  const shownAfter = Math.min(MOST_AFTER, characters.length - at);
  const room = width - lineWidth([head]) - 3 - shownAfter;
  let start = at;
  for (let taken = 0; start > 0 && taken < room; start--) taken += columns(characters[start - 1]!);
  const before = characters.slice(start, at).join('');
  return line(head, span(start > 0 ? `…${before}` : before), span('█', 'accent'), characters.slice(at).join(''));
}

function status(scene: Scene, width: number): Line {
  const { model, context } = scene;
  const { layer } = model;
  if (layer?.kind === 'prompt') return typedLine(layer.prompt.label, layer, width);
  if (layer?.kind === 'choice') return line(span(` ${safe(layer.text)}:`, 'strong'));
  const { kind, text } = model.status;
  if (kind === 'warn') return line(span(` ! ${safe(text)}`, 'warn'));
  const now = momentOf(context);
  const change = kind === 'change' && model.before !== null && now !== null ? changeWords(model.before, now) : [];
  const [first] = change;
  return line(
    span(` ${safe(text)}`),
    ...(first === undefined ? [] : [span(`  ${context.glyphs.dot}  `, 'dim'), safe(change.slice(0, 2).join('; '))]),
  );
}
