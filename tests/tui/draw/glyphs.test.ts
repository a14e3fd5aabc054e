import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { ASCII, shown, UNICODE } from '../../../src/tui/draw/glyphs.ts';
import { fit, line, plainText } from '../../../src/tui/draw/line.ts';

/** Every text of a set but its name. */
function signs(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(signs) : [];
}

function signsOf({ plot, ...set }: typeof UNICODE): string[] {
  const dots = Array.from({ length: 256 }, (_unused, bits) => plot.dots(bits));
  return [...signs({ ...set, name: undefined }), ...signs(plot), ...dots];
}

describe('glyphs', () => {
  it('take one column each and are no emoji', () => {
    for (const sign of [...signsOf(UNICODE), ...signsOf(ASCII)]) {
      expect([sign, stringWidth(sign)]).toEqual([sign, 1]);
      expect(sign).toMatch(/^[ -~]$|^\P{Extended_Pictographic}$/u);
    }
  });

  it('of the ASCII set are ASCII, and so is what texts bring along', () => {
    expect(signsOf(ASCII).join('')).toMatch(/^[ -~]+$/u);
    const cut = [fit(line('Water share'), 6), line('9.2 × 10^17 · → ')];
    expect(shown(cut, ASCII).map(plainText)).toEqual(['Water~', '9.2 x 10^17 - > ']);
    expect(shown(cut, UNICODE)).toBe(cut);
  });
});
