/** From a key to the finished frame: the built program in a terminal of its own, on the scenario people come for. */
import { newFolder, runProgram, WIDE } from '../tests/tui/interface/program.ts';
import type { Program } from '../tests/tui/interface/program.ts';
import { quantile } from './measure.ts';
import { grouped, table, time } from './report.ts';
import type { Section } from './report.ts';

const WORDS = ['open', 'ukraine-2025', '--without', 'russia.all-donbas'];
const KEYS = 200;
const KEYS_PER_WEIGHT = 5;
const RIGHT = '\u001b[C';
const DOWN = '\u001b[B';

/** Milliseconds between an answer and the next key. */
const STEADY = 50;
const SLOW = 600;

interface Pressed {
  /** Milliseconds from the key to the end of the first frame. */
  readonly repaint: number;
  /** To the frame with the verdict, the six deals and the slack of the new numbers. */
  readonly answer: number;
  /** Bytes to the terminal up to then. */
  readonly bytes: number;
}

export async function keysSection(root: string): Promise<Section> {
  const rows = [
    await measured(root, 'steadily', STEADY, KEYS),
    await measured(root, 'while the zone is counted', SLOW, KEYS / 4),
  ];
  return {
    title: 'From a key to the frame',
    blocks: [
      `The built program in a pseudo-terminal of ${WIDE.columns} by ${WIDE.rows}, ukraine-2025 without russia.all-donbas, ` +
        `weights turned up on the weights screen, ${KEYS_PER_WEIGHT} keys each. Times run from writing the key to the ` +
        'terminal until the last byte of a frame has come back: the first repaint, and the frame whose verdict, six ' +
        `deals and slack are those of the new numbers, proven. The next key comes ${STEADY} ms later, before anything ` +
        `else is begun, or ${SLOW} ms later, when other threads count the zone of the numbers before. Medians, the fastest ` +
        'key, and the time within which 95 % came.',
      table(
        ['keys', 'pressed', 'repaint', 'fastest', '95 % within', 'answer', 'fastest', '95 % within', 'bytes'],
        rows,
      ),
      'Aim: the answer within 50 ms (median).',
    ],
  };
}

async function measured(root: string, label: string, pause: number, count: number): Promise<string[]> {
  const folder = newFolder();
  const program = runProgram({
    command: [process.execPath, `${root}dist/bin/winset.js`, ...WORDS],
    folder: folder.path,
  });
  try {
    const pressed = await pressAll(program, pause, count);
    const of = (take: (one: Pressed) => number, part: number): number => quantile(pressed.map(take), part);
    return [
      label,
      grouped(pressed.length),
      time(of(({ repaint }) => repaint, 0.5)),
      time(of(({ repaint }) => repaint, 0)),
      time(of(({ repaint }) => repaint, 0.95)),
      time(of(({ answer }) => answer, 0.5)),
      time(of(({ answer }) => answer, 0)),
      time(of(({ answer }) => answer, 0.95)),
      grouped(Math.round(of(({ bytes }) => bytes, 0.5))),
    ];
  } finally {
    program.kill('SIGKILL');
    await program.ended;
    folder.remove();
  }
}

async function pressAll(program: Program, pause: number, count: number): Promise<readonly Pressed[]> {
  await program.see('DEAL POSSIBLE');
  program.type('2');
  await program.see(isAnswered);
  const all: Pressed[] = [];
  for (let k = 0; k < count; k++) {
    if (k > 0 && k % KEYS_PER_WEIGHT === 0) {
      await press(program, DOWN);
      await rest(pause);
    }
    all.push(await turned(program));
    await rest(pause);
  }
  return all;
}

async function turned(program: Program): Promise<Pressed> {
  const from = program.raw().length;
  const started = performance.now();
  await press(program, RIGHT);
  const repaint = program.heard() - started;
  await program.see(isAnswered);
  return { repaint, answer: program.heard() - started, bytes: program.raw().length - from };
}

/** Until the number under the cursor is another; where the answer comes with that frame, both are seen at once. */
async function press(program: Program, key: string): Promise<void> {
  const before = numberOn(program.shown());
  program.type(key);
  await program.see((shown) => numberOn(shown) !== before);
}

/** "Weight of Force cap ── now 4, file 3;": the border of its pane. */
function numberOn(shown: string): string | undefined {
  return /^.* now [^;]*;/mu.exec(shown)?.[0];
}

/** The border of the answer has the slack of the present numbers, and a word about the computation until then. */
function isAnswered(shown: string): boolean {
  return /╭─ Answer ─+ uniform slack /u.test(shown);
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
