/** Keys while something lies on top of the screen. */
import type { Key } from '../terminal/keys.ts';
import { keyName } from '../terminal/keys.ts';
import { LINE_STEPS, typedAfter, typingAfter } from '../terminal/typing.ts';
import type { Scene } from './global-commands.ts';
import type { Choice, Layer } from './layer.ts';
import { SCREEN_NAMES, screenKeys } from './screen.ts';
import type { Model } from './model.ts';
import { found, runEntry } from './palette.ts';
import type { Turn } from './turn.ts';
import { follow, say, turn } from './turn.ts';

const SCREEN_KEYS = SCREEN_NAMES.flatMap((_, k) => screenKeys(k));

type LayerOf<K extends Layer['kind']> = Extract<Layer, { readonly kind: K }>;

/**
 * Whether the key does on top of everything what the tabs and the footer show: what lies on top is then left as by
 * escape. Where a text is typed, signs belong to it, and the function keys open screens.
 */
export function passesThrough(layer: Layer, name: string): boolean {
  const isTyped = takesText(layer);
  if (name === 'ctrl+p') return layer.kind !== 'palette';
  if (name === 'tab' || name === 'shift+tab') return layer.kind === 'prompt';
  if (layer.kind === 'choice' && layer.answers.some(({ key }) => key === name)) return false;
  return SCREEN_KEYS.some((key) => key === name && !(isTyped && key.length === 1));
}

/** Whether letters and digits are typed into it. */
export function takesText({ kind }: Layer): boolean {
  return kind === 'prompt' || kind === 'palette';
}

export function pressLayer(scene: Scene, layer: Layer, key: Key): Turn {
  const name = keyName(key);
  return name === 'ctrl+c' ? interrupted(scene, layer, key) : pressNamed(scene, layer, key, name);
}

/** What escape does. */
export function leaveLayer(scene: Scene, layer: Layer, key: Key): Turn {
  return pressNamed(scene, layer, key, 'escape');
}

function pressNamed(scene: Scene, layer: Layer, key: Key, name: string): Turn {
  switch (layer.kind) {
    case 'help':
    case 'text':
      return turn(scroll(scene.model, layer, name));
    case 'palette':
      return pressPalette(scene, layer, key, name);
    case 'prompt':
      return pressPrompt(scene, layer, key, name);
    case 'choice':
      return pressChoice(scene.model, layer, name);
  }
}

/** Ctrl-c leaves what lies on top as escape does; where it asked about leaving, it leaves. */
function interrupted(scene: Scene, layer: Layer, key: Key): Turn {
  if (layer.kind === 'prompt') return leaveLayer(scene, layer, key);
  const leaves = layer.kind === 'choice' && layer.isLeaving;
  return turn(closed(scene.model), ...(leaves ? [{ kind: 'quit', reports: 'drop' } as const] : []));
}

function closed(model: Model): Model {
  return { ...model, layer: null };
}

/** Lines moved by one key; the view stops at the last page. */
const STEPS: Readonly<Record<string, number>> = {
  ...LINE_STEPS,
  space: 10,
  g: -Infinity,
};

function scroll(model: Model, layer: LayerOf<'help' | 'text'>, name: string): Model {
  const step = STEPS[name];
  if (step === undefined) return closed(model);
  return { ...model, layer: { ...layer, top: Math.max(0, layer.top + step) } };
}

function pressPalette(scene: Scene, layer: LayerOf<'palette'>, key: Key, name: string): Turn {
  const { model } = scene;
  const set = (changed: Partial<LayerOf<'palette'>>): Turn => turn({ ...model, layer: { ...layer, ...changed } });
  const entries = found(scene, layer.typed);
  if (name === 'escape') return turn(closed(model));
  if (name === 'down' || name === 'tab') return set({ cursor: Math.min(entries.length - 1, layer.cursor + 1) });
  if (name === 'up') return set({ cursor: Math.max(0, layer.cursor - 1) });
  if (name === 'enter') {
    const entry = entries[layer.cursor];
    return entry === undefined ? turn(model) : runEntry({ ...scene, model: closed(model) }, entry);
  }
  const typed = typedAfter(layer.typed, key);
  return typed === null ? turn(model) : set({ typed, cursor: 0 });
}

function pressPrompt(scene: Scene, layer: LayerOf<'prompt'>, key: Key, name: string): Turn {
  const { model, context, subjectOf } = scene;
  const { prompt, typed } = layer;
  const open = closed(model);
  if ('request' in prompt) {
    if (name === 'escape') return turn(open);
    if (name === 'enter') {
      const path = typed.trim();
      return path === ''
        ? turn({ ...model, layer: { ...layer, message: 'Type the name of a file.' } })
        : turn(open, prompt.request(path));
    }
    const next = typingAfter(layer, key);
    return turn(next === null ? model : { ...model, layer: { ...layer, ...next, message: '' } });
  }
  if (name === 'escape') return follow(open, prompt.onCancel(), context, subjectOf);
  if (name === 'enter') {
    const done = prompt.onDone(typed);
    if ('message' in done) return turn({ ...model, layer: { ...layer, message: done.message } });
    return follow(open, done, context, subjectOf);
  }
  const next = typingAfter(layer, key);
  if (next === null) return turn(model);
  if (next.typed === typed) return turn({ ...model, layer: { ...layer, ...next } });
  const changed = follow(open, prompt.onChange(next.typed), context, subjectOf);
  return { ...changed, model: { ...changed.model, layer: { ...layer, ...next, message: '' } } };
}

function pressChoice(model: Model, { answers }: LayerOf<'choice'>, name: string): Turn {
  const answer: Choice | undefined = answers.find(({ key }) => key === name);
  if (answer !== undefined)
    return answer.leads.kind === 'layer'
      ? turn({ ...model, layer: answer.leads.layer })
      : turn(closed(model), answer.leads.request);
  return turn(name === 'escape' ? say(closed(model), '') : model);
}
