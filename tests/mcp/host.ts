/**
 * Runs `winset mcp` in one process for one client after another: where and with which words comes as a message, SIGTERM
 * ends a server as it ends the program, and a message says that it has ended.
 */
import { Interrupted } from '../../src/cli/exit.ts';
import { runProgram } from '../../src/cli/program.ts';
import type { Typed } from '../oracle/batch.ts';

const { stdin } = process;

// A server that ends leaves standard input paused, and the next one listens to it.
stdin.on('newListener', (event) => {
  if (event === 'data') setImmediate(() => stdin.resume());
});

async function run({ words, folder }: Typed): Promise<void> {
  process.chdir(folder);
  await runProgram(['mcp', ...words]).catch((error: unknown) => {
    if (!(error instanceof Interrupted)) throw error;
  });
  process.send?.('ended');
}

process.on('message', (typed: Typed) => void run(typed));

// Nobody is left to ask.
process.on('disconnect', () => process.exit());
