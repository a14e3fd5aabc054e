/** Keys as the interface names them: 'a', '?', 'up', 'shift+left', 'ctrl+p', 'space'. */

export const NAMED_KEYS = [
  'up',
  'down',
  'left',
  'right',
  'home',
  'end',
  'pageup',
  'pagedown',
  'insert',
  'delete',
  'backspace',
  'tab',
  'enter',
  'escape',
  'f1',
  'f2',
  'f3',
  'f4',
  'f5',
  'f6',
  'f7',
  'f8',
  'f9',
  'f10',
  'f11',
  'f12',
] as const;

export type NamedKey = (typeof NAMED_KEYS)[number];

export interface Modifiers {
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export interface NamedKeyEvent extends Modifiers {
  readonly name: NamedKey;
}

/** One character (code point). Shift is in the character itself: 'A', never shift and 'a'. */
export interface CharKeyEvent extends Modifiers {
  readonly name: 'char';
  readonly char: string;
}

/** Text that was pasted, as one event, so that it is never taken for commands. */
export interface PasteEvent extends Modifiers {
  readonly name: 'paste';
  readonly text: string;
}

export type Key = NamedKeyEvent | CharKeyEvent | PasteEvent;

export const NO_MODIFIERS: Modifiers = { ctrl: false, shift: false, alt: false };

export function charKey(char: string, modifiers: Partial<Modifiers> = {}): CharKeyEvent {
  return { name: 'char', char, ...NO_MODIFIERS, ...modifiers };
}

export function namedKey(name: NamedKey, modifiers: Partial<Modifiers> = {}): NamedKeyEvent {
  return { name, ...NO_MODIFIERS, ...modifiers };
}

/** The name used in tables of keys; modifiers in the order ctrl, alt, shift. */
export function keyName(key: Key): string {
  const base = key.name === 'char' ? (key.char === ' ' ? 'space' : key.char) : key.name;
  return `${key.ctrl ? 'ctrl+' : ''}${key.alt ? 'alt+' : ''}${key.shift ? 'shift+' : ''}${base}`;
}

const NAME = /^(ctrl\+)?(alt\+)?(shift\+)?(.+)$/su;

/** The key of a name: `keyName(keyOf(name)) === name`. @throws Error for a name that `keyName` never gives */
export function keyOf(name: string): Key {
  const [, ctrl, alt, shift, base = ''] = NAME.exec(name) ?? [];
  const modifiers = { ctrl: ctrl !== undefined, alt: alt !== undefined, shift: shift !== undefined };
  const known = NAMED_KEYS.find((key) => key === base);
  if (known !== undefined) return namedKey(known, modifiers);
  const char = base === 'space' ? ' ' : base;
  if (Array.from(char).length !== 1 || modifiers.shift) throw new Error(`no key is named '${name}'`);
  return charKey(char, modifiers);
}
