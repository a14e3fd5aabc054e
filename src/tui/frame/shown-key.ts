/** Keys as a person reads them: arrows as signs, where the terminal has them. */
import type { Glyphs } from '../draw/glyphs.ts';

export function shownKey(name: string, glyphs: Glyphs): string {
  const arrows: Readonly<Record<string, string>> = {
    up: glyphs.up,
    down: glyphs.down,
    left: glyphs.left,
    right: glyphs.right,
    escape: 'esc',
  };
  const parts = name.split(/(?<=.)\+/);
  return parts.map((part) => arrows[part] ?? part).join('+');
}
