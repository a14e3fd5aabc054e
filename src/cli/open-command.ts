/**
 * `winset open`: the full-screen interface; where there is no terminal to show it on, the plain report instead.
 */
import type { Pool } from '../jobs/pool.ts';
import type { Terminal } from '../tui/terminal/lifecycle.ts';
import type { MountedFrames } from '../tui/terminal/mount.tsx';
import { readInThread } from './read-in-thread.ts';
import { isThere } from './scenario-path.ts';
import { prepareColors, remark } from './terminal.ts';

export interface OpenFlags {
  readonly stage?: string | undefined;
  readonly without?: readonly string[] | undefined;
  readonly set?: readonly string[] | undefined;
  readonly ascii?: true | undefined;
}

/** @throws InputError */
export async function runOpen(argument: string, flags: OpenFlags): Promise<void> {
  if (argument === '-' || !process.stdin.isTTY || !process.stdout.isTTY) {
    const [{ solve }, { runQuestion }] = await Promise.all([
      import('../questions/solve/question.ts'),
      import('./run-question.ts'),
    ]);
    await runQuestion(solve, argument, { stage: flags.stage, without: flags.without, set: flags.set });
    remark('The full-screen interface needs a terminal: type `winset open <scenario>` in one, not in a pipe.');
    return;
  }
  // What is not there is said without entering anything.
  if (!isThere(argument)) {
    const { openScenario } = await import('./open-scenario.ts');
    await openScenario(argument);
  }
  prepareColors();
  const { enter } = await import('../tui/enter.ts');
  const entered = enter(argument);
  try {
    const reading = readInThread(argument);
    const loading = Promise.all([import('./open-in.ts'), framesOn(entered.terminal)]);
    // Three at once would be in each other's way: the thread that answers begins once one of the two is done.
    const starting = Promise.race([reading, loading]).then(quickThread);
    const [read, [{ openIn }, frames], quick] = await Promise.all([reading, loading, starting]);
    await openIn(entered, argument, read, flags, { frames, quick });
  } finally {
    entered.terminal.leave();
  }
}

/** What the interface draws by. */
async function framesOn(terminal: Terminal): Promise<MountedFrames> {
  const { mountFrames } = await import('../tui/terminal/mount.tsx');
  return mountFrames(terminal);
}

async function quickThread(): Promise<Pool> {
  const { openPool } = await import('../jobs/pool.ts');
  const quick = openPool(1);
  quick.start();
  return quick;
}
