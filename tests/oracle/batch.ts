/**
 * Runs commands of the program one after another in one process: words come as messages, what they print and how they
 * end goes back. Everything that is not said to a person is a fault with its stack.
 */
import { CommanderError } from '@commander-js/extra-typings';
import { InputError } from '../../src/questions/input-error.ts';
import { runProgram } from '../../src/cli/program.ts';

export interface Ended {
  /** As the program would end: 0, 1 for a fault, 2 for input. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

let printed = '';
let said = '';
process.stdout.write = (chunk: string | Uint8Array): boolean => {
  printed += String(chunk);
  return true;
};
process.stderr.write = (chunk: string | Uint8Array): boolean => {
  said += String(chunk);
  return true;
};

async function run(words: readonly string[]): Promise<Ended> {
  [printed, said] = ['', ''];
  let status = 0;
  try {
    process.exitCode = 0;
    await runProgram(words);
    status = process.exitCode === 0 ? 0 : 1;
  } catch (error) {
    status = error instanceof InputError || error instanceof CommanderError ? 2 : 1;
    said += error instanceof InputError ? error.lines.join('\n') : error instanceof Error ? error.stack : String(error);
  }
  process.exitCode = 0;
  return { status, stdout: printed, stderr: said };
}

process.on('message', (words: readonly string[]) => {
  void run(words).then((ended) => process.send?.(ended));
});
