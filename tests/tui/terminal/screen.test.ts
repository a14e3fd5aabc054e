import chalk from 'chalk';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { block } from '../../../src/tui/draw/box.ts';
import { type Line, span } from '../../../src/tui/draw/line.ts';
import { paint } from '../../../src/tui/draw/paint.ts';
import { createScreen, type Screen, type ScreenOutput } from '../../../src/tui/terminal/screen.ts';
import { anyLine } from '../draw/support.ts';
import { cellsIn, type Glass, glassOf, settled, textOf } from './glass.ts';
import { runs } from '../../runs.ts';

const level = chalk.level;
beforeAll(() => {
  chalk.level = 1;
});
afterAll(() => {
  chalk.level = level;
});

/** Standard output in front of a glass. */
class Output implements ScreenOutput {
  readonly glass: Glass;
  readonly written: string[] = [];
  writableNeedDrain = false;
  #drained: () => void = () => {};

  constructor(glass: Glass) {
    this.glass = glass;
    // The interface turns wrapping off when it takes the terminal over.
    glass.write('\u001b[?7l');
  }

  get columns(): number {
    return this.glass.cols;
  }

  get rows(): number {
    return this.glass.rows;
  }

  write(text: string): void {
    this.written.push(text);
    this.glass.write(text);
  }

  on(_: 'drain', listener: () => void): void {
    this.#drained = listener;
  }

  off(): void {
    this.#drained = () => {};
  }

  drain(): void {
    this.writableNeedDrain = false;
    this.#drained();
  }
}

function opened(columns: number, rows: number): { output: Output; screen: Screen } {
  const output = new Output(glassOf(columns, rows));
  return { output, screen: createScreen(output) };
}

function frameOf(lines: readonly Line[]): string {
  return lines.map(paint).join('\n');
}

/** Text whose width all terminals agree on. */
const agreed = fc
  .array(fc.constantFrom('a', 'B', ' ', '─', '█', '⠿', '…', '漢', '한', 'é', '  '), { maxLength: 20 })
  .map((parts): Line => [span(parts.join(''))]);
const styled = fc
  .array(fc.tuple(agreed, fc.constantFrom('plain', 'cursor', 'bad', 'dim', 'accent')), { maxLength: 4 })
  .map((parts): Line => parts.flatMap(([of, tone]) => of.map(({ text }) => span(text, tone))));
const size = fc.record({ columns: fc.integer({ min: 1, max: 30 }), rows: fc.integer({ min: 1, max: 8 }) });
const pictures = (row: fc.Arbitrary<Line>) =>
  fc.array(fc.record({ lines: fc.array(row, { maxLength: 9 }), resize: fc.option(size, { freq: 3 }) }), {
    minLength: 1,
    maxLength: 6,
  });

describe('screen', () => {
  it('shows the text of the newest frame after any frames and resizes', async () => {
    await fc.assert(
      fc.asyncProperty(size, pictures(styled), async (first, steps) => {
        const { output, screen } = opened(first.columns, first.rows);
        for (const { lines, resize } of steps) {
          if (resize !== null) output.glass.resize(resize.columns, resize.rows);
          const shape = { width: output.columns, height: output.rows };
          const shown = block(lines, shape);
          screen.draw(frameOf(shown));
          await settled(output.glass);
          const texts = shown.map((of) =>
            of
              .map(({ text }) => text)
              .join('')
              .trimEnd(),
          );
          expect(textOf(output.glass).map((text) => text.trimEnd())).toEqual(texts);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('leaves the same cells as a frame drawn on an empty terminal, also for texts whose width is not sure', async () => {
    await fc.assert(
      fc.asyncProperty(pictures(fc.oneof(styled, anyLine)), async (steps) => {
        const { output, screen } = opened(24, 6);
        for (const { lines } of steps) screen.draw(frameOf(lines));
        const fresh = opened(24, 6);
        fresh.screen.draw(frameOf(steps.at(-1)?.lines ?? []));
        await Promise.all([settled(output.glass), settled(fresh.output.glass)]);
        expect(cellsIn(output.glass)).toEqual(cellsIn(fresh.output.glass));
      }),
      { numRuns: runs(300) },
    );
  });

  it('keeps a border in its column behind signs that terminals draw otherwise', async () => {
    const { output, screen } = opened(12, 1);
    for (const sign of ['👨‍👩‍👧', '☁️', '1️⃣', '👍🏽']) {
      screen.draw(`│${sign}${' '.repeat(8)}│`);
      await settled(output.glass);
      const last = output.glass.buffer.active.getLine(0)?.getCell(11)?.getChars();
      expect([sign, last]).toEqual([sign, '│']);
    }
  });

  it('writes little for a change of one row, nothing for none, and clears once', () => {
    const { output, screen } = opened(120, 40);
    const rows = Array.from({ length: 40 }, (_, r) => `│${`row ${r} `.repeat(20).slice(0, 118)}│`);
    screen.draw(rows.join('\n'));
    screen.draw(rows.join('\n'));
    expect(output.written).toHaveLength(1);
    screen.draw(rows.with(20, rows[20]?.replace('row 20', 'ROW 20') ?? '').join('\n'));
    expect(output.written).toHaveLength(2);
    expect(output.written[1]).toBe('\u001b[?2026h\u001b[21;2HROW\u001b[?2026l');
    expect(output.written.join('').split('\u001b[2J')).toHaveLength(2);
    screen.repaint();
    expect(output.written.join('').split('\u001b[2J')).toHaveLength(3);
  });

  it('skips frames while the terminal is behind, and draws the newest when it has caught up', async () => {
    const { output, screen } = opened(10, 1);
    screen.draw('one');
    output.writableNeedDrain = true;
    screen.draw('two');
    screen.draw('three');
    expect(output.written).toHaveLength(1);
    output.drain();
    await settled(output.glass);
    expect(textOf(output.glass)).toEqual(['three']);
    expect(output.written).toHaveLength(2);
    output.drain();
    expect(output.written).toHaveLength(2);
  });

  it('is silent when closed', () => {
    const { output, screen } = opened(10, 1);
    screen.draw('one');
    screen.close();
    screen.draw('two');
    screen.repaint();
    expect(output.written).toHaveLength(1);
  });
});
