/**
 * `winset open`: the full-screen interface; where there is no terminal to show it on, the plain report instead.
 */
import { existsSync } from 'node:fs';
import type { Pool } from '../jobs/pool.ts';
import { shippedScenarios } from './package.ts';
import { readInThread } from './read-in-thread.ts';
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
  if (!existsSync(argument) && !shippedScenarios().includes(argument)) {
    const { openScenario } = await import('./open-scenario.ts');
    await openScenario(argument);
  }
  prepareColors();
  const { enter } = await import('../tui/enter.ts');
  const entered = enter(argument);
  try {
    // The thread that answers first loads the engine while the scenario is read and the interface loaded.
    const [reading, quick, { openIn }] = await Promise.all([
      readInThread(argument),
      quickThread(),
      import('./open-in.ts'),
    ]);
    await openIn(entered, argument, reading, flags, quick);
  } finally {
    entered.terminal.leave();
  }
}

async function quickThread(): Promise<Pool> {
  const { openPool } = await import('../jobs/pool.ts');
  const quick = openPool(1);
  quick.start();
  return quick;
}
