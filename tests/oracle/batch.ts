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

/** A command as a person types it somewhere. */
export interface Typed {
  readonly words: readonly string[];
  readonly folder: string;
}

async function run({ words, folder }: Typed): Promise<Ended> {
  [printed, said] = ['', ''];
  process.chdir(folder);
  let status = 0;
  try {
    process.exitCode = 0;
    await runProgram(words);
    status = process.exitCode;
  } catch (error) {
    status = statusOf(error);
    said +=
      error instanceof InputError
        ? `${error.lines.join('\n')}\n`
        : error instanceof Error
          ? error.stack
          : String(error);
  }
  process.exitCode = 0;
  return { status, stdout: printed, stderr: said };
}

function statusOf(error: unknown): number {
  // Help and the version end with an error of their own.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof InputError ? 2 : 1;
}

process.on('message', (typed: Typed) => {
  void run(typed).then((ended) => process.send?.(ended));
});

// Nobody is left to ask.
process.on('disconnect', () => process.exit());
