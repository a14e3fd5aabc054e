/** From the call to the first frame and the first verdict: the built program in a terminal of its own. */
import { newFolder, runProgram, WIDE } from '../tests/tui/interface/program.ts';
import { summarise } from './measure.ts';
import { spread, table } from './report.ts';
import type { Section } from './report.ts';

const SCENARIOS = ['ukraine-2025', 'ukraine-2025-short', 'lease'];
const RUNS = 5;
const VERDICT = /NO DEAL|DEAL POSSIBLE/u;

interface Started {
  readonly frame: number;
  readonly verdict: number;
  /** The screen with everything that is answered at once. */
  readonly answer: number;
}

export async function startSection(root: string): Promise<Section> {
  const rows: string[][] = [];
  for (const scenario of SCENARIOS) {
    const runs: Started[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await start(root, scenario));
    const of = (take: (one: Started) => number): string => spread(summarise(runs.map(take)));
    rows.push([scenario, of(({ frame }) => frame), of(({ verdict }) => verdict), of(({ answer }) => answer)]);
  }
  return {
    title: 'From the call to the first frame',
    blocks: [
      `The built program in a pseudo-terminal of ${WIDE.columns} by ${WIDE.rows}, from starting Node: the first frame, ` +
        'which names what is read; the first verdict; the deals or ways out. Medians, and the fastest to slowest run.',
      table(['', 'frame', 'verdict', 'answer'], rows),
      'Aim: the frame within 400 ms, the verdict within a second.',
    ],
  };
}

async function start(root: string, scenario: string): Promise<Started> {
  const folder = newFolder();
  const started = performance.now();
  const program = runProgram({
    command: [process.execPath, `${root}dist/bin/winset.js`, 'open', scenario],
    folder: folder.path,
  });
  const until = async (wanted: RegExp): Promise<number> => {
    await program.see(wanted);
    return performance.now() - started;
  };
  try {
    const frame = await until(/Reading/u);
    const verdict = await until(VERDICT);
    return { frame, verdict, answer: await until(/─ Answer ─/u) };
  } finally {
    program.kill('SIGKILL');
    await program.ended;
    folder.remove();
  }
}
