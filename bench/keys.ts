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
  const pressed: Pressed[] = [];
  for (let k = 0; k < count; k++) {
    if (k > 0 && k % KEYS_PER_WEIGHT === 0) {
      program.type(DOWN);
      await rest(pause);
    }
    pressed.push(await press(program));
    await rest(pause);
  }
  return pressed;
}

async function press(program: Program): Promise<Pressed> {
  const from = program.raw().length;
  const started = performance.now();
  program.type(RIGHT);
  const first = await program.see((shown) => program.raw().length > from && !isAnswered(shown));
  const repaint = program.heard() - started;
  if (!/-> \S+/u.test(first)) throw new Error(`the key changed nothing:\n${first}`);
  await program.see(isAnswered);
  return { repaint, answer: program.heard() - started, bytes: program.raw().length - from };
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
