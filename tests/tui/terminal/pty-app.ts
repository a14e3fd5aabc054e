/** A small full-screen program to be run in a terminal by the tests: shows its process and the last key. */
import { writeFileSync } from 'node:fs';
import { prepareColors } from '../../../src/cli/terminal.ts';
import { box } from '../../../src/tui/draw/box.ts';
import { UNICODE } from '../../../src/tui/draw/glyphs.ts';
import { line, span } from '../../../src/tui/draw/line.ts';
import { keyName } from '../../../src/tui/terminal/keys.ts';
import { enterTerminal } from '../../../src/tui/terminal/lifecycle.ts';
import { mountFrames } from '../../../src/tui/terminal/mount.tsx';

const [kept = ''] = process.argv.slice(2);

prepareColors();
let last = 'none';
let draw = (): void => {};

const terminal = enterTerminal({
  stdin: process.stdin,
  stdout: process.stdout,
  onKey: (key) => {
    last = keyName(key);
    draw();
    if (last === 't') {
      setTimeout(() => {
        throw new Error('thrown in a timer');
      }, 1);
    }
    if (last === 'r') void Promise.reject(new Error('rejected by nobody'));
    if (last === 'x') process.exit(5);
    if (last === 'q') {
      frames.unmount();
      terminal.leave();
      terminal.leave();
    }
  },
  onResize: () => draw(),
  onLeave: () => process.stdout.write('left once\r\n'),
  beforeDeath: () => {
    writeFileSync(kept, 'unsaved work');
    return `kept ${kept.length > 0 ? 'the work' : ''}`;
  },
});
const frames = await mountFrames(terminal);
draw = () => {
  const { columns, rows } = terminal.size();
  const body = [line(`process ${process.pid}`), line(span(`key ${last}`, 'bad')), line(`size ${columns}x${rows}`)];
  frames.draw(box({ title: 'Test', width: columns, height: rows, focused: true, body, glyphs: UNICODE }));
};
draw();
