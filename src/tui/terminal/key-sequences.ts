/**
 * What terminals send for a key: control characters, and the control sequences of ECMA-48 as xterm uses them, with the
 * `CSI u` form of newer terminals. A sequence that is not known here is no key.
 */
import { charKey, type Key, type Modifiers, namedKey, type NamedKey, NO_MODIFIERS } from './keys.ts';

const LETTERS: ReadonlyMap<string, NamedKey> = new Map([
  ['A', 'up'],
  ['B', 'down'],
  ['C', 'right'],
  ['D', 'left'],
  ['H', 'home'],
  ['F', 'end'],
  ['P', 'f1'],
  ['Q', 'f2'],
  ['R', 'f3'],
  ['S', 'f4'],
]);

const NUMBERS: ReadonlyMap<number, NamedKey> = new Map([
  [1, 'home'],
  [2, 'insert'],
  [3, 'delete'],
  [4, 'end'],
  [5, 'pageup'],
  [6, 'pagedown'],
  [7, 'home'],
  [8, 'end'],
  [11, 'f1'],
  [12, 'f2'],
  [13, 'f3'],
  [14, 'f4'],
  [15, 'f5'],
  [17, 'f6'],
  [18, 'f7'],
  [19, 'f8'],
  [20, 'f9'],
  [21, 'f10'],
  [23, 'f11'],
  [24, 'f12'],
]);

const CODES: ReadonlyMap<number, NamedKey> = new Map([
  [8, 'backspace'],
  [9, 'tab'],
  [10, 'enter'],
  [13, 'enter'],
  [27, 'escape'],
  [127, 'backspace'],
]);

/** The key of a single character as it comes from the keyboard; none for what no key sends. */
export function keyOfCharacter(char: string, alt = false): Key | undefined {
  const code = char.codePointAt(0) ?? 0;
  const named = CODES.get(code);
  if (named !== undefined) return namedKey(named, { alt });
  if (code === 0) return charKey(' ', { ctrl: true, alt });
  if (code < 0x20) return charKey(String.fromCodePoint(code + 0x40).toLowerCase(), { ctrl: true, alt });
  return /[\p{Cc}\uFEFF\uFFFD]/u.test(char) ? undefined : charKey(char, { alt });
}

/** The key of `ESC O final`, where a keypad may put a modifier before the final character. */
export function keyOfSs3(parameters: string, final: string): Key | undefined {
  const name = LETTERS.get(final);
  if (final === 'M') return namedKey('enter');
  return name && namedKey(name, modifiersOf(parameters === '' ? 1 : Number(parameters)));
}

/** The key of `ESC [ parameters final`; none for reports, mouse events, releases of a key and what is not known. */
export function keyOfCsi(parameters: string, final: string): Key | undefined {
  if (!/^[\d;:]*$/u.test(parameters)) return undefined;
  const [first = [], second = [], third = []] = parameters.split(';').map((part) => part.split(':').map(Number));
  const [code = 0, shifted = 0] = first;
  const [pressed = 0, event = 1] = second;
  if (event === RELEASED) return undefined;
  const modifiers = modifiersOf(pressed === 0 ? 1 : pressed);
  if (final === 'Z') return namedKey('tab', { ...modifiers, shift: true });
  if (final === 'u') return keyOfCode(code, shifted, modifiers);
  if (final === '~' && code === 27) return keyOfCode(third[0] ?? 0, 0, modifiers);
  // `row;column R` is a report of the cursor, unless it starts like a key.
  if (final === 'R' && code > 1) return undefined;
  const name = final === '~' ? NUMBERS.get(code) : LETTERS.get(final);
  return name && namedKey(name, modifiers);
}

/** F1 to F5 of the Linux console: `ESC [ [ A` to `E`. */
export function keyOfConsole(letter: string): Key | undefined {
  const names = ['f1', 'f2', 'f3', 'f4', 'f5'] as const;
  const name = names['ABCDE'.indexOf(letter)];
  return name && namedKey(name);
}

const RELEASED = 3;

/** Functional keys of the keyboard protocol that have no character stand in this private area. */
const PRIVATE = /[\p{Cc}\p{Co}\p{Cs}]/u;

function keyOfCode(code: number, shifted: number, modifiers: Modifiers): Key | undefined {
  const named = CODES.get(code);
  if (named !== undefined) return namedKey(named, modifiers);
  if (!Number.isInteger(code) || code <= 0 || code > 0x10ffff) return undefined;
  const plain = String.fromCodePoint(code);
  if (PRIVATE.test(plain)) return undefined;
  const upper = shifted > 0 && shifted <= 0x10ffff ? String.fromCodePoint(shifted) : oneUpper(plain);
  return charKey(modifiers.shift ? upper : plain, { ...modifiers, shift: false });
}

function oneUpper(char: string): string {
  const upper = char.toUpperCase();
  return Array.from(upper).length === 1 ? upper : char;
}

/** Modifiers are sent as 1 plus bits: 1 shift, 2 alt, 4 ctrl, 32 meta. */
function modifiersOf(sent: number): Modifiers {
  if (!Number.isInteger(sent) || sent < 1) return NO_MODIFIERS;
  const bits = sent - 1;
  return { shift: (bits & 1) !== 0, alt: (bits & 34) !== 0, ctrl: (bits & 4) !== 0 };
}
