import { join } from 'node:path';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { builtProgram } from '../program.ts';
import { runs } from '../runs.ts';
import type * as widths from './widths.ts';

/** Signs that are measured in each of the ways there are, and what joins them. */
const SIGNS = [
  'a',
  '1',
  ' ',
  'é',
  'e\u0301',
  '─',
  '×',
  '漢',
  'ｱﾞ',
  '한',
  '\u1100\u1161',
  '\u1100',
  'नि',
  '😀',
  '👨‍👩‍👧',
  '🇫🇷',
  '1️⃣',
  '1\u20E3',
  '❤',
  '❤️',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '\u200D',
  '\uFE0F',
  '\uD800',
  '\u001B[1m',
  '\u0007',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...SIGNS)).map((signs) => signs.join('')),
  fc.string({ unit: 'binary' }),
  fc.string(),
);

it('are those of the package, however late it makes ready', async () => {
  const built: typeof widths = await import(join(builtProgram(), 'widths.js'));
  fc.assert(
    fc.property(text, (of) => {
      expect(built.stringWidth(of)).toBe(stringWidth(of));
    }),
    { numRuns: runs(20_000) },
  );
});
