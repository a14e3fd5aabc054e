/** How a person goes from screen to screen, and waits for answers. */
import { SCREEN_NAMES, screenKeys } from '../../../src/tui/model/screen.ts';
import type { ScreenName } from '../../../src/tui/model/screen.ts';
import type { Program, Wanted } from './program.ts';
import { holds, isAtRest } from './program.ts';

/** The screens by the key that opens them, with a word of their tab that is the same at every width. */
export const TABS: readonly { readonly key: string; readonly name: ScreenName; readonly tab: RegExp }[] = [
  'Over',
  'Weights',
  'Points',
  'Deal',
  'Front',
  'Why',
  'Sens',
  'Stages',
  'Barg',
  '(?:Structure|Make)',
  'Comp',
].map((word, k) => ({
  key: screenKeys(k)[0]!,
  name: SCREEN_NAMES[k]!,
  tab: new RegExp(`\\[(?:F${k + 1}|[${screenKeys(k)[0]}]) ${word}\\w*\\]`, 'u'),
}));

/** F1 to F11, for screens where digits are numbers. */
const FUNCTION_KEYS = ['OP', 'OQ', 'OR', 'OS', '[15~', '[17~', '[18~', '[19~', '[20~', '[21~', '[23~'].map(
  (code) => `\u001b${code}`,
);

/** Opens the screen by its key and waits until its answers are there. */
export async function openScreen(program: Program, key: string): Promise<string> {
  const { tab } = TABS.find((of) => of.key === key)!;
  goTo(program, key);
  return program.see((shown) => tab.test(shown) && isAtRest(shown));
}

/** By the key that stands before the screen's name. */
export function goTo(program: Program, key: string): void {
  const place = TABS.findIndex((of) => of.key === key);
  const isFunctionKey =
    program
      .shown()
      .split('\n')[1]
      ?.includes(`F${place + 1} `) === true;
  program.type(isFunctionKey ? FUNCTION_KEYS[place]! : key);
}

/** Waits until nothing is being computed and the picture has it. */
export function seeAtRest(program: Program, wanted: Wanted): Promise<string> {
  return program.see((shown) => isAtRest(shown) && holds(wanted, shown));
}
