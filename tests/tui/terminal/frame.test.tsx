import fc from 'fast-check';
import { cleanup, render } from 'ink-testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { block, box } from '../../../src/tui/draw/box.ts';
import { UNICODE } from '../../../src/tui/draw/glyphs.ts';
import { line, plainText } from '../../../src/tui/draw/line.ts';
import { stripVTControlCharacters } from 'node:util';
import { Frame } from '../../../src/tui/terminal/frame.tsx';
import { mountFrames } from '../../../src/tui/terminal/mount.tsx';
import { spoken } from '../../../src/tui/terminal/spoken.ts';
import { anyBody } from '../draw/support.ts';
import { runs } from '../../runs.ts';

afterEach(cleanup);

describe('Frame', () => {
  it('is the text of its lines, whatever they hold', () => {
    fc.assert(
      fc.property(anyBody, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 2, max: 8 }), (lines, columns, rows) => {
        const { lastFrame, unmount } = render(<Frame lines={lines} columns={columns} rows={rows} />);
        const expected = block(lines, { width: columns, height: rows }).map((of) => plainText(of).trimEnd());
        const text = stripVTControlCharacters(lastFrame() ?? '');
        expect(text.split('\n').map((row) => row.trimEnd())).toEqual(expected);
        unmount();
      }),
      { numRuns: runs(300) },
    );
  });

  it('says its words to a screen reader', () => {
    const size = { width: 20, height: 3 };
    const lines = box({ ...size, title: 'Deal', focused: true, body: [line('Dam  ███░ 62.3')], glyphs: UNICODE });
    expect(spoken(lines)).toBe('› Deal\nDam  62.3');
  });
});

describe('mountFrames', () => {
  it('hands whole frames of the present size to the screen, and none after the end', async () => {
    const drawn: string[] = [];
    const size = { columns: 10, rows: 2 };
    const screen = { draw: (frame: string) => drawn.push(frame), forget: () => {}, repaint: () => {}, close: () => {} };
    const frames = await mountFrames({ screen, size: () => ({ ...size }) });
    frames.draw([line('one'), line('two')]);
    Object.assign(size, { columns: 4, rows: 3 });
    frames.draw([line('longer'), line('漢字漢字'), line('end')]);
    expect(drawn).toEqual(['one\ntwo', 'lon…\n漢…\nend']);
    frames.unmount();
    frames.draw([line('late')]);
    frames.unmount();
    expect(drawn).toHaveLength(2);
  });
});
