/** The keys that matter now; help and quit are always among them. */
import type { Line } from '../draw/line.ts';
import { line, lineWidth, span } from '../draw/line.ts';
import { GLOBAL_COMMANDS } from '../model/global-commands.ts';
import type { Scene } from '../model/global-commands.ts';
import type { Layer } from '../model/layer.ts';
import { screenOf } from '../model/model.ts';
import type { Hint } from '../model/screen.ts';
import { shownKey } from './shown-key.ts';

interface ShownHint {
  readonly key: string;
  readonly text: string;
  readonly order: number;
  readonly possible: boolean;
}

/** Hints that never give way to others. */
const ALWAYS = 98;

/** As many hints as fit in the width. */
export function footer(scene: Scene, width: number): Line {
  const { layer } = scene.model;
  const hints = layer === null ? hintsOf(scene) : layerHints(layer);
  let kept = hints;
  while (lineWidth(drawn(kept)) > width) {
    const last = kept.filter(({ order }) => order < ALWAYS).at(-1);
    if (last === undefined) break;
    kept = kept.filter((hint) => hint !== last);
  }
  return drawn(kept);
}

function hintsOf(scene: Scene): readonly ShownHint[] {
  const { glyphs } = scene.context;
  const shown = ({ text, order, keys: own }: Hint, keys: readonly string[], possible: boolean): ShownHint => {
    const key = (own ?? keys.slice(0, 1)).map((name) => shownKey(name, glyphs)).join('');
    return { key, text, order, possible };
  };
  const own = screenOf(scene.model)
    .offers(scene.context)
    .flatMap(({ hint, keys, unavailable }) => (hint === null ? [] : [shown(hint, keys, unavailable === null)]));
  const global = GLOBAL_COMMANDS.flatMap(({ hint, keys, unavailable }) =>
    hint === undefined ? [] : [shown(hint, keys, (unavailable?.(scene) ?? null) === null)],
  );
  return [...own, ...global].sort((a, b) => a.order - b.order);
}

function layerHints(layer: Layer): readonly ShownHint[] {
  const hint = (key: string, text: string): ShownHint => ({ key, text, order: ALWAYS, possible: true });
  switch (layer.kind) {
    case 'help':
    case 'text':
      return [hint('↑↓', 'scroll'), hint('esc', 'close')];
    case 'palette':
      return [hint('↑↓', 'choose'), hint('enter', 'run'), hint('esc', 'close')];
    case 'prompt':
      return [hint('enter', 'take'), hint('←→', 'move'), hint('ctrl+u', 'empty'), hint('esc', 'leave as it was')];
    case 'choice':
      return [...layer.answers.map(({ key, label }) => hint(key, label)), hint('esc', 'cancel')];
  }
}

function drawn(hints: readonly ShownHint[]): Line {
  return line(
    ' ',
    ...hints.flatMap(({ key, text, possible }) => [
      span(key, possible ? 'accent' : 'dim'),
      span(` ${text}  `, possible ? 'plain' : 'dim'),
    ]),
  );
}
