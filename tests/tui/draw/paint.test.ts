import { stripVTControlCharacters } from 'node:util';
import chalk from 'chalk';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { plainText, span } from '../../../src/tui/draw/line.ts';
import { paint } from '../../../src/tui/draw/paint.ts';
import { anyLine } from './support.ts';

const level = chalk.level;

describe('paint', () => {
  afterEach(() => {
    chalk.level = level;
  });

  it('is the plain text where colours are off', () => {
    chalk.level = 0;
    fc.assert(
      fc.property(anyLine, (of) => {
        expect(paint(of)).toBe(plainText(of));
      }),
    );
  });

  it('adds codes and changes no text', () => {
    chalk.level = 1;
    fc.assert(
      fc.property(anyLine, (of) => {
        expect(stripVTControlCharacters(paint(of))).toBe(plainText(of));
      }),
    );
  });

  it('takes the sixteen named colours only, and keeps the weight of a tone', () => {
    chalk.level = 3;
    expect(paint([span('x', 'bad')])).toBe('\u001b[1m\u001b[31mx\u001b[39m\u001b[22m');
    expect(paint([span('x', 'cursor', 'blue')])).toBe('\u001b[7m\u001b[34mx\u001b[39m\u001b[27m');
    expect(paint([span('x', 'good', 'grey')])).toBe('\u001b[90mx\u001b[39m');
    expect(paint([span('x', 'plain', '#ff0000')])).toBe('x');
  });
});
