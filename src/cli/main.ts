/**
 * The entry of the `winset` command: runs it and turns whatever happens into an exit status and lines for a person.
 */
import { CommanderError } from '@commander-js/extra-typings';
import { compileLater } from './compile-later.ts';
import { EXIT, Interrupted } from './exit.ts';
import { InputError } from '../questions/input-error.ts';
import { runProgram } from './program.ts';

/** A reader that has seen enough (`winset | head`) ends the command without a word. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`winset: cannot write the output: ${error.message}\n`);
  process.exit(EXIT.fault);
});
process.stderr.on('error', () => process.exit(EXIT.fault));

compileLater();
const words = process.argv.slice(2);
try {
  await runProgram(words.length === 0 ? ['open'] : words);
} catch (error) {
  process.exitCode = explain(error);
}

/** Writes what went wrong to standard error and gives the exit status. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.input; // has written its message
  if (error instanceof Interrupted) {
    process.stderr.write(`winset: ${error.message}\n`);
    return EXIT.interrupted;
  }
  if (error instanceof InputError) {
    process.stderr.write(`${error.lines.join('\n')}\n`);
    return EXIT.input;
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`winset: internal fault: ${message}\n`);
  process.stderr.write(
    'This is a defect of winset. Please report it with the command and the scenario; WINSET_DEBUG=1 shows the stack.\n',
  );
  if (process.env['WINSET_DEBUG'] === '1' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return EXIT.fault;
}
